"""Whole purchases per second over HTTP conversation turns: find, add, check out, confirm, paid at the sandbox bank.

A few seconds of the same load come first and are not counted: a server that has just started still reads word lists.

Usage: python -m benchmarks.purchases [--seconds 10] [--clients 16] [--workers 1] [--postgres] [--json]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.load import Part, Script, percentile, put_under_load, say
from benchmarks.server import MITTE, SHELF, SOLD, Server, make_shop, serving
from shopkeeper.bootstrap import open_shop
from shopkeeper.ports.storage import Transaction
from shopkeeper.settings import Settings
from shopkeeper.testing.postgres import postgres_server

STEPS: tuple[tuple[str, Part], ...] = (
    ("find", say("do you have milk?")),
    ("add", say("a dozen eggs and two milks please")),
    ("check out", say("check out, pick up in Mitte")),
    ("pay by", {"type": "action", "action": "set_payment_method", "method": "saved_card"}),
    ("confirm", say("yes")),
)
"""The saved card of the demo customer is approved by the sandbox bank at once: authorized, ordered and captured."""
WARM_UP_S = 5.0
SCRIPT = Script(steps=STEPS, buys="confirm", opening={"locale": "en", "customer_token": "demo-ana"})


def measure(server: Server, clients: int, seconds: float) -> dict[str, Any]:
    put_under_load(server, SCRIPT, clients=clients, seconds=WARM_UP_S)
    load = put_under_load(server, SCRIPT, clients=clients, seconds=seconds)
    return {
        "clients": clients,
        "purchases": load.bought,
        "tried": load.tried,
        "purchases_per_s": round(load.bought / load.wall_s, 1),
        "p50_ms": percentile(load.turns, 0.5),
        "p95_ms": percentile(load.turns, 0.95),
        "p95_ms_by_step": {name: percentile(sorted(values), 0.95) for name, values in load.times.items()},
        "server_cpu_ms_per_purchase": round(load.cpu_s / max(1, load.bought) * 1000, 1),
        "server_cores": round(load.cpu_s / load.wall_s, 2),
        "clients_cpu_ms_per_purchase": round(load.clients_cpu_s / max(1, load.bought) * 1000, 1),
        "mb": round(server.rss_mb),
        "cold_start_s": round(server.cold_start_s, 2),
    }


async def what_is_wrong(settings: Settings) -> list[str]:
    """Money, goods and records once the server is gone; clients may have been stopped in the middle of a purchase."""
    async with open_shop(settings, background=False) as shop:
        await shop.sweep()
        assert shop.bank is not None
        moved = Counter((entry.kind, entry.key) for entry in shop.bank.ledger())
        return await shop.storage.scan(lambda tx: list(_problems(tx, moved)))


def _problems(tx: Transaction, moved: Counter[tuple[str, str]]) -> Iterator[str]:
    orders = [
        order
        for order in tx.orders.recent(limit=1_000_000)
        if order.payment_id is not None and ("authorization", order.payment_id) in moved
    ]
    if twice := [key for key, times in moved.items() if times > 1]:
        yield f"money moved twice: {twice[:3]}"
    captured = {key for kind, key in moved if kind == "capture"}
    if captured != {order.payment_id for order in orders}:
        yield f"{len(captured)} payments captured, {len(orders)} orders"
    sold, held = Counter[str](), Counter[str]()
    for order in orders:
        sold.update({line.sku: line.quantity for line in order.quote.lines})
    for hold in tx.stock.all_held():
        held[hold.sku] += hold.quantity
    for sku in SOLD:
        left = tx.stock.available([sku])[sku][MITTE]
        if left + held[sku] + sold[sku] != SHELF:
            yield f"{sku}: {left} left, {held[sku]} held, {sold[sku]} sold of {SHELF}"
    tx.audit.verify()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--workers", type=int, default=1, help="processes of the server")
    parser.add_argument("--postgres", action="store_true", help="on an embedded Postgres of its own (no disk syncs)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, postgres_server() if options.postgres else nullcontext() as postgres:
        folder, url = Path(name), postgres.fresh_database() if postgres else ""
        make_shop(folder, database_url=url, electronics=False)
        with serving(folder, url, workers=options.workers) as server:
            run = measure(server, options.clients, options.seconds)
        wrong = asyncio.run(what_is_wrong(replace(Settings(data_dir=folder), database_url=url)))
    where = "Postgres" if options.postgres else "SQLite"
    print(f"{where}: {run['purchases_per_s']} purchases/s ({run['purchases']} of {run['tried']} bought),", end=" ")
    print(f"p50 {run['p50_ms']} p95 {run['p95_ms']} ms a turn")
    print(f"  CPU a purchase: server {run['server_cpu_ms_per_purchase']} ms, clients {run['clients_cpu_ms_per_purchase']} ms;", end=" ")
    print(f"server {run['server_cores']} cores, {run['mb']} MB, first answer after {run['cold_start_s']} s")
    print("  p95 by step, ms: " + ", ".join(f"{step} {ms}" for step, ms in run["p95_ms_by_step"].items()))
    print(
        "  afterwards: "
        + ("; ".join(wrong) or "every order paid once, every payment with its order, no piece of stock lost, audit chain whole")
    )
    if options.json:
        print(json.dumps({"database": where, **run, "wrong": wrong}))
    if wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
