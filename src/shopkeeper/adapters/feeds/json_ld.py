"""schema.org products inside web pages (JSON-LD), one page or a folder of saved pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import cast

from shopkeeper.adapters.feeds.rows import LONGEST_ROW, Row, RowOrProblem
from shopkeeper.adapters.feeds.schema_org import products_in
from shopkeeper.adapters.feeds.source import Readable, Source
from shopkeeper.ports.product_feed import FeedProblem

PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".jsonld", ".json")


@dataclass(frozen=True, slots=True)
class JsonLdRows:
    """`path` is a page, a JSON-LD document, or a folder of them (read in the order of their names)."""

    path: Path
    encoding: str | None = None

    def size(self) -> int:
        return sum(1 for _ in self.rows())

    def columns(self) -> None:
        return None

    def rows(self) -> Iterator[RowOrProblem]:
        """A product that several pages repeat word for word is one row."""
        seen: set[str] = set()
        for page in self._pages():
            name = str(page.relative_to(self.path)) if page != self.path else page.name
            for row in self._of_page(page, name):
                if isinstance(row, Row):
                    mark = json.dumps(row.values, sort_keys=True)
                    if mark in seen:
                        continue
                    seen.add(mark)
                yield row

    def _pages(self) -> list[Path]:
        if self.path.is_file():
            return [self.path]
        return sorted(path for path in self.path.rglob("*") if path.suffix.lower() in PAGE_ENDINGS and path.is_file())

    def _of_page(self, page: Path, name: str) -> Iterator[RowOrProblem]:
        source = Source(page, self.encoding)
        with Readable(source), source.text() as stream:
            text = stream.read(LONGEST_ROW + 1)
        if len(text) > LONGEST_ROW:
            yield FeedProblem(line=1, file=name, field="", reason=f"is longer than {LONGEST_ROW} characters")
            return
        for line, script in _scripts(text):
            yield from self._of_script(script, line, name)

    def _of_script(self, script: str, line: int, name: str) -> Iterator[RowOrProblem]:
        try:
            document: object = json.loads(script)
        except (json.JSONDecodeError, RecursionError) as error:
            at = line + (error.lineno - 1 if isinstance(error, json.JSONDecodeError) else 0)
            yield FeedProblem(line=at, file=name, field="", reason=f"holds JSON-LD that is no JSON: {error}")
            return
        for values in products_in(document):
            yield Row(line, cast("Mapping[str, object]", values), name)


def _scripts(text: str) -> Iterator[tuple[int, str]]:
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        yield 1, text.lstrip("\ufeff")
        return
    parser = _Scripts()
    parser.feed(text)
    parser.close()
    yield from parser.found


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").split(";")[0].strip().lower()
        self.inside = tag == "script" and kind == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside and data.strip():
            self.found.append((self.getpos()[0], data))
