"""Prompts from Markdown files with a version in their front matter."""

from __future__ import annotations

import re
from pathlib import Path

from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.prompts import Prompt

FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?)\n---\n(?P<text>.*)\Z", re.DOTALL)
VERSION = re.compile(r"^version:\s*(\d+)\s*$", re.MULTILINE)


class PromptFiles:
    """`<folder>/<name>.md`. Raises InvalidInput at load for a file without a version."""

    def __init__(self, folder: Path) -> None:
        self._prompts = {path.stem: read_prompt(path) for path in sorted(folder.glob("*.md"))}

    def prompt(self, name: str) -> Prompt:
        return self._prompts[name]


def read_prompt(path: Path) -> Prompt:
    found = FRONT_MATTER.match(path.read_text(encoding="utf-8"))
    version = VERSION.search(found["head"]) if found else None
    if found is None or version is None:
        raise InvalidInput("prompt", f"{path.name}: begin with `---`, a line `version: 1`, and `---`")
    return Prompt(name=path.stem, version=int(version[1]), text=found["text"].strip())
