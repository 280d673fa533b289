"""A running server as the world of a test: only what any shopper can do and see there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import httpx

from shopkeeper.testing.conversations.happenings import OUTSIDE
from shopkeeper.testing.conversations.seen import Answer, Seen
from shopkeeper.testing.conversations.spec import Doing, Happening, MoveClock, Send, Setup
from shopkeeper.testing.conversations.talking import CannotDo, Talker

T = TypeVar("T")

TIMEOUT_S = 30.0
NEWS_WITHIN_S = 4.0
ASK_EVERY_S = 0.25


def needs_inside(doing: Doing) -> str | None:
    """Why a server cannot be asked to do this, if it cannot."""
    match doing:
        case MoveClock():
            return "the clock of a server cannot be moved"
        case Happening(kind=kind) if kind not in OUTSIDE:
            return f"{kind} happens inside the shop"
        case _:
            return None


class RemoteWorld:
    def __init__(self, setup: Setup, url: str) -> None:
        self._setup = setup
        self._client = httpx.AsyncClient(base_url=url, timeout=TIMEOUT_S, trust_env=False)
        self.speakers: dict[str, Talker] = {}

    async def __aenter__(self) -> RemoteWorld:
        for name, speaker in self._setup.speakers.items():
            self.speakers[name] = Talker(lambda: self._client, name, speaker)
            await self.speakers[name].open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def begin(self) -> None:
        """A server keeps its own count of what happened."""

    async def send(self, send: Send) -> Answer:
        talker = self.speakers[send.by]
        return await talker.send(*talker.prepare(send))

    async def send_together(self, sends: tuple[Send, ...]) -> tuple[Answer, ...]:
        prepared = [(self.speakers[send.by], *self.speakers[send.by].prepare(send)) for send in sends]
        return tuple(await asyncio.gather(*(talker.send(parts, key) for talker, parts, key in prepared)))

    async def move_clock(self, move: MoveClock) -> None:
        raise CannotDo("the clock of a server cannot be moved")

    async def happen(self, happening: Happening) -> None:
        """The pay page; then wait a little for what the provider tells the shop about it."""
        facts, talker = happening.facts, self.speakers[happening.by]
        form = {"outcome": "code", "code": str(facts["code"])} if "code" in facts else {"outcome": str(facts["outcome"])}
        known = len(talker.view.get("messages", ()))
        await talker.visit_pay_page(form)
        for _ in range(int(NEWS_WITHIN_S / ASK_EVERY_S)):
            if len((await talker.read()).get("messages", ())) > known:
                return
            await asyncio.sleep(ASK_EVERY_S)

    async def settle(self) -> None:
        """The server sees to that itself."""

    async def look(self, by: str, answers: tuple[Answer, ...], judge: Callable[[Seen], T]) -> T:
        return judge(await self.speakers[by].look(answers))
