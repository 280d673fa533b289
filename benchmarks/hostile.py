"""`python -m benchmarks.hostile --turns 100000`: a shop whose model wants the worst, and how often it got its way.

`--shop lantern_market` plays in the whole fixture shop (appointments, returns, own orders), `--shop small` in one of six products, four
times as fast; `both` (the default) gives every fifth turn to the first.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from shopkeeper.testing.hostile_shops import BEN, pack_shop, small_shop
from shopkeeper.testing.hostile_world import CONTENT, HostileWorld
from shopkeeper.testing.models import HostileModel

SHOWN = 20
TURNS = {"small": 20, "lantern_market": 40}
"""Of one conversation; a fresh copy of the larger shop takes as long as a turn or two."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--shop", choices=("both", "small", "lantern_market"), default="both")
    asked = parser.parse_args()
    shares = {"small": asked.turns * 4 // 5, "lantern_market": asked.turns // 5} if asked.shop == "both" else {asked.shop: asked.turns}
    reports = [asyncio.run(run(shop, turns, asked.seed)) for shop, turns in shares.items()]
    for report in reports:
        print(json.dumps(report, ensure_ascii=False))
    sys.exit(1 if any(report["violations"] for report in reports) else 0)


async def run(shop: str, turns: int, seed: int) -> dict[str, object]:
    model = HostileModel(seed=seed, others=BEN, skus=("BAG-TAN", "WINE-R"), hangs=0.0005)
    violations: list[str] = []
    started, used_s = perf_counter(), process_time()
    with tempfile.TemporaryDirectory() as folder:
        fresh = small_shop if shop == "small" else await pack_shop(CONTENT / "packs" / shop)
        world = HostileWorld(Path(folder), model, fresh=fresh, seed=seed, turns_per_conversation=TURNS[shop])
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
        "shop": shop,
        "turns": tally.turns,
        "violations": len(violations),
        "model_calls": model.calls,
        "turns_with_model": tally.model_turns,
        "reworded": tally.reworded,
        "rejected": tally.rejected,
        "seconds": round(took_s, 1),
        "turns_per_cpu_second": round(turns / (process_time() - used_s)),
        "corners": dict(tally.corners),
        "languages": dict(tally.languages),
        "open_questions": dict(tally.questions.most_common()),
        "events": dict(tally.happened.most_common()),
    }


if __name__ == "__main__":
    main()
