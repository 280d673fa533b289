"""`python -m benchmarks.chaos --runs 200`: purchases in shops with trouble of every kind at random, and how many came out right.

Servers are killed, providers do not answer, webhooks are lost, clocks are wrong, disks are full.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

from rich.progress import track

from shopkeeper.entry.logs import configure_logs
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.crashes.nursery import Nursery
from shopkeeper.testing.crashes.trial import make_template, random_trial
from shopkeeper.testing.stripe import LocalStripe, available


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0, help="of the first run; each run has the next one")
    parser.add_argument("--at-once", type=int, default=2)
    given = parser.parse_args()
    configure_logs("error")
    seeds = range(given.seed, given.seed + given.runs)
    with Templates() as templates:
        template = asyncio.run(make_template(templates))
        local = LocalStripe() if available() else nullcontext(None)
        with local as stripe, Nursery(template.folder) as nursery, ThreadPoolExecutor(given.at_once) as pool:
            trials = pool.map(lambda seed: random_trial(nursery, template, seed, stripe=stripe), seeds)
            verdicts = list(zip(seeds, track(trials, "Killing shops", total=given.runs), strict=True))
    deaths = sum(verdict.deaths for _, verdict in verdicts)
    by_way = Counter(verdict.name.split(",", maxsplit=1)[0] for _, verdict in verdicts)
    failed = [(seed, verdict) for seed, verdict in verdicts if verdict.problems]
    for seed, verdict in failed:
        print(f"seed {seed}: {verdict.name}: {'; '.join(verdict.problems)}")
    repairs = sum((Counter(verdict.repairs) for _, verdict in verdicts), Counter[str]())
    mended = ", ".join(f"{kind} {count}" for kind, count in sorted(repairs.items()))
    print(f"repaired by the sweep after the purchase: {mended or 'nothing'}")
    ways = ", ".join(f"{way} {count}" for way, count in sorted(by_way.items()))
    print(f"{given.runs} purchases ({ways}), {deaths} times killed, {given.runs - len(failed)} sound, {len(failed)} not")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
