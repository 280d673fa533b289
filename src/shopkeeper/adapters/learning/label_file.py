"""The queue of doubtful messages as a file of JSON lines, one message once, of a bounded size."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from shopkeeper.ports.label_queue import Doubt

AT_MOST = 10_000
"""Messages kept: more than anybody labels, and a bound to what a flood of nonsense can fill."""


class LabelFile:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: set[bytes] | None = None

    def add(self, doubt: Doubt) -> None:
        seen = self._known()
        digest = _digest(doubt.text)
        if digest in seen or len(seen) >= AT_MOST or not doubt.text.strip():
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        row = {"text": doubt.text, "language": doubt.language, "guess": doubt.guess, "confidence": round(doubt.confidence, 3)}
        with self._path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({**row, "at": doubt.at.isoformat()}, ensure_ascii=False) + "\n")
        seen.add(digest)

    def all(self) -> Iterator[Doubt]:
        if not self._path.is_file():
            return
        with self._path.open(encoding="utf-8") as lines:
            for line in lines:
                # A line cut short by a crash is left out, together with the one written onto its end.
                with contextlib.suppress(ValueError):
                    yield _doubt(line)

    def _known(self) -> set[bytes]:
        if self._seen is None:
            self._seen = {_digest(doubt.text) for doubt in self.all()}
        return self._seen


def _doubt(line: str) -> Doubt:
    row = json.loads(line)
    return Doubt(
        text=row["text"], language=row["language"], guess=row["guess"], confidence=row["confidence"], at=datetime.fromisoformat(row["at"])
    )


def _digest(text: str) -> bytes:
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).digest()[:12]
