"""What a flow knows, in the forms its conditions and its sentences need."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.product import text_in
from shopkeeper.domain.conversation.frame import Frame
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.narrow import as_int, as_mapping
from shopkeeper.domain.dialogue.flow.flow import Condition, Expression, Flow, FlowFacts, FlowSlot, SlotType
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy.rule import UnclearCondition


def title(flow: Flow, facts: Facts) -> str:
    return text_in(flow.title, facts.language)


def flow_facts(flow: Flow, frame: Frame, facts: Facts, **more: object) -> FlowFacts:
    """For conditions and expressions: every slot, null where nothing is known yet."""
    return {
        "slots": {name: frame.slots.get(name) for name in flow.slots},
        "calls": dict(frame.results),
        "customer": {"known": facts.customer is not None},
        "cart": {"lines": len(facts.cart.lines), "count": facts.cart.count},
        "shop": {"currency": facts.profile.currency, "country": facts.profile.country},
        **more,
    }


def holds(condition: Condition, given: FlowFacts) -> bool:
    """A condition that the facts do not answer does not hold."""
    try:
        return condition(given)
    except UnclearCondition:
        return False


def worth(expression: Expression, given: FlowFacts) -> object:
    try:
        return expression(given)
    except UnclearCondition:
        return None


def told(flow: Flow, frame: Frame, facts: Facts) -> Mapping[str, object]:
    """For sentences: the flow's title and every known slot, as a shopper reads it."""
    known = {name: readable(flow.slots[name], value) for name, value in frame.slots.items() if name in flow.slots}
    results = {name: value for result in frame.results.values() for name, value in result.items() if isinstance(value, str | int)}
    unknown = dict.fromkeys(flow.slots, "")
    return {**unknown, **results, **known, "flow": title(flow, facts)}


def readable(slot: FlowSlot, value: object) -> object:
    match slot.type:
        case SlotType.CHOICE:
            return next((Say(key=option.label) for option in slot.options if option.value == value), str(value))
        case SlotType.MONEY:
            amount, currency = as_int(as_mapping(value).get("amount")), as_mapping(value).get("currency")
            return Money(minor=amount, currency=str(currency)) if amount is not None else ""
        case SlotType.PRODUCT:
            return str(as_mapping(value).get("title", ""))
        case SlotType.DATE_TIME:
            return datetime.fromisoformat(str(value))
        case _:
            return value
