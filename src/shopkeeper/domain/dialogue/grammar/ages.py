"""How old somebody says they are: "I'm 16", "sixteen years old", "soy menor, tengo 16 años", "我16岁"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from shopkeeper.domain.dialogue.grammar.numbers import Number, find_numbers
from shopkeeper.domain.dialogue.grammar.scan import Cue
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind

YOUNGEST_BARE, OLDEST = 10, 120
"""Without a word for years a smaller number is a count ("I'm 2 short")."""
_THINGS = frozenset({"unit", "volume", "measure", "currency", "counted", "allergen", "content", "dozen", "size_word"})


def find_age(tokens: Sequence[Token], cues: Sequence[Cue], numbers: Mapping[str, Fraction]) -> tuple[int, int, int] | None:
    """The age and the tokens that say it; the law asks what shoppers say, whoever the goods are for."""
    told = [cue for cue in cues if cue.kind in ("age_lead", "age_unit")]
    if not told:
        return None
    begins = {cue.start: cue for cue in cues}
    units = {cue.start: cue for cue in told if cue.kind == "age_unit"}
    leads = {cue.end: cue for cue in told if cue.kind == "age_lead"}
    for number in find_numbers(tokens, numbers):
        if number.value.denominator != 1 or not 0 < number.whole <= OLDEST:
            continue
        lead, unit = leads.get(_before(number.start, cues)), units.get(_behind(tokens, number.end))
        start = lead.start if lead else number.start
        if unit is not None and (lead is not None or unit.value != "led"):
            return number.whole, start, unit.end
        if lead is not None and not lead.value and number.whole >= YOUNGEST_BARE and _ends(tokens, number, begins):
            return number.whole, start, number.end
    return None


def _before(at: int, cues: Sequence[Cue]) -> int:
    """Where what leads to the number ends: small words ("I'm only 16") stand between."""
    small = next((cue for cue in cues if cue.end == at and cue.kind in ("only", "filler", "stop", "but")), None)
    return small.start if small is not None else at


def _behind(tokens: Sequence[Token], at: int) -> int:
    """The place of the word for years: "16-year-old" has a dash before it."""
    return at + 1 if at < len(tokens) and tokens[at].text == "-" else at


def _ends(tokens: Sequence[Token], number: Number, begins: Mapping[int, Cue]) -> bool:
    """Whether nothing that could be counted follows."""
    if number.end >= len(tokens) or tokens[number.end].kind is TokenKind.MARK:
        return True
    after = begins.get(number.end)
    return after is not None and after.kind not in _THINGS
