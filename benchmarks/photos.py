"""What a photo costs: `python -m benchmarks.photos PHOTOS_DIR [--catalog 20000] [--photos 60]`.

CPU of one thread from bytes to candidates: decoding, the plain search for codes, hash, network views, and the comparison with as many
catalog looks as asked for (real looks of the demo shop, jittered so that no two are alike). Codes that need repairs, fine details and text
are told apart, since a turn asks for them only where looks settle nothing.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np

from shopkeeper.adapters.vision.codes import REPAIRS, read_codes
from shopkeeper.adapters.vision.intake import clean_copy, open_picture
from shopkeeper.adapters.vision.look import Look, Looker, unit
from shopkeeper.adapters.vision.matching import Matcher
from shopkeeper.adapters.vision.network import EfficientNetLite2
from shopkeeper.adapters.vision.reader import WORTH_A_WAIT

T = TypeVar("T")
ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp"})
STEPS = ("open", "code", "look", "match")


class Clock:
    """CPU milliseconds of this thread, by step."""

    def __init__(self) -> None:
        self.spent: dict[str, list[float]] = {}

    def measure(self, step: str, work: Callable[[], T]) -> T:
        started = time.thread_time()
        found = work()
        self.spent.setdefault(step, []).append((time.thread_time() - started) * 1000)
        return found


def crowd(looks: Sequence[Look], count: int) -> list[Look]:
    """`count` looks like those given; deterministic."""
    chance = np.random.default_rng(7)
    spread = float(np.std([look.deep for look in looks]))
    made: list[Look] = []
    for at in range(count):
        look = looks[at % len(looks)]
        moved = look.deep + chance.normal(scale=0.5 * spread, size=look.deep.shape)
        color = np.sqrt(unit(np.abs(look.color + chance.normal(scale=0.01, size=look.color.shape))))
        made.append(
            replace(look, deep=moved.astype(np.float32), color=unit(color), hash=chance.integers(0, 256, 32, dtype=np.uint8), rows=None)
        )
    return made


def measure(files: Sequence[Path], count: int) -> dict[str, float]:
    looker, clock = Looker(EfficientNetLite2()), Clock()
    known = [looker.look(open_picture(file.read_bytes()), closely=True) for file in files[: max(2, len(files) // 2)]]
    matcher = Matcher(crowd(known, count), np.arange(count), looker.name)
    for file in files:
        data = file.read_bytes()
        picture = clock.measure("open", lambda data=data: open_picture(data))
        clock.measure("code", lambda picture=picture: read_codes(picture, repairs=REPAIRS[:1]))
        look = clock.measure("look", lambda picture=picture: looker.look(picture))
        clock.measure("match", lambda look=look: matcher.match(look))
        clock.measure("repairs", lambda picture=picture: read_codes(picture, repairs=WORTH_A_WAIT))
        clock.measure("fitted_bars", lambda picture=picture: read_codes(picture, repairs=(), fitted=1))
        clock.measure("clean_copy", lambda picture=picture: clean_copy(picture))
    whole = [sum(times) for times in zip(*(clock.spent[step] for step in STEPS), strict=True)]
    figures = {"photos": float(len(files)), "catalog_pictures": float(count), "p50_ms": statistics.median(whole), "p95_ms": _p95(whole)}
    for step, times in clock.spent.items():
        figures |= {f"{step}_p50_ms": statistics.median(times), f"{step}_p95_ms": _p95(times)}
    return {name: round(value, 1) for name, value in figures.items()}


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def main() -> None:
    parser = argparse.ArgumentParser(description="CPU milliseconds of a photo, step by step.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--catalog", type=int, default=20_000)
    parser.add_argument("--photos", type=int, default=60)
    options = parser.parse_args()
    files = sorted(file for file in options.folder.rglob("*") if file.suffix.lower() in ENDINGS)
    if not files:
        parser.error(f"{options.folder} holds no pictures")
    step = max(1, len(files) // options.photos)
    print(json.dumps(measure(files[::step][: options.photos], options.catalog)))


if __name__ == "__main__":
    main()
