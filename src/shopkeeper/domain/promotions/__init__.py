"""Rules that lower a price, and which of them may meet in one cart."""
