"""Slots in sentences (a time, a number of guests, a name), learned from a shop's marked sentences."""
