"""How many slots a tagger finds with exactly the right name, start and end."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from shopkeeper.adapters.learning.tagging.sentences import Sentence
from shopkeeper.adapters.learning.tagging.tagger import Tagger


def measure_slots(tagger: Tagger, test: Sequence[Sentence], *, progress: Callable[[int], None] = lambda _: None) -> dict[str, float]:
    """`f1`, `precision`, `recall` over all slots, `f1_<name>` of each, and the time of one sentence."""
    right, said, meant = Counter[str](), Counter[str](), Counter[str]()
    times_ms: list[float] = []
    for count, sentence in enumerate(test, start=1):
        started = time.perf_counter()
        found = {*tagger.find(sentence.text, sentence.requested)}
        times_ms.append((time.perf_counter() - started) * 1000)
        said.update(slot.name for slot in found)
        meant.update(slot.name for slot in sentence.slots)
        right.update(slot.name for slot in found.intersection(sentence.slots))
        progress(count)
    by_name = {f"f1_{name}": _f1(right[name], said[name], meant[name]) for name in sorted(meant)}
    return {
        "f1": _f1(right.total(), said.total(), meant.total()),
        "precision": right.total() / said.total() if said else 0.0,
        "recall": right.total() / meant.total() if meant else 0.0,
        **by_name,
        "p50_ms": float(np.percentile(times_ms, 50)) if times_ms else 0.0,
        "p95_ms": float(np.percentile(times_ms, 95)) if times_ms else 0.0,
    }


def _f1(right: int, said: int, meant: int) -> float:
    return 2 * right / (said + meant) if said + meant else 0.0
