"""One pass over everything that may have been left lying, at start and every few seconds, with a report of each repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shopkeeper.app.callbacks.relay import relay_events
from shopkeeper.app.effects.runner import EffectRunner, Settled
from shopkeeper.app.jobs.buy_under_mandates import Buyer, buy_under_mandates
from shopkeeper.app.jobs.forget_idempotency import forget_idempotency
from shopkeeper.app.jobs.reconcile_payments import reconcile_payments
from shopkeeper.app.jobs.release_expired import release_expired
from shopkeeper.app.jobs.repair import Repair
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import RECONCILE
from shopkeeper.ports.clock import Clock
from shopkeeper.ports.storage import Storage

MOST_ROUNDS = 4
"""Effects run here may queue others (found authorized -> capture); a few rounds finish a chain, the next sweep the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepReport:
    at: datetime
    repairs: tuple[Repair, ...]
    effects_run: int

    @property
    def counts(self) -> Mapping[str, int]:
        return Counter(repair.kind for repair in self.repairs)


async def sweep(storage: Storage, runner: EffectRunner, clock: Clock, buyer: Buyer) -> SweepReport:
    """Ask about open payments, run what is due, release what ran out, forget what is old. Safe to run beside itself."""
    moment = Moment(now=clock.now(), actor="sweep")
    repairs = list(await storage.write(lambda tx: reconcile_payments(tx, moment, buyer.announcer)))
    repairs.extend(await buy_under_mandates(storage, buyer, clock))
    await storage.write(lambda tx: relay_events(tx, moment.now))
    settled = await run_chain(runner)
    repairs.extend(repair for one in settled if (repair := _learned(one)))
    repairs.extend(await storage.write(lambda tx: release_expired(tx, moment.now)))
    repairs.extend(await storage.write(lambda tx: forget_idempotency(tx, moment.now)))
    return SweepReport(at=moment.now, repairs=tuple(repairs), effects_run=len(settled))


async def run_chain(runner: EffectRunner) -> Sequence[Settled]:
    """Run what is due and what that makes due."""
    settled: list[Settled] = []
    for _ in range(MOST_ROUNDS):
        batch = await runner.run_due()
        settled.extend(batch)
        if not batch:
            break
    return settled


def _learned(settled: Settled) -> Repair | None:
    """A look-up that found something out is a repair; ordinary effects are ordinary work."""
    outcome = settled.outcome
    if settled.effect.kind != RECONCILE or outcome is None or not (outcome.says or outcome.events):
        return None
    if outcome.events and outcome.order is not None:
        return Repair(kind="order_placed", subject=outcome.payment.id, detail=outcome.order.number)
    return Repair(kind="payment_answered", subject=outcome.payment.id, detail=outcome.payment.status.value)
