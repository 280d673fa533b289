"""Whole purchases per second over HTTP conversation turns: find, add, check out, confirm, paid at the sandbox bank.

Usage: python -m benchmarks.purchases [--seconds 10] [--clients 16] [--postgres] [--json]
"""

from __future__ import annotations

import argparse
import json
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from benchmarks.load import Part, Script, percentile, put_under_load, say
from benchmarks.server import Server, make_shop, serving
from shopkeeper.testing.postgres import postgres_server

STEPS: tuple[tuple[str, Part], ...] = (
    ("find", say("do you have milk?")),
    ("add", say("a dozen eggs and two milks please")),
    ("check out", say("check out, pick up in Mitte")),
    ("pay by", {"type": "action", "action": "set_payment_method", "method": "saved_card"}),
    ("confirm", say("yes")),
)
"""The saved card of the demo customer is approved by the sandbox bank at once: authorized, ordered and captured."""
SCRIPT = Script(steps=STEPS, buys="confirm", opening={"locale": "en", "customer_token": "demo-ana"})


def measure(server: Server, clients: int, seconds: float) -> dict[str, Any]:
    load = put_under_load(server, SCRIPT, clients=clients, seconds=seconds)
    return {
        "clients": clients,
        "purchases": load.bought,
        "tried": load.tried,
        "purchases_per_s": round(load.bought / load.wall_s, 1),
        "p95_ms": percentile(load.turns, 0.95),
        "p95_ms_by_step": {name: percentile(sorted(values), 0.95) for name, values in load.times.items()},
        "server_cpu_ms_per_purchase": round(load.cpu_s / max(1, load.bought) * 1000, 1),
        "server_cores": round(load.cpu_s / load.wall_s, 2),
        "purchases_per_s_if_one_core_were_free": round(load.bought / load.cpu_s, 1) if load.cpu_s else 0.0,
    }


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
