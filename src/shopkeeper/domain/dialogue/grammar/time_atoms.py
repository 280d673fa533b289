"""The smallest pieces that say something about time: words of the lexicon, clock figures, dates in figures, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from shopkeeper.domain.dialogue.grammar.lexicon import Lexicon, Node, plant
from shopkeeper.domain.dialogue.grammar.numbers import number_at_start
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind, adjacent

_SKIPPED = frozenset(".'-’\"")
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th", "er", "re", "eme", "de", "ste", "º", "ª", "°", "o", "a", "го", "е"})
_TURKISH_ENDS = frozenset(["a", "e", "i", "u", "ya", "ye", "yi", "yu", "da", "de", "ta", "te", "dan", "den", "tan", "ten"])
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.,]([0-5]\d)")
_H_MINUTES = re.compile(r"[hH][0-5]\d")
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{2,4}))?")


@dataclass(frozen=True, slots=True)
class Atom:
    """Tokens `start` to `end` say `kind` with `value`; `weak` words mean something else as often ("sat", "may")."""

    kind: str
    value: str
    start: int
    end: int
    weak: bool = False
    numbers: tuple[int, ...] = ()

    @property
    def number(self) -> int:
        return self.numbers[0] if self.numbers else int(self.value or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeGrammar:
    """Every language's words for time as one tree, own words first."""

    language: str
    root: Node
    numbers: Mapping[str, Fraction]


def compile_times(language: str, lexicons: Mapping[str, Lexicon], numbers: Mapping[str, Fraction]) -> TimeGrammar:
    root = Node()
    for code in (language, *(code for code in lexicons if code != language)):
        lexicon = lexicons.get(code)
        if lexicon is not None:
            plant(root, lexicon.times, code, own=code in (language, "any"), light=frozenset())
    return TimeGrammar(language=language, root=root, numbers=numbers)


def find_atoms(tokens: Sequence[Token], grammar: TimeGrammar, *, skip: frozenset[int] = frozenset()) -> list[Atom]:
    atoms: list[Atom] = []
    at = 0
    while at < len(tokens):
        atom = None if at in skip else _figures(tokens, at) or _word(tokens, at, grammar) or _number(tokens, at, grammar)
        if atom is not None:
            atom = _with_ending(tokens, atom) if grammar.language == "tr" else atom
            atoms.append(atom)
        at = atom.end if atom else at + 1
    return atoms


def _with_ending(tokens: Sequence[Token], atom: Atom) -> Atom:
    """Turkish hangs an ending on figures: "12:30'a kadar", "5'ten sonra"."""
    end = atom.end
    if tokens[end - 1].kind is not TokenKind.NUMBER:
        return atom
    end += 1 if end < len(tokens) and tokens[end].text in "'’" and adjacent(tokens[end - 1], tokens[end]) else 0
    hung = end < len(tokens) and tokens[end].norm in _TURKISH_ENDS and adjacent(tokens[end - 1], tokens[end])
    return replace(atom, end=end + 1) if hung else atom


def _word(tokens: Sequence[Token], at: int, grammar: TimeGrammar) -> Atom | None:
    """The longest phrase from here; points and apostrophes inside it ("p.m.") do not matter."""
    node, found = grammar.root, None
    place = at
    while place < len(tokens):
        following = node.next.get(tokens[place].norm)
        if following is None:
            if place > at and tokens[place].text in _SKIPPED and place + 1 < len(tokens) and tokens[place + 1].norm in node.next:
                place += 1
                continue
            break
        node = following
        place += 1
        if node.cue is not None:
            found = (node.cue, place)
    if found is None:
        return None
    kind, _, rest = found[0].partition(":")
    value, _, mark = rest.partition(":")
    return Atom(kind, value, at, found[1], weak=mark == "weak")


def _figures(tokens: Sequence[Token], at: int) -> Atom | None:
    """Dates and clock times in figures: "2026-09-18", "18.9.", "18/9/26", "5:30", "17h30"."""
    token = tokens[at]
    if token.kind is not TokenKind.NUMBER:
        return None
    return _date(tokens, at) or _clock(tokens, at) or _ordinal(tokens, at)


def _date(tokens: Sequence[Token], at: int) -> Atom | None:
    text = tokens[at].text
    dotted = _DATE.fullmatch(text)
    ends = at + 1 < len(tokens) and tokens[at + 1].text == "." and adjacent(tokens[at], tokens[at + 1])
    if dotted and (dotted[3] or ends) and _is_date(int(dotted[1]), int(dotted[2])):
        year = _year(dotted[3]) if dotted[3] else 0
        return Atom("date", "", at, at + (2 if ends and not dotted[3] else 1), numbers=(year, int(dotted[2]), int(dotted[1])))
    first, mark, second = _three(tokens, at, 0), _three(tokens, at, 1), _three(tokens, at, 2)
    if first is None or mark not in ("/", "-") or second is None or not second.isdecimal() or not text.isdecimal():
        return None
    third = _three(tokens, at, 4) if _three(tokens, at, 3) == mark else None
    if third is not None and third.isdecimal():
        one, two, three = int(text), int(second), int(third)
        if len(text) == 4 and _is_date(three, two):
            return Atom("date", "", at, at + 5, numbers=(one, two, three))
        day, month = (one, two) if two <= 12 else (two, one)
        return Atom("date", "", at, at + 5, numbers=(_year(third), month, day)) if _is_date(day, month) else None
    if mark == "/" and _is_date(int(text), int(second)) and len(second) == 2:
        return Atom("date", "", at, at + 3, numbers=(0, int(second), int(text)))
    return None


def _is_date(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text) % 100


def _three(tokens: Sequence[Token], at: int, ahead: int) -> str | None:
    """The text `ahead` tokens on, if nothing stands between."""
    place = at + ahead
    if place >= len(tokens) or (ahead and not adjacent(tokens[place - 1], tokens[place])):
        return None
    return tokens[place].text


def _clock(tokens: Sequence[Token], at: int) -> Atom | None:
    text = tokens[at].text
    after, minutes = _three(tokens, at, 1), _three(tokens, at, 2)
    if text.isdecimal() and int(text) <= 24 and after in (":", "h", "H", "：") and minutes and minutes.isdecimal() and len(minutes) == 2:
        return Atom("clock", "", at, at + 3, numbers=(int(text), int(minutes))) if int(minutes) < 60 else None
    if text.isdecimal() and int(text) <= 24 and after in ("h", "H") and minutes is None:
        return Atom("clock", "", at, at + 2, numbers=(int(text), 0))
    if text.isdecimal() and int(text) <= 24 and after is not None and _H_MINUTES.fullmatch(after):
        return Atom("clock", "", at, at + 2, numbers=(int(text), int(after[1:])))
    pointed = _CLOCK.fullmatch(text)
    return Atom("figure", "", at, at + 1, numbers=(int(pointed[1]), int(pointed[2]))) if pointed else None


def _ordinal(tokens: Sequence[Token], at: int) -> Atom | None:
    text, after = tokens[at].text, _three(tokens, at, 1)
    if text.isdecimal() and 1 <= int(text) <= 31 and after is not None and tokens[at + 1].norm in _ORDINAL_ENDS:
        return Atom("dom", text, at, at + 2)
    return None


def _number(tokens: Sequence[Token], at: int, grammar: TimeGrammar) -> Atom | None:
    number = number_at_start(tokens[at : at + 4], grammar.numbers)
    if number is None or not 0 <= number.value <= 9999:
        return None
    value = number.value
    if value.denominator != 1:
        return None
    return Atom("num", str(int(value)), at, at + number.end)
