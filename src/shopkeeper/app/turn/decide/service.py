"""Everything around the sale: where an order is, what the terms say, greetings, a person."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.conversation.state import HandoffState
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Cite, Decision, Do, Plan, ShowOrder, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy.command import RequestHandoff


def order_status(act: acts.AskOrderStatus, facts: Facts) -> Plan:
    """Only orders of this conversation or its proven customer; any other number is "not found", whoever owns it."""
    order = next((o for o in facts.orders if act.number is None or o.number == act.number), None)
    if order is None:
        key = "order.not_found" if act.number else "order.none"
        return plan(Tell(says=(Say(key=key, facts={"number": act.number or ""}),)))
    says = (Say(key=f"order.status_{order.status.value}", facts={"number": order.number, "placed_at": order.placed_at}),)
    return plan(Tell(says=says, shows=(ShowOrder(number=order.number),)))


def ask_policy(act: acts.AskPolicy, facts: Facts) -> Plan:
    """Hours and delivery from records; everything else is the published clause itself, cited."""
    if act.topic == "hours" and facts.stores:
        return plan(*(_hours(facts)))
    decisions: list[Decision] = []
    if act.topic == "delivery":
        terms = facts.profile.delivery
        key = "policy.delivery_free" if terms.free_from else "policy.delivery"
        said = {"fee": terms.fee, "free_from": terms.free_from, "days_min": terms.days_min, "days_max": terms.days_max}
        decisions.append(Tell(says=(Say(key=key, facts=said),)))
    cited = [clause for clause in facts.clauses if _about(clause.id, clause.document, act.topic)][:2]
    if cited:
        shows = tuple(Cite(title=f"{clause.document} · {clause.title}", text=clause.text, clause_id=clause.id) for clause in cited)
        decisions.append(Tell(says=() if decisions else (Say(key="policy.says"),), shows=shows))
    return plan(*decisions) if decisions else plan(Tell(says=(Say(key="policy.unknown"),)))


def _about(clause_id: str, document: str, topic: str) -> bool:
    wanted = topic.replace("_", "-")
    return wanted in clause_id or wanted in document.casefold() or wanted.rstrip("s") in clause_id


def _hours(facts: Facts) -> tuple[Decision, ...]:
    says: list[Say] = []
    for store in facts.stores:
        today = facts.now.astimezone(ZoneInfo(store.zone)).date()
        hours = store.hours_on(today)
        if hours is None:
            says.append(Say(key="policy.closed_today", facts={"store": store.name}))
        else:
            says.append(Say(key="policy.open_today", facts={"store": store.name, "opens": hours.opens, "closes": hours.closes}))
    return (Tell(says=tuple(says)),)


def ask_person(act: acts.AskPerson, facts: Facts) -> Plan:
    if facts.state.handoff is not HandoffState.ASSISTANT:
        return plan(Tell(says=(Say(key="handoff.waiting"),)))
    hours = Say(key="handoff.hours", facts={"hours": facts.profile.support_hours}) if facts.profile.support_hours else None
    do = Do(command=RequestHandoff(conversation_id=facts.state.id, reason=act.reason), then=Say(key="handoff.queued"))
    return plan(do, *((Tell(says=(hours,)),) if hours else ()))


def small_talk(act: acts.Greet | acts.Thank | acts.Help) -> Plan:
    return plan(Tell(says=(Say(key=f"talk.{act.type}"),)))


def unknown(act: acts.Unknown, facts: Facts) -> Plan:
    """Honest, with a way on; an open question is not lost by it."""
    if facts.state.question is not None:
        return plan(Tell(says=(Say(key="unknown.with_question"),)))
    return plan(Tell(says=(Say(key="unknown.plain"),)))
