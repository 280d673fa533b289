"""Clauses about what comes after a sale and around it: returns, appointments, fits, presents, anger, privacy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from shopkeeper.app.understanding.phrases import Phrase, by_words, is_mention, phrase_of, resolve
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.app.understanding.whens import Found, find_when
from shopkeeper.domain.core.ids import OrderNumber, Sku, StaffId
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.marks import find_phone, looks_like_order_number
from shopkeeper.domain.dialogue.grammar.numbers import Number
from shopkeeper.domain.dialogue.mood import emotion_of
from shopkeeper.domain.dialogue.reference import ByFocus, BySku, ByWords, Reference
from shopkeeper.domain.dialogue.when import OPEN
from shopkeeper.domain.returns.rma import ReturnReason

UNIT_WORDS = {
    "mm": "mm", "millimeter": "mm", "millimeters": "mm", "millimetre": "mm", "millimetres": "mm", "milimetros": "mm", "毫米": "mm",
    "ملی میٹر": "mm",
    "cm": "cm", "centimeter": "cm", "centimeters": "cm", "zentimeter": "cm", "centimetros": "cm", "厘米": "cm", "公分": "cm",
    "inch": "inch", "inches": "inch", "zoll": "inch", "pulgadas": "inch", "pouces": "inch", "英寸": "inch", "انچ": "inch",
    "kg": "kg", "kilo": "kg", "kilos": "kg", "公斤": "kg", "کلو": "kg",
    "g": "g", "gramm": "g", "gram": "g", "grams": "g",
    "l": "l", "liter": "l", "liters": "l", "litre": "l", "litres": "l", "litros": "l", "ml": "ml",
    "v": "V", "volt": "V", "volts": "V", "voltios": "V", "w": "W", "watt": "W", "watts": "W", "vatios": "W", "kw": "kW",
    "mah": "mAh", "gb": "GB", "tb": "TB", "m": "m", "meter": "m", "meters": "m",
}  # fmt: skip
FIRST_HAN = "⺀"
NOT_ABOUT_FIT = frozenset({"add", "remove", "change", "order_status", "policy", "compare", "budget"})
BOOKING_CUES = ("book", "my_bookings", "move_booking", "cancel_booking")
RETURN_CUES = ("return_it", "withdraw")


def after_sale_act(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    """The acts of a clause of this kind; None when it is of another."""
    if clause.has("erase_me"):
        return [acts.EraseMyData()]
    if clause.has("my_data"):
        return [acts.AskMyData()]
    if clause.has("whereabouts") and not any(cue.kind in ("add", "find", "order_status", "ship", "book") for cue in clause.cues):
        return []  # where somebody is changes nothing: times are the store's, and said to be
    return _return(scene, clause) or _booking(scene, clause) or _fit(scene, clause) or _gift(scene, clause) or _callback(scene, clause)


def _return(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    waits = _open_topic(scene) in ("return", "return_line", "return_order")
    claim = clause.first("claim")
    reason = clause.first("reason") or claim
    named = clause.first(*RETURN_CUES) or (claim if scene.context.state.customer_id is not None else None)
    if named is None and not (reason is not None and waits):
        return None
    if named is not None and clause.has("policy") and not clause.has("withdraw"):
        return None
    used = {at for cue in clause.cues if cue.kind in (*RETURN_CUES, "reason", "claim", "order") for at in range(cue.start, cue.end)}
    number = _order_number(scene, clause)
    used |= {number[1]} if number else set[int]()
    when = find_when(scene, clause)
    if when is not None and when.tokens <= used:
        when = None  # "dinero" of "money back" is no "enero"
    used |= when.tokens if when else frozenset[int]()
    reference, quantity = _goods(scene, clause, frozenset(used))
    if clause.asks and number is None and when is None and scene.context.state.customer_id is None and not clause.has("withdraw"):
        # "Can I return food?" of somebody we know no orders of is a question about the terms.
        about = phrase_of(scene.reading, clause, frozenset(used))
        return [acts.AskPolicy(topic="returns", text=about.text if about else "")]
    return [
        acts.RequestReturn(
            number=OrderNumber(number[0]) if number else None,
            reference=reference,
            quantity=quantity,
            reason=ReturnReason(reason.value) if reason else None,
            withdraw=clause.has("withdraw"),
            month=when.month if when else None,
            text=_said(scene, clause)[:300],
        )
    ]


def continues_return(scene: Scene, clause: Clause) -> bool:
    """ "I want to return something, order 1041, the mugs": order and goods that follow belong to the return before them."""
    last = scene.acts[-1] if scene.acts else None
    if not isinstance(last, acts.RequestReturn) or clause.joined != "comma" or (last.number is not None and last.reference is not None):
        return False
    if any(
        cue.kind in ("order_status", "add", "find", "cancel", "remove", "policy", "ask", *RETURN_CUES, *BOOKING_CUES) for cue in clause.cues
    ):
        return False
    number = _order_number(scene, clause) if clause.has("order") or last.number is None else None
    used = frozenset(at for cue in clause.cues if cue.kind == "order" for at in range(cue.start, cue.end)) | (
        {number[1]} if number else set[int]()
    )
    reference, quantity = _goods(scene, clause, used)
    reason = clause.first("reason")
    named = isinstance(reference, BySku | ByWords)
    if number is None and not named and reason is None:
        return False
    scene.acts[-1] = replace(
        last,
        number=OrderNumber(number[0]) if number else last.number,
        reference=reference if named else last.reference,
        quantity=quantity or last.quantity,
        reason=ReturnReason(reason.value) if reason else last.reason,
    )
    return True


def _open_topic(scene: Scene) -> str:
    question = scene.context.state.question
    return question.topic if question else ""


def _order_number(scene: Scene, clause: Clause) -> tuple[str, int] | None:
    tokens = scene.reading.tokens
    at = next((n for n in range(clause.start, clause.end) if looks_like_order_number(tokens, n, named=True)), None)
    if at is None:
        return None
    scene.slot("order_number", tokens[at].text, at, at + 1)
    return tokens[at].text, at


def _goods(scene: Scene, clause: Clause, used: frozenset[int]) -> tuple[Reference | None, int | None]:
    """The goods the rest of the clause names, and how many of them."""
    count = next((one for one in clause.numbers if one.start not in used and one.value.denominator == 1 and 0 < one.whole <= 99), None)
    spent = used | (frozenset(range(count.start, count.end)) if count else frozenset[int]())
    phrase = phrase_of(scene.reading, clause, spent)
    if phrase is not None:
        named, _ = resolve(scene.index, phrase, scene.reading.language)
        if isinstance(named, BySku) or (isinstance(named, ByWords) and is_mention(named)):
            scene.slot("product", phrase.text, phrase.tokens[0], phrase.tokens[-1] + 1)
            return named, count.whole if count else None
    return (ByFocus() if clause.first("focus") else None), None


def _booking(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    staff = _staff(scene, clause)
    when = find_when(scene, clause)
    if clause.has("cancel_booking"):
        return [acts.CancelBooking()]
    if clause.has("move_booking"):
        return [acts.MoveBooking(when=when.when if when else OPEN)]
    if clause.has("my_bookings") and when is None:
        return [acts.AskBookings()]
    waits = _open_topic(scene) in ("booking", "window", "service")
    service = _service(scene, clause, when, staff)
    added = _add_on(scene, service)
    if added is not None and (waits or clause.has("add")):
        return [acts.AddToBooking(sku=added)]
    wants = clause.has("book") and (service is not None or staff is not None or when is not None or _book_alone(scene, clause))
    if not (
        wants
        or (service is not None and _is_wish(scene, clause, when))
        or (staff is not None and when is not None)
        or (waits and when is not None)
    ):
        return None
    if staff is not None:
        scene.slot("staff", staff[0], staff[1], staff[1] + 1)
    if when is not None:
        _note_when(scene, when)
    return [acts.BookService(reference=service, staff_id=staff[0] if staff else None, when=when.when if when else OPEN)]


def _add_on(scene: Scene, service: Reference | None) -> Sku | None:
    """The add-on that the words mean first of all."""
    skus = dict(scene.shop.add_ons)
    match service:
        case BySku(sku=sku):
            return sku if sku in skus.values() else None
        case ByWords(candidates=(first, *_)):
            return skus.get(first.product_id)
        case _:
            return None


def _is_wish(scene: Scene, clause: Clause, when: Found | None) -> bool:
    """A service named as something wanted, not asked about: with a time, or with a verb of wanting."""
    return when is not None or clause.has("want") or (clause.has("add") and not clause.has("ask"))


def _book_alone(scene: Scene, clause: Clause) -> bool:
    """ "an appointment please": nothing else is named."""
    cue = clause.first("book")
    return cue is not None and phrase_of(scene.reading, clause, frozenset(range(cue.start, cue.end))) is None


def _staff(scene: Scene, clause: Clause) -> tuple[StaffId, int] | None:
    names = {name: staff_id for staff_id, name in scene.shop.staff}
    return next(
        ((names[scene.reading.tokens[at].norm], at) for at in range(clause.start, clause.end) if scene.reading.tokens[at].norm in names),
        None,
    )


def _service(scene: Scene, clause: Clause, when: Found | None, staff: tuple[StaffId, int] | None) -> Reference | None:
    """The bookable service the words name, if they name one before any thing that is bought."""
    if not scene.shop.services:
        return None
    used = {at for cue in clause.cues if cue.kind in BOOKING_CUES for at in range(cue.start, cue.end)}
    used |= when.tokens if when else frozenset[int]()
    used |= {staff[1]} if staff else set[int]()
    phrase = phrase_of(scene.reading, clause, frozenset(used))
    if phrase is None:
        return None
    named, _ = resolve(scene.index, phrase, scene.reading.language)
    if isinstance(named, BySku):
        return named if named.product_id in scene.shop.services else None
    if not isinstance(named, ByWords) or not is_mention(named) or named.candidates[0].product_id not in scene.shop.services:
        return None
    return replace(named, candidates=tuple(one for one in named.candidates if one.product_id in scene.shop.services))


def _note_when(scene: Scene, found: Found) -> None:
    if not found.tokens:
        return
    first, last = min(found.tokens), max(found.tokens) + 1
    when = found.when
    if when.first_day is not None:
        scene.slot("day", when.first_day.isoformat(), first, last, 0.9)
    for name, value in (("time", when.at), ("after", when.after), ("before", when.before)):
        if value is not None:
            scene.slot(name, value.isoformat("minutes"), first, last, 0.9)


def _fit(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    """ "is the rack ok for a 25mm frame?": a measure beside a thing, asked about."""
    measured = _measure(scene, clause)
    if measured is None or any(cue.kind in NOT_ABOUT_FIT for cue in clause.cues):
        return None
    asked = [cue.value for cue in clause.all("ask") if cue.value not in ("details", "size")]
    if asked or not (clause.asks or clause.has("fit_it") or clause.has("question")):
        return None
    number, unit, taken = measured
    phrase, rest = _thing(scene, clause, taken)
    if phrase is None:
        reference: Reference | None = ByFocus() if clause.first("focus") or scene.has_subject else None
    else:
        named, _ = resolve(scene.index, phrase, scene.reading.language)
        reference = named if isinstance(named, BySku) or (isinstance(named, ByWords) and is_mention(named)) else None
        reference = reference or (ByFocus() if clause.first("focus") else None)
    if reference is None:
        return None
    scene.slot("measure", f"{float(number.value):g} {unit}", number.start, max(taken) + 1)
    return [acts.AskFit(reference=reference, value=float(number.value), unit=unit, about=rest)]


def _measure(scene: Scene, clause: Clause) -> tuple[Number, str, frozenset[int]] | None:
    tokens = scene.reading.tokens
    for number in clause.numbers:
        for length in (1, 2):
            if number.end + length <= clause.end:
                word = ("" if tokens[number.end].text >= "⺀" else " ").join(
                    token.norm for token in tokens[number.end : number.end + length]
                )
                if word in UNIT_WORDS:
                    return number, UNIT_WORDS[word], frozenset(range(number.start, number.end + length))
    return None


def _thing(scene: Scene, clause: Clause, measured: frozenset[int]) -> tuple[Phrase | None, tuple[str, ...]]:
    """What is asked about, and the words beside the measure that say what of it is measured.

    The thing stands on one side of the words that ask ("fits", "for"); where that does not part them, it is all that is named.
    """
    cut = next((cue for cue in clause.cues if cue.kind in ("fit_it", "purpose")), None)
    asking = frozenset(at for cue in clause.cues if cue.kind in ("fit_it", "gift") for at in range(cue.start, cue.end))
    near = _words_near(scene, clause, measured)
    if cut is not None:
        before = frozenset(range(cut.start, clause.end)) | measured
        first = phrase_of(scene.reading, clause, before | asking)
        if first is not None and _is_known(scene, first):
            return first, near
    whole = phrase_of(scene.reading, clause, measured | asking | frozenset(_positions(scene, clause, near)))
    if whole is not None and _is_known(scene, whole):
        return whole, near
    return phrase_of(scene.reading, clause, measured | asking), near


def _is_known(scene: Scene, phrase: Phrase) -> bool:
    named, found = resolve(scene.index, phrase, scene.reading.language)
    return is_mention(named if isinstance(named, BySku) else by_words(phrase, found))


def _words_near(scene: Scene, clause: Clause, measured: frozenset[int]) -> tuple[str, ...]:
    """Words right behind the measure ("25 mm frame"), else right before it ("frame of 25 mm")."""
    grammar = {at for cue in clause.cues if cue.kind not in ("content",) for at in range(cue.start, cue.end)}
    after = [at for at in range(max(measured) + 1, min(max(measured) + 3, clause.end)) if at not in grammar]
    before = [at for at in range(max(clause.start, min(measured) - 3), min(measured)) if at not in grammar]
    words = [scene.reading.tokens[at].norm for at in (after or before) if scene.reading.tokens[at].text.isalpha()]
    run = "".join(word for word in words if word >= FIRST_HAN)
    return tuple(filter(None, (*(word for word in words if word < FIRST_HAN), run)))


def _positions(scene: Scene, clause: Clause, words: Sequence[str]) -> list[int]:
    return [
        at
        for at in range(clause.start, clause.end)
        if any(scene.reading.tokens[at].norm in (word, *word) for word in words if word >= FIRST_HAN)
    ] + [at for at in range(clause.start, clause.end) if scene.reading.tokens[at].norm in words]


def _gift(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    """A present is searched for by what follows in the message; see `gathered`."""
    cue = clause.first("gift")
    if cue is None or clause.has("add") or clause.has("policy"):
        return None
    phrase = phrase_of(scene.reading, clause, frozenset(range(cue.start, cue.end)))
    if phrase is not None and (_names_card(phrase) or (phrase.tokens[-1] < cue.start and not clause.has("purpose"))):
        return None  # "a gift card", "a tea gift": the thing itself is named
    reference = None
    if phrase is not None:
        named, found = resolve(scene.index, phrase, scene.reading.language)
        words = by_words(phrase, found)
        reference = words if words.candidates and is_mention(words) and not isinstance(named, BySku) else None
    return [acts.FindGift(reference=reference, likes=phrase.text if phrase and reference else "")]


def _names_card(phrase: Phrase) -> bool:
    return any(word in fold(phrase.text) for word in ("card", "karte", "gutschein", "tarjeta", "carte", "卡"))


def arrival(scene: Scene, clause: Clause) -> date | None:
    """The last day something may arrive, from "before Saturday" (the day before) or "by Saturday" (that day)."""
    found = find_when(scene, clause)
    if found is None or found.when.first_day is None:
        return None
    norms = [scene.reading.tokens[at].norm for at in sorted(found.tokens)]
    joined = " ".join(norms)
    before = any(word in joined for word in ("before", "vor", "antes", "avant", "之前", "前", "سے پہلے")) and "by" not in norms
    return found.when.first_day - timedelta(days=1) if before else found.when.first_day


def _callback(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    phone = find_phone(_said(scene, clause))
    if phone is not None and (clause.has("callback") or _open_topic(scene) == "callback"):
        return [acts.GivePhone(phone=phone[0])]
    return [acts.GivePhone()] if clause.has("callback") else None


def with_mood(scene: Scene, found: list[acts.Act]) -> list[acts.Act]:
    """Anger and risk are noted on what is asked of people; jokes, offers and guesses at products have no place beside them."""
    kinds = [cue.kind for cue in scene.reading.cues]
    emotion = emotion_of(scene.reading.text, kinds)
    risk = next((cue.value for cue in scene.reading.cues if cue.kind == "risk"), "none")
    if emotion.value == "calm" and risk == "none":
        return found
    scene.notes["emotion"], scene.notes["risk"] = emotion.value, risk
    asked = any(isinstance(act, acts.AskPerson) for act in found)
    if asked and emotion.value == "angry" and "add" not in kinds:
        found = [act for act in found if not isinstance(act, acts.AddLineItem | acts.GiveQuantity)]
    told = [replace(act, emotion=emotion.value, risk=risk) if isinstance(act, acts.AskPerson) else act for act in found]
    calm = [act for act in told if not isinstance(act, acts.FindProduct | acts.Greet | acts.Unknown | acts.AskAboutProduct | acts.FindGift)]
    if not asked and emotion.value == "upset" and "upset" not in kinds and "angry" not in kinds and len(calm) != len(told):
        return found  # capitals alone are no complaint
    complaint = acts.Complain(emotion=emotion.value, risk="none" if asked else risk)
    return [complaint, *calm]


def _said(scene: Scene, clause: Clause) -> str:
    start, end = scene.reading.span(clause.start, clause.end)
    return scene.reading.text[start:end]
