"""Orders by number; one order per checkout is a constraint of the table, not a habit of the caller."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from shopkeeper.adapters.storage.codec import Codec, micros
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.repos import counters
from shopkeeper.adapters.storage.sql import Sql, param, upsert
from shopkeeper.adapters.storage.tables import orders as o
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, CustomerId, OrderNumber
from shopkeeper.domain.orders.order import Order

ORDER: Codec[Order] = Codec(Order, keep=256)
BODY = select(o.c.body)
NEWEST = (o.c.placed_at.desc(), o.c.number.desc())

GET = Sql(BODY.where(o.c.number == param("number")), lock=True)
FOR_CHECKOUT = Sql(BODY.where(o.c.checkout_id == param("id")), lock=True)
OF_CUSTOMER = Sql(BODY.where(o.c.customer_id == param("id")).order_by(*NEWEST).limit(param("limit")))
OF_CONVERSATION = Sql(BODY.where(o.c.conversation_id == param("id")).order_by(*NEWEST))
RECENT = Sql(BODY.order_by(*NEWEST).limit(param("limit")))
SAVE = upsert(o, keys=["number"])


class Orders:
    """Implements `OrderStore`. Lists come newest first."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def get(self, number: OrderNumber) -> Order | None:
        body = self._db.value(GET, number=number)
        return None if body is None else ORDER.decode(body)

    def for_checkout(self, checkout_id: CheckoutId) -> Order | None:
        body = self._db.value(FOR_CHECKOUT, id=checkout_id)
        return None if body is None else ORDER.decode(body)

    def of_customer(self, customer_id: CustomerId, *, limit: int = 20) -> Sequence[Order]:
        return [ORDER.decode(body) for (body,) in self._db.all(OF_CUSTOMER, id=customer_id, limit=limit)]

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Order]:
        return [ORDER.decode(body) for (body,) in self._db.all(OF_CONVERSATION, id=conversation_id)]

    def recent(self, *, limit: int) -> Sequence[Order]:
        return [ORDER.decode(body) for (body,) in self._db.all(RECENT, limit=limit)]

    def next_number(self) -> OrderNumber:
        return OrderNumber(str(counters.advance(self._db, counters.ORDER_NUMBER)))

    def save(self, order: Order) -> None:
        self._db.run(
            SAVE,
            number=order.number,
            id=order.id,
            checkout_id=order.checkout_id,
            customer_id=order.customer_id,
            conversation_id=order.conversation_id,
            placed_at=micros(order.placed_at),
            body=ORDER.encode(order),
        )
        if order.number.isdecimal():
            counters.raise_to(self._db, counters.ORDER_NUMBER, int(order.number))
