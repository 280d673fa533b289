"""A shop's labelled messages: CSV files of text and label, read strictly so that a wrong column is never ignored."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from shopkeeper.domain.core.outcome import InvalidInput

OUT_OF_SCOPE = "oos"
SEPARATOR = "|"
COLUMNS = ("text", "label", "language", "context")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """`labels` holds several where a message means several things; none when nothing fits.

    `context` is what was said just before: empty at the start of a conversation, None where nobody knows.
    """

    text: str
    labels: tuple[str, ...]
    language: str = ""
    context: str | None = None

    @property
    def out_of_scope(self) -> bool:
        return OUT_OF_SCOPE in self.labels


def read_examples(path: Path) -> tuple[Example, ...]:
    """The rows of `path` (text,label and optionally language and context). Raises InvalidInput that names file, column or line."""
    if not path.is_file():
        raise InvalidInput("no_file", f"{path}: there is no such file")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        refuse_columns(path, rows.fieldnames or (), allowed=COLUMNS, needed=COLUMNS[:2])
        found = tuple(_example(path, rows.line_num, row) for row in rows)
    if not found:
        raise InvalidInput("no_examples", f"{path}: no rows under the header")
    return found


def refuse_columns(path: Path, given: Iterable[str], *, allowed: Sequence[str], needed: Sequence[str]) -> None:
    """Raises InvalidInput when a column is not among `allowed` or a needed one is missing."""
    names = list(given)
    unknown = [name for name in names if name not in allowed]
    missing = [name for name in needed if name not in names]
    if unknown or missing:
        what = [f"unknown column {', '.join(map(repr, unknown))}"] * bool(unknown) + [f"no column {', '.join(map(repr, missing))}"] * bool(
            missing
        )
        raise InvalidInput("unknown_columns", f"{path}: {'; '.join(what)}. Allowed: {', '.join(allowed)}; needed: {', '.join(needed)}.")


def _example(path: Path, line: int, row: dict[str | None, str | None]) -> Example:
    if None in row or None in row.values():
        raise InvalidInput("row", f"{path}, line {line}: not as many values as columns; quote texts that hold commas")
    labels = tuple(dict.fromkeys(label.strip() for label in (row["label"] or "").split(SEPARATOR) if label.strip()))
    language = (row.get("language") or "").strip().lower()
    return Example(text=row["text"] or "", labels=labels, language=language, context=row.get("context"))


def takes_several(examples: Sequence[Example]) -> bool:
    """Whether messages may carry any number of labels."""
    return any(len(example.labels) != 1 for example in examples)
