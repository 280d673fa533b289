"""A shop whose servers are processes of their own, ended by SIGKILL: from outside, or where they were told to end themselves."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx

from shopkeeper.testing.crashes.line import BUSY, MOST_REQUESTS, Plan
from shopkeeper.testing.crashes.nursery import ServerProcess, Starts
from shopkeeper.testing.stripe import StripeProxy, stripe_settings


@dataclass(kw_only=True)
class KilledLine:
    """Implements `Line` for the shop in `folder`, on `database_url` where that is not empty; its sweeps report to their own logs."""

    nursery: Starts
    folder: Path
    port: int
    plan: Plan
    stripe: StripeProxy | None = None
    database_url: str = ""
    deaths: int = field(default=0, init=False)
    requests: int = field(default=0, init=False)
    repairs: Counter[str] = field(default_factory=Counter[str], init=False)

    def __post_init__(self) -> None:
        self._client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30, trust_env=False)
        self._started_at = time.monotonic()
        self._server = self._start()

    def close(self) -> None:
        self._client.close()
        self._server.kill()

    def ask(self, method: str, path: str, **request: Any) -> httpx.Response:
        self.requests += 1
        if self.plan.before(self.requests):
            self._server.kill()
        while True:
            try:
                answer = self._client.request(method, path, **request)
                if answer.status_code != BUSY or self.requests > MOST_REQUESTS:
                    return answer
                self.requests += 1
                time.sleep(0.2)
            except httpx.TransportError:
                self._server.wait_gone()
                self.deaths += 1
                self._server = self._start()

    def wait(self) -> None:
        time.sleep(0.05)

    def elapsed_s(self) -> float:
        return time.monotonic() - self._started_at

    def _start(self) -> ServerProcess:
        extra = {"SHOPKEEPER_DATABASE_URL": self.database_url} if self.database_url else {}
        if self.stripe is not None:
            extra |= _environment(self.stripe)
        return self.nursery.start(self.folder, self.port, wanted=replace(self.plan.next_life(self.deaths), extra=extra))


def _environment(stripe: StripeProxy) -> Mapping[str, str]:
    settings = stripe_settings(stripe)
    return {f"SHOPKEEPER_{name.upper()}": " ".join(v) if isinstance(v, tuple) else v for name, v in settings.items()}
