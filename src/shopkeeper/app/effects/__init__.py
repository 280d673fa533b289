"""One runner per outbox effect."""
