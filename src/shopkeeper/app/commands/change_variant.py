"""Swapping a line for another variant; an open checkout moves its stock hold along."""

from __future__ import annotations

from shopkeeper.app.commands.change_cart import change_cart
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import ChangeVariant
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def change_variant(permit: Permit[ChangeVariant], tx: Transaction, moment: Moment) -> Ran | Refusal:
    command = permit.command

    def swap(cart: Cart) -> Cart | Refusal:
        if cart.line(command.line_id) is None:
            return Refusal(code="line_unknown")
        return cart.swap(command.line_id, sku=command.sku, product_id=command.product_id, quantity=command.quantity)

    facts = {"code": "variant_changed", "line_id": command.line_id, "sku": command.sku}
    return change_cart(permit, command.cart_id, swap, tx, moment, facts=facts)
