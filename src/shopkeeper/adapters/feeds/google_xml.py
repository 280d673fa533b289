"""Google Merchant feeds in XML (RSS 2.0 or Atom), read as a stream that refuses document types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast
from xml.parsers import expat

from shopkeeper.adapters.feeds.rows import LONGEST_ROW, Row, RowOrProblem
from shopkeeper.adapters.feeds.source import Readable, Source
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.product_feed import FeedProblem

CHUNK = 1 << 16
ENTRY_TAGS = frozenset({"item", "entry"})


@dataclass(slots=True)
class GoogleXmlRows:
    source: Source

    def size(self) -> int:
        return sum(1 for _ in self.rows())

    def columns(self) -> None:
        return None

    def rows(self) -> Iterator[RowOrProblem]:
        reading = _Reading(self.source.path.name)
        with Readable(self.source), self.source.open() as stream:
            while chunk := stream.read(CHUNK):
                self._feed(reading, chunk)
                yield from reading.take()
            self._feed(reading, b"", last=True)
            yield from reading.take()

    def _feed(self, reading: _Reading, chunk: bytes, *, last: bool = False) -> None:
        try:
            reading.parser.Parse(chunk, last)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            raise InvalidInput("xml", f"{self.source.path.name} line {error.lineno}: not well-formed XML ({what})") from error


@dataclass(slots=True)
class _Reading:
    name: str
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate(namespace_separator=" "))
    found: list[RowOrProblem] = field(default_factory=list[RowOrProblem])
    values: dict[str, object] | None = None
    line: int = 0
    path: list[str] = field(default_factory=list[str])
    text: list[str] = field(default_factory=list[str])
    size: int = 0

    def __post_init__(self) -> None:
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def take(self) -> Iterator[RowOrProblem]:
        found, self.found = self.found, []
        yield from found

    def _doctype(self, *_: object) -> None:
        raise InvalidInput("xml", f"{self.name} declares a document type; feeds need none, and entities in it can do harm")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rsplit(" ", 1)[-1]
        if self.values is None:
            if name in ENTRY_TAGS:
                self.values, self.line, self.path, self.size = {}, self.parser.CurrentLineNumber, [], 0
            return
        self.path.append(name)
        self.text = [attributes["href"]] if name == "link" and "href" in attributes else []

    def _characters(self, data: str) -> None:
        if self.values is not None and self.size <= LONGEST_ROW:
            self.size += len(data)
            self.text.append(data)

    def _end(self, tag: str) -> None:
        if self.values is None:
            return
        if self.path:
            self._keep(self.values, "_".join(self.path), "".join(self.text).strip())
            self.path.pop()
            self.text = []
            return
        too_long = FeedProblem(line=self.line, file=self.name, field="", reason=f"is longer than {LONGEST_ROW} characters")
        self.found.append(too_long if self.size > LONGEST_ROW else Row(self.line, self.values, self.name))
        self.values = None

    def _keep(self, values: dict[str, object], name: str, text: str) -> None:
        if not text:
            return
        before = values.get(name)
        if isinstance(before, list):
            values[name] = [*cast("list[object]", before), text]
        elif before is not None:
            values[name] = [before, text]
        else:
            values[name] = text
