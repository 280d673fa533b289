"""Catalog indexes."""
