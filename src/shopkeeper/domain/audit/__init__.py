"""What happened, in an order nobody can quietly change."""
