"""Boxes of text in a picture put into rows, as a person would read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

OVERLAP = 0.5
"""Two boxes share a row when their middles lie within this part of the lower one's height."""
LONGEST = 200
MOST_ROWS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """Edges in pixels of the upright picture; `confidence` 0..1."""

    text: str
    confidence: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


def rows_of(boxes: Sequence[TextBox]) -> tuple[str, ...]:
    """Rows from top to bottom, the boxes of each from left to right with a space between."""
    rows: list[list[TextBox]] = []
    for box in sorted(boxes, key=lambda one: one.middle):
        last = rows[-1][-1] if rows else None
        if last is not None and abs(box.middle - last.middle) < OVERLAP * min(box.height, last.height):
            rows[-1].append(box)
        else:
            rows.append([box])
    joined = (" ".join(box.text.strip() for box in sorted(row, key=lambda one: one.left)) for row in rows)
    return tuple(row[:LONGEST] for row in joined if row)[:MOST_ROWS]
