"""Answers to what was asked or shown: a pick from choices, or a bare number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from shopkeeper.app.turn.decide import (
    bookings,
    claims,
    exchanges,
    fit,
    flows,
    heard,
    mandates,
    photos,
    privacy,
    returns,
    returns_denied,
    saved_methods,
    service,
    times,
    tips,
    top_up,
    ways,
)
from shopkeeper.app.turn.decide import cart as cart_decisions
from shopkeeper.app.turn.decide import checkout as checkout_decisions
from shopkeeper.app.turn.decide.parts import title
from shopkeeper.app.turn.decide.products import ask_about, find
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.cart.cart import Line
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.ids import LineId, MandateId, ProductId, Sku, StoreId
from shopkeeper.domain.core.narrow import as_int, as_mapping
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Close, Plan, Tell, plan
from shopkeeper.domain.dialogue.reference import (
    ByFocus,
    ByLine,
    ByOption,
    ByOther,
    ByPosition,
    BySku,
    BySuperlative,
    ByWords,
    Candidate,
    Reference,
)
from shopkeeper.domain.dialogue.resolve import OneVariant, SomeVariants, find_lines, pick, resolve
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.mandates.wish import wish_of


def choose(act: acts.Choose, facts: Facts) -> Plan:
    """A pick. With an open question it answers it; without one it points at something shown."""
    question = facts.state.question
    if question is not None and question.topic.startswith("flow") and act.value is not None:
        return _answer(question, act.value, facts)
    if question is not None and act.quantity is not None and question.topic in ("product", "variant"):
        question = replace(question, context={**question.context, "quantity": act.quantity, "pieces": None})
    if question is not None and question.choices:
        value = act.value if act.value is not None else chosen_value(act.reference, question, facts)
        if value is not None and any(choice.value == value for choice in question.choices):
            answered = _answer(question, value, facts)
            return Plan(decisions=(Close(reason="answered"), *answered.decisions))
    if act.reference is not None:
        return _narrowed(act.reference, question, facts) or _pointed(act.reference, facts)
    if act.value is not None:
        return _tapped(act.value, facts)
    return plan(Tell(says=(Say(key="choose.what"),)))


def _narrowed(reference: Reference, question: Question | None, facts: Facts) -> Plan | None:
    """A pick that names a variant of what was offered ("the tan one") goes on with what was under way."""
    if question is None or question.topic not in ("product", "variant") or question.context.get("then") != "add":
        return None
    match resolve(reference, facts.state, facts.cart, facts.listings):
        case OneVariant(listing=listing, sku=sku):
            added = cart_decisions.add_variant(listing, sku, question.context, facts)
            return Plan(decisions=(Close(reason="answered"), *added.decisions))
        case SomeVariants(listing=listing, skus=skus):
            say = Say(key="ask.variant", facts={"title": title(listing, facts)}, question=True)
            return cart_decisions.ask_again(listing, skus, say, question.context, facts)
        case _:
            return None


def is_choosing(facts: Facts) -> bool:
    """ "Make it blue" while the first thing for the cart is still being chosen."""
    question = facts.state.question
    return (
        not facts.cart.lines and question is not None and question.topic in ("product", "variant") and question.context.get("then") == "add"
    )


def chosen_value(reference: Reference | None, question: Question, facts: Facts) -> str | None:
    """The value of the one offered choice that `reference` fits."""
    choices = question.choices
    match reference:
        case ByPosition() if len(choices) == 1:
            return None
        case ByPosition(position=position):
            index = position - 1 if position > 0 else position
            return choices[index].value if -len(choices) <= index < len(choices) else None
        case ByOption(options=options) | ByWords(options=options) if options:
            wanted = {value.casefold() for value in options.values()}
            return _only([choice for choice in choices if wanted <= set(choice.words)])
        case ByWords(text=text):
            said = set(text.casefold().split())
            return _only([choice for choice in choices if said & set(choice.words)])
        case BySku(sku=sku):
            return sku
        case BySuperlative() | ByOther():
            target = resolve(reference, facts.state, facts.cart, facts.listings)
            return target.sku if isinstance(target, OneVariant) else None
        case _:
            return None


def _only(fitting: list[OfferedChoice]) -> str | None:
    return fitting[0].value if len(fitting) == 1 else None


def _answer(question: Question, value: str, facts: Facts) -> Plan:
    """Go on with what the question interrupted."""
    context = question.context
    match question.topic:
        case "variant":
            return _variant_chosen(Sku(value), context, facts)
        case "product":
            return _product_chosen(ProductId(value), context, facts)
        case "quantity" | "heard":
            return _heard(value, question, facts)
        case "budget":
            return heard.budget_chosen(value)
        case "line":
            return _line_chosen(LineId(value), context, facts)
        case "delivery":
            return checkout_decisions.delivery_chosen(value, facts)
        case "store":
            return checkout_decisions.store_chosen(StoreId(value), facts)
        case "conflict":
            return checkout_decisions.conflict_resolved(value, facts)
        case "flow" | "flow_confirm" | "flow_change":
            return flows.answered(question, value, facts)
        case tips.TOPIC:
            return tips.tip_chosen(value, facts)
        case top_up.TOPIC:
            return top_up.top_up_chosen(value, context, facts)
        case times.TOPIC:
            return times.time_chosen(value, facts)
        case ways.TOPIC:
            return ways.way_chosen(value, context, facts)
        case "consent":
            return checkout_decisions.confirm(acts.Confirm(), facts)
        case "clear_cart":
            return cart_decisions.clear(acts.ClearCart(), facts) if value == "yes" else plan(Tell(says=(Say(key="cart.kept"),)))
        case "cancel_order":
            return (
                service.ask_person(acts.AskPerson(reason="cancel_order"), facts)
                if value == "yes"
                else plan(Tell(says=(Say(key="decline.fine"),)))
            )
        case "return" | "return_line" | "return_order":
            return returns.answered(question, value, facts)
        case "return_fault":
            return returns_denied.fault_answered(question, value, facts)
        case "photo_thing":
            return _things_chosen(value, context, facts)
        case photos.LIST_TOPIC:
            return _listed_chosen(value, context, facts)
        case "claim_photo" | "claim_wish":
            return claims.answered(question, value, facts)
        case exchanges.TOPIC:
            return exchanges.answered(question, value, facts)
        case "appeal":
            return returns_denied.appeal_answered(value, facts)
        case "booking":
            return bookings.answered(question, value, facts)
        case "cancel_booking":
            return bookings.cancel_answered(question, value, facts)
        case "window":
            return bookings.window_chosen(question, value, facts)
        case "service":
            return bookings.service_chosen(question, value, facts)
        case "callback":
            return service.callback_chosen(value, facts)
        case "erase":
            return privacy.erase_answered(value, facts)
        case "mandate":
            return mandates.answered(question, value, facts)
        case "mandate_ask":
            return mandates.buy_instead(question, value, facts)
        case "method_which":
            return saved_methods.chosen(value)
        case "mandate_which":
            return mandates.revoke(acts.RevokeMandate(mandate_id=MandateId(value)), facts)
        case "fit":
            return fit.add_answered(question, value, facts)
        case "address":
            return checkout_decisions.give_address(acts.GiveAddress(label=value), facts)
        case _:
            return plan(Tell(says=(Say(key="choose.what"),)))


def _variant_chosen(sku: Sku, context: Mapping[str, object], facts: Facts) -> Plan:
    listing = facts.listings.get(ProductId(str(context.get("product_id", ""))))
    if listing is None or sku not in listing.offers:
        return plan(Tell(says=(Say(key="add.gone"),)))
    if context.get("then") == "add":
        return cart_decisions.add_variant(listing, sku, context, facts)
    if context.get("then") == "mandate":
        return mandates.propose(listing, sku, wish_of(as_mapping(context.get("wish"))), facts)
    line = facts.cart.line(LineId(str(context.get("line_id", ""))))
    if context.get("then") == "variant" and line is not None:
        return cart_decisions.swap_line(line, listing, sku, context, facts)
    return find(acts.FindProduct(reference=BySku(sku=sku, product_id=listing.product.id)), facts)


def _heard(value: str, question: Question, facts: Facts) -> Plan:
    """What was not heard surely, or said in two ways: settled, or asked in full."""
    context = question.context
    listing = facts.listings.get(ProductId(str(context.get("product_id", ""))))
    sku = Sku(str(context.get("sku", "")))
    if listing is None or sku not in listing.offers:
        return plan(Tell(says=(Say(key="add.gone"),)))
    if value == "no":
        return heard.ask_in_full(listing, sku, question, facts)
    quantity = int(value) if value.lstrip("-").isdigit() else as_int(context.get("quantity"))
    settled = "doubted" if question.topic == "quantity" else "unsure"
    return cart_decisions.add_variant(listing, sku, {**context, "quantity": quantity, settled: None, "between": None}, facts)


def _things_chosen(value: str, context: Mapping[str, object], facts: Facts) -> Plan:
    """One of the things in a photo, or all of them: what was wanted of them goes on."""
    meant = photos.things_chosen(value, context)
    if context.get("then") == "add":
        plans = [cart_decisions.add(heard.as_act(one, context), facts) for one in meant]
    else:
        plans = [find(acts.FindProduct(reference=one), facts) for one in meant]
    return Plan(decisions=tuple(decision for one in plans for decision in one.decisions))


def _listed_chosen(value: str, context: Mapping[str, object], facts: Facts) -> Plan:
    """What is written on a photo goes into the cart line by line, once the shopper said so."""
    if value != "yes":
        return plan(Tell(says=(Say(key="decline.fine"),)))
    wishes = [
        acts.AddLineItem(
            reference=ByWords(text="", candidates=(Candidate(product_id=one.product_id, score=1.0),), exact=True),
            quantity=one.quantity,
            pieces=one.pieces,
        )
        for one in photos.listed_again(context)
    ]
    return Plan(decisions=tuple(decision for wish in wishes for decision in cart_decisions.add(wish, facts).decisions))


def _product_chosen(product_id: ProductId, context: Mapping[str, object], facts: Facts) -> Plan:
    reference = ByWords(text="", candidates=(Candidate(product_id=product_id, score=1.0),))
    if context.get("then") == "ask_about":
        return ask_about(acts.AskAboutProduct(reference=reference, aspect=str(context.get("aspect", "details"))), facts)
    if context.get("then") == "mandate":
        return mandates.wish(acts.WishMandate(reference=reference, wish=wish_of(as_mapping(context.get("wish")))), facts)
    line_id = LineId(str(context.get("line_id", "")))
    if context.get("then") == "variant" and facts.cart.line(line_id) is not None:
        count, pieces = as_int(context.get("quantity")), as_int(context.get("pieces"))
        swap = acts.ChangeVariant(reference=ByLine(line_id=line_id), to=reference, quantity=count, pieces=pieces)
        return cart_decisions.change_variant(swap, facts)
    if context.get("then") != "add":
        return find(acts.FindProduct(reference=reference), facts)
    sku = as_mapping(context.get("variants")).get(product_id)
    known = BySku(sku=Sku(str(sku)), product_id=product_id) if sku else reference
    return cart_decisions.add(heard.as_act(known, {**context, "unsure": None}), facts)


def _line_chosen(line_id: LineId, context: Mapping[str, object], facts: Facts) -> Plan:
    line = facts.cart.line(line_id)
    if line is None:
        return plan(Tell(says=(Say(key="cart.not_in_cart"),)))
    match context.get("then"):
        case "remove":
            return cart_decisions.remove_line(line, facts)
        case "quantity":
            return cart_decisions.set_quantity(line, as_int(context.get("quantity")), as_int(context.get("delta")), facts)
        case "modifiers":
            wanted = {name: str(value) for name, value in as_mapping(context.get("modifiers")).items()}
            return cart_decisions.remake(line, wanted, as_int(context.get("quantity")), facts)
        case _:
            listing = facts.listings.get(line.product_id)
            to = context.get("to")
            if listing is not None and isinstance(to, str) and Sku(to) in listing.offers:
                return cart_decisions.swap_line(line, listing, Sku(to), context, facts)
            return plan(Tell(says=(Say(key="choose.what"),)))


def _pointed(reference: Reference, facts: Facts) -> Plan:
    """ "the second one", with nothing asked: show it, it is what we talk about now."""
    return find(acts.FindProduct(reference=reference), facts)


def _tapped(value: str, facts: Facts) -> Plan:
    for listing in facts.listings.values():
        if Sku(value) in listing.offers:
            return find(acts.FindProduct(reference=BySku(sku=Sku(value), product_id=listing.product.id)), facts)
    return plan(Tell(says=(Say(key="choose.what"),)))


def give_quantity(act: acts.GiveQuantity, facts: Facts) -> Plan:
    """ "two of them": how many of what is asked about, in the cart, or just shown."""
    question = facts.state.question
    if question is not None and question.topic == "quantity":
        line = facts.cart.line(LineId(str(question.context.get("line_id", ""))))
        if line is not None:
            return Plan(decisions=(Close(reason="answered"), *cart_decisions.set_quantity(line, act.quantity, None, facts).decisions))
        if question.context.get("then") == "add":
            return Plan(decisions=(Close(reason="answered"), *_heard(str(act.quantity), question, facts).decisions))
    if question is not None and question.topic in ("variant", "product"):
        return _quantity_noted(act.quantity, question, facts)
    reference = act.reference or ByFocus()
    lines = find_lines(reference, facts.state, facts.cart)
    if len(lines) == 1 and not (isinstance(reference, ByFocus) and _is_of_something_else(lines[0], facts)):
        return cart_decisions.set_quantity(lines[0], act.quantity, None, facts)
    return cart_decisions.add(acts.AddLineItem(reference=reference, quantity=act.quantity), facts)


def _is_of_something_else(line: Line, facts: Facts) -> bool:
    """Whether what is talked about is not what lies in the cart: "two of them" after the milk was shown are two milks."""
    focus = facts.state.focus
    return focus is not None and focus.product_id != line.product_id and focus.product_id in facts.listings


def _quantity_noted(quantity: int, question: Question, facts: Facts) -> Plan:
    """A number while a variant is asked for is the quantity of what will be chosen; the question stays."""
    listing = facts.listings.get(ProductId(str(question.context.get("product_id", ""))))
    context = {**question.context, "quantity": quantity}
    if listing is not None and question.topic == "variant":
        target = pick(listing)
        skus = target.skus if isinstance(target, SomeVariants) else tuple(Sku(choice.value) for choice in question.choices)
        say = Say(key="ask.variant", facts={"title": title(listing, facts)}, question=True)
        return cart_decisions.ask_again(listing, skus, say, context, facts)
    return plan(Tell(says=(Say(key="ask.which_product", question=True),)))
