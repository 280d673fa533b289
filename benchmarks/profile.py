"""`make profile`: where a turn's milliseconds go, inside one process, called directly and (`--door`) through the HTTP application.

CPU time, not wall time; and because a busy machine also makes CPU time slower (shared caches, clock), a fixed piece of work
runs between the conversations and its pace is printed too: two runs compare by their milliseconds per `loop`.
`--top 40` prints the profiler's list as well.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import hashlib
import json
import logging
import pstats
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import structlog
from fastapi import FastAPI

from benchmarks.server import make_shop
from benchmarks.turns import SAY
from shopkeeper.adapters.storage.db import Db
from shopkeeper.app.conversations import Opening, open_conversation
from shopkeeper.bootstrap import Shop, open_shop
from shopkeeper.domain.conversation.message import IncomingMessage, TextPart
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.entry.http.app import create_app
from shopkeeper.settings import Settings

WARM_UP = 5


@dataclass
class Spent:
    """CPU seconds by step of the conversation, and statements that reached the database."""

    steps: Counter[str] = field(default_factory=Counter[str])
    opening_s: float = 0.0
    statements: int = 0
    loops_s: float = 0.0

    @property
    def turns_s(self) -> float:
        return self.steps.total()


def _loop() -> float:
    """CPU seconds of a fixed piece of work like a turn's: objects, dictionaries, JSON, hashing."""
    started = time.process_time()
    for index in range(200):
        text = json.dumps({str(n): {"amount": n * index, "words": ["milk", "eggs"]} for n in range(8)})
        hashlib.sha256(json.dumps(json.loads(text), sort_keys=True).encode()).hexdigest()
    return time.process_time() - started


Say = Callable[[str, str, str], Awaitable[None]]
"""(conversation, step, text): one turn, directly or through the door."""


def _directly(shop: Shop) -> Say:
    async def say(name: str, step: str, text: str) -> None:
        parts, now = (TextPart(text=text),), shop.clock.now()
        message = IncomingMessage(conversation_id=ConversationId(name), idempotency_key=step, parts=parts, received_at=now)
        await shop.assistant.take_turn(message)

    return say


def _through(app: FastAPI) -> Say:
    """Everything but the socket: limits, routing, token, parsing, the answer's bytes."""

    async def say(name: str, step: str, text: str) -> None:
        headers = {"authorization": f"Bearer {name}", "idempotency-key": step, "content-type": "application/json"}
        body = json.dumps({"parts": [{"type": "text", "text": text}]}).encode()
        path = f"/v1/conversations/{name}/turns"
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": "POST",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "root_path": "",
            "headers": [(key.encode(), value.encode()) for key, value in {**headers, "content-length": str(len(body))}.items()],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            if message.get("status", 200) != 200:
                raise RuntimeError(f"{path}: {message['status']}")

        await app(scope, receive, send)

    return say


async def _converse(shop: Shop, say: Say, name: str, spent: Spent) -> None:
    started = time.process_time()
    opening = Opening(conversation_id=ConversationId(name), token=name, locale=None, storefront=None, customer_token=None)
    await shop.storage.write(lambda tx: open_conversation(opening, tx, shop.clock.now()))
    spent.opening_s += time.process_time() - started
    for step, text in SAY:
        started = time.process_time()
        await say(name, step, text)
        spent.steps[step] += time.process_time() - started


async def _several(shop: Shop, say: Say, conversations: int) -> Spent:
    spent = Spent()
    run = time.time_ns()
    with _counted(spent):
        for index in range(conversations):
            await _converse(shop, say, f"cnv_{run}_{index}", spent)
            spent.loops_s += _loop()
    return spent


@contextmanager
def _counted(spent: Spent) -> Iterator[None]:
    """Count the statements that reach the driver."""
    original = Db._execute

    def counting(self: Db, *args: Any) -> Any:
        spent.statements += 1
        return original(self, *args)

    Db._execute = counting  # pyright: ignore[reportAttributeAccessIssue]
    try:
        yield
    finally:
        Db._execute = original


async def profile(folder: Path, conversations: int, top: int, *, door: bool) -> None:
    settings = Settings(data_dir=folder, rate_per_minute=0, turns_per_minute=0)
    async with open_shop(settings, background=False) as shop:
        app = create_app(settings, lambda: None)
        app.state.shop = shop
        say = _through(app) if door else _directly(shop)
        await _several(shop, say, WARM_UP)
        before = shop.storage.stats()
        spent = await _several(shop, say, conversations)
        _print(spent, conversations, shop.storage.stats().commits - before.commits)
        if top:
            profiler = cProfile.Profile(time.process_time)
            profiler.enable()
            await _several(shop, say, conversations)
            profiler.disable()
            for order in ("cumulative", "tottime"):
                pstats.Stats(profiler).sort_stats(order).print_stats(top)


def _print(spent: Spent, conversations: int, commits: int) -> None:
    turns = conversations * len(SAY)
    print(
        f"{spent.turns_s / turns * 1000:.2f} ms CPU a turn, {spent.statements / turns:.1f} statements, {commits / turns:.2f} commits; "
        f"opening a conversation {spent.opening_s / conversations * 1000:.2f} ms"
    )
    loop_s = spent.loops_s / conversations
    print(f"  a turn is {spent.turns_s / turns / loop_s:.4f} of the loop, which took {loop_s * 1000:.2f} ms")
    for step, seconds in spent.steps.items():
        print(f"  {step:10s} {seconds / conversations * 1000:6.2f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--conversations", type=int, default=25)
    parser.add_argument("--top", type=int, default=0, help="how many lines of the profiler's lists to print")
    parser.add_argument("--folder", type=Path, help="a migrated, seeded shop; default: the demo shop in a temporary folder")
    parser.add_argument("--electronics", action="store_true", help="with the 19,406 electronics products")
    parser.add_argument("--door", action="store_true", help="through the HTTP application instead of directly")
    options = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or Path(name)
        if options.folder is None:
            make_shop(folder, electronics=options.electronics)
        asyncio.run(profile(folder, options.conversations, options.top, door=options.door))


if __name__ == "__main__":
    main()
