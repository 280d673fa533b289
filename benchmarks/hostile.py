"""`python -m benchmarks.hostile --turns 100000`: a shop whose model wants the worst, and how often it got its way."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from shopkeeper.testing.hostile_checks import BEN
from shopkeeper.testing.hostile_world import HostileWorld
from shopkeeper.testing.models import HostileModel

SHOWN = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    report = asyncio.run(run(asked.turns, asked.seed))
    print(json.dumps(report, ensure_ascii=False))
    sys.exit(1 if report["violations"] else 0)


async def run(turns: int, seed: int) -> dict[str, object]:
    model = HostileModel(seed=seed, others=BEN, skus=("BAG-TAN", "WINE-R"), hangs=0.0005)
    violations: list[str] = []
    started = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        world = HostileWorld(Path(folder), model, seed=seed)
        for number in range(1, turns + 1):
            for violation in await world.take():
                violations.append(violation)
                if len(violations) <= SHOWN:
                    print(f"turn {number}: {violation}")
            if number % 1000 == 0:
                print(f"\r{number}/{turns} turns, {len(violations)} violations", end="", file=sys.stderr, flush=True)
        world.close()
    took_s = perf_counter() - started
    tally = world.tally
    return {
        "turns": tally.turns,
        "violations": len(violations),
        "model_calls": model.calls,
        "turns_with_model": tally.model_turns,
        "reworded": tally.reworded,
        "rejected": tally.rejected,
        "seconds": round(took_s, 1),
    }


if __name__ == "__main__":
    main()
