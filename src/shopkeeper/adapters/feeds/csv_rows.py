"""Comma, semicolon, tab or pipe separated rows under a header, Google's product TSV included."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field

from shopkeeper.adapters.feeds.rows import LONGEST_ROW, Row, RowOrProblem
from shopkeeper.adapters.feeds.source import Source
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.product_feed import FeedProblem

SEPARATORS = (",", ";", "\t", "|")


@dataclass(slots=True)
class CsvRows:
    source: Source
    _header: tuple[str, ...] | None = field(default=None)

    def size(self) -> int:
        return sum(1 for _ in self.rows())

    def columns(self) -> tuple[str, ...]:
        if self._header is None:
            first = next((line for _, line in self.source.lines() if line is None or line.strip()), "")
            if not first:
                raise InvalidInput("empty", f"{self.source.path.name} has no header row")
            self._header = tuple(next(csv.reader([first], delimiter=self._separator(first)), ()))
            self._check(self._header)
        return self._header

    def _separator(self, header: str) -> str:
        return max(SEPARATORS, key=lambda mark: _outside_quotes(header, mark))

    def _check(self, header: tuple[str, ...]) -> None:
        twice = sorted({name for name in header if name.strip() and header.count(name) > 1})
        if twice:
            raise InvalidInput("header", f"{self.source.path.name} has two columns named {twice[0]}")

    def rows(self) -> Iterator[RowOrProblem]:
        header = self.columns()
        names = [name.strip() for name in header]
        csv.field_size_limit(LONGEST_ROW)
        physical = _Counted(self.source)
        reader = csv.reader(physical, delimiter=self._separator(self._raw_header()), strict=True)
        at_header = True
        while True:
            yield from self._too_long(physical)
            start = physical.number + 1
            try:
                cells = next(reader)
            except StopIteration:
                yield from self._too_long(physical)
                return
            except csv.Error as error:
                yield FeedProblem(line=start, file=self.source.path.name, field="", reason=f"is no CSV row: {error}")
                continue
            if at_header:
                at_header = not any(cell.strip() for cell in cells)
            elif any(cell.strip() for cell in cells):
                yield self._row(start, names, cells)

    def _too_long(self, physical: _Counted) -> Iterator[FeedProblem]:
        while physical.too_long:
            line, reason = physical.too_long.pop(0), f"is longer than {LONGEST_ROW} characters"
            yield FeedProblem(line=line, file=self.source.path.name, field="", reason=reason)

    def _raw_header(self) -> str:
        return next((line for _, line in self.source.lines() if line and line.strip()), "")

    def _row(self, line: int, names: list[str], cells: list[str]) -> RowOrProblem:
        extra = len(cells) - len(names)
        if extra > 0 and any(cell.strip() for cell in cells[len(names) :]):
            reason = f"has {len(cells)} cells under {len(names)} columns; is a separator inside an unquoted text?"
            return FeedProblem(line=line, file=self.source.path.name, field="", reason=reason)
        return Row(line, dict(zip(names, cells, strict=False)), self.source.path.name)


class _Counted:
    """Lines for the CSV reader, counted; one that is too long comes as an empty line and is remembered."""

    def __init__(self, source: Source) -> None:
        self._lines = source.lines()
        self.number = 0
        self.too_long: list[int] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.number, line = next(self._lines)
        if line is None:
            self.too_long.append(self.number)
            return "\n"
        return line.replace("\x00", "")


def _outside_quotes(header: str, mark: str) -> int:
    return sum(part.count(mark) for part in header.split('"')[::2])
