"""Deciding about acts that a model proposed: as about any other, except where only the shopper's own words count."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.app.turn.decide.dispatch import decide
from shopkeeper.app.turn.decide.next_step import next_step
from shopkeeper.app.turn.decide.proposal import TOPIC, ask_first
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.conversation.state import Question
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Do, Plan, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy.command import CompleteCheckout, GrantMandate

YES_TOPICS = frozenset({"consent", "permission", "clear_cart", "flow", "flow_confirm", "flow_change", "mandate", "mandate_ask", TOPIC})
"""Questions that only a yes of the shopper's own answers."""


def in_order(proposed: Sequence[acts.Act], question: Question | None) -> Sequence[acts.Act]:
    """A yes comes last: what is asked for consent is the order as everything else has left it."""
    return sorted(proposed, key=lambda act: _is_yes(act, question))


def _is_yes(act: acts.Act, question: Question | None) -> bool:
    if isinstance(act, acts.Choose):
        return question is not None and question.topic in YES_TOPICS
    return isinstance(act, acts.Confirm | acts.Pay)


def decide_proposed(act: acts.Act, facts: Facts) -> Plan:
    if _is_yes(act, facts.state.question):
        return _own_yes(facts)
    match act:
        case acts.GrantMandate():
            return _own_yes(facts)
        case acts.ClearCart() | acts.Cancel() | acts.StartOver() | acts.AskPerson():
            return ask_first(act)
        case acts.GiveAddress() | acts.GiveEmail():
            # Where goods and receipts go is read from what the shopper typed, by its shape.
            return plan(Tell(says=(Say(key="unknown.plain"),)))
        case _:
            return decide(act, facts)


def needs_own_words(do: Do) -> bool:
    """Whether running `do` would take a model's word for the shopper's consent. The last guard, whatever was decided."""
    return isinstance(do.command, CompleteCheckout | GrantMandate) or do.confirmed is not None or bool(do.step)


def _own_yes(facts: Facts) -> Plan:
    """What a yes would be to is asked again, so that the shopper can say it."""
    following = next_step(facts)
    if following is not None:
        return plan(following)
    return plan(Tell(says=(Say(key="unknown.with_question" if facts.state.question else "confirm.nothing"),)))
