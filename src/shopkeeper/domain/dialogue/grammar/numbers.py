"""Numbers as shoppers write them: digits, words, fractions, "a dozen", "十二", "2x", "1e9", "-3"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind, adjacent

LARGEST = 10**12
"""Larger numbers are read as this: still absurd, still safe to store."""

LONGEST_PHRASE = 8

_FRACTIONS = {"¼": Fraction(1, 4), "½": Fraction(1, 2), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2, "俩": 2, "壹": 1, "贰": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "萬": 10_000, "亿": 100_000_000}
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,'’]\d{3})+")
_OTHER_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens `start` to `end` (half-open). `written` = by digits."""

    value: Fraction
    start: int
    end: int
    written: bool

    @property
    def whole(self) -> int:
        """The nearest whole number not above it, within what can be stored."""
        return max(-LARGEST, min(LARGEST, int(self.value)))


def find_numbers(tokens: Sequence[Token], words: Mapping[str, Fraction], *, taken: frozenset[int] = frozenset()) -> list[Number]:
    """Every number, longest reading first; tokens in `taken` are something else already."""
    numbers: list[Number] = []
    at = 0
    while at < len(tokens):
        number = None if at in taken else _number_at(tokens, at, words, taken)
        if number is not None:
            numbers.append(number)
        at = number.end if number else at + 1
    return numbers


_NONE = Fraction(0)


def number_at_start(tokens: Sequence[Token], words: Mapping[str, Fraction]) -> Number | None:
    """The number that `tokens` begin with."""
    return _number_at(tokens, 0, words, frozenset()) if tokens else None


def _number_at(tokens: Sequence[Token], at: int, words: Mapping[str, Fraction], taken: frozenset[int]) -> Number | None:
    token = tokens[at]
    if token.kind is TokenKind.NUMBER:
        return _digits(tokens, at)
    if token.kind is TokenKind.CJK:
        return _han(tokens, at, taken)
    return _spelled(tokens, at, words, taken)


MULTIPLIERS = frozenset({100, 1000, 100_000, 1_000_000, 10_000_000, 1_000_000_000})
"""What a number before it is taken times; lakh and crore among them."""


def _digits(tokens: Sequence[Token], at: int) -> Number:
    value = digits_value(tokens[at].text)
    start = at
    end = at + 1
    if end + 1 < len(tokens) and tokens[end].text == "/" and tokens[end + 1].kind is TokenKind.NUMBER and adjacent(tokens[at], tokens[end]):
        below = digits_value(tokens[end + 1].text)
        value, end = (value / below, end + 2) if below else (value, end)
    elif end < len(tokens) and tokens[end].text in _FRACTIONS:
        value, end = value + _FRACTIONS[tokens[end].text], end + 1
    if _is_minus(tokens, at):
        value, start = -value, at - 1
    return Number(value, start, end, True)


def _is_minus(tokens: Sequence[Token], at: int) -> bool:
    """A dash right before the number that does not join it to a word ("-3", not "R-7" or "27–34")."""
    if at == 0 or tokens[at - 1].text not in ("-", "−", "–") or not adjacent(tokens[at - 1], tokens[at]):
        return False
    return at == 1 or not adjacent(tokens[at - 2], tokens[at - 1])


def digits_value(text: str) -> Fraction:
    """The value of digits with any grouping: "1,000", "1.000", "1.5", "1e9". Never raises, capped at LARGEST."""
    if text in _FRACTIONS:
        return _FRACTIONS[text]
    plain = "".join(str(int(char)) if char.isdecimal() else char for char in text[:40].lower().replace("’", "'"))
    mantissa, _, exponent = plain.partition("e")
    mantissa = mantissa.replace("'", "")
    if _THOUSANDS.fullmatch(mantissa):
        value = Fraction(re.sub(r"\D", "", mantissa))
    else:
        head, _, tail = mantissa.replace(",", ".").rpartition(".")
        value = Fraction(f"{head.replace('.', '') or 0}.{tail or 0}") if head or not tail.isdigit() else Fraction(tail)
    power = min(int(exponent), 12) if exponent.isdigit() else 0
    return min(value * 10**power, Fraction(LARGEST))


def _han(tokens: Sequence[Token], at: int, taken: frozenset[int]) -> Number | None:
    end = at
    while end < len(tokens) and end - at < 12 and end not in taken and (tokens[end].norm in _HAN_DIGITS or tokens[end].norm in _HAN_UNITS):
        end += 1
    if end > at:
        return Number(Fraction(han_value("".join(token.norm for token in tokens[at:end]))), at, end, False)
    if tokens[at].norm == "半" and at not in taken:
        return Number(Fraction(1, 2), at, at + 1, False)
    return None


def han_value(text: str) -> int:
    """The value of a number written in han characters ("十二" = 12, "两百五十" = 250)."""
    if not any(char in _HAN_UNITS for char in text):
        return min(LARGEST, int("".join(str(_HAN_DIGITS[char]) for char in text)))
    total = section = digit = 0
    for char in text:
        unit = _HAN_UNITS.get(char)
        if unit is None:
            digit = _HAN_DIGITS[char]
        elif unit >= 10_000:
            total, section, digit = (total + section + digit) * unit, 0, 0
        else:
            section, digit = section + (digit or 1) * unit, 0
    return min(LARGEST, total + section + digit)


def _spelled(tokens: Sequence[Token], at: int, words: Mapping[str, Fraction], taken: frozenset[int]) -> Number | None:
    """Number words that follow one another: "twenty five", "two hundred", "zweihundert"."""
    total = part = _NONE
    end = at
    while end < len(tokens) and end - at < LONGEST_PHRASE and end not in taken:
        value, taken_up = words.get(tokens[end].norm), 1
        if (
            end + 1 < len(tokens)
            and end + 1 not in taken
            and (paired := words.get(f"{tokens[end].norm} {tokens[end + 1].norm}")) is not None
        ):
            value, taken_up = paired, 2
        if value is None or (end > at and not _continues(part, value)):
            break
        if value in MULTIPLIERS:
            part = (part or Fraction(1)) * value
            total, part = (total + part, _NONE) if value >= 1000 else (total, part)
        else:
            part += value
        end += taken_up
    if end == at or _OTHER_DIGITS.search(tokens[at].text):
        return None
    return Number(min(Fraction(LARGEST), total + part), at, end, False)


def _continues(part: Fraction, value: Fraction) -> bool:
    """Whether `value` can go on a number that is at `part`: "twenty five" can, "two three" are two numbers."""
    if value in MULTIPLIERS:
        return True
    if part == 0 or part % 100 == 0:
        return True
    return part % 100 >= 20 and part % 10 == 0 and 0 < value < 10
