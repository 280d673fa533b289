"""The storage a URL names."""

from __future__ import annotations

from shopkeeper.adapters.storage.schema import driver_url
from shopkeeper.adapters.storage.sqlite import Durability, SqliteStorage
from shopkeeper.ports.storage import Storage


def open_storage(url: str, *, durability: Durability = "process") -> Storage:
    """Storage at `sqlite:///path` or `postgresql://...` (which is always fully durable).

    Raises PermanentFault when it is not migrated, TransientFault when it cannot be reached.
    """
    target = driver_url(url)
    if target.drivername == "sqlite":
        return SqliteStorage(str(target.database), durability=durability)
    from shopkeeper.adapters.storage.postgres import PostgresStorage

    return PostgresStorage(url)
