"""Making a line, or some of it, another way: less ice, half sugar."""

from __future__ import annotations

from shopkeeper.app.commands.change_cart import change_cart
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import ChangeModifiers
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def change_modifiers(permit: Permit[ChangeModifiers], tx: Transaction, moment: Moment) -> Ran | Refusal:
    command = permit.command

    def change(cart: Cart) -> Cart | Refusal:
        if cart.line(command.line_id) is None:
            return Refusal(code="line_unknown")
        return cart.remade(command.line_id, command.modifiers, quantity=command.quantity)

    facts = {"code": "modifiers_changed", "line_id": command.line_id}
    return change_cart(permit, command.cart_id, change, tx, moment, facts=facts)
