"""Scheduled work: what runs out, what was never answered, what may be forgotten."""
