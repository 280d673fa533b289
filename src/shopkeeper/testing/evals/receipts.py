"""How often the total and the day of a photographed or scanned receipt are read right."""

from __future__ import annotations

import csv
import statistics
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from shopkeeper.adapters.vision.intake import Limits, Unreadable, open_picture
from shopkeeper.adapters.vision.print_reader import RapidTextReader
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.printed.receipt import read_receipt
from shopkeeper.domain.dialogue.printed.rows import rows_of
from shopkeeper.ports.text_reader import TextReader

COLUMNS = frozenset({"image", "date", "total_eur"})
TOLERATED = frozenset({"scan_set", "merchant", "num_items", "w", "h", "currency"})
ALIASES = {"total": "total_eur"}
WITHIN_S = 60.0


class Row(NamedTuple):
    image: Path
    total_minor: int
    day: date


def evaluate_receipts(
    photos: Path, *, progress: Callable[[int, int], None] | None = None, reader: TextReader | None = None
) -> dict[str, float]:
    """`total`, `date` and `both` as shares of all photos. Raises InvalidInput on unknown columns or values."""
    rows, eyes = read_rows(photos), reader or RapidTextReader()
    totals: list[bool] = []
    days: list[bool] = []
    cpu_s: list[float] = []
    for number, row in enumerate(rows, start=1):
        started = time.process_time()
        total, day = _read(row.image, eyes)
        cpu_s.append(time.process_time() - started)
        totals.append(total == row.total_minor)
        days.append(day == row.day)
        if progress:
            progress(number, len(rows))
    both = [total and day for total, day in zip(totals, days, strict=True)]
    figures = {"total": statistics.fmean(totals), "date": statistics.fmean(days), "both": statistics.fmean(both)}
    return {"photos": float(len(rows)), **figures, "p50_cpu_ms": statistics.median(cpu_s) * 1000}


def _read(image: Path, eyes: TextReader) -> tuple[int | None, date | None]:
    try:
        picture = open_picture(image.read_bytes(), Limits(longest_side=1600))
    except Unreadable:
        return None, None
    receipt = read_receipt(rows_of(eyes.read(picture.tobytes(), *picture.size, within_s=WITHIN_S)))
    if receipt is None:
        return None, None
    return (receipt.total.minor if receipt.total else None), receipt.day


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reading = csv.DictReader(lines)
        reading.fieldnames = [ALIASES.get(name, name) for name in reading.fieldnames or ()]
        names = set(reading.fieldnames)
        unknown, missing = sorted(names - COLUMNS - TOLERATED), sorted(COLUMNS - names)
        if unknown or missing:
            raise InvalidInput("unknown_columns", f"{path.name}: unknown columns {unknown}, missing {missing}; known are {sorted(COLUMNS)}")
        found = [_row(path, number, row) for number, row in enumerate(reading, start=2)]
    if not found:
        raise InvalidInput("no_rows", f"{path.name}: no rows")
    return found


def _row(path: Path, number: int, row: dict[str, str]) -> Row:
    try:
        total = Decimal(row["total_eur"].strip().replace(",", ".")) * 100
        return Row(path.parent / row["image"], int(total), date.fromisoformat(row["date"].strip()))
    except (InvalidOperation, ValueError) as error:
        raise InvalidInput("bad_value", f"{path.name}, line {number}: total as 12.34 and date as 2026-09-15 are wanted: {error}") from error
