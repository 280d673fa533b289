"""Clauses about what comes after a sale and around it: returns, appointments, fits, presents, anger, privacy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from shopkeeper.app.understanding.amounts import budgets_of
from shopkeeper.app.understanding.booking_acts import BOOKING_CUES, booking_act
from shopkeeper.app.understanding.limits import constraints_of, excluded_words
from shopkeeper.app.understanding.phrases import Phrase, by_words, is_mention, phrase_of, resolve
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.app.understanding.timing import Said
from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.marks import find_phone, looks_like_order_number
from shopkeeper.domain.dialogue.grammar.numbers import Number
from shopkeeper.domain.dialogue.grammar.times import Bound
from shopkeeper.domain.dialogue.mood import emotion_of
from shopkeeper.domain.dialogue.reference import ByFocus, BySku, ByWords, Reference
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
    "мм": "mm", "см": "cm", "кг": "kg", "مم": "mm", "ملم": "mm", "مليمتر": "mm", "سم": "cm", "كغ": "kg",
    "मिमी": "mm", "मिलीमीटर": "mm", "सेमी": "cm",
    "ミリ": "mm", "センチ": "cm", "milimetre": "mm", "milimetro": "mm", "millimetri": "mm", "milimeter": "mm",
    "mah": "mAh", "gb": "GB", "tb": "TB", "m": "m", "meter": "m", "meters": "m",
}  # fmt: skip
NAMED = 0.8
"""The score from which words name a thing by themselves."""
FIRST_HAN = "⺀"
NOT_ABOUT_FIT = frozenset({"add", "remove", "change", "order_status", "policy", "compare", "budget"})
RETURN_CUES = ("return_it", "withdraw")
RETURN_WORDS = (*RETURN_CUES, "reason", "claim", "order", "everything")
RETURN_TOPICS = ("return", "return_line", "return_order")
NOT_THE_GOODS = frozenset({"order_status", "add", "find", "cancel", "remove", "policy", "ask", "pay", "check_out", "person", *RETURN_CUES})
"""Cues of clauses that want something else than to say what goes back."""


def after_sale_act(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    """The acts of a clause of this kind; None when it is of another."""
    if clause.has("erase_me"):
        return [acts.EraseMyData()]
    if clause.has("my_data"):
        return [acts.AskMyData()]
    if clause.has("why_amount") and (scene.open_topic == "return" or clause.has("my_returns") or clause.has("return_it")):
        return [acts.ExplainRefund()]
    if clause.has("my_returns"):
        return [acts.AskReturns()]
    if clause.has("whereabouts") and not any(cue.kind in ("add", "find", "order_status", "ship", "book") for cue in clause.cues):
        return []  # where somebody is changes nothing: times are the store's, and said to be
    readings = (_return, booking_act, _fit, _gift, _callback)
    return next((found for reading in readings if (found := reading(scene, clause)) is not None), None)


def _return(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    waits = scene.open_topic in RETURN_TOPICS
    claim = clause.first("claim")
    reason = clause.first("reason") or claim
    named = clause.first(*RETURN_CUES) or (claim if scene.context.state.customer_id is not None else None)
    if named is None and not (reason is not None and waits):
        return _goods_meant(scene, clause) if waits else _goes_too(scene, clause)
    if named is not None and clause.has("policy") and not clause.has("withdraw"):
        return None
    used = {
        at
        for cue in clause.cues
        if cue.kind in (*RETURN_CUES, "reason", "claim", "order", "everything")
        for at in range(cue.start, cue.end)
    }
    number = order_number_in(scene, clause)
    used |= {number[1]} if number else set[int]()
    named_before = next((str(slot.value) for slot in reversed(scene.slots) if slot.name == "order_number"), None)
    when = scene.said_when(clause)
    if when is not None and when.tokens <= used:
        when = None  # "dinero" of "money back" is no "enero"
    used |= when.tokens if when else frozenset[int]()
    scene.dated.update(when.tokens if when else ())
    reference, quantity = _goods(scene, clause, frozenset(used | _left_here(clause)))
    if clause.asks and number is None and when is None and scene.context.state.customer_id is None and not clause.has("withdraw"):
        # "Can I return food?" of somebody we know no orders of is a question about the terms.
        about = phrase_of(scene.reading, clause, frozenset(used))
        return [acts.AskPolicy(topic="returns", text=about.text if about else "")]
    last = scene.acts[-1] if scene.acts else None
    if isinstance(last, acts.RequestReturn) and number is None and not isinstance(reference, BySku | ByWords):
        # "… and I want my money back": the same return again; after an exchange, what does where that cannot be had.
        scene.acts[-1] = replace(last, withdraw=last.withdraw or clause.has("withdraw"), or_refund=last.exchange)
        return []
    return [
        acts.RequestReturn(
            number=OrderNumber(number[0]) if number else OrderNumber(named_before) if named_before and clause.has("withdraw") else None,
            reference=reference,
            quantity=quantity,
            reason=ReturnReason(reason.value) if reason else None,
            withdraw=clause.has("withdraw"),
            everything=clause.has("everything") and not isinstance(reference, BySku | ByWords),
            month=_month(when),
            text=_said(scene, clause)[:300],
        )
    ]


def _goes_too(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    """ "And also the mugs?" right after a return: of the same order."""
    number = scene.context.state.returning
    others = (cue for cue in clause.cues if cue.kind in NOT_THE_GOODS and cue.value != "weak")
    if number is None or scene.acts or not _says_too(clause) or any(others):
        return None
    reference, quantity = _goods(scene, clause, frozenset())
    return [acts.RequestReturn(number=number, reference=reference, quantity=quantity)] if isinstance(reference, BySku | ByWords) else None


def _says_too(clause: Clause) -> bool:
    weak = any(cue.kind == "find" and cue.value == "weak" and cue.start == clause.start for cue in clause.cues)
    return clause.joined == "and" or weak or any(cue.value == "too" for cue in clause.cues)


def _goods_meant(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    """While a return is asked about: goods named alone are what goes back, or "all of it"."""
    if clause.asks or any(cue.kind in NOT_THE_GOODS for cue in clause.cues):
        return _goes_too(scene, clause)
    if clause.has("everything") and phrase_of(scene.reading, clause, frozenset()) is None:
        return [acts.RequestReturn(number=_asked_number(scene), everything=True)]
    reference, quantity = _goods(scene, clause, _left_here(clause))
    if not isinstance(reference, BySku | ByWords):
        return None
    return [acts.RequestReturn(reference=reference, quantity=quantity)]


def _asked_number(scene: Scene) -> OrderNumber | None:
    question = scene.context.state.question
    number = question.context.get("number") if question is not None else None
    return OrderNumber(str(number)) if number else None


def _left_here(clause: Clause) -> frozenset[int]:
    """In "the mugs but not the bag" the words after "not" stay where they are."""
    cue = next((one for one in clause.cues if one.kind == "not" and one.start > clause.start), None)
    return frozenset(range(cue.start, clause.end)) if cue is not None else frozenset()


def _month(when: Said | None) -> int | None:
    """The month something was bought in, where no day was said with it."""
    named = when is not None and when.mention.month is not None and when.mention.day_of_month is None
    return when.when.starts.month if when is not None and named else None


def continues_return(scene: Scene, clause: Clause) -> bool:
    """ "I want to return something, order 1041, the mugs": order and goods that follow belong to the return before them.

    "Not the bag" after it takes nothing along, and so does why something goes back ("they're ugly").
    """
    last = scene.acts[-1] if scene.acts else None
    if not isinstance(last, acts.RequestReturn) or any(cue.kind in NOT_THE_GOODS or cue.kind in BOOKING_CUES for cue in clause.cues):
        return False
    first = next(iter(clause.cues), None)
    if first is not None and first.kind in ("not", "no") and first.start == clause.start:
        return True
    number = order_number_in(scene, clause) if clause.has("order") or last.number is None else None
    used = {at for cue in clause.cues if cue.kind in ("order", "reason", "everything") for at in range(cue.start, cue.end)}
    reference, quantity = _goods(scene, clause, frozenset(used | ({number[1]} if number else set[int]())))
    reason = clause.first("reason")
    named = isinstance(reference, BySku | ByWords) and last.reference is None and clause.joined != "start"
    if number is None and not named and reason is None and not clause.has("everything"):
        return False
    scene.acts[-1] = replace(
        last,
        number=OrderNumber(number[0]) if number else last.number,
        reference=reference if named else last.reference,
        quantity=quantity if named and quantity else last.quantity,
        reason=ReturnReason(reason.value) if reason else last.reason,
        everything=last.everything or (clause.has("everything") and not named),
    )
    return True


def order_number_in(scene: Scene, clause: Clause) -> tuple[str, int] | None:
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
        start = number.end + (number.end < clause.end and tokens[number.end].text == "-")  # "25-mm"
        for length in (1, 2):
            if start + length <= clause.end:
                word = ("" if tokens[start].text >= "⺀" else " ").join(token.norm for token in tokens[start : start + length])
                if word in UNIT_WORDS:
                    return number, UNIT_WORDS[word], frozenset(range(number.start, start + length))
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
    budgets = budgets_of(scene.reading, clause)
    spent = frozenset(at for budget in budgets for at in budget.used)
    excluded, left_out = excluded_words(scene, clause, spent)
    when = scene.said_when(clause)
    liked = {at for one in clause.cues if one.kind in ("gift", "likes", "diet") for at in range(one.start, one.end)}
    used = spent | left_out | liked | (when.tokens if when else frozenset[int]())
    phrase = phrase_of(scene.reading, clause, frozenset(used))
    named = resolve(scene.index, phrase, scene.reading.language) if phrase is not None else None
    words = by_words(phrase, named[1]) if phrase is not None and named is not None else None
    known = words is not None and bool(words.candidates) and is_mention(words)
    surely = words is not None and known and words.candidates[0].score >= NAMED
    if phrase is not None and (_names_card(phrase) or (surely and phrase.tokens[-1] < cue.start and not clause.has("purpose"))):
        return None  # "a gift card", "a tea gift": the thing itself is named
    reference = words if known and named is not None and not isinstance(named[0], BySku) else None
    by = arrival(scene, clause)
    return [
        acts.FindGift(
            reference=reference,
            likes=phrase.text if phrase and reference else "",
            constraints=constraints_of(scene, clause, budgets, excluded),
            arrive_by=by.isoformat() if by is not None else None,
        )
    ]


def _names_card(phrase: Phrase) -> bool:
    return any(word in fold(phrase.text) for word in ("card", "karte", "gutschein", "tarjeta", "carte", "卡"))


def arrival(scene: Scene, clause: Clause) -> date | None:
    """The last day something may arrive, from "before Saturday" (the day before) or "by Saturday" (that day)."""
    found = scene.said_when(clause)
    if found is None or not found.when.has_day:
        return None
    if found.when.bound is Bound.BEFORE and not found.when.has_time:
        return found.when.starts.date() - timedelta(days=1)
    return (found.when.ends - timedelta.resolution).date()


def _callback(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    phone = find_phone(_said(scene, clause))
    if phone is not None and (clause.has("callback") or scene.open_topic == "callback"):
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
    if asked and emotion.value == "angry":
        found = [act for act in found if not isinstance(act, acts.AddLineItem | acts.GiveQuantity | acts.Choose) or _names_surely(act)]
    told = [replace(act, emotion=emotion.value, risk=risk) if isinstance(act, acts.AskPerson) else act for act in found]
    calm = [
        act
        for act in told
        if _keeps_safe(act)
        or not (
            act == acts.Choose(reference=ByFocus())
            or isinstance(act, acts.FindProduct | acts.Greet | acts.Unknown | acts.AskAboutProduct | acts.FindGift)
        )
    ]
    only_loud = not asked and emotion.value == "upset" and "upset" not in kinds and "angry" not in kinds
    if only_loud and (len(calm) != len(told) or any(isinstance(act, _ORDERS) for act in calm)):
        return found  # capitals alone are no complaint
    if asked:
        calm = [replace(act, brief=True) if isinstance(act, acts.AskOrderStatus) else act for act in calm]
    complaint = acts.Complain(emotion=emotion.value, risk="none" if asked else risk)
    return [complaint, *calm]


_ORDERS = (acts.AddLineItem, acts.CheckOut, acts.Pay, acts.ChooseDelivery, acts.GiveAddress, acts.ChangeQuantity)
_NOT_IN_ANGER = (acts.FindProduct, acts.Greet, acts.Unknown, acts.AskAboutProduct, acts.FindGift)


def _keeps_safe(act: acts.Act) -> bool:
    """A search that keeps off an allergen is answered in any mood."""
    return isinstance(act, acts.FindProduct) and bool(act.constraints.free_from)


def _names_surely(act: acts.Act) -> bool:
    """Whether goods are named that nobody could have meant otherwise; "put a human on" adds nothing."""
    reference = act.reference if isinstance(act, acts.AddLineItem) else None
    return isinstance(reference, BySku) or (isinstance(reference, ByWords) and reference.exact)


def _said(scene: Scene, clause: Clause) -> str:
    start, end = scene.reading.span(clause.start, clause.end)
    return scene.reading.text[start:end]
