"""Clauses that are not about a product: checkout, delivery, payment, orders, codes, terms, a person, courtesy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shopkeeper.app.understanding.phrases import is_mention, names_goods, phrase_of, resolve
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.core.ids import OrderNumber, StoreId
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause, split_at
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.marks import looks_like_order_number, looks_like_voucher
from shopkeeper.domain.dialogue.grammar.scan import Cue
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind

LEAST_DIGITS = 4
_MONEY_OR_COUNT = frozenset(
    {"add", "want", "under", "over", "budget", "between", "currency", "measure", "unit", "more", "change", "of_them"}
)
_PLACES = frozenset({"ship", "address", "policy", "label"})
_BEHIND = frozenset(
    map(fold, ("में", "पर", "तक", "को", "میں", "پر", "تک", "کو", "に", "へ", "ま", "me", "mein", "par", "pe", "tak", "ko", "pohancha"))
)
ORDER_CUES = ("order", "order_status")
CODE_CUES = ("code", "use", "gift_pay")
POLICY_VERBS = frozenset({"add", "remove", "change", "compare"})
_SIMPLE: dict[str, acts.Act] = {
    "start_over": acts.StartOver(),
    "clear_cart": acts.ClearCart(),
    "show_cart": acts.ShowCart(),
    "explain_total": acts.ExplainTotal(),
    "check_out": acts.CheckOut(),
    "skip": acts.Skip(),
    "repeat": acts.Repeat(),
    "clarify": acts.Clarify(),
    "again": acts.OrderAgain(),
    "forget_method": acts.ForgetMethod(),
    "gift_pay": acts.PayByGiftCard(),
}
REASONS = ("injury", "angry", "legal", "appeal", "asked")
"""Why a person is wanted, the gravest first."""


def given_things(scene: Scene) -> Iterator[tuple[int, acts.Act]]:
    """E-mail and postal address, with the token they begin at."""
    reading = scene.reading
    if reading.email is not None:
        email, start, end = reading.email
        scene.slot("email", email, start, end, 0.99)
        yield start, acts.GiveEmail(email=email)
    if reading.address is not None:
        found, start, end = reading.address
        label = next((cue.value for cue in reading.cues if cue.kind == "label" and cue.end <= start and start - cue.end <= 3), None)
        town = " ".join(filter(None, (found.address.postal_code, found.address.city)))
        scene.slot("address", ", ".join(filter(None, (found.address.line1, town))), start, end, 0.9 if found.address.postal_code else 0.7)
        yield start, acts.GiveAddress(address=replace(found.address, label=label), label=label)


def order_act(scene: Scene, clause: Clause) -> tuple[acts.Act, frozenset[int]] | None:
    """Where an order is, or what becomes of one."""
    tokens = scene.reading.tokens
    named = any(clause.has(kind) for kind in ORDER_CUES) or _only_a_number(scene, clause)
    at = next((n for n in range(clause.start, clause.end) if looks_like_order_number(tokens, n, named=named)), None)
    if at is None:
        plain = clause.has("order_status") and not clause.has("policy") and _is_about_order(scene, clause)
        return (acts.AskOrderStatus(), _all(clause)) if plain else None
    scene.slot("order_number", tokens[at].text, at, at + 1)
    number = OrderNumber(tokens[at].text)
    if clause.has("withdraw"):
        return None
    if clause.has("cancel") or clause.has("remove"):
        return acts.AskPerson(reason="cancel_order"), _all(clause)
    return acts.AskOrderStatus(number=number), frozenset({at, at - 1})


def _only_a_number(scene: Scene, clause: Clause) -> bool:
    """ "When will 1102 arrive", "any update on 1102": four digits that count nothing are an order's number, beside a way a postal code."""
    if any(cue.kind in _PLACES for cue in scene.reading.cues):
        return False
    if any(cue.kind in _MONEY_OR_COUNT for cue in clause.cues) or scene.open_topic in (
        "quantity",
        "address",
        "address_field",
        "store",
        "delivery",
    ):
        return False
    digits = [at for at in range(clause.start, clause.end) if scene.reading.tokens[at].text.isdigit()]
    if len(digits) != 1 or len(scene.reading.tokens[digits[0]].text) < LEAST_DIGITS:
        return False
    phrase = phrase_of(scene.reading, clause, frozenset(digits))
    return phrase is None or not is_mention(resolve(scene.index, phrase, scene.reading.language)[0])


def _is_about_order(scene: Scene, clause: Clause) -> bool:
    """ "where is my order" against "where is the tea": nothing else may be named."""
    cue = clause.first("order_status")
    if cue is None:
        return False
    if clause.has("angry"):
        return True  # who shouts about a parcel asks for no goods
    covered = {at for one in clause.cues for at in range(one.start, one.end)}
    return all(at in covered or scene.reading.tokens[at].kind is TokenKind.MARK for at in range(clause.start, clause.end))


