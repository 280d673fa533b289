"""Typed and spoken words told apart again: where each slot comes from, what was not heard surely, and where parts do not agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.reference import ByOption, ByPhoto, BySku, ByWords
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.dialogue.understanding import SlotValue, Source, Understanding
from shopkeeper.domain.dialogue.voice import Piece, piece_at
from shopkeeper.ports.understander import Perception

SURE_COUNT = 0.3
SURE_NAME = 0.15
"""A name also has to be found in the catalog, so a word of it may be heard less surely than a number."""
SURE_YES = 0.3
MONEY_TOPICS = frozenset({"consent", "permission", "clear_cart"})
COUNTS = ("quantity", "pieces")
FIXED = frozenset({*COUNTS, "product", "max_price", "min_price", "order_number", "code", "email", "address", "store", "allergen", "age"})
"""Slots that are no option of a product."""

_DIGITS = re.compile(r"\d[\d\s-]{1,}\d")


def by_part(understood: Understanding, perception: Perception, state: ConversationState) -> Understanding:
    """`understood` with every slot's own part and confidence, and with doubts where spoken words are unsure or parts disagree."""
    if not perception.pieces:
        return understood
    slots = tuple(_of_part(slot, perception.pieces) for slot in understood.slots)
    told = replace(understood, slots=slots, evidence={**understood.evidence, **_taint(perception)})
    if all(piece.source is not Source.AUDIO for piece in perception.pieces):
        return told
    acts_ = _agreed(told.acts, told.slots)
    acts_ = tuple(_doubted(act, told.slots) for act in acts_)
    acts_, asides = _without_unsure_yes(acts_, perception, state)
    return replace(told, acts=acts_, asides=(*asides, *_read_back(perception)))


def _of_part(slot: SlotValue, pieces: Sequence[Piece]) -> SlotValue:
    piece = piece_at(pieces, slot.span[0]) if slot.span is not None else None
    if piece is None or slot.span is None:
        return slot
    start, end = slot.span
    heard = piece.confidence(start, end)
    return replace(
        slot,
        source=piece.source,
        part=piece.part,
        span=(start - piece.start, end - piece.start),
        confidence=round(min(slot.confidence, heard), 3),
    )


def _taint(perception: Perception) -> dict[str, object]:
    """What was spoken stays data: it is shown as such in the trace, with what was made of it."""
    voices = [voice for voice in perception.voices if voice.transcript is not None]
    if not voices:
        return {}
    heard = [
        {"part": voice.part, "tainted": True, "text": t.text, "language": t.language, "confidence": t.confidence, "seconds": t.duration_s}
        for voice in voices
        if (t := voice.transcript) is not None
    ]
    return {"voice": heard}


def _read_back(perception: Perception) -> tuple[Say, ...]:
    """Numbers that were spoken as digits are always read back: nobody can see whether they were heard rightly."""
    spoken = [perception.text[piece.start : piece.end] for piece in perception.pieces if piece.source is Source.AUDIO]
    found = [re.sub(r"\D", "", match) for text in spoken for match in _DIGITS.findall(text)]
    return tuple(Say(key="voice.digits", facts={"digits": " ".join(digits)}) for digits in dict.fromkeys(found) if len(digits) >= 3)[:3]


def _without_unsure_yes(
    found: tuple[acts.Act, ...], perception: Perception, state: ConversationState
) -> tuple[tuple[acts.Act, ...], tuple[Say, ...]]:
    """A yes that moves money or empties the cart counts only when it was heard surely."""
    asked = state.question is not None and state.question.topic in MONEY_TOPICS
    spoken = all(piece.source is Source.AUDIO for piece in perception.pieces)
    if not asked or not spoken or not any(_is_yes(act) for act in found):
        return found, ()
    if all(piece.confidence(piece.start, piece.end) >= SURE_YES for piece in perception.pieces):
        return found, ()
    return tuple(act for act in found if not _is_yes(act)), (Say(key="voice.yes_unsure"),)


def _is_yes(act: acts.Act) -> bool:
    return isinstance(act, acts.Confirm | acts.Pay) or (isinstance(act, acts.Choose) and act.value == "yes")


def _doubted(act: acts.Act, slots: Sequence[SlotValue]) -> acts.Act:
    """The act with its count or name marked as not heard surely, where that is so."""
    if not isinstance(act, acts.AddLineItem) or act.doubted:
        return act
    count = _heard(slots, COUNTS, act.quantity if act.quantity is not None else act.pieces)
    if count is not None and count.confidence < SURE_COUNT and act.quantity is not None:
        act = replace(act, doubted=(act.quantity,))
    text = act.reference.text if isinstance(act.reference, ByWords) else ""
    name = _heard(slots, ("product",), text) if text else None
    return replace(act, unsure=text) if name is not None and name.confidence < SURE_NAME else act


def _heard(slots: Sequence[SlotValue], names: Sequence[str], value: object) -> SlotValue | None:
    return next((slot for slot in slots if slot.name in names and slot.source is Source.AUDIO and slot.value == value), None)


