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
_PLUS = frozenset("+/＋／")
_WORDS = frozenset({TokenKind.WORD, TokenKind.CJK})
LONGEST_COUNT = 2
"""Digits of a count behind a plus sign; more are a telephone number."""
SHORTEST_THING = 3
"""Letters of a word that a slash parts from the next one."""


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
        for cue in self.cues:  # noqa: SIM110, asked hundreds of times a message: a generator costs three times the loop
            if cue.kind == kind:
                return True
        return False

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
        ender = "" if glued and ender and ender in _PLUS else ender
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
    if ender and ender in _PLUS:
        return "and"
    return before or "comma"


def _ender(text: str, tokens: Sequence[Token], at: int, inside: set[int]) -> str:
    """The mark that ends a clause at this token, or a line break after it; neither `inside` what is one.

    A line break stands before the next token, so it is that one which must not go on with what this one began.
    """
    token = tokens[at]
    if token.kind is TokenKind.MARK and token.text in _ENDS:
        return "" if at in inside or _before_count(text, tokens, at) else token.text
    if token.text in _PLUS and at not in inside and _parts_things(tokens, at):
        return token.text
    if at + 1 >= len(tokens) or at + 1 in inside:
        return ""
    return "\n" if "\n" in text[token.end : tokens[at + 1].start] else ""


def _before_count(text: str, tokens: Sequence[Token], at: int) -> bool:
    """ "Mugs: 2" is one thing and its count; in "my list: 2 mugs" the mark ends what came before."""
    if tokens[at].text not in (":", "：") or at + 1 >= len(tokens) or tokens[at + 1].kind is not TokenKind.NUMBER:
        return False
    after = at + 3 if at + 2 < len(tokens) and tokens[at + 2].norm in ("x", "×") else at + 2
    return after >= len(tokens) or tokens[after].kind is TokenKind.MARK or "\n" in text[tokens[after - 1].end : tokens[after].start]


def _parts_things(tokens: Sequence[Token], at: int) -> bool:
    """ "12 eggs + milk", "eggs/milk/tea"; not "km/h", "S/M", "18+" or "+49 30 123"."""
    if not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if tokens[at].text == "+":
        return before.kind is not TokenKind.MARK and (after.kind in _WORDS or len(after.text) <= LONGEST_COUNT)
    return all(one.kind is TokenKind.CJK or (one.kind is TokenKind.WORD and len(one.text) >= SHORTEST_THING) for one in (before, after))


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
