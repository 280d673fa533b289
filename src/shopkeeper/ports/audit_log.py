"""The audit trail: append, read, and check the chain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.ids import Digest


class AuditLog(Protocol):
    def append(self, entry: AuditEntry) -> None: ...
    def after(self, position: int, *, limit: int) -> Sequence[tuple[int, AuditEntry]]:
        """The entries behind `position` (the first is 1) with theirs, oldest first; what this work appended is not among them yet."""
        ...

    def about(self, subject: str) -> Sequence[AuditEntry]: ...
    def verify(self) -> tuple[int, Digest]:
        """How many entries the unbroken chain has, and its head. Raises PermanentFault where it is broken."""
        ...
