"""The same files against a running server: what any shopper can see is checked, what needs the inside is skipped and said."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import uvicorn

from shopkeeper.bootstrap import open_shop
from shopkeeper.entry.http.app import create_app
from shopkeeper.testing.conversations.reading import read_tests
from shopkeeper.testing.conversations.running import Result, run_remote
from shopkeeper.testing.conversations.templates import Templates

BUYS = """name: A sale at a server
setup: {customer: ana}
steps:
  - tap: {action: add_line_item, sku: BAG-TAN}
    expect: {cart: {BAG-TAN: 1}}
  - tap: {action: set_delivery, method: pickup, store_id: mitte}
    expect: {quote: {total: 45.00}, holds: none, orders: 7}
  - tap: pay
    expect: {checkout: {payment: requires_action}}
  - event: {payment: approve}
    expect: {cart: empty, checkout: none, reply: {mentions: ["45.00"]}}
  - say: where is my order?
    expect: {acts: [order_status], order: {status: confirmed}}
---
name: A price that moves
setup: {customer: ana}
steps:
  - say: hello
    expect: {acts: [greet]}
  - event: {price: {sku: BAG-TAN, amount: 49.00}}
  - say: never said
    expect: {acts: [greet]}
---
name: A wrong expectation
steps:
  - say: hello
    expect: {acts: [thank]}
---
name: Settings of its own
setup: {settings: {rate_per_minute: 1}}
steps:
  - say: hello
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def serving(templates: Templates) -> AsyncGenerator[str]:
    settings = replace(await templates.copy("lantern_market"), port=free_port(), rate_per_minute=0)
    app = create_app(settings, lambda: open_shop(settings))
    server = uvicorn.Server(uvicorn.Config(app, host=settings.host, port=settings.port, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110  (the server has no event to wait for)
        await asyncio.sleep(0.05)
    try:
        yield settings.base_url
    finally:
        server.should_exit = True
        await serving


async def test_a_server_is_tested_as_far_as_it_can_be_seen(tmp_path: Path) -> None:
    file = tmp_path / "talk.yaml"
    file.write_text(BUYS, encoding="utf-8")
    results: dict[str, Result] = {}
    with Templates() as templates:
        async with serving(templates) as url:
            for test in read_tests(file, "talk.yaml"):
                results[test.name] = await run_remote(test, url)
    assert results["A sale at a server"].failures == ()
    assert results["A sale at a server"].unchecked == ("holds", "orders")
    moved = results["A price that moves"]
    assert (moved.failures, moved.skipped) == ((), "from talk.yaml:20 on: price happens inside the shop")
    assert [failure.what for failure in results["A wrong expectation"].failures] == ["acts"]
    assert results["Settings of its own"].skipped == "a server has its own settings"
