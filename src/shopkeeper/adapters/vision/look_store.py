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

    def digest(self, file: Path) -> str | None:
        """Of the file's content; read again only when its size or time changed. None when it is not there."""
        try:
            state = file.stat()
        except OSError:
            return None
        key = str(file)
        with self._lock:
            row = self._db.execute("SELECT size_bytes, changed_ns, digest FROM files WHERE path = ?", (key,)).fetchone()
        if row is not None and row[:2] == (state.st_size, state.st_mtime_ns):
            return str(row[2])
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        with self._lock:
            self._db.execute("REPLACE INTO files VALUES (?, ?, ?, ?)", (key, state.st_size, state.st_mtime_ns, digest))
        return digest

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

    def take_in(self, shipped: Path) -> None:
        """Copy the looks that a pack ships, unless that was done before."""
        if self.digest(shipped) is None:
            return
        mark = f"{shipped}#taken"
        digest = self.digest(shipped)
        with self._lock:
            if self._db.execute("SELECT 1 FROM files WHERE path = ? AND digest = ?", (mark, digest)).fetchone():
                return
            self._db.execute("ATTACH ? AS shipped", (f"file:{shipped}?mode=ro&immutable=1",))
            try:
                self._db.execute("INSERT OR IGNORE INTO looks SELECT digest, model, look FROM shipped.looks")
            finally:
                self._db.execute("DETACH shipped")
            self._db.execute("REPLACE INTO files VALUES (?, 0, 0, ?)", (mark, digest))

    def close(self) -> None:
        with self._lock:
            self._db.close()
