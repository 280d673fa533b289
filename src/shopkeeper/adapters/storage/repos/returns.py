"""Returns, whole, with the columns they are looked up by."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from shopkeeper.adapters.storage.codec import Codec, micros
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.sql import Sql, param, upsert
from shopkeeper.adapters.storage.tables import returns as r
from shopkeeper.domain.core.ids import ConversationId, CustomerId, OrderNumber, RmaNumber
from shopkeeper.domain.returns.rma import Rma

RMA: Codec[Rma] = Codec(Rma, keep=128)
BODY = select(r.c.body)
NEWEST = (r.c.requested_at.desc(), r.c.number.desc())

GET = Sql(BODY.where(r.c.number == param("number")), lock=True)
OF_ORDER = Sql(BODY.where(r.c.order_number == param("number")).order_by(*NEWEST), lock=True)
OF_CUSTOMER = Sql(BODY.where(r.c.customer_id == param("id")).order_by(*NEWEST))
OF_CONVERSATION = Sql(BODY.where(r.c.conversation_id == param("id")).order_by(*NEWEST))
RECENT = Sql(BODY.order_by(*NEWEST).limit(param("limit")))
SAVE = upsert(r, keys=["number"])


class Returns:
    """Implements `ReturnStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def get(self, number: RmaNumber) -> Rma | None:
        body = self._db.value(GET, number=number)
        return None if body is None else RMA.decode(body)

    def of_order(self, number: OrderNumber) -> Sequence[Rma]:
        return [RMA.decode(body) for (body,) in self._db.all(OF_ORDER, number=number)]

    def of_customer(self, customer_id: CustomerId) -> Sequence[Rma]:
        return [RMA.decode(body) for (body,) in self._db.all(OF_CUSTOMER, id=customer_id)]

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Rma]:
        return [RMA.decode(body) for (body,) in self._db.all(OF_CONVERSATION, id=conversation_id)]

    def recent(self, *, limit: int) -> Sequence[Rma]:
        return [RMA.decode(body) for (body,) in self._db.all(RECENT, limit=limit)]

    def save(self, rma: Rma) -> None:
        self._db.run(
            SAVE,
            number=rma.number,
            order_number=rma.order_number,
            customer_id=rma.customer_id,
            conversation_id=rma.conversation_id,
            status=rma.status.value,
            requested_at=micros(rma.requested_at),
            body=RMA.encode(rma),
        )
