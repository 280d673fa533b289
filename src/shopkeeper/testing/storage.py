"""A fresh, migrated SQLite file in a millisecond: migrate once, copy ever after."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from shopkeeper.adapters.storage.migrate import migrate


@cache
def _migrated() -> Path:
    path = Path(tempfile.mkdtemp(prefix="shopkeeper-schema-")) / "empty.db"
    migrate(f"sqlite:///{path}")
    return path


def fresh_sqlite(folder: Path, name: str = "shop.db") -> str:
    """The URL of a new, empty, migrated database in `folder`."""
    path = folder / name
    shutil.copyfile(_migrated(), path)
    return f"sqlite:///{path}"
