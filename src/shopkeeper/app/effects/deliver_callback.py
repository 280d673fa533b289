"""Delivering one event to one endpoint: signed, tried again with growing pauses, and kept as a dead letter when nobody takes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shopkeeper.app.callbacks.relay import DELIVER
from shopkeeper.app.effects.performer import Call, Done, Record, RetryPlan
from shopkeeper.app.moment import Moment
from shopkeeper.domain.callbacks.endpoint import CallbackEndpoint
from shopkeeper.domain.callbacks.event import OutsideEvent
from shopkeeper.domain.core.narrow import as_mapping
from shopkeeper.domain.core.outcome import PermanentFault, TransientFault
from shopkeeper.ports.callback_sender import CallbackSender
from shopkeeper.ports.clock import Clock
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction

FOR_HALF_A_DAY = RetryPlan(base_s=5.0, cap_s=7200.0, max_attempts=15)
GONE = 410


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverCallback:
    """`sign(secrets, event_id, body, now)` gives the headers that prove where it comes from; `source` names the shop."""

    sender: CallbackSender
    clock: Clock
    sign: Callable[[tuple[str, ...], str, bytes, datetime], Mapping[str, str]]
    source: str
    kind: str = DELIVER
    retry: RetryPlan = FOR_HALF_A_DAY

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        endpoint = tx.callbacks.get(str(effect.body["endpoint_id"]))
        if endpoint is None or not endpoint.active:
            return None
        return lambda: self._deliver(endpoint, event_of(effect))

    async def _deliver(self, endpoint: CallbackEndpoint, event: OutsideEvent) -> Record:
        now = self.clock.now()
        body = json.dumps(event.envelope(self.source), ensure_ascii=False, separators=(",", ":")).encode()
        status = await self.sender.send(endpoint.url, self.sign(endpoint.valid_secrets(now), event.id, body, now), body)
        if status == GONE:
            raise PermanentFault(f"callback: {status}, the receiver wants no more of it")
        if not 200 <= status < 300:
            raise TransientFault(f"callback: {status}")
        return _done

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """Perhaps it arrived: sent again, the receiver knows it by its id."""
        return Done(again_s=self.retry.delay_s(effect.attempts, 0.5))

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """Shown to staff among the dead letters, who can send it again."""
        return Done()


def _done(tx: Transaction, moment: Moment) -> Done:
    return Done()


def event_of(effect: QueuedEffect) -> OutsideEvent:
    stored = as_mapping(effect.body["event"])
    return OutsideEvent(
        id=str(stored["id"]),
        type=str(stored["type"]),
        subject=str(stored["subject"]),
        at=datetime.fromisoformat(str(stored["at"])),
        data=as_mapping(stored["data"]),
    )
