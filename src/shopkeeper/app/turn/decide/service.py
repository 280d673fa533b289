"""Everything around the sale: where an order is, what the terms say, greetings, a person."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from shopkeeper.app.turn.decide.terms import answering
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.checkout import CheckoutStatus
from shopkeeper.domain.conversation.state import HandoffState
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Cite, Do, Plan, ShowCheckout, ShowOrder, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.policy.command import RequestHandoff
from shopkeeper.ports.shop_store import Clause

LONGEST_QUOTE = 400
"""Characters of a clause that are said word for word; a longer one is only shown."""

MOST_CATEGORIES = 12
PAYING = (CheckoutStatus.COMPLETE_IN_PROGRESS, CheckoutStatus.REQUIRES_ESCALATION)


def order_status(act: acts.AskOrderStatus, facts: Facts) -> Plan:
    """Only orders of this conversation or its proven customer; any other number is "not found", whoever owns it."""
    order = next((o for o in facts.orders if act.number is None or o.number == act.number), None)
    checkout = facts.checkout
    if order is None and act.number is None and checkout is not None and checkout.status in PAYING:
        return plan(Tell(says=(Say(key="order.unpaid"),), shows=(ShowCheckout(),)))
    if order is None:
        key = "order.not_found" if act.number else "order.none"
        return plan(Tell(says=(Say(key=key, facts={"number": act.number or ""}),)))
    says = (Say(key=f"order.status_{order.status.value}", facts={"number": order.number, "placed_at": order.placed_at}),)
    return plan(Tell(says=says, shows=(ShowOrder(number=order.number),)))


def ask_policy(act: acts.AskPolicy, facts: Facts) -> Plan:
    """Hours, delivery and what the shop is from records; everything else is the published clause itself, cited."""
    match act.topic:
        case "hours" if facts.stores:
            return plan(Tell(says=tuple(_hours(store, facts) for store in facts.stores)))
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
    return plan(Tell(says=says, shows=shows))


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


def _hours(store: Store, facts: Facts) -> Say:
    """Where a branch is, and when it is open today, else when it opens next."""
    local = facts.now.astimezone(ZoneInfo(store.zone))
    hours = store.hours_on(local.date())
    said: dict[str, object] = {"store": store.name, "address": f"{store.line1}, {store.postal_code} {store.city}"}
    if hours is not None and local.time() < hours.closes:
        return Say(key="policy.open_today", facts={**said, "opens": hours.opens, "closes": hours.closes})
    opens = store.opens_next(facts.now)
    return Say(key="policy.opens_next", facts={**said, "opens": opens}) if opens else Say(key="policy.closed", facts=said)


def ask_person(act: acts.AskPerson, facts: Facts) -> Plan:
    if facts.state.handoff is not HandoffState.ASSISTANT:
        return plan(Tell(says=(Say(key="handoff.waiting"),)))
    hours = Say(key="handoff.hours", facts={"hours": facts.profile.support_hours}) if facts.profile.support_hours else None
    do = Do(command=RequestHandoff(conversation_id=facts.state.id, reason=act.reason), then=Say(key="handoff.queued"))
    return plan(do, *((Tell(says=(hours,)),) if hours else ()))


def small_talk(act: acts.Greet | acts.Thank | acts.Help) -> Plan:
    return plan(Tell(says=(Say(key=f"talk.{act.type}"),)))