def _agreed(found: tuple[acts.Act, ...], slots: Sequence[SlotValue]) -> tuple[acts.Act, ...]:
    """Where typed and spoken words differ about one thing, the act that asks which holds."""
    return _one_delivery(_one_option(_one_count(found, slots), slots))


def _one_count(found: tuple[acts.Act, ...], slots: Sequence[SlotValue]) -> tuple[acts.Act, ...]:
    """Two counts of one thing, one typed and one spoken: the thing once, with both to choose from."""
    typed, spoken = (_only(slots, "quantity", source) for source in (Source.TEXT, Source.AUDIO))
    if typed is None or spoken is None or typed == spoken:
        return found
    first, second = (_counting(found, count) for count in (typed, spoken))
    if first is None or second is None or not _same_thing(first, second):
        return found
    named = first if _named(first) else second
    reference = getattr(named, "reference", None)
    if reference is None:
        return found
    kept = acts.AddLineItem(reference=reference, doubted=(int(str(typed)), int(str(spoken))))
    place = min(found.index(first), found.index(second))
    return tuple(kept if n == place else act for n, act in enumerate(found) if n == place or act not in (first, second))


def differing_budgets(slots: Sequence[SlotValue], currency: str) -> tuple[Money, ...]:
    """The limit that was typed and the one that was said, where they are not the same."""
    typed, spoken = (_only(slots, "max_price", source) for source in (Source.TEXT, Source.AUDIO))
    if not isinstance(typed, int) or not isinstance(spoken, int) or typed == spoken:
        return ()
    return (Money(minor=typed, currency=currency), Money(minor=spoken, currency=currency))


def _only(slots: Sequence[SlotValue], name: str, source: Source) -> object | None:
    values = {slot.value for slot in slots if slot.name == name and slot.source is source}
    return next(iter(values)) if len(values) == 1 else None


def _counting(found: Sequence[acts.Act], count: object) -> acts.AddLineItem | acts.GiveQuantity | None:
    fitting = [act for act in found if isinstance(act, acts.AddLineItem | acts.GiveQuantity) and act.quantity == count]
    return fitting[0] if len(fitting) == 1 else None


def _same_thing(first: acts.AddLineItem | acts.GiveQuantity, second: acts.AddLineItem | acts.GiveQuantity) -> bool:
    one, other = _named(first), _named(second)
    return one is None or other is None or one == other


def _named(act: acts.AddLineItem | acts.GiveQuantity) -> ProductId | int | None:
    """The product an act names by itself, or the photo it is about."""
    match act.reference:
        case ByWords(candidates=(first, *_)):
            return first.product_id
        case BySku(product_id=product_id):
            return product_id
        case ByPhoto(part=part):
            return part
        case _:
            return None


def _one_option(found: tuple[acts.Act, ...], slots: Sequence[SlotValue]) -> tuple[acts.Act, ...]:
    """Two values of one option: no addition takes either before it is asked."""
    names = {slot.name for slot in slots if slot.name not in FIXED}
    for name in sorted(names):
        typed, spoken = (_only(slots, name, source) for source in (Source.TEXT, Source.AUDIO))
        if typed is None or spoken is None or typed == spoken:
            continue
        about = [act for act in found if isinstance(act, acts.AddLineItem) and name in getattr(act.reference, "options", {})]
        others = [act for act in found if isinstance(act, acts.Choose | acts.FindProduct) and name in getattr(act.reference, "options", {})]
        if not about or len({_named(act) for act in about} - {None}) > 1:
            continue
        kept = next((act for act in about if _named(act) is not None), about[0])
        asked = replace(kept, reference=_without(kept, name), differs=(str(typed), str(spoken)))
        counts = [act.quantity for act in about if act.quantity is not None]
        asked = replace(asked, quantity=counts[0] if counts else None)
        gone = [*about, *others]
        place = found.index(kept)
        found = tuple(asked if n == place else act for n, act in enumerate(found) if n == place or act not in gone)
    return found


def _without(act: acts.AddLineItem, option: str) -> ByWords | ByOption | ByPhoto:
    reference = act.reference
    assert isinstance(reference, ByWords | ByOption | ByPhoto)
    return replace(reference, options={name: value for name, value in reference.options.items() if name != option})


def _one_delivery(found: tuple[acts.Act, ...]) -> tuple[acts.Act, ...]:
    """Different branches, or delivery and pickup, in one message."""
    choices = [act for act in found if isinstance(act, acts.ChooseDelivery)]
    if len(choices) < 2:
        return found
    stores = {act.store_id for act in choices if act.store_id is not None}
    methods = {act.method for act in choices}
    if len(methods) == 1 and len(stores) <= 1:
        kept = acts.ChooseDelivery(method=choices[0].method, store_id=next(iter(stores), None))
    elif methods == {DeliveryMethod.PICKUP} or len(methods) > 1:
        kept = acts.WhichDelivery(options=tuple(dict.fromkeys(choices)))
    else:
        return found
    place = found.index(choices[0])
    return tuple(kept if n == place else act for n, act in enumerate(found) if n == place or not isinstance(act, acts.ChooseDelivery))
