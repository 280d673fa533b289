"""One turn, one file per step."""
