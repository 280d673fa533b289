"""Conversation tests: a YAML file says what a shopper does, what happens meanwhile, and what must be true afterwards."""
