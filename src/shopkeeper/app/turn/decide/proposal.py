"""What a model thinks the shopper wants but only the shopper can say: asked first, done at their own yes."""

from __future__ import annotations

from typing import TypeAlias

from shopkeeper.app.turn.decide import cart, checkout, service
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.conversation.state import Question
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, Close, Plan, Tell, plan
from shopkeeper.domain.dialogue.say import Say

Far: TypeAlias = acts.ClearCart | acts.Cancel | acts.StartOver | acts.AskPerson
"""Acts that undo what the shopper did, or bring in somebody."""

TOPIC = "proposal"


def ask_first(act: Far) -> Plan:
    say = Say(key=f"propose.{act.type}", question=True)
    return plan(Ask(question=Question(topic=TOPIC, context={"act": act.type}), say=say))


def is_asked(facts: Facts) -> bool:
    return facts.state.question is not None and facts.state.question.topic == TOPIC


def agreed(facts: Facts) -> Plan:
    """The shopper said yes to what was asked first."""
    done = _done(str(facts.state.question.context.get("act")) if facts.state.question else "", facts)
    return Plan(decisions=(Close(reason="answered"), *(step for step in done.decisions if not isinstance(step, Close))))


def _done(wanted: str, facts: Facts) -> Plan:
    match wanted:
        case "clear_cart":
            return cart.clear(acts.ClearCart(), facts)
        case "cancel":
            return checkout.cancel(acts.Cancel(), facts)
        case "start_over":
            return checkout.start_over(facts)
        case "ask_person":
            return service.ask_person(acts.AskPerson(), facts)
        case _:
            return plan(Tell(says=(Say(key="confirm.nothing"),)))
