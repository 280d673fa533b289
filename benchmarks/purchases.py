"""Whole purchases per second over HTTP conversation turns: find, add, check out, confirm, paid at the sandbox bank.

Usage: python -m benchmarks.purchases [--seconds 10] [--clients 16] [--postgres] [--json]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import tempfile
import time
from collections import defaultdict
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from benchmarks.http_client import Connection
from benchmarks.server import Server, make_shop, serving
from shopkeeper.testing.postgres import postgres_server

STEPS: tuple[tuple[str, dict[str, object]], ...] = (
    ("find", {"type": "text", "text": "do you have milk?"}),
    ("add", {"type": "text", "text": "a dozen eggs and two milks please"}),
    ("check out", {"type": "text", "text": "check out, pick up in Mitte"}),
    ("pay by", {"type": "action", "action": "set_payment_method", "method": "saved_card"}),
    ("confirm", {"type": "text", "text": "yes"}),
)
"""The saved card of the demo customer is approved by the sandbox bank at once: authorized, ordered and captured."""


async def _shopper(port: int, until: float, times: dict[str, list[float]], bought: list[int]) -> None:
    connection = Connection("127.0.0.1", port)
    number = 0
    while time.perf_counter() < until:
        opened = await connection.post("/v1/conversations", {"locale": "en", "customer_token": "demo-ana"})
        headers = {"Authorization": f"Bearer {opened['token']}"}
        answer: Any = None
        for name, part in STEPS:
            number += 1
            started = time.perf_counter()
            answer = await connection.post(
                f"/v1/conversations/{opened['conversation_id']}/turns", {"parts": [part]}, {**headers, "Idempotency-Key": f"k{number}"}
            )
            times[name].append(time.perf_counter() - started)
        bought.append(int(any(block["type"] == "order" for block in answer["reply"]["blocks"])))
    await connection.close()


def _load(port: int, clients: int, seconds: float, result: Any) -> None:
    async def work() -> None:
        times: dict[str, list[float]] = defaultdict(list)
        bought: list[int] = []
        until = time.perf_counter() + seconds
        await asyncio.gather(*(_shopper(port, until, times, bought) for _ in range(clients)))
        result.put((dict(times), sum(bought), len(bought)))

    asyncio.run(work())


def measure(server: Server, clients: int, seconds: float) -> dict[str, Any]:
    result: Any = multiprocessing.Queue()
    process = multiprocessing.Process(target=_load, args=(server.port, clients, seconds, result))
    cpu_before, started = server.cpu_s, time.perf_counter()
    process.start()
    times, bought, tried = result.get(timeout=seconds * 4 + 120)
    wall, cpu_s = time.perf_counter() - started, server.cpu_s - cpu_before
    process.join()
    every = sorted(t for values in times.values() for t in values)
    return {
        "clients": clients,
        "purchases": bought,
        "tried": tried,
        "purchases_per_s": round(bought / wall, 1),
        "p95_ms": _p95(every),
        "p95_ms_by_step": {name: _p95(sorted(values)) for name, values in times.items()},
        "server_cpu_ms_per_purchase": round(cpu_s / max(1, bought) * 1000, 1),
        "server_cores": round(cpu_s / wall, 2),
        "purchases_per_s_if_one_core_were_free": round(bought / cpu_s, 1) if cpu_s else 0.0,
    }


def _p95(values: list[float]) -> float:
    return round(values[min(len(values) - 1, int(len(values) * 0.95))] * 1000, 1) if values else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--postgres", action="store_true", help="on an embedded Postgres of its own (no disk syncs)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, postgres_server() if options.postgres else nullcontext() as postgres:
        folder, url = Path(name), postgres.fresh_database() if postgres else ""
        make_shop(folder, database_url=url, electronics=False)
        with serving(folder, url) as server:
            run = measure(server, options.clients, options.seconds)
    where = "Postgres" if options.postgres else "SQLite"
    print(f"{where}: {run['purchases_per_s']} purchases/s ({run['purchases']} of {run['tried']} bought), p95 {run['p95_ms']} ms a turn")
    print(f"  server: {run['server_cpu_ms_per_purchase']} ms CPU a purchase, {run['server_cores']} cores used;", end=" ")
    print(f"with one core to itself {run['purchases_per_s_if_one_core_were_free']} purchases/s: CPU is what limits it")
    print("  p95 by step, ms: " + ", ".join(f"{step} {ms}" for step, ms in run["p95_ms_by_step"].items()))
    if options.json:
        print(json.dumps({"database": where, **run}))


if __name__ == "__main__":
    main()
