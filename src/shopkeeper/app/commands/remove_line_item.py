"""Taking a line out of the cart."""

from __future__ import annotations

from shopkeeper.app.commands.change_cart import change_cart
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import RemoveLineItem
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def remove_line_item(permit: Permit[RemoveLineItem], tx: Transaction, moment: Moment) -> Ran | Refusal:
    command = permit.command

    def remove(cart: Cart) -> Cart | Refusal:
        return cart.without(command.line_id) if cart.line(command.line_id) else Refusal(code="line_unknown")

    facts = {"code": "line_removed", "line_id": command.line_id}
    return change_cart(permit, command.cart_id, remove, tx, moment, facts=facts)
