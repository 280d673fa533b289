"""Vendors: one vendor, one file; siblings do not know one another."""
