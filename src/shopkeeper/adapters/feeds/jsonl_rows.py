"""One JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import orjson

from shopkeeper.adapters.feeds.rows import LONGEST_ROW, Row, RowOrProblem
from shopkeeper.adapters.feeds.source import Source
from shopkeeper.ports.product_feed import FeedProblem


@dataclass(slots=True)
class JsonLineRows:
    source: Source

    def size(self) -> int:
        return sum(1 for _ in self.source.lines())

    def columns(self) -> None:
        return None

    def rows(self) -> Iterator[RowOrProblem]:
        name = self.source.path.name
        for number, line in self.source.lines():
            if line is None:
                yield FeedProblem(line=number, file=name, field="", reason=f"is longer than {LONGEST_ROW} characters")
            elif line.strip():
                yield self._row(number, line, name)

    def _row(self, number: int, line: str, name: str) -> RowOrProblem:
        try:
            value: object = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            return FeedProblem(line=number, file=name, field="", reason=f"is no JSON object: {error.msg}", value=line[:60])
        if not isinstance(value, dict):
            return FeedProblem(line=number, file=name, field="", reason="is no JSON object", value=line[:60])
        return Row(number, cast("dict[str, object]", value), name)
