"""One line of the audit trail, chained to the one before it by hash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shopkeeper.domain.core.digest import digest_of
from shopkeeper.domain.core.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """`actor` is who caused it (shopper, assistant, operator, provider, sweep), `subject` the id it is about."""

    at: datetime
    actor: str
    action: str
    subject: str
    facts: Mapping[str, object]

    def chained(self, previous: Digest) -> Digest:
        return digest_of({"previous": previous, "entry": self})
