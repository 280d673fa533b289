"""What every format gives: rows of named values with their line, read as often as needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from shopkeeper.ports.product_feed import FeedProblem

LONGEST_ROW = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    values: Mapping[str, object]
    file: str = ""


RowOrProblem: TypeAlias = Row | FeedProblem


class RowSource(Protocol):
    def rows(self) -> Iterator[RowOrProblem]:
        """All rows from the start. Raises InvalidInput when the source as a whole cannot be read."""
        ...

    def size(self) -> int:
        """How many rows there are, or a little more."""
        ...

    def columns(self) -> tuple[str, ...] | None:
        """The names a header row lays down; None where rows name their own values."""
        ...
