"""The acts a flow may end in: what a shopper could have asked for in so many words, and nothing that pays or agrees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.dialogue import acts


@dataclass(frozen=True, slots=True)
class ActForm:
    """`fields` is what may be told, `needed` what must be."""

    make: Callable[[Mapping[str, object]], acts.Act]
    fields: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()


def _order(values: Mapping[str, object]) -> acts.Act:
    number = values.get("number")
    return acts.AskOrderStatus(number=OrderNumber(str(number)) if number else None)


FORMS: Mapping[str, ActForm] = {
    "show_cart": ActForm(lambda _: acts.ShowCart()),
    "check_out": ActForm(lambda _: acts.CheckOut()),
    "order_status": ActForm(_order, frozenset({"number"})),
    "ask_person": ActForm(lambda values: acts.AskPerson(reason=str(values.get("reason") or "asked")), frozenset({"reason"})),
    "ask_policy": ActForm(
        lambda values: acts.AskPolicy(topic=str(values.get("topic", ""))), frozenset({"topic"}), needed=frozenset({"topic"})
    ),
    "help": ActForm(lambda _: acts.Help()),
}


def make_act(name: str, values: Mapping[str, object]) -> acts.Act:
    return FORMS[name].make(values)
