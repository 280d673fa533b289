"""All repositories as plain dicts, for tests that need a transaction but no database."""

from shopkeeper.testing.memory.transaction import MemoryTransaction

__all__ = ["MemoryTransaction"]
