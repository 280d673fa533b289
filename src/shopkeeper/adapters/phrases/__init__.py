"""Phrase books."""
