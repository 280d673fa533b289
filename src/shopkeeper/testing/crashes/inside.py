"""A shop in this process that ends where it is told to: what it has in memory is lost, its files and its bank stay.

A death here costs a small part of a SIGKILL's, and nothing waits for real: the clock is moved. What only a real process can show
(half-written files, sockets that break) is shown by the share of trials that kill servers from outside.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias, TypeVar, cast

import httpx

from shopkeeper.adapters.clock.held import HeldClock
from shopkeeper.app.jobs.sweep import run_chain
from shopkeeper.bootstrap import Shop, open_shop
from shopkeeper.domain.core.outcome import Fault
from shopkeeper.ports.storage import Storage, Transaction
from shopkeeper.settings import Settings
from shopkeeper.testing.crashes.arming import armed
from shopkeeper.testing.crashes.clocks import AheadClock
from shopkeeper.testing.crashes.database import limit_files
from shopkeeper.testing.crashes.line import BUSY, MOST_REQUESTS, Plan
from shopkeeper.testing.stripe import StripeProxy, stripe_settings

T = TypeVar("T")
AppFactory: TypeAlias = Callable[[Settings, Callable[[], Any]], Any]
"""`entry.http.app.create_app`: handed in, because the test kit does not know the doors."""

ADDRESS = "http://shop.test"
WAIT_S = 2.0
WORKS, SWEEPS = 0.7, 0.15
"""How often effects are run, and the sweep goes round, after a request; the order of things is part of what is tried."""


class Killed(BaseException):
    """Nothing catches it, as nothing catches the end of a process."""


class Life:
    """One run of the shop; once it is over it writes nothing more."""

    def __init__(self) -> None:
        self.over = False

    def end(self) -> None:
        self.over = True
        raise Killed


class LivingStorage:
    """Passes everything on for as long as the life goes on."""

    def __init__(self, storage: Storage, life: Life) -> None:
        self._storage = storage
        self._life = life
        self.read, self.scan, self.stats, self.close = storage.read, storage.scan, storage.stats, storage.close

    async def write(self, work: Callable[[Transaction], T]) -> T:
        if self._life.over:
            raise Killed
        return await self._storage.write(work)


@dataclass(kw_only=True)
class InsideLine:
    """Implements `Line` for the shop of `settings`, whose doors `create_app` makes; `clock` is the world's, `seed` the order of things."""

    settings: Settings
    create_app: AppFactory
    clock: HeldClock
    plan: Plan
    seed: int = 0
    stripe: StripeProxy | None = None
    deaths: int = field(default=0, init=False)
    requests: int = field(default=0, init=False)
    repairs: Counter[str] = field(default_factory=Counter[str], init=False)
    closed: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        if self.stripe is not None:
            self.settings = replace(self.settings, **cast("dict[str, Any]", stripe_settings(self.stripe)))
        self.settings = replace(self.settings, public_url=ADDRESS, rate_per_minute=0, turns_per_minute=0)
        self._chance = random.Random(self.seed)
        self._started_at = self.clock.now()
        self._runner = asyncio.Runner()
        self._start()

    def close(self) -> None:
        if self.closed:
            return
        self.closed = True
        self._runner.run(self._bury())
        self._runner.close()

    def ask(self, method: str, path: str, **request: Any) -> httpx.Response:
        self.requests += 1
        if self.plan.before(self.requests):
            self._die()
        while True:
            answer = self._survive(self._client.request(method, path, **request))
            if answer is not None:
                if answer.status_code != BUSY or self.requests > MOST_REQUESTS:
                    self._survive(self._meanwhile())
                    return answer
                self.requests += 1
                self.wait()

    def wait(self) -> None:
        self.clock.advance(timedelta(seconds=WAIT_S))
        self._survive(self._work(sweep=True))

    def elapsed_s(self) -> float:
        return (self.clock.now() - self._started_at).total_seconds()

    async def _meanwhile(self) -> None:
        chance = self._chance.random()
        if chance < WORKS + SWEEPS:
            await self._work(sweep=chance > WORKS)

    async def _work(self, *, sweep: bool) -> None:
        """What a running server does beside its requests: news is delivered, effects are run, the sweep goes round."""
        with contextlib.suppress(Fault):
            mail = self.stripe.mail if self.stripe is not None else self._bank.postman
            await mail.deliver_due()
            if sweep:
                self.repairs.update((await self.shop.sweep()).counts)
            else:
                await run_chain(self.shop.runner)

    def _survive(self, work: Awaitable[T]) -> T | None:
        """What came of `work`; None when the shop died of it and a new one has started."""
        try:
            return self.do(work)
        except Killed:
            self._die()
            return None

    def do(self, work: Awaitable[T]) -> T:
        """Wait for `work` of this shop."""
        return self._runner.run(_awaited(work))

    def _die(self) -> None:
        self._life.over = True
        self._runner.run(self._bury())
        self.deaths += 1
        self._start()

    def _start(self) -> None:
        """The next life, and the one after where it ends while starting."""
        while True:
            self._life = Life()
            self._stack = AsyncExitStack()
            try:
                self._runner.run(self._open())
            except Killed:
                self._runner.run(self._bury())
                self.deaths += 1
            else:
                return

    async def _open(self) -> None:
        wanted = self.plan.next_life(self.deaths)
        clock = AheadClock(wanted.ahead_s, self.clock)
        with armed(wanted, self._life.end, stripe=self.stripe is not None, life=lambda storage: LivingStorage(storage, self._life)):
            app = self.create_app(self.settings, lambda: open_shop(self.settings, clock=clock, background=False))
            await self._stack.enter_async_context(app.router.lifespan_context(app))
        self.shop = cast("Shop", app.state.shop)
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        self._client = await self._stack.enter_async_context(httpx.AsyncClient(transport=transport, base_url=ADDRESS))
        if self.stripe is not None:
            self.stripe.mail.deliver_by(self._deliverer("stripe"))
        else:
            self._bank.postman.deliver_by(self._deliverer("sandbox"))
        await self._work(sweep=True)

    @property
    def _bank(self) -> Any:
        return self.shop.bank

    def _deliverer(self, provider: str) -> Callable[[Mapping[str, str], bytes], Coroutine[Any, Any, bool]]:
        async def deliver(headers: Mapping[str, str], body: bytes) -> bool:
            answer = await self._client.post(f"/webhooks/payments/{provider}", headers=dict(headers), content=body)
            return answer.is_success

        return deliver

    async def _bury(self) -> None:
        """Nothing of the dead shop goes on; what it held open is let go."""
        self._life.over = True
        limit_files(None)
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        with contextlib.suppress(Killed, Fault):
            await self._stack.aclose()


async def _awaited(work: Awaitable[T]) -> T:
    return await work


def this_moment() -> HeldClock:
    return HeldClock(datetime.now(UTC))
