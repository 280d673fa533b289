"""New flows from old ones: the id, the reply keys and chosen words exchanged, the texts copied along so that they can be changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from shopkeeper.adapters.flows.files import FlowFile
from shopkeeper.adapters.flows.places import documents

NAME = re.compile(r"[a-z][a-z0-9_]{1,39}")
BLANK_TITLE = "your request"
BLANK = """\
# What shoppers say for it, what is asked, and what it ends in. Check with `shopkeeper flows check`.
flow: {id}
version: 1
title: {{en: your request}}
intents:
  en:
    - I would like to ask for {words}
    - can you help me with {words}
slots:
  what:
    type: text # text, number, boolean, choice, date_time, money, email, phone, order or product
    ask: {id}.ask_what
    why: {id}.why_what
    check: size(value) >= 3
    called: {{en: [description]}}
steps:
  - collect: what
  - call: RequestHandoff # any command; `shopkeeper flows list` shows what others end in
    with: {{reason: "'{id}'"}}
    then: {id}.done
fallback: {{tries: 3, then: person}}
replies:
  en:
    {id}.ask_what: What is it about?
    {id}.why_what: It helps our team to help you at once.
    {id}.done: Thank you. I have passed this on to our team.
"""
_MESSAGE = re.compile(r"^([a-z][\w-]*) = (.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_KEY_LINE = r"(?<![\w.]){old}\.(?=[a-z])"


class NameTaken(ValueError):
    """The id cannot be used, or the template is not there; the text says what to do."""


def copy_flow(flow: str, folder: Path, template: str, exchanged: Sequence[tuple[str, str]], files: Iterable[FlowFile]) -> Path:
    """The new file, written. Raises NameTaken."""
    by_id = {one.id: file for file in files for one in file.flows}
    target = folder / f"{flow}.yaml"
    if not NAME.fullmatch(flow):
        raise NameTaken(f"{flow!r} is no id: small letters, digits and _.")
    if flow in by_id or target.exists():
        raise NameTaken(f"There is already a flow {flow!r} ({by_id[flow].path if flow in by_id else target}); take another id.")
    if template != "blank" and template not in by_id:
        raise NameTaken(f"There is no flow {template!r} to copy; there are {', '.join(sorted(by_id))} and blank.")
    text = BLANK.format(id=flow, words=flow.replace("_", " ")) if template == "blank" else _copied(flow, template, by_id[template])
    folder.mkdir(parents=True, exist_ok=True)
    target.write_text(_exchanged(text, exchanged), encoding="utf-8")
    return target


def _copied(flow: str, template: str, file: FlowFile) -> str:
    """The template's own document, under the new id, with the texts of its keys."""
    text = _document(file, template)
    own_keys = {key for key, _ in file.keys if key.startswith(f"{template}.")}
    text = re.sub(_KEY_LINE.format(old=re.escape(template)), f"{flow}.", re.sub(rf"^flow: {template}$", f"flow: {flow}", text, flags=re.M))
    if any(key in texts for texts in file.replies.values() for key in own_keys):
        return text
    replies = {
        language: {key.replace(template, flow, 1): found[key] for key in sorted(own_keys)}
        for language, found in _catalogs(own_keys).items()
    }
    dumped: Any = yaml.safe_dump({"replies": replies}, allow_unicode=True, sort_keys=False, width=10_000)
    return f"{text.rstrip()}\n{dumped}"


def _document(file: FlowFile, template: str) -> str:
    parts = re.split(r"^---\s*$", file.path.read_text(encoding="utf-8"), flags=re.M)
    return next(
        part.lstrip("\n")
        for part in parts
        if any("flow" in d.entries() and d.entries()["flow"].text() == template for d in documents("", part))
    )


def _catalogs(keys: set[str]) -> Mapping[str, Mapping[str, str]]:
    """The source texts of `keys` in every shipped language that has all of them."""
    from importlib.resources import files

    found: dict[str, Mapping[str, str]] = {}
    folder = Path(str(files("shopkeeper"))) / "content" / "replies"
    for language in sorted(path.name for path in folder.iterdir() if path.is_dir()):
        source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((folder / language).glob("*.ftl")))
        texts = {name.replace("-", ".", 1): text for name, text in _MESSAGE.findall(source)}
        if keys <= texts.keys():
            found[language] = texts
    return found


def _exchanged(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Whole words exchanged, small and capital, in what shoppers say and read; never in the names of slots, types and steps."""
    lines: list[str] = []
    for line in text.split("\n"):
        head, words = _parted(line)
        for old, new in pairs:
            words = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, words)
            words = re.sub(rf"(?<!\w){re.escape(old.capitalize())}(?!\w)", new.capitalize(), words)
        lines.append(head + words)
    return "\n".join(lines)


def _parted(line: str) -> tuple[str, str]:
    """A line as what has to stay, and what shoppers say or read."""
    found = _WORDS.match(line)
    return (found.group(), line[found.end() :]) if found else (line, "")


_WORDS = re.compile(r"\s*- (?!\w+:)|\s*[a-z]{2}: |\s*[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*: |\s*(?:title|called): \{")
