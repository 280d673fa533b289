"""A slot's value in the words of a clause, read by the slot's type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from shopkeeper.app.understanding.amounts import amounts_of
from shopkeeper.app.understanding.phrases import is_mention, phrase_of, pointed, resolve
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.dialogue.flow.flow import FlowSlot, Option, SlotType
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.lexicon import phrase_key
from shopkeeper.domain.dialogue.grammar.marks import looks_like_order_number
from shopkeeper.domain.dialogue.grammar.numbers import Number
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind
from shopkeeper.domain.dialogue.reference import ByWords, Reference

NEAR = 0.84
"""How alike two words must be for one to be the other misspelt; short words must be the same."""

_PHONE = re.compile(r"(?<![\w@.])\+?\(?\d[\d\s()/.-]{5,18}\d(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """`value` is plain; a product comes as the `reference` the shop resolves. `start` and `end` are tokens."""

    value: object = None
    reference: Reference | None = None
    start: int = 0
    end: int = 0


def read_slot(slot: FlowSlot, scene: Scene, clause: Clause, *, asked: bool) -> Read | None:
    """None when the clause holds no such value. `asked`: it answers the question for it, so that a bare number or "yes" counts."""
    match slot.type:
        case SlotType.TEXT:
            return _text(scene, clause) if asked else None
        case SlotType.NUMBER:
            return _number(scene, clause) if asked else None
        case SlotType.BOOLEAN:
            return _boolean(clause) if asked else None
        case SlotType.CHOICE:
            return _choice(slot.options, scene, clause, asked=asked)
        case SlotType.DATE_TIME:
            return _moment(scene, clause, asked=asked)
        case SlotType.MONEY:
            return _money(scene, clause, asked=asked)
        case SlotType.EMAIL:
            return _email(scene, clause)
        case SlotType.PHONE:
            return _phone(scene, clause)
        case SlotType.ORDER:
            return _order(scene, clause, asked=asked)
        case SlotType.PRODUCT:
            return _product(scene, clause, asked=asked)


def _text(scene: Scene, clause: Clause) -> Read | None:
    start, end = scene.reading.span(clause.start, clause.end)
    said = scene.reading.text[start:end].strip()
    return Read(value=said, start=clause.start, end=clause.end) if said else None


def _number(scene: Scene, clause: Clause) -> Read | None:
    counts = amounts_of(scene.reading, clause, frozenset())
    if counts:
        return Read(value=counts[0].value, start=counts[0].start, end=counts[0].end)
    number = next(iter(clause.numbers), None)
    return Read(value=number.whole, start=number.start, end=number.end) if number else None


def _boolean(clause: Clause) -> Read | None:
    cue = clause.first("yes", "no")
    return Read(value=cue.kind == "yes", start=cue.start, end=cue.end) if cue else None


def _choice(options: Sequence[Option], scene: Scene, clause: Clause, *, asked: bool) -> Read | None:
    """The one option that is named; two of them are no answer."""
    named = [(option, found) for option in options if (found := _named(option, scene, clause, spelling=asked)) is not None]
    if len({option.value for option, _ in named}) > 1:
        longest = max(end - start for _, (start, end) in named)
        named = [(option, found) for option, found in named if found[1] - found[0] == longest]
    if len(named) == 1:
        option, (start, end) = named[0]
        return Read(value=option.value, start=start, end=end)
    return _by_place(options, clause) if asked and not named else None


def _named(option: Option, scene: Scene, clause: Clause, *, spelling: bool) -> tuple[int, int] | None:
    """The longest stretch of tokens that names the option; misspelt (`spelling`) only where it was asked for."""
    norms = [token.norm for token in scene.reading.tokens[clause.start : clause.end]]
    found: tuple[int, int] | None = None
    for key in {phrase_key(words) for words in (option.value.replace("_", " "), *option.words)}:
        for at in range(len(norms) - len(key) + 1) if key else ():
            if all(
                said == wanted or (spelling and _same(said, wanted)) for said, wanted in zip(norms[at : at + len(key)], key, strict=True)
            ):
                place = (clause.start + at, clause.start + at + len(key))
                found = place if found is None or len(key) > found[1] - found[0] else found
    return found


def _same(said: str, wanted: str) -> bool:
    return min(len(said), len(wanted)) >= 5 and SequenceMatcher(None, said, wanted).ratio() >= NEAR


def _by_place(options: Sequence[Option], clause: Clause) -> Read | None:
    """ "the second one", "2"."""
    ordinal = clause.first("ordinal")
    number = clause.numbers[0] if len(clause.numbers) == 1 and clause.end - clause.start <= 2 else None
    place = int(ordinal.value) if ordinal else number.whole if number else 0
    at = place - 1 if place > 0 else place
    if not place or not -len(options) <= at < len(options):
        return None
    where: Number | object = ordinal or number
    return Read(value=options[at].value, start=getattr(where, "start", 0), end=getattr(where, "end", 0))


def _money(scene: Scene, clause: Clause, *, asked: bool) -> Read | None:
    """An amount with its currency; a bare number when it was asked for."""
    currency = clause.first("currency")
    beside = [n for n in clause.numbers if currency and (n.end == currency.start or n.start == currency.end)]
    number = next(iter(beside), None) or (clause.numbers[0] if asked and len(clause.numbers) == 1 else None)
    if number is None or number.value < 0:
        return None
    minor = int(number.value * scene.shop.minor_per_unit)
    return Read(value={"amount": minor, "currency": scene.shop.currency}, start=number.start, end=number.end)


def _moment(scene: Scene, clause: Clause, *, asked: bool) -> Read | None:
    """When it begins, with its zone; words that may mean something else count as a time only where one was asked for."""
    inside = (one for one in scene.reading.times if clause.start <= one.mention.start and one.mention.end <= clause.end)
    timed = next((one for one in inside if asked or one.mention.sure), None)
    if timed is None:
        return None
    return Read(value=timed.when.starts.isoformat(), start=timed.mention.start, end=timed.mention.end)


def _email(scene: Scene, clause: Clause) -> Read | None:
    found = scene.reading.email
    return Read(value=found[0], start=found[1], end=found[2]) if found and clause.start <= found[1] < clause.end else None


def _phone(scene: Scene, clause: Clause) -> Read | None:
    start, end = scene.reading.span(clause.start, clause.end)
    match = _PHONE.search(scene.reading.text, start, end)
    if match is None:
        return None
    plain = ("+" if match.group().strip().startswith("+") else "") + re.sub(r"\D", "", match.group())
    covered = [at for at in range(clause.start, clause.end) if match.start() <= scene.reading.tokens[at].start < match.end()]
    return Read(value=plain, start=covered[0], end=covered[-1] + 1) if 7 <= len(plain.lstrip("+")) <= 15 else None


def _order(scene: Scene, clause: Clause, *, asked: bool) -> Read | None:
    named = asked or clause.has("order") or clause.has("order_status") or clause.has("return_it")
    at = next((n for n in range(clause.start, clause.end) if looks_like_order_number(scene.reading.tokens, n, named=named)), None)
    return Read(value=scene.reading.tokens[at].text, start=at, end=at + 1) if at is not None else None


def _product(scene: Scene, clause: Clause, *, asked: bool) -> Read | None:
    """What the words point at; without the question for it only a sure mention counts."""
    phrase = phrase_of(scene.reading, clause, frozenset())
    if phrase is None:
        reference = pointed(clause)
        return Read(reference=reference, start=clause.start, end=clause.end) if reference is not None and asked else None
    reference, _ = resolve(scene.index, phrase, scene.reading.language)
    sure = not isinstance(reference, ByWords) or (reference.exact if not asked else is_mention(reference))
    if not sure:
        return None
    return Read(reference=reference, start=phrase.tokens[0], end=phrase.tokens[-1] + 1)


def is_bare(scene: Scene, clause: Clause) -> bool:
    """Whether a clause holds nothing but marks."""
    return all(scene.reading.tokens[at].kind is TokenKind.MARK for at in range(clause.start, clause.end))
