"""Carts by id."""

from __future__ import annotations

from typing import Protocol

from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.ids import CartId


class CartStore(Protocol):
    def get(self, cart_id: CartId) -> Cart | None: ...
    def save(self, cart: Cart) -> None: ...
