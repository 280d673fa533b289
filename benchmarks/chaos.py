"""Purchases in shops with trouble of every kind at random, and how many came out right: `python -m benchmarks.chaos --runs 200`.

Servers are killed, providers do not answer, webhooks are lost, clocks are wrong, disks are full, databases are restarted. Most runs take
place in this process, where a death is an exception and time is moved; one in ten in servers of their own, ended by SIGKILL.
With `--log` every verdict is written down as it comes, and a run that is started again goes on where it was.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Generator, Iterable
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path

from shopkeeper.entry.http.app import create_app
from shopkeeper.entry.logs import configure_logs
from shopkeeper.testing import postgres
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.crashes.grounds import InThisProcess, Processes
from shopkeeper.testing.crashes.nursery import Nursery
from shopkeeper.testing.crashes.trial import Chances, Verdict, make_template, random_trial
from shopkeeper.testing.stripe import LocalStripe, available

MEMORY = Path("/dev/shm")
TELL_EVERY = 25


@contextmanager
def chances(killed: float, on_postgres: float) -> Generator[Chances]:
    """Everything the trials draw from; what is not installed is left out, and said."""
    with ExitStack() as stack:
        templates = stack.enter_context(Templates())
        sqlite = asyncio.run(make_template(templates))
        on_server = None
        if on_postgres and postgres.available():
            server = stack.enter_context(postgres.postgres_server())
            seeded = stack.enter_context(Templates(server.url("postgres")))
            on_server = asyncio.run(make_template(seeded, server))
        else:
            print("without Postgres")
        stripe = stack.enter_context(LocalStripe()) if available() else None
        if stripe is None:
            print("without Stripe")
        yield Chances(
            inside=InThisProcess(create_app),
            processes=Processes(stack.enter_context(Nursery(sqlite.folder))),
            sqlite=sqlite,
            postgres=on_server,
            stripe=stripe,
            killed=killed,
            on_postgres=on_postgres,
        )


def read_log(file: Path | None) -> dict[int, Verdict]:
    lines = file.read_text().splitlines() if file is not None and file.exists() else []
    return {entry.pop("seed"): Verdict(**entry) for entry in map(json.loads, lines)}


def run(drawn: Chances, seeds: Iterable[int], log: Path | None) -> Generator[tuple[int, Verdict]]:
    for number, seed in enumerate(seeds, 1):
        started, cpu_s = time.perf_counter(), time.process_time()
        verdict = random_trial(drawn, seed)
        if log is not None:
            with log.open("a") as lines:
                lines.write(json.dumps({"seed": seed, **asdict(verdict)}) + "\n")
        if verdict.problems or number % TELL_EVERY == 0:
            took = f"{time.perf_counter() - started:.1f} s, {time.process_time() - cpu_s:.2f} s CPU here"
            print(f"{time.strftime('%H:%M:%S')} seed {seed} ({took}): {verdict.name}: {'; '.join(verdict.problems) or 'sound'}", flush=True)
        yield seed, verdict


def tell(verdicts: dict[int, Verdict]) -> int:
    """The figures; how many runs were not sound."""
    where = Counter(" ".join(verdict.name.split(",", maxsplit=1)[0].split()[:3]) for verdict in verdicts.values())
    failed = {seed: verdict for seed, verdict in verdicts.items() if verdict.problems}
    for seed, verdict in failed.items():
        print(f"not sound, seed {seed}: {verdict.name}: {'; '.join(verdict.problems)}")
    repairs = sum((Counter(verdict.repairs) for verdict in verdicts.values()), Counter[str]())
    print("repaired by the sweep: " + (", ".join(f"{kind} {count}" for kind, count in sorted(repairs.items())) or "nothing"))
    print("where: " + ", ".join(f"{name} {count}" for name, count in sorted(where.items())))
    deaths = sum(verdict.deaths for verdict in verdicts.values())
    restarts = sum("database restarted" in verdict.name for verdict in verdicts.values())
    print(f"{deaths} deaths of the shop, {restarts} runs with a restart of the database")
    print(f"{len(verdicts)} purchases, {len(verdicts) - len(failed)} sound, {len(failed)} not")
    return len(failed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0, help="of the first run; each run has the next one")
    parser.add_argument("--killed", type=float, default=0.1, help="share of runs in servers of their own, ended by SIGKILL")
    parser.add_argument("--postgres", type=float, default=0.3, help="share of runs on Postgres")
    parser.add_argument("--log", type=Path, help="file of verdicts, one JSON object a line; what it has is not run again")
    given = parser.parse_args()
    configure_logs("critical")
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    if MEMORY.is_dir():
        tempfile.tempdir = str(MEMORY)
    wanted = range(given.seed, given.seed + given.runs)
    verdicts = {seed: verdict for seed, verdict in read_log(given.log).items() if seed in wanted}
    with chances(given.killed, given.postgres) as drawn:
        verdicts.update(run(drawn, [seed for seed in wanted if seed not in verdicts], given.log))
    sys.exit(1 if tell(verdicts) else 0)


if __name__ == "__main__":
    main()
