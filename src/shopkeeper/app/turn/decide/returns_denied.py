"""A return that the terms do not allow: the dates and the clause relied on, what the law still gives, and the way to a second look."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.quote import QuoteLine
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Cite, Decision, Plan, ShowChoices, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.returns.rma import RmaKind
from shopkeeper.domain.returns.standing import OK, Ground, Standing, standing

CLAUSES = {"window_over": "returns-window", "excluded": "returns-excluded"}
LAW_CLAUSES = {"window_over": "withdrawal-period", "excluded": "withdrawal-exceptions"}


def denied(act: acts.RequestReturn, order: Order, line: QuoteLine, judged: Standing, facts: Facts) -> Plan:
    terms = facts.profile.returns
    assert terms is not None
    prefix = "withdrawal" if act.withdraw and judged.code in LAW_CLAUSES else "return"
    said = {
        "number": order.number,
        "title": line.title,
        "delivered": judged.delivered,
        "last_day": judged.last_day,
        "days": terms.withdrawal_days if act.withdraw else terms.window_days,
    }
    cited = (LAW_CLAUSES if act.withdraw else CLAUSES).get(judged.code)
    clause = next((clause for clause in facts.clauses if clause.id == cited), None)
    shows = (Cite(title=f"{clause.document} · {clause.title}", text=clause.text, clause_id=clause.id),) if clause else ()
    decisions: list[Decision] = [Tell(says=(Say(key=f"{prefix}.denied_{judged.code}", facts=said),), shows=shows)]
    if judged.code in CLAUSES and not act.withdraw:
        decisions.extend(_by_law(order, line, facts))
    return plan(*decisions)


def _by_law(order: Order, line: QuoteLine, facts: Facts) -> list[Decision]:
    """The shop's no is not the law's no: withdrawal while it lasts, else whether the thing is faulty."""
    terms = facts.profile.returns
    assert terms is not None
    listing = facts.after.goods.get(line.sku)
    earlier = [rma for rma in facts.after.returns if rma.order_number == order.number]
    today = facts.now.astimezone(ZoneInfo(facts.profile.zone)).date()
    ground = Ground(kind=RmaKind.WITHDRAWAL, terms=terms, today=today, zone=facts.profile.zone)
    judged = standing(order, line, listing.product if listing else None, earlier, ground)
    if judged.code == OK:
        return [Tell(says=(Say(key="return.law_still", facts={"last_day": judged.last_day, "number": order.number}),))]
    says = (Say(key="return.law_over", facts={"last_day": judged.last_day, "days": terms.withdrawal_days}),) if judged.last_day else ()
    question = Question(
        topic="return_fault",
        choices=(OfferedChoice(value="yes"), OfferedChoice(value="no")),
        context={"number": order.number, "line_id": line.line_id},
    )
    cards = (ChoiceCard(value="yes", label=Say(key="choice.faulty_yes")), ChoiceCard(value="no", label=Say(key="choice.faulty_no")))
    ask = Ask(question=question, say=Say(key="ask.faulty", facts={"title": line.title}, question=True), shows=(ShowChoices(choices=cards),))
    return [Tell(says=says), ask]
