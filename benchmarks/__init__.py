"""Measurements of the running server; never part of the tests."""
