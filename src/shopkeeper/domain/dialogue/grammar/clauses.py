"""Where one wish ends and the next begins: at punctuation, at "and", at a new count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shopkeeper.domain.dialogue.grammar.numbers import Number
from shopkeeper.domain.dialogue.grammar.scan import Cue
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind

CLAUSE_LIMIT = 40
"""More wishes than this in one message are not read."""

_ENDS = frozenset(".!?;,:…、。，！？；：·•|\n") | {"؟", "،", "۔", "।"}
_HARD_ENDS = frozenset(".!?;…。！？；\n") | {"؟", "۔", "।"}
_JOINS_NUMBERS = frozenset({"between", "compare"})
_SPLITTERS = frozenset({"and", "but"})


_BEFORE_A_QUESTION = frozenset({"greet", "and", "but", "filler", "thank", "yes", "no"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Tokens `start` to `end` (half-open) with the cues and numbers among them.

    `joined`: "and", "but", "comma", or "start" after a full stop. `asks`: it ends with a question mark, or is plainly a question.
    """

    start: int
    end: int
    cues: tuple[Cue, ...]
    numbers: tuple[Number, ...]
    joined: str = "start"
    asks: bool = False

    def has(self, kind: str) -> bool:
        return any(cue.kind == kind for cue in self.cues)

    def first(self, *kinds: str) -> Cue | None:
        return next((cue for cue in self.cues if cue.kind in kinds), None)

    def all(self, kind: str) -> list[Cue]:
        return [cue for cue in self.cues if cue.kind == kind]


def split_clauses(
    text: str, tokens: Sequence[Token], cues: Sequence[Cue], numbers: Sequence[Number], whole: Iterable[tuple[int, int]]
) -> list[Clause]:
    """The clauses of a message, in order. Token ranges in `whole` (an address) are never cut."""
    kept = {at for start, end in whole for at in range(start, end)}
    clauses: list[Clause] = []
    for start, end, joined, ender in _ranges(text, tokens, cues, kept):
        inside = tuple(cue for cue in cues if start <= cue.start and cue.end <= end)
        counted = tuple(number for number in numbers if start <= number.start and number.end <= end)
        clauses.append(
            Clause(
                start=start, end=end, cues=inside, numbers=counted, joined=joined, asks=ender in ("?", "？", "؟") or _asks(inside, start)
            )
        )
    return clauses[:CLAUSE_LIMIT]


def _asks(cues: Sequence[Cue], start: int) -> bool:
    """ "Are the mugs dishwasher safe": said aloud or in haste, a question has no mark, but a word for it, first or anywhere."""
    for cue in cues:
        if cue.kind == "question" and (cue.value == "mark" or (cue.value == "first" and cue.start == start)):
            return True
        start = cue.end if cue.start == start and cue.kind in _BEFORE_A_QUESTION else start
    return False


def _ranges(text: str, tokens: Sequence[Token], cues: Sequence[Cue], kept: set[int]) -> Iterator[tuple[int, int, str, str]]:
    glued = any(cue.kind in _JOINS_NUMBERS for cue in cues)
    splitting = {cue.start: cue for cue in cues if cue.kind in _SPLITTERS and not (glued and cue.kind == "and")}
    inside_cue = {at for cue in cues for at in range(cue.start + 1, cue.end)}
    start, joined = 0, "start"
    at = 0
    while at < len(tokens):
        cue = splitting.get(at)
        ender = _ender(text, tokens, at, kept | inside_cue)
        if cue is None and not ender:
            at += 1
            continue
        end = at if cue or tokens[at].kind is TokenKind.MARK else at + 1
        if end > start:
            yield start, end, joined, ender
            joined = ""
        joined = _joined(cue, ender, joined)
        start = at = cue.end if cue else at + 1
    if start < len(tokens):
        yield start, len(tokens), joined, ""


def _joined(cue: Cue | None, ender: str, before: str) -> str:
    if cue is not None:
        return cue.kind
    if ender in _HARD_ENDS:
        return "start"
    return before or "comma"


def _ender(text: str, tokens: Sequence[Token], at: int, inside: set[int]) -> str:
    """The mark that ends a clause at this token, or a line break after it; neither `inside` what is one.

    A line break stands before the next token, so it is that one which must not go on with what this one began.
    """
    token = tokens[at]
    if token.kind is TokenKind.MARK and token.text in _ENDS:
        return "" if at in inside else token.text
    if at + 1 >= len(tokens) or at + 1 in inside:
        return ""
    return "\n" if "\n" in text[token.end : tokens[at + 1].start] else ""


def split_at(clause: Clause, place: int) -> tuple[Clause, Clause]:
    """The clause as two, the second beginning at token `place`."""
    return _part(clause, clause.start, place, clause.joined), _part(clause, place, clause.end, "and")


def _part(clause: Clause, start: int, end: int, joined: str) -> Clause:
    return Clause(
        start=start,
        end=end,
        cues=tuple(cue for cue in clause.cues if start <= cue.start and cue.end <= end),
        numbers=tuple(number for number in clause.numbers if start <= number.start and number.end <= end),
        joined=joined,
        asks=clause.asks,
    )


def joined_clause(first: Clause, second: Clause) -> Clause:
    """Both as one, for a name with "and" in it."""
    cues = (*first.cues, *second.cues)
    numbers = (*first.numbers, *second.numbers)
    return Clause(start=first.start, end=second.end, cues=cues, numbers=numbers, joined=first.joined, asks=second.asks)
