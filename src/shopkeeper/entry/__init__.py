"""Doors: outside shapes to commands and back; no decisions."""
