"""Gate rules from files."""
