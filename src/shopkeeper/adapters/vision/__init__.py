"""Seeing: photos made safe, codes read, products recognized."""
