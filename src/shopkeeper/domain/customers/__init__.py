"""Who buys and where they want it."""
