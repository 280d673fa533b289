"""Finding cue phrases in a message: longest first, left to right, in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shopkeeper.domain.dialogue.grammar.lexicon import Grammar
from shopkeeper.domain.dialogue.grammar.tokens import Token

LONGEST_APART = 9
"""Tokens from "send" to "back", at most."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `start` to `end` (half-open) mean `kind`, closer told by `value` ("policy", "returns")."""

    kind: str
    value: str
    start: int
    end: int


def find_cues(tokens: Sequence[Token], grammar: Grammar, *, skip: frozenset[int] = frozenset()) -> list[Cue]:
    """The cues of `tokens`; tokens in `skip` (an address, a code) take no part."""
    cues: list[Cue] = []
    at = 0
    while at < len(tokens):
        cue = None if at in skip else _longest(tokens, at, grammar, skip)
        if cue is not None and cue.kind == "pay":
            cue = _how_it_is_paid(tokens, cue, grammar, skip) or cue
        if cue is not None:
            cues.append(cue)
        at = cue.end if cue else at + 1
    return cues


def with_apart(tokens: Sequence[Token], cues: list[Cue], grammar: Grammar) -> list[Cue]:
    """With "send the mugs back" as a return: its first word is the cue, the last one grammar."""
    if not grammar.apart or any(cue.kind == "return_it" for cue in cues):
        return cues
    for at, token in enumerate(tokens):
        lasts = grammar.apart.get(token.norm)
        end = next((n for n in range(at + 2, min(at + LONGEST_APART, len(tokens))) if lasts and tokens[n].norm in lasts), None)
        if end is None or any(one.text in ".!?;" for one in tokens[at:end]):
            continue
        kept = [cue for cue in cues if not (cue.start <= at < cue.end or cue.start <= end < cue.end)]
        return sorted([*kept, Cue("return_it", "", at, at + 1), Cue("stop", "", end, end + 1)], key=lambda cue: cue.start)
    return cues


def _how_it_is_paid(tokens: Sequence[Token], pay: Cue, grammar: Grammar, skip: frozenset[int]) -> Cue | None:
    """ "i'll pay on pickup" chooses a way to pay and does not pay yet, although "i'll pay" comes first."""
    inside = (_longest(tokens, at, grammar, skip) for at in range(pay.start + 1, pay.end))
    return next((cue for cue in inside if cue is not None and cue.kind == "payment" and cue.end > pay.end), None)


def _longest(tokens: Sequence[Token], at: int, grammar: Grammar, skip: frozenset[int]) -> Cue | None:
    node = grammar.root
    found: tuple[str, int] | None = None
    for place in range(at, len(tokens)):
        if place > at and tokens[place].text == "-" and "-" not in node.next:
            continue  # "check-out" is read as "check out"
        following = None if place in skip else node.next.get(tokens[place].norm)
        if following is None:
            break
        node = following
        if node.cue is not None:
            found = (node.cue, place + 1)
    if found is None:
        return None
    kind, _, value = found[0].partition(":")
    return Cue(kind, value, at, found[1])
