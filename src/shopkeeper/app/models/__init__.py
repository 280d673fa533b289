"""Wrappers that make a language model safe to lean on, each one adding one thing: `Budget(Breaker(Retry(Deadline(model))))`."""
