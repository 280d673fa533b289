"""What a tagger may look at: the words around, the kinds of word of dates, times and people, and what was asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from shopkeeper.adapters.learning.tagging.sentences import Piece
from shopkeeper.adapters.learning.tagging.spans import Span, find_spans

_KINDS = {
    "weekday": "mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday",
    "month": "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november"
    " dec december",
    "day": "today tonight tomorrow yesterday tmrw tmr weekend weekday",
    "daypart": "morning afternoon evening night noon midday midnight lunch lunchtime dinner dinnertime breakfast brunch",
    "half_day": "am pm a.m p.m",
    "clock": "quarter half past oclock clock hour hours hrs min minute minutes",
    "relative": "next this coming following last first end start beginning mid early late",
    "span": "day days week weeks month months year years fortnight nights",
    "people": "people person persons guest guests adult adults kid kids child children baby babies infant infants toddler toddlers friend"
    " friends family wife husband girlfriend boyfriend partner colleague colleagues party us me myself couple others seats table diners"
    " ladies men",
    "ordinal": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth thirtieth",
    "named": "name names called surname mr mrs ms miss dr sir madam last first forename family spelled",
    "bound": "from to until till between before after around about at by on since for than more less",
    "not": "no not never without except instead rather dont don won isn hold minus skip remove cancel",
    "money": "pound pounds dollar dollars euro euros usd gbp eur quid cents pence grand £ $ €",
}
_ROLES = (
    "from since starting start starts started begin beginning arrive arriving arrival check checking in out leave leaving departure till"
    " until to through ending end ends before after by between and on at for move moved change changed instead in last past"
)
ROLES = frozenset(_ROLES.split())
"""Words that say which end of a stretch a time or date is."""
ROLE_WITHIN = 7
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    " twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen"
)
KINDS: Mapping[str, tuple[str, ...]] = {
    word: tuple(kind for kind, words in _KINDS.items() if word in words.split()) for words in _KINDS.values() for word in words.split()
} | dict.fromkeys(_NUMBERS.split(), ("number_word",))
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_SHAPES = ((re.compile(r"[A-ZÀ-Þ]"), "X"), (re.compile(r"[^\W\dA-Z]"), "x"), (re.compile(r"\d"), "9"))
NEAR = 2
SHORT = 5
"""Words of a bare answer, which means what was asked for."""
NOT_WITHIN = 4


def features(words: Sequence[Piece], requested: Sequence[str], known: Sequence[Sequence[str]]) -> list[list[str]]:
    """A list of features per word. `known` are those of the lexicon, per word as well."""
    lower = [word.text.lower() for word in words]
    kinds = [_kinds(words, lower, at) for at in range(len(words))]
    asked = [f"asked={name}" for name in requested] or ["asked=nothing"]
    size = f"long={min(len(words), 6)}"
    whole = [*asked, *(f"{one}&{size}" for one in asked)] if len(words) <= SHORT else [*asked, size]
    spans = _spans(words, lower, asked)
    return [
        [*whole, *_own(words, lower, kinds, at, asked), *_around(lower, kinds, at), *_negation(kinds, at), *spans[at], *known[at]]
        for at in range(len(words))
    ]


def _spans(words: Sequence[Piece], lower: Sequence[str], asked: Sequence[str]) -> list[list[str]]:
    """For each word: the readings it is part of, its place in them, what stands around them."""
    found: list[list[str]] = [[] for _ in words]
    spans = find_spans(words)
    for span in spans:
        role = [f"{span.name}~{_order(span, spans)}", *(f"{span.name}~{sign}" for sign in _roles(lower, span))]
        before = lower[span.start - 1] if span.start else "<edge>"
        earlier = lower[span.start - 2] if span.start > 1 else "<edge>"
        after = lower[span.end] if span.end < len(lower) else "<edge>"
        for at in range(span.start, span.end):
            place = "B" if at == span.start else "I"
            one = f"{span.name}:{place}"
            found[at] += [one, f"{one}={span.signs[:8]}", f"{one}<{before}", f"{one}>{after}", f"{one}<<{earlier} {before}"]
            found[at] += [f"{one}&{name}" for name in asked] + role
        if span.end < len(words):
            found[span.end].append(f"past:{span.name}")
    return found


def _order(span: Span, spans: Sequence[Span]) -> str:
    """Which of its kind it is: the first date of two is where a stay begins."""
    alike = [one.start for one in spans if one.name == span.name]
    return f"{min(alike.index(span.start), 2)}/{min(len(alike), 3)}"


def _roles(lower: Sequence[str], span: Span) -> list[str]:
    """What before and after it tells a beginning from an end: "checking out on", "from", "until"."""
    before = [word for word in lower[max(0, span.start - ROLE_WITHIN) : span.start] if word in ROLES]
    after = [word for word in lower[span.end : span.end + 2] if word in ROLES]
    return [*(f"last={word}" for word in before[-1:]), *(f"then={word}" for word in after[:1]), *(f"near={word}" for word in before)]


def _own(words: Sequence[Piece], lower: Sequence[str], kinds: Sequence[tuple[str, ...]], at: int, asked: Sequence[str]) -> list[str]:
    own = lower[at]
    found = [f"w={own}", f"shape={_shape(words[at].text)}", f"pre={own[:3]}", f"end={own[-3:]}"]
    found += [f"{one}&w={own}" for one in asked] + [f"{one}&k={kind}" for one in asked for kind in kinds[at]]
    found.append("joined" if at and words[at - 1].end == words[at].start else "apart")
    return found


def _around(lower: Sequence[str], kinds: Sequence[tuple[str, ...]], at: int) -> list[str]:
    found: list[str] = []
    for step in range(-NEAR, NEAR + 1):
        near = at + step
        there = 0 <= near < len(lower)
        found += [f"{step}:w={lower[near] if there else '<edge>'}", *(f"{step}:k={kind}" for kind in (kinds[near] if there else ()))]
    return found + _pairs(lower, kinds, at)


def _negation(kinds: Sequence[tuple[str, ...]], at: int) -> list[str]:
    return ["after_not"] if any("not" in kinds[near] for near in range(max(0, at - NOT_WITHIN), at)) else []


def _pairs(lower: Sequence[str], kinds: Sequence[tuple[str, ...]], at: int) -> list[str]:
    before = lower[at - 1] if at else "<edge>"
    after = lower[at + 1] if at + 1 < len(lower) else "<edge>"
    kind = {place: "/".join(kinds[place]) or lower[place] for place in range(max(0, at - 2), min(len(lower), at + 3))}
    found = [f"w-={before}|{lower[at]}", f"w+={lower[at]}|{after}", f"w-+={before}|{after}"]
    found.append(f"k-={kind.get(at - 1)}|{kind[at]}")
    found.append(f"k+={kind[at]}|{kind.get(at + 1)}")
    found.append(f"k--={kind.get(at - 2)}|{kind.get(at - 1)}|{kind[at]}")
    found.append(f"k++={kind[at]}|{kind.get(at + 1)}|{kind.get(at + 2)}")
    return found


def _kinds(words: Sequence[Piece], lower: Sequence[str], at: int) -> tuple[str, ...]:
    word = lower[at]
    if word.isdecimal():
        return (_number_kind(word), f"digits{min(len(word), 12)}", *_digits_beside(words, lower, at))
    if word in _ENDINGS and at and lower[at - 1].isdigit() and words[at - 1].end == words[at].start:
        return ("ordinal_ending",)
    if word in ("a", "p") and at + 1 < len(lower) and lower[at + 1] in ("m", "."):
        return ("half_day",)
    return KINDS.get(word, ())


def _number_kind(word: str) -> str:
    value = int(word[:9])
    if len(word) == 4:
        return "year" if 1900 <= value <= 2100 else "four_digits"
    return "hour" if value <= 12 else "day_hour" if value <= 24 else "day_number" if value <= 31 else "minute" if value < 60 else "large"


def _digits_beside(words: Sequence[Piece], lower: Sequence[str], at: int) -> tuple[str, ...]:
    """Signs that make a number part of a time or date: "7:30", "7pm", "12/4", "4th"."""
    found: list[str] = []
    if at + 1 < len(lower) and words[at].end == words[at + 1].start and lower[at + 1] in (":", ".", "/", "-", *_ENDINGS):
        found.append(f"then{'th' if lower[at + 1] in _ENDINGS else lower[at + 1]}")
    if at + 1 < len(lower) and lower[at + 1] in ("am", "pm", "a", "p"):
        found.append("then_half_day")
    if at and words[at - 1].end == words[at].start and lower[at - 1] in (":", ".", "/", "-"):
        found.append(f"after{lower[at - 1]}")
    return tuple(found)


def _shape(text: str) -> str:
    for pattern, sign in _SHAPES:
        text = pattern.sub(sign, text)
    return re.sub(r"(.)\1+", r"\1", text)[:6]
