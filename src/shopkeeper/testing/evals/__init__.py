"""Measures a shop can take of itself, on its own files."""
