"""HTTP: the public contract."""
