"""What is known about somebody, and forgetting it: what goes, what the law keeps and until when, and a certificate."""

from __future__ import annotations

from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Cite, Close, Decision, Do, Plan, Show, ShowChoices, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy.command import EraseMyData

KEEP_YEARS = 8


def ask_my_data(facts: Facts) -> Plan:
    """Told to the signed-in customer alone; of a guest there is nothing but this conversation."""
    customer = facts.customer
    if customer is None:
        return plan(Tell(says=(Say(key="data.nothing"),)))
    said = {
        "name": customer.name,
        "addresses": len(customer.addresses),
        "orders": len([order for order in facts.orders if order.customer_id == customer.id]),
        "cards": len(customer.saved_methods),
        "conversations": 1,
    }
    return plan(Tell(says=(Say(key="data.known", facts=said), Say(key="data.rights")), shows=_clause("privacy-what", facts)))


def erase_my_data(facts: Facts) -> Plan:
    """Asked once, with what goes and what stays; a known number or name proves nothing, the sign-in does."""
    customer = facts.customer
    if customer is not None and not customer.verified:
        return plan(Tell(says=(Say(key="refusal.erasure_unproven"),)))
    says: list[Say] = []
    if customer is None:
        says.append(Say(key="data.guest_only"))
    else:
        says.append(Say(key="data.goes", facts={"addresses": len(customer.addresses), "cards": len(customer.saved_methods)}))
        kept = [order.placed_at.year for order in facts.orders if order.customer_id == customer.id]
        if kept:
            says.append(Say(key="data.stays", facts={"orders": len(kept), "until": f"{max(kept) + KEEP_YEARS}"}))
    cards = (ChoiceCard(value="yes", label=Say(key="choice.erase_yes")), ChoiceCard(value="no", label=Say(key="choice.erase_no")))
    question = Question(topic="erase", choices=(OfferedChoice(value="yes"), OfferedChoice(value="no")))
    ask = Ask(
        question=question, say=Say(key="ask.erase", question=True), shows=(*_clause("privacy-erasure", facts), ShowChoices(choices=cards))
    )
    return plan(Tell(says=tuple(says)), ask)


def erase_answered(value: str, facts: Facts) -> Plan:
    if value != "yes":
        return plan(Tell(says=(Say(key="data.kept"),)))
    decisions: tuple[Decision, ...] = (
        Close(reason="answered"),
        Do(command=EraseMyData(conversation_id=facts.state.id), then=Say(key="data.erased")),
    )
    return Plan(decisions=decisions)


def _clause(clause_id: str, facts: Facts) -> tuple[Show, ...]:
    clause = next((clause for clause in facts.clauses if clause.id == clause_id), None)
    return (Cite(title=f"{clause.document} · {clause.title}", text=clause.text, clause_id=clause.id),) if clause else ()
