"""A mapping file compiled: which column, template or expression gives which field of a product and its variants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from shopkeeper.adapters.feeds.expressions import Expression, Values, as_list, as_text, compile_expression, is_blank, wrong
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.product_feed import FeedValue

TEXT_FIELDS = ("id", "brand", "part_number", "kind", "tax", "age_limit", "image")
SPOKEN_FIELDS = ("title", "description", "words")
LIST_FIELDS = ("category", "related")
VARIANT_TEXTS = ("sku", "price", "sale_price", "sale_dates", "currency", "quantity", "availability", "measure", "image")
ATTRIBUTE_STEPS = ("from", "strip", "split", "drop", "only", "prefix")
TOP = ("format", "encoding", "store", "pictures", "shop", "stores", "group", "product", "variant", "variants")


@dataclass(frozen=True, slots=True)
class VariantPart:
    """How one row, or one entry of `variants`, becomes a variant."""

    texts: Mapping[str, Expression]
    gtins: Expression
    options: Mapping[str, Expression]


@dataclass(frozen=True, slots=True)
class SideFile:
    """Variants in a file of their own: rows whose `key` column is the product's `of` value."""

    file: str
    key: str
    of: Expression


@dataclass(frozen=True, slots=True)
class CatalogMapping:
    """`group` tells which rows make one product; without it every row is one."""

    text: bytes
    raw: Mapping[str, object]
    texts: Mapping[str, Expression]
    spoken: Mapping[str, Mapping[str, Expression]]
    lists: Mapping[str, Expression]
    attributes: Callable[[Values], dict[str, FeedValue]]
    variant: VariantPart
    group: Expression | None = None
    side_file: SideFile | None = None
    nested: Expression | None = None
    columns: frozenset[str] = field(default_factory=frozenset[str])

    def setting(self, name: str) -> str | None:
        return as_text(self.raw.get(name)) or None


def load_mapping(path: Path) -> CatalogMapping:
    """Raises InvalidInput that names the place in the file."""
    try:
        return compile_mapping(path.read_bytes(), path.name)
    except FileNotFoundError:
        raise InvalidInput("mapping", f"there is no mapping file {path}") from None


def compile_mapping(text: bytes, name: str) -> CatalogMapping:
    try:
        loaded: object = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise InvalidInput("mapping", f"{name}: {error}") from error
    raw = _section(loaded, name, TOP)
    columns: set[str] = set()
    product = _section(raw.get("product"), "product", None)
    variants = _section(raw.get("variants"), "variants", ("file", "key", "of", "from", "fields"))
    own = variants.get("fields", raw.get("variant"))
    inner: set[str] = set() if variants else columns
    return CatalogMapping(
        text=text,
        raw=raw,
        texts={key: compile_expression(product[key], f"product.{key}", columns) for key in TEXT_FIELDS if key in product},
        spoken=_spoken(product, columns),
        lists={key: compile_expression(product[key], f"product.{key}", columns) for key in LIST_FIELDS if key in product},
        attributes=_attributes(product.get("attributes"), columns),
        variant=_variant(_section(own, "variant", (*VARIANT_TEXTS, "gtin", "options")), inner),
        group=compile_expression(raw["group"], "group", columns) if "group" in raw else None,
        side_file=_side_file(variants, columns) if "file" in variants else None,
        nested=compile_expression(variants["from"], "variants.from", columns) if "from" in variants else None,
        columns=frozenset(columns),
    )


def _section(value: object, where: str, known: tuple[str, ...] | None) -> dict[str, object]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise wrong(where, "must be a mapping")
    section = {str(key): item for key, item in cast("dict[object, object]", value).items()}
    fields = known or (*TEXT_FIELDS, *SPOKEN_FIELDS, *LIST_FIELDS, "attributes")
    for key in section:
        if key.split(".")[0] not in fields:
            raise wrong(where, f"{key} is not known; known are {', '.join(fields)}")
    return section


def _spoken(product: Mapping[str, object], columns: set[str]) -> dict[str, dict[str, Expression]]:
    """`title` is in the shop's language, `title.de` in German."""
    found: dict[str, dict[str, Expression]] = {name: {} for name in SPOKEN_FIELDS}
    for key, spec in product.items():
        name, _, language = key.partition(".")
        if name in found:
            found[name][language] = compile_expression(spec, f"product.{key}", columns)
    return found


def _variant(section: Mapping[str, object], columns: set[str]) -> VariantPart:
    options = _section(section.get("options"), "options", tuple(map(str, cast("dict[str, object]", section.get("options") or {}))))
    return VariantPart(
        texts={key: compile_expression(section[key], f"variant.{key}", columns) for key in VARIANT_TEXTS if key in section},
        gtins=compile_expression(section["gtin"], "variant.gtin", columns) if "gtin" in section else lambda values: None,
        options={name: compile_expression(spec, f"options.{name}", columns) for name, spec in options.items()},
    )


def _side_file(section: Mapping[str, object], columns: set[str]) -> SideFile:
    if "key" not in section:
        raise wrong("variants", "a file needs a key: the column that names the product")
    return SideFile(
        file=as_text(section["file"]), key=as_text(section["key"]), of=compile_expression(section.get("of", "id"), "variants.of", columns)
    )


def _attributes(spec: object, columns: set[str]) -> Callable[[Values], dict[str, FeedValue]]:
    """`{material: column, ...}`, or all of a nested value (`from`), or all columns that begin with `prefix`."""
    if spec is None:
        return lambda values: {}
    if not isinstance(spec, dict):
        raise wrong("attributes", "must be a mapping")
    section = {str(key): item for key, item in cast("dict[object, object]", spec).items()}
    if "from" not in section and "prefix" not in section:
        named = {name: compile_expression(one, f"attributes.{name}", columns) for name, one in section.items()}
        return lambda values: {name: _value(one, "") for name, get in named.items() if not is_blank(one := get(values))}
    for key in section:
        if key not in ATTRIBUTE_STEPS:
            raise wrong("attributes", f"{key} is not known; known are {', '.join(ATTRIBUTE_STEPS)}")
    return _every_attribute(section, columns)


def _every_attribute(section: Mapping[str, object], columns: set[str]) -> Callable[[Values], dict[str, FeedValue]]:
    source = compile_expression(section["from"], "attributes.from", columns) if "from" in section else None
    begins, mark = as_text(section.get("prefix")), as_text(section.get("split"))
    strip = (*as_list(section.get("strip")), *([begins] if begins else []))
    drop, only = frozenset(as_list(section.get("drop"))), frozenset(as_list(section.get("only")))

    @cache
    def named(key: str) -> str:
        """The attribute's name; empty for one to leave out."""
        name = next((key.removeprefix(head) for head in strip if key.startswith(head)), key)
        return "" if name in drop or key in drop or (only and name not in only) else name

    def read(values: Values) -> dict[str, FeedValue]:
        inner = source(values) if source else {key: value for key, value in values.items() if key.startswith(begins)}
        found: dict[str, FeedValue] = {}
        for key, value in cast("dict[str, object]", inner if isinstance(inner, dict) else {}).items():
            name = named(key)
            if name and not is_blank(value):
                # Two columns that differ by prefix only must not overwrite one another.
                found[key if name in found else name] = _value(value, mark)
        return found

    return read


def _value(value: object, mark: str) -> FeedValue:
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, list):
        return tuple(as_list(cast(object, value)))
    text = as_text(value)
    return tuple(part.strip() for part in text.split(mark) if part.strip()) if mark and mark in text else text
