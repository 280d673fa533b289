"""Checkouts, with the columns the sweep and the cart look them up by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select

from shopkeeper.adapters.storage.codec import Codec, micros
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.sql import Sql, param, upsert
from shopkeeper.adapters.storage.tables import checkouts as c
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.core.ids import CartId, CheckoutId, ConversationId

CHECKOUT: Codec[Checkout] = Codec(Checkout, keep=512)
CLOSED = [CheckoutStatus.COMPLETED.value, CheckoutStatus.CANCELED.value]

GET = Sql(select(c.c.body).where(c.c.id == param("id")), lock=True)
OPEN_FOR = Sql(
    select(c.c.body)
    .where(c.c.cart_id == param("cart_id"), c.c.status != CLOSED[0], c.c.status != CLOSED[1])
    .order_by(func.coalesce(c.c.quote_expires_at, 0).desc(), c.c.id)
    .limit(1),
    lock=True,
)
EXPIRED = Sql(
    select(c.c.body).where(c.c.quote_expires_at < param("now")).order_by(c.c.quote_expires_at, c.c.id).limit(param("limit")), lock=True
)
OF_CONVERSATION = Sql(select(c.c.body).where(c.c.conversation_id == param("conversation_id")).order_by(c.c.id))
REMOVE = Sql(delete(c).where(c.c.id == param("id")))
SAVE = upsert(c, keys=["id"])


class Checkouts:
    """Implements `CheckoutStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def get(self, checkout_id: CheckoutId) -> Checkout | None:
        memory: dict[CheckoutId, Checkout | None] = self._db.memory(c.name)
        if checkout_id not in memory:
            body = self._db.value(GET, id=checkout_id)
            memory[checkout_id] = None if body is None else CHECKOUT.decode(body)
        return memory[checkout_id]

    def save(self, checkout: Checkout) -> None:
        quote = checkout.quote if checkout.is_open else None
        self._db.run(
            SAVE,
            id=checkout.id,
            cart_id=checkout.cart_id,
            conversation_id=checkout.conversation_id,
            status=checkout.status,
            quote_expires_at=micros(quote.expires_at) if quote else None,
            body=CHECKOUT.encode(checkout),
        )
        self._db.memory(c.name)[checkout.id] = checkout

    def open_for(self, cart_id: CartId) -> Checkout | None:
        body = self._db.value(OPEN_FOR, cart_id=cart_id)
        return None if body is None else CHECKOUT.decode(body)

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Checkout]:
        return [CHECKOUT.decode(body) for (body,) in self._db.all(OF_CONVERSATION, conversation_id=conversation_id)]

    def remove(self, checkout_id: CheckoutId) -> None:
        self._db.run(REMOVE, id=checkout_id)

    def expired(self, now: datetime, *, limit: int) -> Sequence[Checkout]:
        return [CHECKOUT.decode(body) for (body,) in self._db.all(EXPIRED, now=micros(now), limit=limit)]
