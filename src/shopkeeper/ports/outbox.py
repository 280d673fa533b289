"""Effects to be done outside: written with the state that wants them, run after the commit, until settled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from shopkeeper.domain.core.ids import EffectId


class EffectStatus(StrEnum):
    PENDING = "pending"
    CLAIMED = "claimed"
    SETTLED = "settled"
    UNKNOWN = "unknown"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedEffect:
    """`kind` names the runner, `body` its input, `turn_id` the turn that waits for it (if one does)."""

    id: EffectId
    kind: str
    body: Mapping[str, object]
    due_at: datetime
    status: EffectStatus = EffectStatus.PENDING
    attempts: int = 0
    turn_id: str | None = None
    last_error: str | None = None


class Outbox(Protocol):
    def put(self, effect: QueuedEffect) -> bool:
        """Queue it; False when an effect with this id is already there."""
        ...

    def get(self, effect_id: EffectId) -> QueuedEffect | None: ...

    def find(self, effect_ids: Iterable[EffectId]) -> Sequence[QueuedEffect]:
        """Those of them that were ever queued, in no order."""
        ...

    def claim(self, now: datetime, *, limit: int, lease_s: float) -> Sequence[QueuedEffect]:
        """Take due effects for `lease_s`; one whose lease ran out is due again."""
        ...

    def claim_one(self, effect_id: EffectId, now: datetime, *, lease_s: float) -> QueuedEffect | None:
        """Take this one if it is free."""
        ...

    def finish(self, effect: QueuedEffect) -> None:
        """Store the new status, attempts, due time and error."""
        ...

    def forget(self, kinds: Collection[str], naming: str) -> int:
        """Remove what is queued or was done of these kinds and names `naming` in its body; how many that were."""
        ...

    def in_status(self, *statuses: EffectStatus, limit: int) -> Sequence[QueuedEffect]: ...
