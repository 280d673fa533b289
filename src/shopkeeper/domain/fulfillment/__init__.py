"""Where goods lie, when a branch is open, and what is held for whom."""
