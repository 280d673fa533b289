"""Text encoders that ship their weights in a package; each loads on its first text."""
