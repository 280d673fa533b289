"""Rows through a mapping: whole products, each once all its rows have been seen."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from shopkeeper.adapters.feeds.expressions import as_list, as_text
from shopkeeper.adapters.feeds.mapping import CatalogMapping
from shopkeeper.adapters.feeds.pictures import Pictures
from shopkeeper.adapters.feeds.rows import Row, RowSource
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.product_feed import FeedProblem, FeedProduct, FeedVariant, ShopSetup

CATEGORY_MARKS = (" > ", ">", "/")


@dataclass(slots=True)
class MappedFeed:
    """Implements `ProductFeed`."""

    name: str
    source: RowSource
    side: RowSource | None
    mapping: CatalogMapping
    pictures: Pictures
    files: Sequence[Path]
    setup: ShopSetup | None = None
    _groups: Counter[str] | None = field(default=None)
    _digest: str = field(default="")

    @property
    def store(self) -> str | None:
        return self.mapping.setting("store")

    @property
    def digest(self) -> str:
        if not self._digest:
            hashed = hashlib.sha256(self.mapping.text)
            for file in self.files:
                with file.open("rb") as stream:
                    hashed.update(hashlib.file_digest(stream, "sha256").digest())
            self._digest = hashed.hexdigest()
        return self._digest

    def count(self) -> int:
        return len(self._rows_per_group()) if self.mapping.group else self.source.size()

    def read(self) -> Iterator[FeedProduct | FeedProblem]:
        self._check_columns()
        variants = self._side_rows() if self.side else None
        awaited = Counter(self._rows_per_group()) if self.mapping.group else None
        waiting: dict[str, list[Row]] = {}
        for row in self.source.rows():
            if isinstance(row, FeedProblem):
                yield row
            elif awaited is None:
                yield from self._product([row], variants)
            else:
                key = self._key(row)
                waiting.setdefault(key, []).append(row)
                awaited[key] -= 1
                if not awaited[key]:
                    yield from self._product(waiting.pop(key), variants)

    def _rows_per_group(self) -> Counter[str]:
        """How many rows each product has: with it, rows need not stand together and memory holds only open products."""
        if self._groups is None:
            self._groups = Counter(self._key(row) for row in self.source.rows() if isinstance(row, Row))
        return self._groups

    def _key(self, row: Row) -> str:
        group = self.mapping.group
        key = as_text(group(row.values)) if group else ""
        return key or f"\x00{row.file}:{row.line}"

    def _check_columns(self) -> None:
        header = self.source.columns()
        if header is None or self.mapping.setting("format") == "any":
            return
        missing = sorted(self.mapping.columns - {name.strip() for name in header})
        if missing:
            raise InvalidInput("columns", f"the mapping reads {missing[0]}, but {self.name} has {', '.join(header[:40])}")

    def _side_rows(self) -> dict[str, list[Row]]:
        side, found = self.mapping.side_file, dict[str, list[Row]]()
        for row in self.side.rows() if self.side and side else ():
            if isinstance(row, FeedProblem):
                raise InvalidInput("variants", f"{row.file} line {row.line} {row.reason}")
            found.setdefault(as_text(row.values.get(side.key if side else "")), []).append(row)
        return found

    def _product(self, rows: list[Row], variants: Mapping[str, list[Row]] | None) -> Iterator[FeedProduct | FeedProblem]:
        first, problems = rows[0], list[FeedProblem]()
        own = self._variant_rows(rows, variants)
        product_id = self._text("id", rows) or (self._key(first) if self.mapping.group else "")
        product = FeedProduct(
            line=first.line,
            file=first.file,
            id="" if product_id.startswith("\x00") else product_id,
            title=self._spoken("title", rows),
            description=self._spoken("description", rows),
            words={language: tuple(as_list(get(first.values))) for language, get in self.mapping.spoken["words"].items()},
            category=self._category(rows),
            brand=self._text("brand", rows),
            part_number=self._text("part_number", rows),
            kind=self._text("kind", rows),
            tax=self._text("tax", rows),
            age_limit=self._text("age_limit", rows),
            attributes=self.mapping.attributes(first.values),
            related=tuple(as_list(self.mapping.lists["related"](first.values))) if "related" in self.mapping.lists else (),
            image=self._picture(self._text("image", rows), first, problems),
            variants=tuple(self._variant(row, product_id, problems) for row in own),
        )
        if not own:
            problems.append(FeedProblem(line=first.line, file=first.file, product=product.id, field="variants", reason="has none"))
        yield from problems
        if own:
            yield product

    def _variant_rows(self, rows: list[Row], variants: Mapping[str, list[Row]] | None) -> list[Row]:
        first = rows[0]
        if variants is not None and self.mapping.side_file:
            return variants.get(as_text(self.mapping.side_file.of(first.values)), [])
        if self.mapping.nested:
            listed = self.mapping.nested(first.values)
            inner = cast("list[object]", listed) if isinstance(listed, list) else []
            return [Row(first.line, cast("dict[str, object]", one), first.file) for one in inner if isinstance(one, dict)]
        return rows

    def _variant(self, row: Row, product_id: str, problems: list[FeedProblem]) -> FeedVariant:
        part, values = self.mapping.variant, row.values
        texts = {name: as_text(get(values)) for name, get in part.texts.items()}
        texts["sku"] = texts.get("sku") or product_id
        texts["image"] = self._picture(texts.get("image", ""), row, problems)
        texts.setdefault("price", "")
        options = {name: text for name, get in part.options.items() if (text := as_text(get(values)))}
        return FeedVariant(line=row.line, gtins=tuple(as_list(part.gtins(values))), options=options, **texts)

    def _text(self, name: str, rows: list[Row]) -> str:
        """The first row that says it speaks for the product."""
        get = self.mapping.texts.get(name)
        return next((text for row in rows if (text := as_text(get(row.values)))), "") if get else ""

    def _spoken(self, name: str, rows: list[Row]) -> dict[str, str]:
        found: dict[str, str] = {}
        for language, get in self.mapping.spoken[name].items():
            text = next((text for row in rows if (text := as_text(get(row.values)))), "")
            if text:
                found[language] = text
        return found

    def _category(self, rows: list[Row]) -> tuple[str, ...]:
        get = self.mapping.lists.get("category")
        none: list[str] = []
        path = next((path for row in rows if (path := as_list(get(row.values)))), none) if get else none
        if len(path) != 1:
            return tuple(path)
        mark = next((mark for mark in CATEGORY_MARKS if mark in path[0]), None)
        return tuple(part.strip() for part in path[0].split(mark) if part.strip()) if mark else tuple(path)

    def _picture(self, source: str, row: Row, problems: list[FeedProblem]) -> str:
        address, reason = self.pictures.place(source)
        if reason:
            problems.append(FeedProblem(line=row.line, file=row.file, field="image", reason=reason, value=source, severity="warning"))
        return address
