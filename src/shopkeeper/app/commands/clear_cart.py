"""Emptying the cart: an open checkout over it has nothing left to sell and is closed."""

from __future__ import annotations

from shopkeeper.app.commands.cancel_checkout import close_checkout
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import ClearCart
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def clear_cart(permit: Permit[ClearCart], tx: Transaction, moment: Moment) -> Ran | Refusal:
    cart = tx.carts.get(permit.command.cart_id) or Cart(id=permit.command.cart_id, customer_id=moment.customer_id)
    checkout = tx.checkouts.open_for(cart.id)
    closed = close_checkout(checkout, "cart_cleared", tx, moment) if checkout is not None else Ran()
    if isinstance(closed, Refusal):
        return closed
    tx.carts.save(cart.clear())
    return Ran(facts={**closed.facts, "code": "cart_cleared", "removed": cart.count, "cart_count": 0}, events=closed.events)
