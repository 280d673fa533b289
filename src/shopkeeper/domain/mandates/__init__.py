"""Buying for a customer while they are away, within limits that they set."""
