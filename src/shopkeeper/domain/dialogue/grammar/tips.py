"""A tip in a message ("add a 10 % tip", "2 euros tip for the driver", "no tip"): read on its own, as no other number may become one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction

from shopkeeper.domain.dialogue.grammar.lexicon import Node
from shopkeeper.domain.dialogue.grammar.numbers import Number
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind

PERCENT = frozenset("%٪％")
SYMBOLS = frozenset("€$£¥₹₽")
UNITS = ("percent", "cents")
_ENDS = re.compile(r"[.!?;,:。，！？；、،؛…\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tipping:
    """Characters `start` to `end` are about a tip: `amount` in whole and partial units of the currency, or `percent`.

    Both None: a tip was named without saying how much, or (`taken_back`) there shall be none.
    """

    start: int
    end: int
    amount: Fraction | None = None
    percent: Fraction | None = None
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """Tokens `start` to `end` carry `kind`: word, off, percent, cents or with."""

    kind: str
    start: int
    end: int


def find_tip(
    tokens: Sequence[Token], phrases: Node, numbers: Sequence[Number], soft: Set[int], money: Set[int], *, asked: bool = False
) -> Tipping | None:
    """The tip that `tokens` speak of. `soft` are places of words that ask for nothing themselves, `money` those of currencies.

    The amount stands beside the word, with nothing but soft words between; a tip without one is one only if nothing else is said
    in its piece of the message ("felt-tip pens" are none). `asked`: how much was just asked, so a mere amount is one.
    """
    marks = _marks(tokens, phrases)
    word = next((mark for mark in marks if mark.kind in ("off", "word")), None)
    if word is None and asked and len(numbers) == 1:
        word = _Mark("asked", numbers[0].start, numbers[0].end)
    if word is None:
        return None
    first, last = _piece(tokens, word)
    light = {at for mark in marks for at in range(mark.start, mark.end)} | soft | money
    light |= {at for at in range(first, last) if tokens[at].text in PERCENT | SYMBOLS}
    worded = {at for mark in marks for at in range(mark.start, mark.end)}  # "ein Trinkgeld", "por ciento" count nothing.
    inside = [one for one in numbers if first <= one.start and one.end <= last and worded.isdisjoint(range(one.start, one.end))]
    light |= {at for number in inside for at in range(number.start, number.end)}
    start, end = _stretch(word, light, first, last)
    said = [number for number in inside if start <= number.start and number.end <= end and number.value >= 0]
    units = money | {at for at, token in enumerate(tokens) if token.text in PERCENT | SYMBOLS}
    units |= {at for mark in marks if mark.kind in UNITS for at in range(mark.start, mark.end)}
    bare = [number for number in said if units.isdisjoint((number.start - 1, number.end))]
    near = min(said, key=lambda one: (one in bare, min(abs(word.start - one.end), abs(one.start - word.end))), default=None)
    place = (tokens[start].start, tokens[end - 1].end)
    alone = (start, end) == (first, last)
    if word.kind == "off":
        return Tipping(start=place[0], end=place[1], taken_back=True)
    if near is None:
        return Tipping(start=place[0], end=place[1]) if alone else None
    return _sized(tokens, near, marks, place, is_money=_is_money(tokens, near, money), alone=alone)


def _sized(
    tokens: Sequence[Token], near: Number, marks: Sequence[_Mark], place: tuple[int, int], *, is_money: bool, alone: bool
) -> Tipping | None:
    beside = {mark.kind for mark in marks if near.start == mark.end or near.end == mark.start}
    if "percent" in beside or any(token.text in PERCENT for token in tokens[max(0, near.start - 1) : near.end + 1]):
        return Tipping(start=place[0], end=place[1], percent=near.value)
    if "cents" in beside:
        return Tipping(start=place[0], end=place[1], amount=near.value / 100)
    return Tipping(start=place[0], end=place[1], amount=near.value) if is_money or alone else None


def _is_money(tokens: Sequence[Token], number: Number, money: Collection[int]) -> bool:
    around = (number.start - 1, number.end)
    return any(at in money or (0 <= at < len(tokens) and tokens[at].text in SYMBOLS) for at in around)


def _marks(tokens: Sequence[Token], phrases: Node) -> list[_Mark]:
    found: list[_Mark] = []
    at = 0
    while at < len(tokens):
        mark = _longest(tokens, at, phrases)
        if mark is not None:
            found.append(mark)
        at = mark.end if mark is not None else at + 1
    return found


def _longest(tokens: Sequence[Token], at: int, node: Node) -> _Mark | None:
    found = None
    for place in range(at, len(tokens)):
        following = node.next.get(tokens[place].norm)
        if following is None:
            break
        node = following
        if node.cue is not None:
            found = _Mark(node.cue.partition(":")[2], at, place + 1)
    return found


def _piece(tokens: Sequence[Token], word: _Mark) -> tuple[int, int]:
    """The part of the message between the marks around the word."""
    first = next((at + 1 for at in range(word.start - 1, -1, -1) if _ends(tokens[at])), 0)
    last = next((at for at in range(word.end, len(tokens)) if _ends(tokens[at])), len(tokens))
    return first, last


def _ends(token: Token) -> bool:
    return token.kind is TokenKind.MARK and _ENDS.match(token.text) is not None


def _stretch(word: _Mark, light: Collection[int], first: int, last: int) -> tuple[int, int]:
    start, end = word.start, word.end
    while start > first and start - 1 in light:
        start -= 1
    while end < last and end in light:
        end += 1
    return start, end
