"""Sending the pretend provider's webhooks: signed, kept until accepted, tried again with growing pauses."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import TypeAlias

from shopkeeper.adapters.payments.sandbox.intent import Intent
from shopkeeper.adapters.payments.sandbox.records import Outgoing, Records
from shopkeeper.adapters.signing.standard_webhooks import sign
from shopkeeper.domain.core.ids import derive
from shopkeeper.ports.clock import Clock

Deliver: TypeAlias = Callable[[Mapping[str, str], bytes], Awaitable[bool]]

MOST_ATTEMPTS = 10
LONGEST_PAUSE_S = 300.0


class Postman:
    def __init__(self, records: Records, *, secret: str, clock: Clock, deliver: Deliver | None) -> None:
        self._records = records
        self._secret = secret
        self._clock = clock
        self._deliver = deliver

    def deliver_by(self, deliver: Deliver) -> None:
        """Send webhooks this way from now on (a shop in the same process needs no network)."""
        self._deliver = deliver

    def post(self, intent: Intent, *, delay: timedelta) -> None:
        """Queue the news of `intent`'s state (inside the bank's own work)."""
        now = self._clock.now()
        data = {"id": intent.id, "key": intent.key, "status": intent.status.value, "decline_code": intent.decline_code}
        body = {"type": f"payment.{intent.status.value}", "timestamp": now.isoformat(), "data": data}
        self._records.post(derive("evt", intent.key, intent.status.value), json.dumps(body).encode(), now + delay)

    async def deliver_due(self, *, limit: int = 100) -> int:
        """Send what is due; how many were accepted."""
        if self._deliver is None:
            return 0
        accepted = 0
        for outgoing in self._records.due(self._clock.now(), limit):
            accepted += await self._send(outgoing, self._deliver)
        return accepted

    async def run(self, *, pause_s: float = 0.2) -> None:
        """Deliver for as long as the task lives (cancel it to stop)."""
        while True:
            await self.deliver_due()
            await asyncio.sleep(pause_s)

    async def _send(self, outgoing: Outgoing, deliver: Deliver) -> bool:
        now = self._clock.now()
        if await deliver(sign(self._secret, outgoing.event_id, outgoing.body, now), outgoing.body) or outgoing.attempts >= MOST_ATTEMPTS:
            self._records.sent(outgoing.number)
            return True
        pause_s = min(LONGEST_PAUSE_S, 2.0**outgoing.attempts)
        self._records.put_off(outgoing.number, now + timedelta(seconds=pause_s))
        return False
