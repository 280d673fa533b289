"""Sentences with marked slots, read strictly from JSON lines, and cut into pieces a tag can stand on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from shopkeeper.domain.core.outcome import InvalidInput

KEYS = ("text", "requested", "slots")
# "7:30pm" is 7 : 30 pm; signs written without spaces between words stand alone.
PIECES = re.compile(r"\d+|[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\W\d_\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A half-open character range."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """`requested` = names of the slots that had just been asked for."""

    text: str
    requested: tuple[str, ...]
    slots: tuple[Slot, ...]


def pieces(text: str) -> list[Piece]:
    return [Piece(found.group(), found.start(), found.end()) for found in PIECES.finditer(text)]


def read_sentences(path: Path) -> tuple[Sentence, ...]:
    """Raises InvalidInput that names file and line."""
    if not path.is_file():
        raise InvalidInput("no_file", f"{path}: there is no such file")
    with path.open(encoding="utf-8-sig") as lines:
        found = tuple(_sentences(path, lines))
    if not found:
        raise InvalidInput("no_examples", f"{path}: no lines")
    return found


def _sentences(path: Path, lines: Iterator[str]) -> Iterator[Sentence]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            row: object = json.loads(line)
        except ValueError as error:
            raise InvalidInput("row", f"{where}: no JSON: {error}") from error
        if not isinstance(row, dict):
            raise InvalidInput("row", f"{where}: an object is needed")
        yield _sentence(where, cast(dict[str, Any], row))


def _sentence(where: str, row: dict[str, Any]) -> Sentence:
    unknown = [name for name in row if name not in KEYS]
    if unknown or "text" not in row:
        problem = f"unknown keys {', '.join(unknown)}" if unknown else "no key 'text'"
        raise InvalidInput("unknown_columns", f"{where}: {problem}. Allowed: {', '.join(KEYS)}; needed: text.")
    text = str(row["text"])
    slots: Sequence[Any] = row.get("slots") or ()
    return Sentence(text, tuple(row.get("requested") or ()), tuple(sorted(_slot(where, text, slot) for slot in slots)))


def _slot(where: str, text: str, slot: Any) -> Slot:
    try:
        name, start, end = str(slot[0]), int(slot[1]), int(slot[2])
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise InvalidInput("slot", f"{where}: a slot is [name, start, end, value], not {slot!r}") from error
    if not 0 <= start < end <= len(text):
        raise InvalidInput("slot", f"{where}: slot {name} from {start} to {end} lies outside the text")
    return Slot(start, end, name)
