"""Words that a shopper dictates for somebody else ("gift note: …"): they are kept as written and never read as a wish."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shopkeeper.domain.dialogue.grammar.lexicon import Node
from shopkeeper.domain.dialogue.grammar.tokens import Token

_LABEL_END = re.compile(r"[^\S\n]*[:：]\s*")
_SEPARATORS = re.compile(r"[\s:：,，–—-]*")
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‘": "’", "'": "'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictation:
    """Characters `start` to `end` of a message are about a note; `text` is what it says.

    `text` is empty when nothing was dictated: `taken_back` tells whether an earlier note shall go.
    `bare`: no colon or quotation mark stands before it, so it may be a courtesy ("can I add a gift note, please?").
    """

    start: int
    end: int
    text: str = ""
    bare: bool = False
    taken_back: bool = False


def find_dictation(text: str, tokens: Sequence[Token], phrases: Node) -> Dictation | None:
    """The first note dictated in `text`. A mere name ("message") needs a colon or a quotation behind it."""
    for at, token in enumerate(tokens):
        kind, end = _longest(tokens, at, phrases)
        if not kind:
            continue
        after = tokens[end - 1].end
        if kind == "off":
            return Dictation(start=token.start, end=after, taken_back=True)
        label = _LABEL_END.match(text, after)
        if kind == "said" or label is not None or _quotes(text, _SEPARATORS.match(text, after)):
            return _dictated(text, token.start, label, after)
    return None


def _longest(tokens: Sequence[Token], at: int, node: Node) -> tuple[str, int]:
    found = ("", at)
    for place in range(at, len(tokens)):
        following = node.next.get(tokens[place].norm)
        if following is None:
            break
        node = following
        if node.cue is not None:
            found = (node.cue.partition(":")[2], place + 1)
    return found


def _quotes(text: str, before: re.Match[str] | None) -> bool:
    return before is not None and text[before.end() : before.end() + 1] in _QUOTES


def _dictated(text: str, start: int, label: re.Match[str] | None, after: int) -> Dictation:
    """To the closing quotation mark where there is one, else to the end of the message."""
    before = label or _SEPARATORS.match(text, after)
    begins = before.end() if before is not None else after
    closing = _QUOTES.get(text[begins : begins + 1], "")
    ends = max((text.find(mark, begins + 1) for mark in closing), default=-1)
    if ends > begins:
        return Dictation(start=start, end=ends + 1, text=text[begins + 1 : ends].strip())
    return Dictation(start=start, end=len(text), text=text[begins:].strip(), bare=label is None)