def code_act(scene: Scene, clause: Clause) -> tuple[acts.Act, frozenset[int]] | None:
    """ "use SAVE10", "my code is welcome5"; a code alone counts when it is written like one."""
    tokens = scene.reading.tokens
    if clause.has("code") and (clause.has("remove") or clause.has("not") or clause.has("no")):
        return acts.RemoveCode(), _all(clause)
    covered = {at for cue in clause.cues if cue.kind not in ("unit",) for at in range(cue.start, cue.end)}
    code = clause.first("code", "gift_pay")
    using = clause.first("use", "add")
    for at in range(clause.start, clause.end):
        if at in covered or at in scene.reading.taken:
            continue
        named = code is not None and not _names_product(scene, tokens[at].text)
        if looks_like_voucher(tokens[at], named=named) and (code or using or clause.end - clause.start == 1):
            if code is None and _names_product(scene, tokens[at].text):
                continue
            scene.slot("code", tokens[at].text, at, at + 1)
            return acts.ApplyCode(code=tokens[at].text.upper()), frozenset(range(clause.start, clause.end))
    return None


def _names_product(scene: Scene, text: str) -> bool:
    found = scene.index.resolve(text, language=scene.reading.language)
    return found.exact_product_id is not None or scene.index.known_word(text)


def service_acts(scene: Scene, clause: Clause) -> list[tuple[Cue, acts.Act]]:
    """The acts that single cues stand for, in the order they were said."""
    found: list[tuple[Cue, acts.Act]] = []
    for cue in clause.cues:
        act = _of_cue(scene, clause, cue)
        if act is not None:
            found.append((cue, act))
    return found


def _of_cue(scene: Scene, clause: Clause, cue: Cue) -> acts.Act | None:
    if cue.value == "ordered" and not scene.has_cart:
        return acts.AskOrderStatus()
    if cue.kind in _SIMPLE:
        return _SIMPLE[cue.kind]
    match cue.kind:
        case "cancel":
            return acts.Cancel(clear_cart=_cart_goes(scene), order=cue.value == "order")
        case "person" | "risk" | "appeal":
            return acts.AskPerson(reason=_reason(scene))
        case "pay":
            return _pay(scene, clause)
        case "wish" if not any(one.kind in ("find", "ask") for one in clause.cues):
            scene.slot("wish", cue.value, cue.start, cue.end)
            return acts.NoteWish(topic=cue.value, text=_words(scene, cue))
        case "help":
            about = phrase_of(scene.reading, clause, frozenset())
            return None if names_goods(scene.index, about, scene.reading.language) else acts.Help()
        case "keep_method":
            return acts.KeepMethod(keep=cue.value == "yes")
        case "payment" if clause.has("policy"):
            return None
        case "payment":
            scene.slot("payment_method", cue.value, cue.start, cue.end)
            return acts.ChoosePayment(method=PaymentMethod(cue.value))
        case "payment_word" if scene.context.state.checkout_id is not None and (
            _is_alone(scene, clause, cue) or scene.open_topic == "consent"
        ):
            scene.slot("payment_method", cue.value, cue.start, cue.end)
            return acts.ChoosePayment(method=PaymentMethod(cue.value))
        case "pickup":
            named = any(clause.start <= at < clause.end for at, _ in scene.reading.stores)
            return None if (clause.has("pay") or clause.has("payment")) and not named else _pickup(scene, clause, cue)
        case "ship":
            return _ship(scene, clause, cue)
        case "label":
            return _label(scene, clause, cue)
        case "policy" if cue.value == "notice_back":
            return acts.AskPolicy(topic="notice")
        case "policy" if cue.value == "notice":
            back = any(one.kind in ("restock", "under") or (one.kind, one.value) == ("ask", "stock") for one in scene.reading.cues)
            return acts.AskPolicy(topic="notice") if back else None
        case "policy":
            wants = cue.value != "offers" and any(one.kind in POLICY_VERBS for one in clause.cues)
            about = phrase_of(scene.reading, clause, frozenset())
            named = cue.value == "range" and about is not None
            return None if wants or named else _policy(scene, clause, cue.value, about.text if about else "")
        case "opening" if _stores_in(scene, clause) and not any(one.kind in POLICY_VERBS for one in clause.cues):
            return _policy(scene, clause, "hours", "")
        case _:
            return None


def _policy(scene: Scene, clause: Clause, topic: str, about: str) -> acts.AskPolicy:
    if topic != "hours":
        return acts.AskPolicy(topic=topic, text=about)
    day = next((timed.when.starts.date() for timed in scene.reading.times if timed.when.has_day), None)
    return acts.AskPolicy(topic=topic, text=about, stores=_stores_in(scene, clause), day=day.isoformat() if day else None)


