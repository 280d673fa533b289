"""In a long letter the wish is one sentence of many: those that only tell something are not read for things to buy."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from shopkeeper.domain.dialogue.grammar.lexicon import Grammar
from shopkeeper.domain.dialogue.grammar.scan import Cue, find_cues
from shopkeeper.domain.dialogue.grammar.tokens import MESSAGE_LIMIT, Token, TokenKind, tokenize

LEAST_SENTENCES = 3
LEAST_WORDS, LEAST_AVERAGE = 25, 8
"""A shorter message, or one in pieces, is read whole: what stands beside a wish there mostly belongs to it."""
SHORT_SENTENCE = 4
"""Words below which a sentence goes with the one before it ("Two of them.")."""
POSTAL_DIGITS = 4
LONGEST = 1_000
"""Characters of what still is a sentence."""

_SENTENCE = re.compile(r"(?:[^.!?…。！？\n]|[.!?…](?![\s.!?…]|$))+[.!?…。！？\n]*")
_NOT_A_BREAK = re.compile(r"[^\n]")
_TELLS_NOTHING = frozenset(
    {"stop", "filler", "definite", "and", "but", "question", "to", "in", "purpose", "one", "focus", "use", "people", "measure", "unit"}
    | {"counted", "thank", "greet", "bye", "to_my", "label", "of_them", "only", "half", "few", "allergen", "more", "less", "not", "no"}
    | {
        "age_lead",
        "other_one",
        "arrives",
        "none",
        "why",
        "age_unit",
        "ordinal",
        "content",
        "volume",
        "again",
        "cheap",
        "fit_it",
        "order",
        "visit",
        "opening",
        "yes",
        "if",
        "under",
        "over",
        "likes",
    }
)
"""Cues that stories are full of as well."""


def without_story(text: str, grammar: Grammar, people: Collection[str] = ()) -> str:
    """`text`, with its places as they are, but with blanks for the sentences of a letter that ask for nothing; all of it where none does.

    `people` who can be booked are named in wishes only.
    """
    sentences = list(_SENTENCE.finditer(text))
    words = len(text.split())
    if len(sentences) < LEAST_SENTENCES or words < max(LEAST_WORDS, LEAST_AVERAGE * len(sentences)):
        return text[:MESSAGE_LIMIT]
    read = [(one, tokens, find_cues(tokens, grammar)) for one in sentences if (tokens := tokenize(one.group()))]
    present = any(cue.kind == "gift" for _, _, cues in read for cue in cues)
    telling = [
        one
        for one, tokens, cues in read
        if len(one.group()) > LONGEST
        or not (_wants(one.group(), tokens, cues, present=present) or any(token.norm in people for token in tokens))
    ]
    if len(telling) in (0, len(read)):
        return text[:MESSAGE_LIMIT]
    for one in telling:
        text = text[: one.start()] + _NOT_A_BREAK.sub(" ", one.group()) + text[one.end() :]
    return text


def _wants(sentence: str, tokens: Sequence[Token], cues: Sequence[Cue], *, present: bool) -> bool:
    """Whether a sentence asks, wishes, or gives an address; a short one may belong to the one before it."""
    if sentence.rstrip()[-1:] in ("?", "？") or "@" in sentence:
        return True
    if sum(token.kind is not TokenKind.MARK for token in tokens) < SHORT_SENTENCE:
        return True
    if any(token.kind is TokenKind.NUMBER and len(token.text) >= POSTAL_DIGITS for token in tokens):
        return True
    return any(_asks(cue, present=present) for cue in cues)


def _asks(cue: Cue, *, present: bool) -> bool:
    if cue.kind == "likes":
        return present
    if cue.value == "weak":
        return False
    return cue.kind not in _TELLS_NOTHING and (cue.kind != "policy" or cue.end - cue.start > 1)
