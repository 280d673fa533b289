"""A return that the terms do not allow: the dates and the clause relied on, what the law still gives, and the way to a second look."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from shopkeeper.app.turn.decide.service import ask_person
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.quote import QuoteLine
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Cite, Decision, Do, Plan, ShowChoices, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.policy.command import RecordDenial
from shopkeeper.domain.returns.rma import ReturnReason, Rma, RmaKind, RmaStatus
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
    if judged.code not in CLAUSES:
        return plan(*decisions)
    law = [] if act.withdraw else _by_law(order, line, facts)
    told = [one for one in law if not isinstance(one, Ask)]
    asked = [one for one in law if isinstance(one, Ask)]
    return plan(*decisions, *told, _case(act, order, line, judged, facts), *asked)


def _case(act: acts.RequestReturn, order: Order, line: QuoteLine, judged: Standing, facts: Facts) -> Do:
    """The number under which a person may look at it again, told with the refusal."""
    record = RecordDenial(
        conversation_id=facts.state.id,
        order_number=order.number,
        lines=((line.line_id, min(act.quantity or judged.left, judged.left)),),
        kind=RmaKind.WITHDRAWAL if act.withdraw else RmaKind.RETURN,
        code=judged.code,
        reason=act.reason or ReturnReason.NOT_STATED,
        comment=act.text,
    )
    return Do(command=record, then=Say(key="return.case"))


def fault_answered(question: Question, value: str, facts: Facts) -> Plan:
    """What came broken is no matter of a return window: a person looks at it. A plain no may be appealed."""
    if value == "yes":
        return ask_person(acts.AskPerson(reason="warranty"), facts)
    if value == "appeal":
        return appeal(facts)
    case = denied_case(facts)
    if case is None:
        return plan(Tell(says=(Say(key="decline.fine"),)))
    choices = (OfferedChoice(value="yes"), OfferedChoice(value="no"))
    ask = Question(topic="appeal", choices=choices, context={"rma": case.number})
    return plan(Ask(question=ask, say=Say(key="ask.appeal", facts={"rma": case.number}, question=True)))


def appeal_answered(value: str, facts: Facts) -> Plan:
    return appeal(facts) if value == "yes" else plan(Tell(says=(Say(key="decline.fine"),)))


def appeal(facts: Facts) -> Plan:
    """A person who did not decide it; which case it is about goes with the ticket."""
    case = denied_case(facts)
    told = (Tell(says=(Say(key="return.appealed", facts={"rma": case.number}),)),) if case else ()
    asked = ask_person(acts.AskPerson(reason="appeal"), facts)
    return plan(*told, *asked.decisions)


def denied_case(facts: Facts) -> Rma | None:
    """The newest case of this conversation that stands denied."""
    return next((rma for rma in facts.after.returns if rma.status is RmaStatus.REJECTED and rma.conversation_id == facts.state.id), None)


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
        choices=(OfferedChoice(value="yes"), OfferedChoice(value="no"), OfferedChoice(value="appeal")),
        context={"number": order.number, "line_id": line.line_id},
    )
    offered = (("yes", "choice.faulty_yes"), ("no", "choice.faulty_no"), ("appeal", "choice.appeal"))
    cards = tuple(ChoiceCard(value=value, label=Say(key=key)) for value, key in offered)
    ask = Ask(question=question, say=Say(key="ask.faulty", facts={"title": line.title}, question=True), shows=(ShowChoices(choices=cards),))
    return [Tell(says=says), ask]
