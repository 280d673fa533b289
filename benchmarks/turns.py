"""`make bench`: browse-and-buy conversations over HTTP, at 1, 8 and 32 clients; turns a second, latency per step, memory, start."""

from __future__ import annotations

import argparse
import json
import re
import statistics
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from benchmarks.load import Script, percentile, put_under_load, say
from benchmarks.server import Server, make_shop, serving
from shopkeeper.testing.postgres import postgres_server

SAY = (
    ("greet", "hello"),
    ("find", "do you have a leather tote?"),
    ("ask", "is it in stock?"),
    ("add", "a dozen eggs and two milks please"),
    ("change", "make it three milks"),
    ("browse", "show me headphones under 100"),
    ("cart", "show my cart"),
    ("check_out", "check out"),
    ("pickup", "pick it up in Mitte"),
    ("method", "I'll pay on pickup"),
    ("consent", "yes"),
    ("status", "where is my order?"),
)
SCRIPT = Script(steps=tuple((step, say(text)) for step, text in SAY), buys="consent")


def measure(server: Server, clients: int, seconds: float) -> dict[str, Any]:
    """Turns a second and percentiles over `seconds`, from a client process."""
    commits_before = _commits(server)
    load = put_under_load(server, SCRIPT, clients=clients, seconds=seconds)
    every = load.turns
    return {
        "clients": clients,
        "turns": len(every),
        "turns_per_s": round(len(every) / seconds, 1),
        "ms": _percentiles(every),
        "steps_ms": {step: _percentiles(sorted(values)) for step, values in load.times.items()},
        "orders": load.bought,
        "orders_tried": load.tried,
        "server_cpu_share": round(load.cpu_s / load.wall_s, 2),
        "server_cpu_ms_per_turn": round(load.cpu_s / max(1, len(every)) * 1000, 2),
        "commits_per_turn": round((_commits(server) - commits_before) / max(1, len(every)), 2),
        "rss_mb": round(server.rss_mb, 1),
    }


def _commits(server: Server) -> float:
    found = re.search(r"^shopkeeper_commits_total(?:\{.*\})? ([\d.e+]+)", server.metrics(), re.MULTILINE)
    return float(found.group(1)) if found else 0.0


def _percentiles(values: list[float]) -> dict[str, float]:
    return {name: percentile(values, share) for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))}


def _inside(server: Server) -> dict[str, float]:
    """Mean milliseconds per pipeline step, from the server's own histogram."""
    text = server.metrics()
    sums = dict(re.findall(r'shopkeeper_step_seconds_sum\{step="(\w+)"\} ([\d.e+-]+)', text))
    counts = dict(re.findall(r'shopkeeper_step_seconds_count\{step="(\w+)"\} ([\d.e+-]+)', text))
    return {step: round(float(total) / float(counts[step]) * 1000, 3) for step, total in sums.items() if float(counts[step])}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--clients", default="1,8,32")
    parser.add_argument("--database-url", default="", help="default: SQLite in a temporary folder")
    parser.add_argument("--postgres", action="store_true", help="on an embedded Postgres of its own (no disk syncs)")
    parser.add_argument("--small", action="store_true", help="only the demo shop's products")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, postgres_server() if options.postgres else nullcontext() as postgres:
        folder, url = Path(name), postgres.fresh_database() if postgres else options.database_url
        products = make_shop(folder, database_url=url, electronics=not options.small)
        with serving(folder, url) as server:
            print(f"{products} products; cold start {server.cold_start_s:.2f} s; {server.rss_mb:.0f} MB at rest")
            runs = [measure(server, int(clients), options.seconds) for clients in options.clients.split(",")]
            inside = _inside(server)
    for run in runs:
        _print(run)
    print("inside the server, mean ms: " + ", ".join(f"{step} {ms}" for step, ms in inside.items()))
    if options.json:
        print(json.dumps({"products": products, "cold_start_s": round(server.cold_start_s, 3), "runs": runs, "inside_ms": inside}))


def _print(run: dict[str, Any]) -> None:
    ms = run["ms"]
    print(
        f"\n{run['clients']} clients: {run['turns_per_s']} turns/s, p50 {ms['p50']} p95 {ms['p95']} p99 {ms['p99']} ms, "
        f"{run['orders']}/{run['orders_tried']} orders, {run['commits_per_turn']} commits/turn, "
        f"server {run['server_cpu_share']:.2f} cores, {run['server_cpu_ms_per_turn']} ms CPU a turn, {run['rss_mb']} MB"
    )
    medians = [values["p50"] for values in run["steps_ms"].values()]
    for step, values in run["steps_ms"].items():
        print(f"  {step:10s} p50 {values['p50']:8.2f}  p95 {values['p95']:8.2f}  p99 {values['p99']:8.2f} ms")
    print(f"  median of the steps' medians {statistics.median(medians):.2f} ms")


if __name__ == "__main__":
    main()
