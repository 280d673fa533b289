"""Language models over HTTP, recordings of them, and what they may spend."""
