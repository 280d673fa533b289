"""Catalogs as other programs write them: CSV, JSON lines, Google Merchant feeds, schema.org pages."""
