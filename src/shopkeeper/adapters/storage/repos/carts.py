"""Carts, whole, by id."""

from __future__ import annotations

from sqlalchemy import select

from shopkeeper.adapters.storage.codec import Codec
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.sql import Sql, param, upsert
from shopkeeper.adapters.storage.tables import carts as c
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.ids import CartId

CART: Codec[Cart] = Codec(Cart, keep=512)

GET = Sql(select(c.c.body).where(c.c.id == param("id")), lock=True)
SAVE = upsert(c, keys=["id"])


class Carts:
    """Implements `CartStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def get(self, cart_id: CartId) -> Cart | None:
        memory: dict[CartId, Cart | None] = self._db.memory(c.name)
        if cart_id not in memory:
            body = self._db.value(GET, id=cart_id)
            memory[cart_id] = None if body is None else CART.decode(body)
        return memory[cart_id]

    def save(self, cart: Cart) -> None:
        self._db.run(SAVE, id=cart.id, customer_id=cart.customer_id, body=CART.encode(cart))
        self._db.memory(c.name)[cart.id] = cart
