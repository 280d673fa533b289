"""How many barcodes in photos are read, and how many are read wrongly, with no catalog to lean on."""

from __future__ import annotations

import csv
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from shopkeeper.adapters.vision.codes import Code, expand_upce, read_codes
from shopkeeper.adapters.vision.intake import Unreadable, open_picture
from shopkeeper.domain.core.outcome import InvalidInput

COLUMNS = frozenset({"image", "expected_text"})
PLACES = 3
TOLERATED = frozenset({"symbology", "group", "orig_w", "orig_h", "w", "h"})


def evaluate_barcodes(photos: Path, *, progress: Callable[[int, int], None] | None = None) -> dict[str, float]:
    """`decoded` and `wrong` as shares of all photos. Raises InvalidInput on unknown columns."""
    rows = read_rows(photos)
    decoded = wrong = 0
    times_ms: list[float] = []
    for number, (image, expected) in enumerate(rows, start=1):
        started = time.perf_counter()
        codes = _read(image)
        times_ms.append((time.perf_counter() - started) * 1000)
        right = any(same(code.text, expected) for code in codes)
        decoded += right
        wrong += bool(codes) and not right
        if progress:
            progress(number, len(rows))
    return {
        "photos": float(len(rows)),
        "decoded": decoded / len(rows),
        "wrong": wrong / len(rows),
        "p50_ms": statistics.median(times_ms),
        "p95_ms": sorted(times_ms)[int(len(times_ms) * 0.95)],
    }


def _read(image: Path) -> tuple[Code, ...]:
    try:
        return read_codes(open_picture(image.read_bytes()), fitted=PLACES)
    except Unreadable:
        return ()


def same(found: str, expected: str) -> bool:
    """Equal but for leading zeros, the short form of a UPC-E and how lines end."""
    return not _forms(found).isdisjoint(_forms(expected))


def _forms(text: str) -> set[str]:
    plain = "\n".join(line.strip() for line in text.strip().splitlines())
    forms = {plain.lstrip("0")}
    if len(plain) == 8 and plain.isdigit():
        forms.add(expand_upce(plain).lstrip("0"))
    return forms


def read_rows(path: Path) -> list[tuple[Path, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        names = set(rows.fieldnames or ())
        unknown, missing = sorted(names - COLUMNS - TOLERATED), sorted(COLUMNS - names)
        if unknown or missing:
            raise InvalidInput("unknown_columns", f"{path.name}: unknown columns {unknown}, missing {missing}; known are {sorted(COLUMNS)}")
        found = [(path.parent / row["image"], row["expected_text"]) for row in rows]
    if not found:
        raise InvalidInput("no_rows", f"{path.name}: no rows")
    return found
