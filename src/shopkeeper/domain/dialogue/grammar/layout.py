"""What the look of a message says: quoted mail is somebody else's, and the marks of a list are no counts. Places stay as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_INTRODUCES_QUOTE = re.compile(r"^[^\n]*:[ \t]*\n(?:[ \t]*\n)*(?=[ \t]*>)", re.MULTILINE)
_FORWARDED = re.compile(r"^[ \t]*(?:-{3,}[^\n-][^\n]*-{3,}|_{5,})[ \t]*\n.*", re.MULTILINE | re.DOTALL)
_SIGNATURE = re.compile(r"^-- ?\n.*", re.MULTILINE | re.DOTALL)
_BULLET = re.compile(r"^[ \t]*(?:[-*•·–—▪◦‣☐☑✓✔➤►]|\[[ xX]?\])(?=[ \t]+\S)", re.MULTILINE)
_DASHED = re.compile(r"(?:^|(?<=\s))[-–—•*](?=[ \t]+\S)", re.MULTILINE)
_NUMBERED = re.compile(r"(?:^|(?<=[\s:]))\(?(\d{1,2})[.)](?=[ \t]+\S|[^\s\d.])", re.MULTILINE)
_NOT_A_BREAK = re.compile(r"[^\n]")
LEAST_ITEMS = 2


def laid_out(text: str) -> str:
    """`text`, of the same length, with line breaks where the items of a list begin and blanks for what was only quoted."""
    own = text
    for quoted in (_INTRODUCES_QUOTE, _QUOTED, _FORWARDED, _SIGNATURE):
        own = quoted.sub(_blank, own)
    return _as_lines(own if own.strip() else text)


def _blank(found: re.Match[str]) -> str:
    return _NOT_A_BREAK.sub(" ", found.group())


def _as_lines(text: str) -> str:
    numbered = list(_numbering(text))
    if numbered:
        return _broken(text, numbered)
    if _BULLET.match(text.lstrip("\n")) and len(_DASHED.findall(text)) >= LEAST_ITEMS:
        return _DASHED.sub("\n", text)  # "- eggs - milk", all in one line
    return _BULLET.sub(_blank, text)


def _numbering(text: str) -> Iterator[re.Match[str]]:
    """The marks of "1. coffee 2. tea": they begin at one, miss none, and stand where a list can begin."""
    found = list(_NUMBERED.finditer(text))
    before = text[: found[0].start()].rstrip(" \t") if found else ""
    begins = not before or before[-1] in ":\n" or all(one.group()[-1] == ")" for one in found)
    if begins and len(found) >= LEAST_ITEMS and [int(one.group(1)) for one in found] == list(range(1, len(found) + 1)):
        yield from found


def _broken(text: str, marks: Sequence[re.Match[str]]) -> str:
    for mark in marks:
        text = text[: mark.start()] + "\n" + " " * (mark.end() - mark.start() - 1) + text[mark.end() :]
    return text
