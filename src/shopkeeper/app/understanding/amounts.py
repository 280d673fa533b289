"""What the numbers of a clause count: things, pieces of a pack, money, a measure, a size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from shopkeeper.app.understanding.reading import Reading
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.numbers import LARGEST, Number
from shopkeeper.domain.dialogue.grammar.scan import Cue
from shopkeeper.domain.dialogue.grammar.tips import PERCENT
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind, adjacent

LARGEST_VOLUME_COUNT = 20
"""More liters than this are a size, not a count of bottles."""

PACKS = ("pack", "one_pack")
SMALLEST_PACK = 4
"""From here on "6 pack" is what one pack holds; "2 pack" may as well be two of them."""
SMALLEST_ORDER_NUMBER = 1_000
WIDEST_RANGE = 3
"""A larger number than so many times the first is another count, no end of a range."""

_OF = frozenset({"of", "de", "da", "di", "von", "mit", "van", "x", "na", "по", "из", "isi"})
"""What stands between a pack and the number it holds."""

COUNTED = ("counted", "allergen")
"""Words for what a pack holds; "eggs" is such a word although it names an allergen elsewhere."""

PERCENT_WORDS = ("percent", "prozent", "porcentaje", "pourcent", "процент", "بالمئة", "فیصد", "प्रतिशत", "パーセント")
"""Beginnings of words for a hundredth part: a share counts nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A count of things (`quantity`) or of a pack's pieces (`pieces`), and the tokens it takes up.

    `packed` is what one pack holds, where packs are counted.
    `most` is the other end of a range ("2 or 3"). `worded`: the count is no more than the word "one".
    """

    value: int
    pieces: bool
    start: int
    end: int
    used: frozenset[int]
    packed: int = 0
    most: int | None = None
    worded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """A limit in whole and partial units of the currency; `least` when it is a lower one."""

    value: Fraction
    least: bool
    start: int
    end: int
    used: frozenset[int]


def amounts_of(reading: Reading, clause: Clause, used: frozenset[int]) -> list[Amount]:
    """Every count in the clause, in order. Measures, sizes, prices and parts of names are not counts."""
    packs = [
        *(_sixpack(clause, cue) for cue in clause.all("pack_of")),
        *filter(None, (_pack_with(reading, clause, n) for n in clause.numbers)),
    ]
    found: list[Amount] = [packed for packed in packs if used.isdisjoint(packed.used)]
    for number in clause.numbers:
        if any(number.start in one.used for one in found):
            continue
        packed = _pack_of(reading, clause, number)
        if packed is not None and used.isdisjoint(packed.used):
            found.append(packed)
        elif used.isdisjoint(range(number.start, number.end)) and not _is_something_else(reading, clause, number):
            amount = _counted(reading, clause, number)
            if amount is not None:
                found.append(amount)
    found = _ranged(reading, clause, sorted(found, key=lambda one: one.start))
    if not found:
        dozen = clause.first("dozen")
        half = clause.first("half")
        if dozen is not None and not used.intersection(range(dozen.start, dozen.end)):
            value = 6 if half is not None and dozen.start - half.end in (0, 1) else 12
            start = half.start if value == 6 and half else dozen.start
            more = _and_half(clause, dozen.end)
            end = more.end if more else dozen.end
            found.append(Amount(value=value + (6 if more else 0), pieces=True, start=start, end=end, used=frozenset(range(start, end))))
    return found


def _counted(reading: Reading, clause: Clause, number: Number) -> Amount | None:
    value, end, pieces = number.value, number.end, False
    more = _and_half(clause, end)
    if more is not None:
        value, end = value + Fraction(1, 2), more.end
    after = next((cue for cue in clause.cues if cue.start == end), None)
    if after is not None and after.kind == "dozen":
        value, end, pieces = value * 12, after.end, True
        more = _and_half(clause, end)
        value, end = (value + 6, more.end) if more else (value, end)
    elif after is not None and after.kind in ("unit", "volume"):
        end = after.end if _more_follows(reading, clause, after.end) or after.value == "piece" else number.end
        # "3 Packungen Eier", "3盒鸡蛋" count packs, whatever is in them; "12 Stück Eier" counts what a pack holds.
        pieces = after.value == "piece" and (_counts_pieces(clause, end) or _pieces_named(clause, number.start))
    elif after is not None and after.kind in COUNTED:
        pieces = True
    elif after is not None and after.kind in ("more", "less"):
        pieces = _counts_pieces(clause, after.end)  # "thirty more eggs"
    if value.denominator != 1 and not pieces:
        return None
    whole = max(-LARGEST, min(LARGEST, int(value)))
    before = next((cue for cue in clause.cues if cue.end == number.start and (cue.kind, cue.value) == ("unit", "piece")), None)
    start = before.start if before is not None else number.start  # "mugs, qty 2", "eggs x 3"
    return Amount(
        value=whole,
        pieces=pieces,
        start=start,
        end=end,
        used=frozenset(range(start, end)),
        worded=any(cue.kind == "one" and cue.start == number.start for cue in clause.cues),
    )


def _pack_of(reading: Reading, clause: Clause, number: Number) -> Amount | None:
    """ "A 6-pack", "6er-Pack", "two 6-packs": what one pack holds, times how many are wanted."""
    at, tokens = number.end, reading.tokens
    if number.whole < 2 or number.end - number.start != 1:
        return None
    kind = at < clause.end and tokens[at].norm == "er" and adjacent(tokens[at - 1], tokens[at])
    at += 1 if kind else 0
    dashed = at + 1 < clause.end and tokens[at].text in "-–" and adjacent(tokens[at - 1], tokens[at])
    unit = next((cue for cue in clause.cues if cue.start == at + dashed and cue.kind == "unit" and cue.value in PACKS), None)
    if unit is None or not (dashed or kind or (unit.value == "one_pack" and number.whole >= SMALLEST_PACK)):
        return None
    return _packs_of(clause, number.whole, number.start, unit.end)


def _pack_with(reading: Reading, clause: Clause, number: Number) -> Amount | None:
    """ "Un pack de 6", "упаковка по 6"."""
    unit = next((cue for cue in clause.cues if cue.kind == "unit" and cue.value in PACKS and cue.end == number.start - 1), None)
    holds = unit is not None and reading.tokens[unit.end].norm in _OF and number.whole > 1
    return _packs_of(clause, number.whole, unit.start, number.end) if unit is not None and holds else None


def _sixpack(clause: Clause, cue: Cue) -> Amount:
    return _packs_of(clause, int(cue.value), cue.start, cue.end)


def _packs_of(clause: Clause, holds: int, start: int, end: int) -> Amount:
    count = next((number for number in clause.numbers if number.end == start and number.value.denominator == 1), None)
    first = count.start if count else start
    wanted = max(1, min(LARGEST // holds, count.whole)) if count else 1
    return Amount(value=holds * wanted, pieces=True, start=first, end=end, used=frozenset(range(first, end)), packed=holds)


def _ranged(reading: Reading, clause: Clause, counts: list[Amount]) -> list[Amount]:
    """ "2 or 3 mugs", "between 2 and 4 totes": one count that is not settled."""
    kept: list[Amount] = []
    for count in counts:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.most is None
            and last.value < count.value <= last.value * WIDEST_RANGE
            and _joins(reading, clause, last, count)
        ):
            used = last.used | count.used | frozenset(range(last.start, count.end)) | _between(clause, last)
            kept[-1] = replace(last, most=count.value, pieces=count.pieces, end=count.end, used=used)
        else:
            kept.append(count)
    return kept


def _joins(reading: Reading, clause: Clause, first: Amount, second: Amount) -> bool:
    if second.start - first.end != 1:
        return False
    token = reading.tokens[first.end]
    cue = next((one for one in clause.cues if one.start == first.end), None)
    both = cue is not None and cue.kind == "and" and bool(_between(clause, first))
    return both or token.text in "-–" or (cue is not None and (cue.kind == "to" or cue.value == "or"))


def _between(clause: Clause, first: Amount) -> frozenset[int]:
    return frozenset(at for cue in clause.all("between") if cue.end == first.start for at in range(cue.start, cue.end))


def _and_half(clause: Clause, at: int) -> Cue | None:
    """ "two and a half", "una docena y media"."""
    return next((cue for cue in clause.cues if cue.kind == "and_half" and cue.start == at), None)


def _pieces_named(clause: Clause, at: int) -> bool:
    """ "卵を12個": what is counted stands before its count, with a particle between at most."""
    return any(cue.kind in COUNTED and at - cue.end in (0, 1) for cue in clause.cues)


def _counts_pieces(clause: Clause, at: int) -> bool:
    return any(cue.kind in COUNTED and cue.start == at for cue in clause.cues)


def _more_follows(reading: Reading, clause: Clause, at: int) -> bool:
    """Whether a name comes after a unit word ("2 bottles of milk" against "2 bottles")."""
    return _names(reading, clause, range(at, clause.end))


def _names(reading: Reading, clause: Clause, places: range) -> bool:
    """Whether words that may name something stand there."""
    covered = {
        place for cue in clause.cues if cue.kind not in ("counted", "allergen", "diet", "content") for place in range(cue.start, cue.end)
    }
    return any(place not in covered and reading.tokens[place].kind is not TokenKind.MARK for place in places)


def _is_something_else(reading: Reading, clause: Clause, number: Number) -> bool:
    before = next((cue for cue in clause.cues if cue.end == number.start), None)
    after = next((cue for cue in clause.cues if cue.start == number.end), None)
    if before is not None and (before.kind in ("size_word", "currency") or before.kind + before.value == "asksize"):
        return True
    if after is not None and after.kind in ("measure", "currency", "people"):
        return True
    if number.end < clause.end and _is_percent(reading.tokens[number.end].norm):
        return True
    if after is not None and after.kind == "volume":
        return number.value.denominator != 1 or number.value > LARGEST_VOLUME_COUNT
    if _is_order_number(reading, clause, number):
        return True
    return after is None and number.written and _glued(reading, clause, number)


def _is_order_number(reading: Reading, clause: Clause, number: Number) -> bool:
    """ "The mugs from 1041": four digits with nothing behind them that they could count."""
    if not number.written or number.whole < SMALLEST_ORDER_NUMBER or number.end - number.start != 1 or number.start == clause.start:
        return False
    return not _names(reading, clause, range(number.end, clause.end)) and _names(reading, clause, range(clause.start, number.start))


def shares_of(reading: Reading, clause: Clause) -> frozenset[int]:
    """The tokens of percentages: of what, other words may say; by itself a share names nothing."""
    shares = [number for number in clause.numbers if number.end < clause.end and _is_percent(reading.tokens[number.end].norm)]
    return frozenset(at for number in shares for at in range(number.start, number.end + 1))


def _is_percent(word: str) -> bool:
    return word in PERCENT or word.startswith(PERCENT_WORDS)


def _glued(reading: Reading, clause: Clause, number: Number) -> bool:
    """Part of a word or of a range: "3d", "27-34"."""
    tokens = reading.tokens
    after = tokens[number.end] if number.end < clause.end else None
    before = tokens[number.start - 1] if number.start > clause.start else None
    joined_after = after is not None and adjacent(tokens[number.end - 1], after) and after.kind is TokenKind.WORD
    joined_before = before is not None and adjacent(before, tokens[number.start]) and before.text in "-–/.+"
    return joined_after or joined_before


def budgets_of(reading: Reading, clause: Clause) -> list[Budget]:
    """Limits such as "under 20", "20 € max", "between 10 and 30"."""
    limits = [cue for cue in clause.cues if cue.kind in ("under", "over", "budget", "between")]
    found: list[Budget] = []
    for cue in limits:
        near = [number for number in clause.numbers if cue.end <= number.start <= cue.end + 2]
        near = near or [number for number in clause.numbers if cue.kind != "between" and _right_before(clause, number, cue)]
        if not near or (cue.kind == "under" and _counts_things(reading, clause, near[0])):
            continue
        if cue.kind == "between" and _ranges_over_things(reading, clause, near[0]):
            continue
        for at, number in enumerate(clause.numbers[clause.numbers.index(near[0]) :][:2] if cue.kind == "between" else near[:1]):
            least = cue.kind == "over" or (cue.kind == "between" and at == 0)
            found.append(_budget(clause, cue.start, cue.end, number, least=least))
    return found


def _right_before(clause: Clause, number: Number, cue: Cue) -> bool:
    """ "20 max", "20 € max"."""
    currency = any(one.kind == "currency" and one.start == number.end and one.end == cue.start for one in clause.cues)
    return number.end == cue.start or currency


def _counts_things(reading: Reading, clause: Clause, number: Number) -> bool:
    """ "no more than 3 mugs" limits things, not money; "under 20 euros" money."""
    after = next((cue for cue in clause.cues if cue.start == number.end), None)
    return after is not None and after.kind in ("unit", "measure", "volume", "counted")


def _ranges_over_things(reading: Reading, clause: Clause, first: Number) -> bool:
    """ "Between 2 and 4 totes" counts totes; "between 20 and 40 euros", or nothing named after it, is money."""
    if any(cue.kind == "currency" for cue in clause.cues):
        return False
    later = [number for number in clause.numbers if first.end < number.start <= first.end + 2]
    return bool(later) and _more_follows(reading, clause, later[0].end)


def _budget(clause: Clause, cue_start: int, cue_end: int, number: Number, *, least: bool) -> Budget:
    used = {*range(cue_start, cue_end), *range(number.start, number.end)}
    for cue in clause.cues:
        if cue.kind == "currency" and (cue.start == number.end or cue.end == number.start):
            used.update(range(cue.start, cue.end))
    return Budget(value=number.value, least=least, start=min(used), end=max(used) + 1, used=frozenset(used))
