"""The queue of doubtful messages as a file of JSON lines, one message once, of a bounded size and age."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.ports.label_queue import Doubt

AT_MOST = 10_000
"""Messages kept: more than anybody labels, and a bound to what a flood of nonsense can fill."""


class LabelFile:
    def __init__(self, path: Path, *, kept_days: int = 90) -> None:
        self._path = path
        self._kept = timedelta(days=kept_days)
        self._seen: set[bytes] = set()
        self._cleared_on: date | None = None

    def add(self, doubt: Doubt) -> None:
        if self._cleared_on != doubt.at.date():
            self._clear(doubt.at)
        digest = _digest(doubt.text)
        if digest in self._seen or len(self._seen) >= AT_MOST or not doubt.text.strip():
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as lines:
            lines.write(_line(doubt))
        self._seen.add(digest)

    def forget(self, conversation_id: ConversationId) -> int:
        """Erase what was said in one conversation."""
        return self._keep_only(lambda doubt: doubt.conversation_id != conversation_id)

    def all(self) -> Iterator[Doubt]:
        if not self._path.is_file():
            return
        with self._path.open(encoding="utf-8") as lines:
            for line in lines:
                # A line cut short by a crash is left out, together with the one written onto its end.
                with contextlib.suppress(ValueError):
                    yield _doubt(line)

    def _clear(self, now: datetime) -> None:
        """Once a day: leave out what is too old."""
        self._keep_only(lambda doubt: now - doubt.at <= self._kept)
        self._cleared_on = now.date()

    def _keep_only(self, wanted: Callable[[Doubt], bool]) -> int:
        """The file is replaced in one step, so that no reader sees half of it; how many were left out."""
        everything = list(self.all())
        kept = [doubt for doubt in everything if wanted(doubt)]
        if len(kept) < len(everything):
            fresh = self._path.with_suffix(".new")
            fresh.write_text("".join(map(_line, kept)), encoding="utf-8")
            fresh.replace(self._path)
        self._seen = {_digest(doubt.text) for doubt in kept}
        return len(everything) - len(kept)


def _line(doubt: Doubt) -> str:
    row = {"text": doubt.text, "language": doubt.language, "guess": doubt.guess, "confidence": round(doubt.confidence, 3)}
    return json.dumps({**row, "at": doubt.at.isoformat(), "conversation": doubt.conversation_id}, ensure_ascii=False) + "\n"


def _doubt(line: str) -> Doubt:
    row = json.loads(line)
    return Doubt(
        text=row["text"],
        language=row["language"],
        guess=row["guess"],
        confidence=row["confidence"],
        at=datetime.fromisoformat(row["at"]),
        conversation_id=row.get("conversation", ""),
    )


def _digest(text: str) -> bytes:
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).digest()[:12]
