"""Metrics backends."""
