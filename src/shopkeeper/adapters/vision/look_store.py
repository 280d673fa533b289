"""Looks of pictures on disk, so that every picture is looked at once; a pack may ship the looks of its own."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Lock

SCHEMA = """
CREATE TABLE IF NOT EXISTS looks (digest TEXT NOT NULL, model TEXT NOT NULL, look BLOB NOT NULL, PRIMARY KEY (digest, model)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size_bytes INTEGER NOT NULL, changed_ns INTEGER NOT NULL, digest TEXT NOT NULL);
"""
SHIPPED = "looks.db"
"""A file of this name beside a pack's pictures holds their looks."""
AT_ONCE = 500


class LookStore:
    """Keyed by a picture's content and the model that looked at it. Thread-safe."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = Lock()
        self._db = sqlite3.connect(f"file:{path}", uri=True, check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.executescript(SCHEMA)

    def digests(self, files: Iterable[Path]) -> Mapping[Path, str]:
        """Of the files' contents; one is read again only when its size or time changed. Files that are not there are left out."""
        with self._lock:
            known = {path: (size, changed, digest) for path, size, changed, digest in self._db.execute("SELECT * FROM files")}
        found: dict[Path, str] = {}
        fresh: list[tuple[str, int, int, str]] = []
        for file in dict.fromkeys(files):
            try:
                state = file.stat()
                size, changed, digest = known.get(str(file), (-1, -1, ""))
                if (size, changed) != (state.st_size, state.st_mtime_ns):
                    digest = hashlib.sha256(file.read_bytes()).hexdigest()
                    fresh.append((str(file), state.st_size, state.st_mtime_ns, digest))
            except OSError:
                continue
            found[file] = digest
        self._remember(fresh)
        return found

    def _remember(self, files: list[tuple[str, int, int, str]]) -> None:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany("REPLACE INTO files VALUES (?, ?, ?, ?)", files)
            self._db.execute("COMMIT")

    def get(self, digests: Iterable[str], model: str) -> Mapping[str, bytes]:
        wanted, found = list(dict.fromkeys(digests)), dict[str, bytes]()
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            with self._lock:
                rows = self._db.execute(
                    f"SELECT digest, look FROM looks WHERE model = ? AND digest IN ({marks})", (model, *some)
                ).fetchall()
            found.update(rows)
        return found

    def put(self, digest: str, model: str, look: bytes) -> None:
        with self._lock:
            self._db.execute("REPLACE INTO looks VALUES (?, ?, ?)", (digest, model, look))

    def put_only(self, digest: str, model: str, kept: bytes) -> None:
        """Like `put`, and nothing else stays of this `model`: what was learned from photos that are gone is gone with them."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute("DELETE FROM looks WHERE model = ?", (model,))
            self._db.execute("INSERT INTO looks VALUES (?, ?, ?)", (digest, model, kept))
            self._db.execute("COMMIT")

    def take_in(self, shipped: Path) -> None:
        """Copy the looks that a pack ships, unless that was done before."""
        digest = self.digests([shipped]).get(shipped)
        mark = f"{shipped}#taken"
        with self._lock:
            if digest is None or self._db.execute("SELECT 1 FROM files WHERE path = ? AND digest = ?", (mark, digest)).fetchone():
                return
            self._db.execute("ATTACH ? AS shipped", (f"file:{shipped}?mode=ro&immutable=1",))
            try:
                self._db.execute("INSERT OR IGNORE INTO looks SELECT digest, model, look FROM shipped.looks")
            finally:
                self._db.execute("DETACH shipped")
        self._remember([(mark, 0, 0, digest)])

    def close(self) -> None:
        with self._lock:
            self._db.close()
