"""Vectors kept in a file, so that measuring twice embeds once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from shopkeeper.ports.text_embedder import TextEmbedder

BATCH = 64


class CachedEmbedder:
    """Wraps an embedder with a SQLite file; `progress` is told (texts done, texts to do)."""

    def __init__(self, inner: TextEmbedder, path: Path, *, progress: Callable[[int, int], None] | None = None) -> None:
        self._inner = inner
        self._progress = progress
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, timeout=60, check_same_thread=False)
        self._db.execute("CREATE TABLE IF NOT EXISTS vectors (name TEXT, text TEXT, vector BLOB, PRIMARY KEY (name, text)) WITHOUT ROWID")

    @property
    def name(self) -> str:
        return self._inner.name

    @property
    def dimension(self) -> int:
        return self._inner.dimension

    @property
    def languages(self) -> frozenset[str] | None:
        return self._inner.languages

    def knows(self, word: str) -> bool | None:
        return self._inner.knows(word)

    def embed(self, texts: Sequence[str]) -> bytes:
        known = {text: self._kept(text) for text in dict.fromkeys(texts)}
        missing = [text for text, vector in known.items() if vector is None]
        width = self.dimension * 4
        for start in range(0, len(missing), BATCH):
            batch = missing[start : start + BATCH]
            packed = self._inner.embed(batch)
            fresh = {text: packed[at * width : (at + 1) * width] for at, text in enumerate(batch)}
            self._keep(fresh)
            known.update(fresh)
            if self._progress is not None:
                self._progress(start + len(batch), len(missing))
        return b"".join(known[text] or b"" for text in texts)

    def close(self) -> None:
        self._db.close()

    def _kept(self, text: str) -> bytes | None:
        row = self._db.execute("SELECT vector FROM vectors WHERE name = ? AND text = ?", (self.name, text)).fetchone()
        return None if row is None else bytes(row[0])

    def _keep(self, vectors: dict[str, bytes]) -> None:
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", [(self.name, *pair) for pair in vectors.items()])
