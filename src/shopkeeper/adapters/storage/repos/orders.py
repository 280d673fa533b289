"""Orders by number; one order per checkout is a constraint of the table, not a habit of the caller."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select

from shopkeeper.adapters.storage.codec import Codec, micros
from shopkeeper.adapters.storage.db import Db, as_list
from shopkeeper.adapters.storage.repos import counters
from shopkeeper.adapters.storage.sql import Sql, among, param, upsert
from shopkeeper.adapters.storage.tables import fulfillments as f
from shopkeeper.adapters.storage.tables import orders as o
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, CustomerId, OrderNumber, StoreId
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.orders.work import OPEN, Work, works_of

ORDER: Codec[Order] = Codec(Order, keep=256)
BODY = select(o.c.body)
NEWEST = (o.c.placed_at.desc(), o.c.number.desc())

GET = Sql(BODY.where(o.c.number == param("number")), lock=True)
FOR_CHECKOUT = Sql(BODY.where(o.c.checkout_id == param("id")), lock=True)
OF_CUSTOMER = Sql(BODY.where(o.c.customer_id == param("id")).order_by(*NEWEST).limit(param("limit")))
OF_CONVERSATION = Sql(BODY.where(o.c.conversation_id == param("id")).order_by(*NEWEST))
RECENT = Sql(BODY.order_by(*NEWEST).limit(param("limit")))
SAVE = upsert(o, keys=["number"])

SAVE_WORK = upsert(f, keys=["order_number", "shipment"])
WAITS = among(f.c.stage, "stages")
OPEN_WORK = Sql(
    select(f.c.order_number, func.min(f.c.due_at))
    .where(WAITS)
    .group_by(f.c.order_number)
    .order_by(func.min(f.c.due_at), f.c.order_number)
    .limit(param("limit"))
)
OPEN_WORK_AT = Sql(
    select(f.c.order_number, func.min(f.c.due_at))
    .where(f.c.store_id == param("store_id"), WAITS)
    .group_by(f.c.order_number)
    .order_by(func.min(f.c.due_at), f.c.order_number)
    .limit(param("limit"))
)
BY_CODE = Sql(select(f.c.order_number).where(f.c.pickup_code == param("code")).order_by(f.c.order_number))


def _work(work: Work) -> dict[str, object]:
    return {
        "order_number": work.number,
        "shipment": work.shipment,
        "store_id": work.store_id,
        "stage": work.stage.value,
        "due_at": micros(work.due_at),
        "pickup_code": work.pickup_code,
    }


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
        self._db.many(SAVE_WORK, [_work(work) for work in works_of(order)])
        if order.number.isdecimal():
            counters.raise_to(self._db, counters.ORDER_NUMBER, int(order.number))

    def open_work(self, store_id: StoreId | None, *, limit: int) -> Sequence[OrderNumber]:
        stages = as_list(stage.value for stage in OPEN)
        if store_id is None:
            return [OrderNumber(row[0]) for row in self._db.all(OPEN_WORK, stages=stages, limit=limit)]
        return [OrderNumber(row[0]) for row in self._db.all(OPEN_WORK_AT, store_id=store_id, stages=stages, limit=limit)]

    def by_pickup_code(self, code: str) -> Sequence[Order]:
        numbers = dict.fromkeys(OrderNumber(row[0]) for row in self._db.all(BY_CODE, code=code))
        return [order for number in numbers if (order := self.get(number)) is not None]
