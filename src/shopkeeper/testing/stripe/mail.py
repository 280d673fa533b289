"""Stripe's webhooks as the proxy sends them: signed, and lost, doubled, late or out of order where a test wants it."""

from __future__ import annotations

import hashlib
import hmac
import json
import random
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any, TypeAlias

from shopkeeper.ports.clock import Clock

Deliver: TypeAlias = Callable[[Mapping[str, str], bytes], Awaitable[bool]]
RETRY = timedelta(seconds=30)
MOST_ATTEMPTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """`due` by the test's clock; signed when it is sent, by the real one, as the SDK checks it."""

    event: Mapping[str, Any]
    due: datetime
    attempts: int = 0


class Mail:
    """Safe to post to from any thread. `secret` signs; `chance` shuffles where asked to."""

    def __init__(self, secret: str, clock: Clock) -> None:
        self._secret = secret
        self._clock = clock
        self._lock = threading.Lock()
        self._numbers = count(1)
        self._waiting: list[Letter] = []
        self._deliver: Deliver | None = None
        self.sent: list[tuple[Mapping[str, str], bytes]] = []
        self.lose, self.double, self.delay = 0, 0, timedelta()
        self.shuffle: random.Random | None = None

    def deliver_by(self, deliver: Deliver) -> None:
        self._deliver = deliver

    def post(self, kind: str, subject: Mapping[str, Any]) -> None:
        with self._lock:
            if self.lose:
                self.lose -= 1
                return
            event = {
                "id": f"evt_{next(self._numbers):08d}",
                "object": "event",
                "created": int(time.time()),
                "livemode": False,
                "type": kind,
                "data": {"object": dict(subject)},
            }
            letter = Letter(event=event, due=self._clock.now() + self.delay)
            self._waiting += [letter, letter] if self.double else [letter]
            self.double = max(0, self.double - 1)
            self.delay = timedelta()

    def next_due(self) -> datetime | None:
        with self._lock:
            return min((letter.due for letter in self._waiting), default=None)

    async def deliver_due(self) -> int:
        """Send what is due; how many were accepted. What is not accepted is sent again later, newly signed."""
        if self._deliver is None:
            return 0
        now = self._clock.now()
        with self._lock:
            due = [letter for letter in self._waiting if letter.due <= now]
            self._waiting = [letter for letter in self._waiting if letter.due > now]
        if self.shuffle is not None:
            self.shuffle.shuffle(due)
        accepted = 0
        for letter in due:
            headers, body = self.signed(letter.event)
            self.sent.append((headers, body))
            if await self._deliver(headers, body):
                accepted += 1
            elif letter.attempts < MOST_ATTEMPTS:
                with self._lock:
                    self._waiting.append(replace(letter, due=now + RETRY, attempts=letter.attempts + 1))
        return accepted

    def signed(self, event: Mapping[str, Any], *, at: float | None = None) -> tuple[dict[str, str], bytes]:
        body = json.dumps(event).encode()
        seconds = int(time.time() if at is None else at)
        signature = hmac.new(self._secret.encode(), f"{seconds}.".encode() + body, hashlib.sha256).hexdigest()
        return {"stripe-signature": f"t={seconds},v1={signature}", "content-type": "application/json"}, body
