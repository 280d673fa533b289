"""Putting a variant into the cart."""

from __future__ import annotations

from shopkeeper.app.commands.change_cart import change_cart
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import AddLineItem
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def add_line_item(permit: Permit[AddLineItem], tx: Transaction, moment: Moment) -> Ran | Refusal:
    command = permit.command

    def add(cart: Cart) -> Cart:
        return cart.add(sku=command.sku, product_id=command.product_id, quantity=command.quantity, modifiers=command.modifiers)

    facts = {"code": "line_added", "sku": command.sku, "quantity": command.quantity}
    return change_cart(permit, command.cart_id, add, tx, moment, facts=facts)
