"""What is said about a command's outcome when the facts it returned say more than the decision could know."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.dialogue.decision import Show, ShowCheckout, ShowOrder
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy.command import (
    ApplyCode,
    Command,
    CompleteCheckout,
    ConfirmReturn,
    DecideReturn,
    ProposeMandate,
    ReceiveReturn,
    RefundOrder,
    RemoveSavedMethod,
    RequestHandoff,
    StartCheckout,
    UpdateCheckout,
)

ASKS_AGAIN = frozenset({"price_changed", "quote_changed", "quote_expired"})


def outcome_says(command: Command, facts: Mapping[str, object]) -> tuple[Say, ...]:
    """A completed (or not completed) checkout tells its own story; a cart change tells what became of the quote."""
    if isinstance(command, CompleteCheckout):
        return _completion(facts)
    if isinstance(command, StartCheckout) and str(facts.get("code", "")).startswith("payment_"):
        return (Say(key=f"complete.{facts['code']}", facts=facts),)
    if isinstance(command, ApplyCode) and facts.get("code") == "credit_applied":
        return (Say(key="credit.applied", facts=facts),)
    if isinstance(command, ConfirmReturn | DecideReturn):
        return (Say(key=f"return.{facts.get('code')}", facts=facts),)
    if isinstance(command, ProposeMandate | RefundOrder | ReceiveReturn):
        told = facts.get("terms" if isinstance(command, ProposeMandate) else "says")
        return tuple(say for say in as_sequence(told) if isinstance(say, Say))
    if isinstance(command, RemoveSavedMethod):
        return (Say(key="payment.method_removed", facts=facts),)
    if isinstance(command, RequestHandoff) and facts.get("position"):
        return (Say(key="handoff.position", facts=facts),) if facts.get("code") == "handoff_requested" else ()
    if isinstance(command, UpdateCheckout) and facts.get("left_out"):
        return (Say(key="ways.left_out", facts={"titles": facts["left_out"]}),)
    problem = as_mapping(facts.get("problem"))
    if problem:
        return (Say(key=f"refusal.{problem.get('code')}", facts=as_mapping(problem.get("params"))),)
    return ()


def route_of(facts: Mapping[str, object], before: tuple[Say, ...]) -> tuple[Say, ...]:
    """What is told about the way the order takes, where this outcome knows it better than the one before."""
    found = facts.get("route")
    return tuple(say for say in as_sequence(found) if isinstance(say, Say)) if found is not None else before


def outcome_shows(command: Command, facts: Mapping[str, object]) -> tuple[Show, ...]:
    if isinstance(command, CompleteCheckout) and facts.get("code") == "order_placed":
        return (ShowOrder(number=OrderNumber(str(facts.get("number")))),)
    if isinstance(command, StartCheckout) and str(facts.get("code", "")).startswith("payment_"):
        return (ShowCheckout(),)
    return ()


def needs_new_consent(command: Command, facts: Mapping[str, object]) -> bool:
    return isinstance(command, CompleteCheckout) and facts.get("code") in ASKS_AGAIN


def _completion(facts: Mapping[str, object]) -> tuple[Say, ...]:
    fell = (Say(key="complete.price_fell", facts=facts),) if facts.get("price_fell") else ()
    code = str(facts.get("code"))
    if code == "order_placed" and facts.get("again"):
        return (Say(key="order.already", facts=facts),)
    if code in ASKS_AGAIN or code == "order_placed":
        return (*fell, Say(key=f"complete.{code}", facts=facts))
    # A payment just begun is told by what the provider answers; one begun before is told as it stands.
    return (*fell, Say(key=f"complete.{code}", facts=facts)) if facts.get("again") else fell
