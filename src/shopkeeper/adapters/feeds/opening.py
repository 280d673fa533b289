"""A path as a product feed: which format it is, told by its content, and which mapping reads it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from shopkeeper.adapters.feeds.csv_rows import CsvRows
from shopkeeper.adapters.feeds.expressions import as_text
from shopkeeper.adapters.feeds.feed import MappedFeed
from shopkeeper.adapters.feeds.google_xml import GoogleXmlRows
from shopkeeper.adapters.feeds.json_ld import JsonLdRows
from shopkeeper.adapters.feeds.jsonl_rows import JsonLineRows
from shopkeeper.adapters.feeds.mapping import CatalogMapping, load_mapping
from shopkeeper.adapters.feeds.pictures import Pictures
from shopkeeper.adapters.feeds.rows import RowSource
from shopkeeper.adapters.feeds.source import Source, marked
from shopkeeper.adapters.packs.setup import read_setup
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.product_feed import ShopSetup

MEDIA_ADDRESS = "/media/uploads"

SOURCES: Mapping[str, Callable[[Path, str | None], RowSource]] = {
    "csv": lambda path, encoding: CsvRows(Source(path, encoding)),
    "jsonl": lambda path, encoding: JsonLineRows(Source(path, encoding)),
    "google_xml": lambda path, encoding: GoogleXmlRows(Source(path, encoding)),
    "json_ld": JsonLdRows,
}


def open_feed(path: Path, *, mappings: Path, mapping: Path | None = None, media: Path | None = None) -> MappedFeed:
    """The feed at `path`, read with `mapping`, else with the one shipped in `mappings` for its format.

    `media` is the folder behind /media/uploads that pictures named by file are copied to. Raises InvalidInput when there
    is nothing to read, or the mapping is wrong.
    """
    if not path.exists():
        raise InvalidInput("not_found", f"there is nothing at {path}")
    kind = detect(path)
    own = load_mapping(mapping or mappings / f"{'schema_org' if kind == 'json_ld' else 'columns'}.yaml")
    encoding = own.setting("encoding")
    home = path if path.is_dir() else path.parent
    name = path.name.split(".")[0] or "feed"
    side = home / own.side_file.file if own.side_file else None
    if side is not None and not side.is_file():
        raise InvalidInput("not_found", f"the mapping reads variants from {side.name}, which is not beside {path.name}")
    shelf = as_text(own.raw.get("pictures")) or name
    return MappedFeed(
        name=path.name,
        source=SOURCES[kind](path, encoding),
        side=SOURCES[detect(side)](side, encoding) if side else None,
        mapping=own,
        pictures=Pictures(root=home, shelf=media / shelf if media else None, address=f"{MEDIA_ADDRESS}/{shelf}"),
        files=(*_files(path), *([side] if side else [])),
        setup=_setup(own, mapping),
    )


def detect(path: Path) -> str:
    """`csv`, `jsonl`, `google_xml` or `json_ld`, by what the file holds; its name does not matter."""
    if path.is_dir():
        return "json_ld"
    head = Source(path).head()
    if not head.strip():
        raise InvalidInput("empty", f"{path.name} is empty")
    if b"\x00" in head and marked(head) is None:
        raise InvalidInput("binary", f"{path.name} is no text; export the catalog as CSV, JSON lines, or a product feed")
    text = head.decode(marked(head) or "utf-8", "replace").lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return "json_ld" if _is_page(text) else "google_xml"
    if text.startswith("["):
        return _json_array(text, path)
    if text.startswith("{"):
        return "json_ld" if _is_document(text) else "jsonl"
    return "csv"


def _is_page(text: str) -> bool:
    start = text[:2000].lower()
    return "<html" in start or "<!doctype html" in start or "<script" in start


def _json_array(text: str, path: Path) -> str:
    if '"@context"' in text or '"@type"' in text:
        return "json_ld"
    raise InvalidInput(
        "json_array", f"{path.name} is one JSON array; write one object per line instead: jq -c '.[]' {path.name} > products.jsonl"
    )


def _is_document(text: str) -> bool:
    """A JSON-LD document spans lines, or says so on its first."""
    first = text.split("\n", 1)[0]
    try:
        json.loads(first)
    except json.JSONDecodeError:
        return '"@context"' in text or '"@graph"' in text
    return '"@context"' in first


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def _setup(own: CatalogMapping, path: Path | None) -> ShopSetup | None:
    return read_setup(own.raw, path.name if path else "mapping") if own.raw.get("shop") else None
