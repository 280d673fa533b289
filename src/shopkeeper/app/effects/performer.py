"""How one kind of effect is done: read what the call needs, call the vendor outside any transaction, write down what came."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from shopkeeper.app.commands.record_payment_news import PaymentOutcome
from shopkeeper.app.moment import Moment
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was written. `again_s` asks for the same effect once more after that many seconds."""

    outcome: PaymentOutcome | None = None
    again_s: float | None = None


Record: TypeAlias = Callable[[Transaction, Moment], Done]
"""Writes the vendor's answer, in the same transaction that finishes the effect."""

Call: TypeAlias = Callable[[], Awaitable[Record]]
"""The vendor call. Raises TransientFault, UnknownOutcome or PermanentFault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPlan:
    """Delays grow from `base_s` by doubling up to `cap_s`; `max_attempts` None = never given up.

    `call_s` is how long one call may take, where that is not what the runner allows everybody; a claim outlives it.
    """

    base_s: float
    cap_s: float
    max_attempts: int | None
    call_s: float | None = None

    def delay_s(self, attempts: int, jitter: float) -> float:
        """Seconds to wait after `attempts` tries; `jitter` in 0..1 spreads it from half to one and a half."""
        return min(self.cap_s, self.base_s * 2.0 ** min(attempts, 30)) * (0.5 + jitter)


PATIENT = RetryPlan(base_s=2.0, cap_s=3600.0, max_attempts=30)
"""For what must happen in the end and nobody waits for."""

HARD_WORK = RetryPlan(base_s=2.0, cap_s=3600.0, max_attempts=30, call_s=50.0)
"""The same for what this machine works out itself, at low priority: done late is better than begun anew."""


class Performer(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def retry(self) -> RetryPlan: ...

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        """The call to make, from a read-only look; None when there is nothing left to do."""
        ...

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """Write down that nobody knows whether it happened, and see to it that somebody asks."""
        ...

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """Write down that it will not be tried again."""
        ...
