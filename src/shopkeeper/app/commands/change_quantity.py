"""Setting how many of a line are wanted; zero takes it out."""

from __future__ import annotations

from shopkeeper.app.commands.change_cart import change_cart
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import ChangeQuantity
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def change_quantity(permit: Permit[ChangeQuantity], tx: Transaction, moment: Moment) -> Ran | Refusal:
    command = permit.command

    def change(cart: Cart) -> Cart | Refusal:
        if cart.line(command.line_id) is None:
            return Refusal(code="line_unknown")
        return cart.with_quantity(command.line_id, command.quantity)

    facts = {"code": "quantity_changed", "line_id": command.line_id, "quantity": command.quantity}
    return change_cart(permit, command.cart_id, change, tx, moment, facts=facts)
