"""Verbs: use cases over domain and ports."""
