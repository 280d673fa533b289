"""Looks of a pack's pictures, kept beside them, so that a shop made from the pack recognizes its goods from the first photo on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from shopkeeper.adapters.vision.intake import open_picture
from shopkeeper.adapters.vision.look import Looker, packed
from shopkeeper.adapters.vision.look_store import SHIPPED, LookStore

SCHEMA = "CREATE TABLE looks (digest TEXT NOT NULL, model TEXT NOT NULL, look BLOB NOT NULL, PRIMARY KEY (digest, model)) WITHOUT ROWID"


def render_looks(pictures: Path, store: LookStore, looker: Looker, progress: Callable[[int, int], None] | None = None) -> int:
    """Write `looks.db` into the folder `pictures`; pictures whose look is in `store` are not looked at again. How many it holds."""
    files = store.digests(sorted(pictures.glob("*.webp")))
    held: dict[str, bytes] = {}
    for number, (file, digest) in enumerate(files.items(), start=1):
        if digest not in held:
            kept = store.get([digest], looker.name).get(digest)
            held[digest] = kept or packed(looker.look(open_picture(file.read_bytes()), closely=True))
            store.put(digest, looker.name, held[digest])
        if progress:
            progress(number, len(files))
    _write(pictures / SHIPPED, [(digest, looker.name, look) for digest, look in sorted(held.items())])
    return len(held)


def _write(target: Path, rows: list[tuple[str, str, bytes]]) -> None:
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as database:
        database.execute(SCHEMA)
        database.executemany("INSERT INTO looks VALUES (?, ?, ?)", rows)
        database.commit()
        database.execute("VACUUM")
