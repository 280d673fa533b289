"""First answers are kept for a day and then forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from shopkeeper.app.jobs.repair import Repair
from shopkeeper.ports.storage import Transaction

KEPT = timedelta(hours=24)


def forget_idempotency(tx: Transaction, now: datetime) -> Sequence[Repair]:
    count = tx.idempotency.forget_before(now - KEPT)
    return [Repair(kind="answers_forgotten", subject="idempotency", detail=str(count))] if count else []