def _stores_in(scene: Scene, clause: Clause) -> tuple[StoreId, ...]:
    return tuple(dict.fromkeys(store for at, store in scene.reading.stores if clause.start <= at < clause.end))


def _is_alone(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """ "Card" says how to pay only when nothing else is said: gift cards and bank cards are products too."""
    said = {at for at in range(clause.start, clause.end) if scene.reading.tokens[at].kind is not TokenKind.MARK}
    return said <= set(range(cue.start, cue.end))


def _reason(scene: Scene) -> str:
    told = {cue.value if cue.kind == "risk" else cue.kind for cue in scene.reading.cues}
    return next((reason for reason in REASONS if reason in told), "asked")


def _pay(scene: Scene, clause: Clause) -> acts.Act | None:
    """ "I pay when I pick it up" says how, in any order of words, and pays nothing yet."""
    if clause.has("payment"):
        return None  # which way comes first: the quote with it is asked about then
    if not clause.has("pickup"):
        return acts.Pay()
    cue = clause.first("pay")
    if cue is not None:
        scene.slot("payment_method", PaymentMethod.PAY_ON_PICKUP.value, cue.start, cue.end)
    return acts.ChoosePayment(method=PaymentMethod.PAY_ON_PICKUP)


def _words(scene: Scene, cue: Cue) -> str:
    start, end = scene.reading.span(cue.start, cue.end)
    return scene.reading.text[start:end]


def _cart_goes(scene: Scene) -> bool | None:
    kinds = {cue.kind for cue in scene.reading.cues}
    if "clear_cart" in kinds:
        return True
    return False if "keep_cart" in kinds else None


def _pickup(scene: Scene, clause: Clause, cue: Cue) -> acts.Act:
    store = next(((at, store) for at, store in scene.reading.stores if clause.start <= at < clause.end), None)
    scene.slot("delivery_method", "pickup", cue.start, cue.end)
    if store is not None:
        scene.slot("store", store[1], store[0], store[0] + 1)
    asked = clause.asks and store is not None and scene.context.state.question is None
    return acts.ChooseDelivery(method=DeliveryMethod.PICKUP, store_id=store[1] if store else None, draft=asked)


def _ship(scene: Scene, clause: Clause, cue: Cue) -> acts.Act | None:
    """Delivery; the address that follows, whole or by label, says so already."""
    if clause.has("policy") or clause.has("label") or scene.reading.address is not None:
        return None
    if any(
        scene.reading.tokens[at].text.isdigit() and len(scene.reading.tokens[at].text) >= LEAST_DIGITS for at in range(cue.end, clause.end)
    ):
        return acts.AskPolicy(topic="delivery_area")  # a town and its postal code, no whole address
    if clause.asks and (clause.has("free") or (not scene.has_cart and not scene.acts)):
        return acts.AskPolicy(topic="delivery")  # what it costs; or nothing is wanted yet that could be sent
    scene.slot("delivery_method", "delivery", cue.start, cue.end)
    return acts.ChooseDelivery(method=DeliveryMethod.DELIVERY)


def _label(scene: Scene, clause: Clause, cue: Cue) -> acts.Act | None:
    """ "ship to my office", "to work": an address the customer has a name for."""
    question = scene.context.state.question
    asked = question is not None and question.topic in ("address", "delivery")
    if scene.reading.address is not None:
        return None
    sends = any((one.kind, one.value) == ("add", "send") for one in scene.reading.cues)
    sent = sends and phrase_of(scene.reading, split_at(clause, cue.start)[1], frozenset(range(cue.start, cue.end))) is None
    if not (
        asked or sent or clause.has("ship") or clause.has("address") or _to_my(scene, clause, cue) or _stands_alone(scene, clause, cue)
    ):
        return None
    scene.slot("address_label", cue.value, cue.start, cue.end)
    return acts.GiveAddress(label=cue.value)


def _stands_alone(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """ "…, ins Büro bis 14:30": a clause of its own beside things that are wanted, now or before."""
    alone = phrase_of(scene.reading, clause, frozenset(range(cue.start, cue.end))) is None
    return alone and (scene.has_cart or any(isinstance(act, acts.AddLineItem) for act in scene.acts))


def _to_my(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """ "To my office", and where the small word stands behind the place, "ऑफिस में", "会社まで"."""
    before = any(one.end == cue.start and one.kind in ("to_my", "to") for one in clause.cues)
    return before or (cue.end < clause.end and scene.reading.tokens[cue.end].norm in _BEHIND)


def _all(clause: Clause) -> frozenset[int]:
    return frozenset(range(clause.start, clause.end))
