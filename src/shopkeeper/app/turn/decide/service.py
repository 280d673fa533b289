"""Everything around the sale: where an order is, what the terms say, greetings, a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from shopkeeper.app.turn.decide.terms import answering
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.checkout import CheckoutStatus
from shopkeeper.domain.conversation.state import HandoffState, OfferedChoice, Question
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import (
    Ask,
    ChoiceCard,
    Cite,
    Close,
    Decision,
    Do,
    Plan,
    Show,
    ShowCart,
    ShowCheckout,
    ShowChoices,
    ShowOrder,
    Tell,
    plan,
)
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.parcel import next_open
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.orders.order import Order, OrderStatus
from shopkeeper.domain.policy.command import RequestHandoff, SetCallback
from shopkeeper.ports.shop_store import Clause

LONGEST_QUOTE = 400
"""Characters of a clause that are said word for word; a longer one is only shown."""

MOST_CATEGORIES = 12
PAYING = (CheckoutStatus.COMPLETE_IN_PROGRESS, CheckoutStatus.REQUIRES_ESCALATION)
ARRIVED = frozenset({OrderStatus.DELIVERED, OrderStatus.CANCELED})
SERIOUS = frozenset({"legal", "safety"})


def order_status(act: acts.AskOrderStatus, facts: Facts) -> Plan:
    """Only orders of this conversation or its proven customer; any other number is "not found", whoever owns it."""
    newest = next(iter(facts.orders), None) if act.invoice else _latest(facts)
    order = next((o for o in facts.orders if o.number == act.number), None) if act.number else newest
    checkout = facts.checkout
    if order is None and act.number is None and checkout is not None and checkout.status in PAYING:
        return plan(Tell(says=(Say(key="order.unpaid"),), shows=(ShowCheckout(),)))
    if order is None:
        key = "order.not_found" if act.number else "order.none"
        return plan(Tell(says=(Say(key=key, facts={"number": act.number or ""}),)))
    if act.invoice:
        return _papers(order, facts)
    says = [Say(key=f"order.status_{order.status.value}", facts={"number": order.number, "placed_at": order.placed_at})]
    if order.pickup_code is not None and order.status not in ARRIVED:
        says.append(Say(key="payment.pickup_code", facts={"code": order.pickup_code}))
    says.extend(() if act.brief else facts.coming)
    return plan(Tell(says=tuple(says), shows=(ShowOrder(number=order.number),)))


def _papers(order: Order, facts: Facts) -> Plan:
    """The card has the link; what was not paid has no invoice yet."""
    key = "invoice.here" if order.number in facts.invoiced else "invoice.not_yet"
    return plan(Tell(says=(Say(key=key, facts={"number": order.number}),), shows=(ShowOrder(number=order.number),)))


def _latest(facts: Facts) -> Order | None:
    """The newest order that is still on its way, else the newest of all: nobody asks where the delivered one is."""
    return next((order for order in facts.orders if order.status not in ARRIVED), next(iter(facts.orders), None))


def ask_policy(act: acts.AskPolicy, facts: Facts) -> Plan:
    """Hours, delivery and what the shop is from records; everything else is the published clause itself, cited."""
    match act.topic:
        case "hours" if facts.stores:
            asked = [store for store in facts.stores if store.id in act.stores] or facts.stores
            return plan(Tell(says=tuple(_hours(store, act.day, facts) for store in asked)))
        case "offers":
            return plan(Tell(says=_offers(facts), shows=_cart(act, facts)))
        case "notice":
            return plan(Tell(says=(Say(key="policy.no_notice"),)))
        case "contact":
            return plan(Tell(says=_contact(facts)))
        case "identity":
            return plan(Tell(says=(Say(key="talk.identity", facts={"shop": facts.profile.name}),)))
        case "range" if facts.categories:
            said = {"count": len(facts.categories), "list": tuple(facts.categories[:MOST_CATEGORIES])}
            return plan(Tell(says=(Say(key="talk.range", facts=said),)))
        case _:
            return _by_terms(act, facts)


def _by_terms(act: acts.AskPolicy, facts: Facts) -> Plan:
    cited = answering(facts.clauses, "delivery" if act.topic == "delivery_area" else act.topic, act.text)
    shows = tuple(Cite(title=f"{clause.document} · {clause.title}", text=clause.text, clause_id=clause.id) for clause in cited)
    says = _delivery(act, facts) or _quoted(cited, facts) or (Say(key="policy.says" if cited else "policy.unknown"),)
    return plan(Tell(says=says, shows=(*shows, *_cart(act, facts))))


def _cart(act: acts.AskPolicy, facts: Facts) -> tuple[Show, ...]:
    """The cart beside terms it is a case of: its card says which discounts apply and what is missing for free delivery."""
    return (ShowCart(),) if act.topic in ("delivery", "offers") and facts.cart.lines and facts.checkout is None else ()


def _delivery(act: acts.AskPolicy, facts: Facts) -> tuple[Say, ...]:
    terms = facts.profile.delivery
    if act.topic == "delivery_area":
        return (Say(key="policy.delivery_to", facts={"countries": ", ".join(sorted(terms.countries))}),)
    if act.topic != "delivery":
        return ()
    key = "policy.delivery_free" if terms.free_from else "policy.delivery"
    said = {"fee": terms.fee, "free_from": terms.free_from, "days_min": terms.days_min, "days_max": terms.days_max}
    return (Say(key=key, facts=said),)


def _quoted(cited: Sequence[Clause], facts: Facts) -> tuple[Say, ...]:
    """The best clause word for word, where it is written in the language of the reply: a voice or a plain channel needs it."""
    best = cited[0] if cited else None
    if best is None or best.language != facts.language or len(best.text) > LONGEST_QUOTE:
        return ()
    return (Say(key="policy.quote", facts={"title": best.title, "text": best.text}),)


def _offers(facts: Facts) -> tuple[Say, ...]:
    """What everybody gets. Codes are for those who were given one, so none is told."""
    told = tuple(Say(key="policy.offer", facts={"title": title}) for title in facts.offers)
    free = _delivery(acts.AskPolicy(topic="delivery"), facts) if facts.profile.delivery.free_from is not None else ()
    return (*(told or (Say(key="policy.no_offers"),)), *free, Say(key="policy.offer_codes"))


def _contact(facts: Facts) -> tuple[Say, ...]:
    """How people are reached, as far as the shop says."""
    profile = facts.profile
    mail = (Say(key="policy.contact_mail", facts={"email": profile.support_email}),) if profile.support_email else ()
    hours = (Say(key="handoff.hours", facts={"hours": profile.support_hours}),) if profile.support_hours else ()
    return (*mail, *hours, Say(key="policy.contact_here"))


def _hours(store: Store, day: str | None, facts: Facts) -> Say:
    """Where a branch is, and when it is open on the day asked about; for today, what is left of it, else when it opens next."""
    local = facts.now.astimezone(ZoneInfo(store.zone))
    said: dict[str, object] = {"store": store.name, "address": f"{store.line1}, {store.postal_code} {store.city}"}
    asked = date.fromisoformat(day) if day else local.date()
    hours = store.hours_on(asked)
    if asked > local.date():
        key = "policy.open_then" if hours else "policy.closed_then"
        return Say(key=key, facts={**said, "day": asked, **({"opens": hours.opens, "closes": hours.closes} if hours else {})})
    if hours is not None and local.time() < hours.closes:
        return Say(key="policy.open_today", facts={**said, "opens": hours.opens, "closes": hours.closes})
    opens = store.opens_next(facts.now)
    return Say(key="policy.opens_next", facts={**said, "opens": opens}) if opens else Say(key="policy.closed", facts=said)


def ask_person(act: acts.AskPerson, facts: Facts) -> Plan:
    """A ticket with what is known; then the place in the queue, or honestly when somebody is back."""
    ticket = facts.after.ticket
    if facts.state.handoff is not HandoffState.ASSISTANT:
        number = {"ticket": ticket.number} if ticket is not None else {"ticket": ""}
        return plan(_request(act, facts, None), Tell(says=(Say(key="handoff.waiting", facts=number),)))
    opens = next_open(facts.profile.support_week, facts.now, facts.profile.zone)
    open_now = opens is not None and opens <= facts.now
    then = Say(key="handoff.queued_open" if open_now else "handoff.queued")
    hours: list[Say] = []
    if not open_now and opens is not None:
        hours.append(Say(key="handoff.closed_until", facts={"opens": opens}))
    if facts.profile.support_hours and not open_now:
        hours.append(Say(key="handoff.hours", facts={"hours": facts.profile.support_hours}))
    return plan(_request(act, facts, then), Tell(says=tuple(hours)), *_callback(facts))


def _request(act: acts.AskPerson, facts: Facts, then: Say | None) -> Do:
    request = RequestHandoff(conversation_id=facts.state.id, reason=act.reason, emotion=act.emotion, risk=act.risk)
    return Do(command=request, then=then)


def _callback(facts: Facts) -> tuple[Decision, ...]:
    """Whether they would rather be called, where the shop calls back."""
    if facts.profile.callback_within_h is None:
        return ()
    question = Question(topic="callback", choices=(OfferedChoice(value="chat"), OfferedChoice(value="call")))
    cards = (ChoiceCard(value="chat", label=Say(key="choice.chat")), ChoiceCard(value="call", label=Say(key="choice.call")))
    say = Say(key="ask.callback", facts={"hours": facts.profile.callback_within_h}, question=True)
    return (Ask(question=question, say=say, shows=(ShowChoices(choices=cards),)),)


def callback_chosen(value: str, facts: Facts) -> Plan:
    if value == "chat":
        return plan(Tell(says=(Say(key="handoff.stays_here"),)))
    return give_phone(acts.GivePhone(), facts)


def give_phone(act: acts.GivePhone, facts: Facts) -> Plan:
    """The number that was given, else the one the signed-in customer left with us; never asked for twice."""
    phone = act.phone or (facts.customer.phone if facts.customer else None)
    if phone is None:
        return plan(Ask(question=Question(topic="callback"), say=Say(key="ask.phone", question=True)))
    do = Do(command=SetCallback(conversation_id=facts.state.id, phone=phone), then=Say(key="handoff.callback"))
    waiting = facts.after.ticket is not None and facts.state.handoff is not HandoffState.ASSISTANT
    if not waiting:
        return plan(_request(acts.AskPerson(reason="callback"), facts, None), do)
    return plan(Close(reason="answered"), do) if facts.state.question is not None else plan(do)


def complain(act: acts.Complain, facts: Facts) -> Plan:
    """Sorry once, without jokes or offers. A threat of lawyers or harm goes to a person at once; anger alone is asked about."""
    sorry = Tell(says=(Say(key="mood.sorry"),))
    if act.risk in SERIOUS:
        handed = ask_person(acts.AskPerson(reason=act.risk, emotion=act.emotion, risk=act.risk), facts)
        return Plan(decisions=(sorry, *handed.decisions))
    return plan(sorry)


def small_talk(act: acts.Greet | acts.Thank | acts.Help) -> Plan:
    return plan(Tell(says=(Say(key=f"talk.{act.type}"),)))
