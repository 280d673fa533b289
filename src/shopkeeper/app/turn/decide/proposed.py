"""Deciding about acts that a model proposed: as about any other, except where only the shopper's own words count."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.app.turn.decide.dispatch import decide
from shopkeeper.app.turn.decide.next_step import next_step
from shopkeeper.app.turn.decide.proposal import ask_first
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.conversation.state import Question
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Do, Plan, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy.command import (
    CancelBooking,
    CancelReturn,
    CompleteCheckout,
    ConfirmBooking,
    ConfirmReturn,
    EraseMyData,
    GrantMandate,
    KeepMethod,
    MoveBooking,
    UseMandate,
)

CONSENTED = (
    CompleteCheckout
    | KeepMethod
    | GrantMandate
    | UseMandate
    | ConfirmReturn
    | CancelReturn
    | ConfirmBooking
    | MoveBooking
    | CancelBooking
    | EraseMyData
)
"""What runs on a shopper's yes, and on nothing else."""

IN_BETWEEN = plan(Tell(says=(Say(key="unknown.plain"),)))
"""A guess does not take the place of the question that is open, or the next yes would be to something else."""

CHOICES = frozenset({"product", "line", "variant", "quantity", "range", "delivery", "store", "window", "conflict", "service"})
"""Questions a model may read the answer to: which thing, how many, where to. All others only the shopper's own words answer."""


def in_order(proposed: Sequence[acts.Act], question: Question | None) -> Sequence[acts.Act]:
    """A yes comes last: what is asked for consent is the order as everything else has left it."""
    return sorted(proposed, key=lambda act: _is_for_the_shopper(act, question))


def _is_for_the_shopper(act: acts.Act, question: Question | None) -> bool:
    """Whether `act` is a yes, or a yes or no to a question that more hangs on than a choice."""
    if isinstance(act, acts.Choose | acts.Decline):
        return question is not None and question.topic not in CHOICES
    return isinstance(act, acts.Confirm | acts.Pay)


def decide_proposed(act: acts.Act, facts: Facts) -> Plan:
    if _is_for_the_shopper(act, facts.state.question):
        return _own_words(facts)
    match act:
        case acts.GrantMandate() | acts.KeepMethod() | acts.ForgetMethod():
            return _own_words(facts)
        case acts.ClearCart() | acts.Cancel() | acts.StartOver() | acts.AskPerson():
            return IN_BETWEEN if facts.state.question is not None else ask_first(act)
        case acts.GiveAddress() | acts.GiveEmail():
            # Where goods and receipts go is read from what the shopper typed, by its shape.
            return plan(Tell(says=(Say(key="unknown.plain"),)))
        case _:
            return decide(act, facts)


def needs_own_words(do: Do) -> bool:
    """Whether running `do` would take a model's word for the shopper's consent. The last guard, whatever was decided."""
    return isinstance(do.command, CONSENTED) or do.confirmed is not None or bool(do.step)


def _own_words(facts: Facts) -> Plan:
    """What the answer would be to is asked again, so that the shopper can give it."""
    following = next_step(facts)
    if following is not None:
        return plan(following)
    return plan(Tell(says=(Say(key="unknown.with_question" if facts.state.question else "confirm.nothing"),)))
