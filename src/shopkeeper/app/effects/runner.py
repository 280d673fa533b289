"""Running queued effects: claim, call the vendor outside any transaction, then record the answer and finish in one write."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from shopkeeper.app.commands.record_payment_news import PaymentOutcome
from shopkeeper.app.effects.announce import Announcer, announce
from shopkeeper.app.effects.performer import Done, Performer, Record
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.ids import EffectId
from shopkeeper.domain.core.outcome import Fault, PermanentFault, TransientFault
from shopkeeper.ports.clock import Clock
from shopkeeper.ports.outbox import EffectStatus, QueuedEffect
from shopkeeper.ports.storage import Storage, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What became of an effect: how it was left, and the payment outcome (None when nothing was learned)."""

    effect: QueuedEffect
    outcome: PaymentOutcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """A vendor call ends within `call_s`; a claim outlives it, so that no two workers call at once."""

    call_s: float = 15.0
    lease_s: float = 60.0
    at_once: int = 16
    write_again_s: float = 0.5


def _unwatched(effect: QueuedEffect) -> None:
    """Nobody counts."""


class EffectRunner:
    """`watch` sees every effect as a run left it: the hook for metrics and alerts."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        performers: Iterable[Performer],
        announcer: Announcer,
        *,
        pace: Pace | None = None,
        watch: Callable[[QueuedEffect], None] = _unwatched,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._performers = {performer.kind: performer for performer in performers}
        self._announcer = announcer
        self._pace = pace or Pace()
        self._watch = watch
        self._jitter = jitter
        self._running: set[asyncio.Task[Settled]] = set()

    async def settle(self, effect_id: EffectId) -> Settled | None:
        """Run one effect now, for a turn that waits. None when it is not free to run.

        The caller may stop waiting (cancel): the call goes on and is recorded and told all the same.
        """
        now, lease_s = self._clock.now(), self._pace.lease_s
        effect = await self._storage.write(lambda tx: tx.outbox.claim_one(effect_id, now, lease_s=lease_s))
        if effect is None:
            return None
        task = asyncio.create_task(self._run(effect))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def run_due(self, *, limit: int = 64) -> Sequence[Settled]:
        """Run what is due, several at once. Raises what the storage raises, after all of them have ended."""
        now, lease_s = self._clock.now(), self._pace.lease_s
        effects = await self._storage.write(lambda tx: tx.outbox.claim(now, limit=limit, lease_s=lease_s))
        gate = asyncio.Semaphore(self._pace.at_once)

        async def run(effect: QueuedEffect) -> Settled:
            async with gate:
                return await self._run(effect)

        results = await asyncio.gather(*map(run, effects), return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                raise result
        return [result for result in results if isinstance(result, Settled)]

    async def _run(self, effect: QueuedEffect) -> Settled:
        settled = await self._attempt(effect)
        self._watch(settled.effect)
        return settled

    async def _attempt(self, effect: QueuedEffect) -> Settled:
        performer = self._performers.get(effect.kind)
        if performer is None:
            return await self._write(lambda tx: self._bury(effect, tx, "no performer", None))
        call = await self._storage.read(lambda tx: performer.plan(effect, tx))
        if call is None:
            return await self._write(lambda tx: self._finish(effect, tx, Done()))
        try:
            async with asyncio.timeout(performer.retry.call_s or self._pace.call_s):
                record = await call()
        except (Fault, TimeoutError) as fault:
            error = fault
            return await self._write(lambda tx: self._fail(effect, tx, performer, error))
        return await self._write(lambda tx: self._recorded(effect, tx, record))

    async def _write(self, work: Callable[[Transaction], Settled]) -> Settled:
        """What a vendor answered is written down as soon as the storage lets us, for as long as the claim is ours."""
        until = asyncio.get_running_loop().time() + self._pace.lease_s / 2
        while True:
            try:
                return await self._storage.write(work)
            except TransientFault:
                if asyncio.get_running_loop().time() >= until:
                    raise
            await asyncio.sleep(self._pace.write_again_s)

    def _recorded(self, effect: QueuedEffect, tx: Transaction, record: Record) -> Settled:
        return self._finish(effect, tx, record(tx, self._moment()))

    def _fail(self, effect: QueuedEffect, tx: Transaction, performer: Performer, fault: Fault | TimeoutError) -> Settled:
        tried, error = effect.attempts + 1, f"{type(fault).__name__}: {fault}"
        worn_out = performer.retry.max_attempts is not None and tried >= performer.retry.max_attempts
        if isinstance(fault, PermanentFault) or (isinstance(fault, TransientFault) and worn_out):
            return self._bury(effect, tx, error, performer)
        if isinstance(fault, TransientFault):
            delay_s = performer.retry.delay_s(effect.attempts, self._jitter())
            return self._finish(effect, tx, Done(again_s=delay_s), error=error)
        done = performer.unknown(effect, tx, self._moment())
        return self._finish(effect, tx, done, status=EffectStatus.UNKNOWN, error=error)

    def _bury(self, effect: QueuedEffect, tx: Transaction, error: str, performer: Performer | None) -> Settled:
        moment = self._moment()
        facts = {"kind": effect.kind, "error": error, "body": dict(effect.body)}
        tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="effect.dead", subject=effect.id, facts=facts))
        done = performer.dead(effect, tx, moment) if performer else Done()
        return self._finish(effect, tx, done, status=EffectStatus.DEAD, error=error)

    def _finish(
        self,
        effect: QueuedEffect,
        tx: Transaction,
        done: Done,
        *,
        status: EffectStatus = EffectStatus.SETTLED,
        error: str | None = None,
    ) -> Settled:
        """Store how the effect is left, unless another worker finished it after our lease ran out."""
        moment = self._moment()
        left = replace(effect, status=status, attempts=effect.attempts + 1, last_error=error)
        if done.again_s is not None:
            left = replace(left, status=EffectStatus.PENDING, due_at=moment.now + timedelta(seconds=done.again_s))
        stored = tx.outbox.get(effect.id)
        if stored is not None and stored.status is EffectStatus.CLAIMED:
            tx.outbox.finish(left)
        if done.outcome is not None:
            announce(done.outcome, tx, moment, self._announcer, turn_id=effect.turn_id)
        return Settled(effect=left, outcome=done.outcome)

    def _moment(self) -> Moment:
        return Moment(now=self._clock.now(), actor="provider")
