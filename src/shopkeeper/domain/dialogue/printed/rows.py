"""Boxes of text in a picture put into rows, as a person would read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

OVERLAP = 0.5
"""Two boxes share a row when their middles lie within this part of the lower one's height."""
LONGEST = 200
MOST_ROWS = 200

Place: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom as shares of a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """Edges in pixels of the upright picture; `confidence` 0..1; `place` is where it lies in the picture as it was given."""

    text: str
    confidence: float
    left: float
    top: float
    right: float
    bottom: float
    place: Place = (0.0, 0.0, 1.0, 1.0)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


def rows_of(boxes: Sequence[TextBox]) -> tuple[str, ...]:
    """Rows from top to bottom, the boxes of each from left to right with a space between."""
    return tuple(text for text, _ in placed_rows(boxes))


def placed_rows(boxes: Sequence[TextBox]) -> tuple[tuple[str, Place], ...]:
    """The same, each with the place that holds all its boxes."""
    rows: list[list[TextBox]] = []
    for box in sorted(boxes, key=lambda one: one.middle):
        last = rows[-1][-1] if rows else None
        if last is not None and abs(box.middle - last.middle) < OVERLAP * min(box.height, last.height):
            rows[-1].append(box)
        else:
            rows.append([box])
    joined = ((" ".join(box.text.strip() for box in sorted(row, key=lambda one: one.left)), _around(row)) for row in rows)
    return tuple((text[:LONGEST], place) for text, place in joined if text)[:MOST_ROWS]


def _around(row: Sequence[TextBox]) -> Place:
    lefts, tops, rights, bottoms = zip(*(box.place for box in row), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def within(left: float, top: float, right: float, bottom: float) -> Place:
    """The part of this place that lies in the picture, to a thousandth."""
    sides = [round(min(1.0, max(0.0, side)), 3) for side in (left, top, right, bottom)]
    return sides[0], sides[1], sides[2], sides[3]
