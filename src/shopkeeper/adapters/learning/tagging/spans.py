"""Stretches of words that read like a time, a date, a duration, an amount of money or a group of people, whatever slot they belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shopkeeper.adapters.learning.tagging.sentences import Piece

# One letter for each word, so that a stretch of words can be read by a regular expression.
_LETTERS = {
    "W": "mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday mondays tuesdays"
    " wednesdays thursdays fridays saturdays sundays weekend weekends weekday weekdays christmas xmas easter eve",
    "M": "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november"
    " dec december",
    "D": "today tomorrow yesterday tmrw tmr tonight tonite now asap",
    "P": "morning mornings afternoon afternoons evening evenings night nights noon midday midnight lunch lunchtime dinner dinnertime"
    " breakfast brunch",
    "H": "am pm",
    "K": "oclock clock hr hrs h sharp ish",
    "Q": "quarter half",
    "U": "second seconds minute minutes min mins hour hours day days week weeks fortnight fortnights month months year years nights",
    "R": "next this coming following last previous current first end start beginning mid middle early late every",
    "G": "people person persons guest guests adult adults kid kids child children baby babies infant infants toddler toddlers ppl pax"
    " diners ladies gentlemen men women man woman couple couples others seniors teens",
    "I": "me myself us i wife husband girlfriend boyfriend partner friend friends family parents mother father mom mum dad brother"
    " brothers sister sisters son sons daughter daughters colleague colleagues coworker coworkers boss uncle aunt cousin cousins"
    " grandmother grandfather grandson",
    "t": "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth thirtieth st nd rd th",
    "n": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred thousand million dozen couple few several",
    "C": "pound pounds dollar dollars buck bucks euro euros usd gbp eur quid cent cents pence grand k £ $ € ¥ ₹ rupees",
    "a": "a an the my our your his her their",
    "f": "of",
    "&": "and & plus with or",
    "p": "to past before after",
    "i": "in at on",
    ":": ":",
    ".": ".",
    "/": "/",
    "-": "- – —",
    ",": ",",
}
_OTHER = "_"
LETTERS: Mapping[str, str] = {word: letter for letter, words in reversed(_LETTERS.items()) for word in words.split()}
_N = r"[9n](?:-?n)?"
_CLOCK = rf"(?:9[:.]9|{_N}|4|5)(?:-?K|H{{1,4}}){{0,2}}"
_DAY = rf"(?:9t?|{_N}|t)"
_MONTH = rf"(?:{_DAY}f?a?M\.?,?4?|M\.?a?f?{_DAY},?4?|M4?)"
_SLASHED = r"(?:9[/.-]9(?:[/.-][94])?|4[/.-]9[/.-]9)"
_GROUP = rf"(?:[aR]{{0,3}}(?:{_N}|[a])?[GI]{{1,3}}|{_N})"
_DATE = (
    rf"[Ra]{{0,3}}W\.?,?(?:i?[aR]?(?:{_MONTH}|{_SLASHED}|9t?)|,?R?P)?"
    rf"|a?(?:{_MONTH}|{_SLASHED}|9t)"
    r"|[aR]{0,3}D(?:R?P)?"
    r"|[aR]{1,3}f?[aR]{0,2}[UPWM]"
)
PATTERNS: Mapping[str, re.Pattern[str]] = {
    "time": re.compile(rf"(?:(?:Q|{_N}U?)-?pa?|Q-?(?=[9n]))?{_CLOCK}(?:i?[aR]?P)?|P(?:i|p){_CLOCK}|P"),
    "date": re.compile(_DATE),
    "span": re.compile(rf"i?R?(?:{_N}|a{{1,2}}n?f?)(?:aQ)?U(?:&aQ)?"),
    "group": re.compile(rf"{_GROUP}(?:,?[,&]{_GROUP})*"),
    "money": re.compile(r"C[945](?:[.,][945])*|[945](?:[.,][945])*C+"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """Words `start` to `end` (half-open); `signs` is their letters."""

    name: str
    start: int
    end: int
    signs: str


def find_spans(words: Sequence[Piece]) -> list[Span]:
    """Those of one name do not overlap; those of different names may."""
    signs = letters(words)
    return [
        Span(name, found.start(), found.end(), found.group()) for name, pattern in PATTERNS.items() for found in pattern.finditer(signs)
    ]


def letters(words: Sequence[Piece]) -> str:
    lower = [word.text.lower() for word in words]
    signs = [_number(word) if word.isdecimal() else LETTERS.get(word, _OTHER) for word in lower]
    for at in range(len(lower) - 2):
        # "p.m." in three or four pieces
        if lower[at] in ("a", "p") and lower[at + 1] == "." and lower[at + 2] == "m":
            length = 4 if at + 3 < len(lower) and lower[at + 3] == "." else 3
            signs[at : at + length] = "H" * length
    return "".join(signs)


def _number(digits: str) -> str:
    return "9" if len(digits) <= 2 else "5" if len(digits) != 4 else "4"
