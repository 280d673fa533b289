"""The audit trail: every entry is chained to the one before it, and one row knows where the chain ends.

Entries are written when the work is done (`flush`): the end of the chain is what all writers share, so it is locked last and briefly.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC

from sqlalchemy import select, update

from shopkeeper.adapters.storage.codec import micros, moment
from shopkeeper.adapters.storage.db import Db, Row
from shopkeeper.adapters.storage.sql import Sql, insert, param
from shopkeeper.adapters.storage.tables import audit_entries as a
from shopkeeper.adapters.storage.tables import audit_head as h
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.digest import canonical_json
from shopkeeper.domain.core.ids import Digest
from shopkeeper.domain.core.outcome import PermanentFault

GENESIS = Digest("sha256:" + "0" * 64)
PAGE = 1000

HEAD = Sql(select(h.c.position, h.c.digest).where(h.c.id == 1), lock=True)
MOVE_HEAD = Sql(update(h).where(h.c.id == 1).values(position=param("position", h.c.position), digest=param("digest", h.c.digest)))
INSERT = insert(a)
ENTRY = select(a.c.position, a.c.at, a.c.actor, a.c.action, a.c.subject, a.c.facts, a.c.digest).order_by(a.c.position)
ABOUT = Sql(ENTRY.where(a.c.subject == param("subject")))
AFTER = Sql(ENTRY.where(a.c.position > param("after")).limit(param("limit")))


class Audit:
    """Implements `AuditLog`."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._waiting: list[AuditEntry] = []

    def append(self, entry: AuditEntry) -> None:
        self._waiting.append(entry)

    def after(self, position: int, *, limit: int) -> Sequence[tuple[int, AuditEntry]]:
        return [(row[0], _entry(row)) for row in self._db.all(AFTER, after=position, limit=limit)]

    def about(self, subject: str) -> Sequence[AuditEntry]:
        self.flush()
        return [_entry(row) for row in self._db.all(ABOUT, subject=subject)]

    def verify(self) -> tuple[int, Digest]:
        self.flush()
        end, head = self._head()
        count, digest = 0, GENESIS
        for row in self._rows():
            digest = _entry(row).chained(digest)
            count += 1
            if (row[0], row[6]) != (count, digest):
                raise PermanentFault(f"the audit chain is broken at entry {count}")
        if (count, digest) != (end, head):
            raise PermanentFault(f"the audit chain ends at entry {count}, not at {end}")
        return count, digest

    def flush(self) -> None:
        """Write the entries of this work to the end of the chain."""
        if not self._waiting:
            return
        entries, self._waiting = self._waiting, []
        position, digest = self._head()
        rows: list[dict[str, object]] = []
        for position, waiting in enumerate(entries, position + 1):  # noqa: B020 - counts on from the head
            entry = replace(waiting, at=waiting.at.astimezone(UTC))
            digest = entry.chained(digest)
            rows.append(_row(entry, position, digest))
        self._db.many(INSERT, rows)
        self._db.run(MOVE_HEAD, position=position, digest=digest)

    def forget(self) -> None:
        """Drop what was not flushed: its work was rolled back."""
        self._waiting = []

    def _head(self) -> tuple[int, Digest]:
        row = self._db.one(HEAD)
        if row is None:
            raise PermanentFault("the audit trail has no head")
        return row[0], row[1]

    def _rows(self) -> Iterator[Row]:
        after = 0
        while page := self._db.all(AFTER, after=after, limit=PAGE):
            yield from page
            after = page[-1][0]


def _row(entry: AuditEntry, position: int, digest: Digest) -> dict[str, object]:
    return {
        "position": position,
        "at": micros(entry.at),
        "actor": entry.actor,
        "action": entry.action,
        "subject": entry.subject,
        "facts": canonical_json(entry.facts),
        "digest": digest,
    }


def _entry(row: Row) -> AuditEntry:
    _, at, actor, action, subject, facts, _ = row
    return AuditEntry(at=moment(at), actor=actor, action=action, subject=subject, facts=json.loads(facts))
