"""Published terms: one heading of a Markdown file is one citable clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from shopkeeper.ports.shop_store import Clause

HEADING = re.compile(r"^(#{1,4})\s+(.*?)\s*(?:\{#([\w.-]+)\})?\s*$")


def read_clauses(folder: Path) -> Iterator[Clause]:
    """The clauses of every language in `folder`, in reading order.

    A heading may carry its id, `## Deadline {#returns-deadline}`; else it is the file's name and a running number, so that
    translations of one file share ids when they share headings.
    """
    if not folder.is_dir():
        return
    for language in sorted(path for path in folder.iterdir() if path.is_dir()):
        for file in sorted(language.glob("*.md")):
            yield from _of_file(file, language.name)


def _of_file(file: Path, language: str) -> Iterator[Clause]:
    document, title, clause_id, lines = file.stem, "", "", list[str]()
    number = 0
    for line in [*file.read_text("utf-8-sig").splitlines(), "# "]:
        heading = HEADING.match(line)
        if heading is None:
            lines.append(line)
            continue
        text = "\n".join(lines).strip()
        if text and title:
            yield Clause(id=clause_id, language=language, document=document, title=title, text=text)
        level, title, named = heading.groups()
        if len(level) == 1 and title:
            document = title
        clause_id, lines, number = named or f"{file.stem}-{number}", [], number + 1
