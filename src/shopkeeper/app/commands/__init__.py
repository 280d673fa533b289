"""Everything that changes state, one command per file; each asks for a `Permit`."""
