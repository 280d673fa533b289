"""Clocks: the machine's, and one that is set by hand."""
