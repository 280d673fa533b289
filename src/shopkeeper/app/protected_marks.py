"""Marks that staff watch for: put on the list, and taken off it. Each is in the audit trail."""

from __future__ import annotations

from datetime import datetime

from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.catalog.marks import SHORTEST
from shopkeeper.domain.catalog.protected import LONGEST_NAME, MOST_MARKS, ProtectedMark, protected_mark
from shopkeeper.domain.core.ids import ProtectedMarkId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.storage import Transaction


def watch_for(name: str, picture: str, tx: Transaction, *, at: datetime) -> ProtectedMark:
    """The mark as it stands on the list. Raises InvalidInput for a name of no use, and when the list is full."""
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME or not name.isprintable() or sum(letter.isalnum() for letter in name) < SHORTEST:
        raise InvalidInput("mark_name", f"Give the mark a name of {SHORTEST} to {LONGEST_NAME} letters.", field="/name")
    mark = protected_mark(name, picture, at=at)
    known = tx.protected.all()
    if any(one.id == mark.id for one in known):
        return next(one for one in known if one.id == mark.id)
    if len(known) >= MOST_MARKS:
        raise InvalidInput("marks_full", f"There are {MOST_MARKS} marks on the list already. Take one off first.", status=409)
    tx.protected.save(mark)
    facts = {"name": name, "picture": bool(picture)}
    tx.audit.append(AuditEntry(at=at, actor="operator", action="mark.added", subject=mark.id, facts=facts))
    return mark


def stop_watching(mark_id: ProtectedMarkId, tx: Transaction, *, at: datetime) -> None:
    """Raises InvalidInput (404) for a mark that is not on the list."""
    if not tx.protected.remove(mark_id):
        raise InvalidInput("mark_not_found", "There is no such mark on the list.", status=404)
    tx.audit.append(AuditEntry(at=at, actor="operator", action="mark.removed", subject=mark_id, facts={}))
