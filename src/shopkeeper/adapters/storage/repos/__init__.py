"""One repository per port, written once for both databases."""
