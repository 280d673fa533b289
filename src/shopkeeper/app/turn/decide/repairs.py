"""Talk about the talk: say it again, why do you ask, leave it out, forget it, from the beginning, I did not get that."""

from __future__ import annotations

from shopkeeper.app.turn.decide import bookings, checkout, flows
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Close, Plan, Tell, plan
from shopkeeper.domain.dialogue.say import Say

NEEDED = frozenset({"delivery", "store", "address", "consent", "conflict", "top_up"})
"""Questions without whose answer a checkout does not go on."""

EXPLAINED = {"address": "clarify.address", "consent": "clarify.consent", "clear_cart": "clarify.yes_no", "permission": "clarify.yes_no"}


def repeat(facts: Facts) -> Plan:
    """An open question is asked again from the records of now; else the last words are said once more, as what they are."""
    if facts.state.question is not None:
        return plan()
    if not facts.last_reply:
        return plan(Tell(says=(Say(key="talk.help"),)))
    return plan(Tell(says=(Say(key="talk.repeat", facts={"text": facts.last_reply}),)))


def clarify(facts: Facts) -> Plan:
    question = facts.state.question
    if question is None:
        return plan(Tell(says=(Say(key="talk.help"),)))
    if flows.is_asked(facts):
        return flows.clarify(facts)
    key = EXPLAINED.get(question.topic) or ("clarify.choice" if question.choices else "clarify.yes_no")
    return plan(Tell(says=(Say(key=key),)))


def skip(facts: Facts) -> Plan:
    question = facts.state.question
    if flows.is_asked(facts):
        return flows.skip(facts)
    if question is None:
        return plan(Tell(says=(Say(key="decline.fine"),)))
    if question.topic in NEEDED:
        return plan(Tell(says=(Say(key="skip.needed"),)))
    return plan(Close(reason="skipped"), Tell(says=(Say(key="decline.fine"),)))


def cancel(act: acts.Cancel, facts: Facts) -> Plan:
    """The flow on top is what is under way, else the checkout."""
    given_up = flows.cancel(facts) if facts.state.question is None or flows.is_asked(facts) else ()
    if given_up and not act.clear_cart:
        return Plan(decisions=given_up)
    appointment = None if given_up or act.order or act.clear_cart else bookings.ask_to_cancel(facts)
    return appointment or Plan(decisions=(*given_up, *checkout.cancel(act, facts).decisions))


def start_over(facts: Facts) -> Plan:
    return flows.restart(facts) or Plan(decisions=(*flows.end_all(facts), *checkout.start_over(facts).decisions))


def unknown(facts: Facts) -> Plan:
    """Honest, with a way on; an open question is not lost by it."""
    if flows.is_asked(facts):
        return flows.not_understood(facts)
    return plan(Tell(says=(Say(key="unknown.with_question" if facts.state.question else "unknown.plain"),)))
