"""The conversation: what was said, asked and shown; a fold over append-only events."""
