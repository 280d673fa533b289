"""What was asked of a payment provider and what came of it."""
