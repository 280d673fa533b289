"""Shopkeeper: a self-hosted, model-agnostic commerce assistant server."""

__version__ = "0.1.0"
