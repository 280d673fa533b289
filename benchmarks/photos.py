"""What a photo costs: `python -m benchmarks.photos PHOTOS_DIR [--catalog 20000] [--photos 60]`.

CPU of one thread from bytes to candidates: decoding, the plain search for codes, hash, network views, and the comparison with as many
catalog looks as asked for (looks of half the photos, jittered so that no two are alike) and with what twenty photos of each of these have
taught. The views a doubtful photo gets on top, covering faces and number plates, codes that need repairs and the clean copy are told apart.
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
from shopkeeper.adapters.vision.faces import FaceFinder
from shopkeeper.adapters.vision.intake import clean_copy, open_picture
from shopkeeper.adapters.vision.learning import Head, learn
from shopkeeper.adapters.vision.look import Look, Looker, unit
from shopkeeper.adapters.vision.matching import Matcher
from shopkeeper.adapters.vision.network import EfficientNetLite2
from shopkeeper.adapters.vision.opening import can_read
from shopkeeper.adapters.vision.plates import PlateFinder
from shopkeeper.adapters.vision.print_reader import RapidTextReader
from shopkeeper.adapters.vision.reader import WORTH_A_WAIT
from shopkeeper.adapters.vision.veil import veiled

T = TypeVar("T")
ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp"})
STEPS = ("open", "code", "look", "match")
DOUBTFUL = ("more_views", "match")
EACH = 20
"""Photos that teach one thing."""


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
            replace(look, deep=moved.astype(np.float32), color=unit(color), hash=chance.integers(0, 256, 32, dtype=np.uint8), lines=None)
        )
    return made


def lessons(looks: Sequence[Look]) -> Head | None:
    """What `EACH` photos like each of those given teach; deterministic."""
    chance = np.random.default_rng(8)
    lines = [look.lines for look in looks if look.lines is not None]
    jittered = [one + chance.normal(scale=0.01, size=one.shape).astype(np.float32) for one in lines for _ in range(EACH)]
    return learn(jittered, [at for at in range(len(lines)) for _ in range(EACH)])


def measure(files: Sequence[Path], count: int) -> dict[str, float]:
    looker, clock = Looker(EfficientNetLite2()), Clock()
    finders = (FaceFinder(), PlateFinder(RapidTextReader())) if can_read() else (FaceFinder(),)
    half = [open_picture(file.read_bytes()) for file in files[: max(2, len(files) // 2)]]
    matcher = Matcher(crowd([looker.look(picture, closely=True) for picture in half], count), np.arange(count), looker.name)
    kept = [looker.look_to_learn(picture) for picture in half]
    matcher.head = clock.measure("study", lambda: lessons(kept))
    for file in files:
        data = file.read_bytes()
        picture = clock.measure("open", lambda data=data: open_picture(data))
        clock.measure("code", lambda picture=picture: read_codes(picture, repairs=REPAIRS[:1]))
        look = clock.measure("look", lambda picture=picture: looker.look(picture))
        clock.measure("match", lambda look=look: matcher.match(look))
        clock.measure("more_views", lambda picture=picture, look=look: looker.look_again(picture, look))
        clock.measure("cover", lambda picture=picture: veiled(picture, finders))
        clock.measure("repairs", lambda picture=picture: read_codes(picture, repairs=WORTH_A_WAIT))
        clock.measure("fitted_bars", lambda picture=picture: read_codes(picture, repairs=(), fitted=1))
        clock.measure("clean_copy", lambda picture=picture: clean_copy(picture))
    figures = {"photos": float(len(files)), "catalog_pictures": float(count)}
    for name, steps in (("", STEPS), ("doubtful_", (*STEPS, *DOUBTFUL)), ("doubtful_and_covered_", (*STEPS, *DOUBTFUL, "cover"))):
        whole = [sum(times) for times in zip(*(clock.spent[step] for step in steps), strict=True)]
        figures |= {f"{name}p50_ms": statistics.median(whole), f"{name}p95_ms": _p95(whole)}
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
