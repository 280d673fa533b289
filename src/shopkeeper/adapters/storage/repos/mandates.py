"""Mandates as documents, with the columns they are looked for by."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select

from shopkeeper.adapters.storage.codec import Codec, micros
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.sql import Sql, param, upsert
from shopkeeper.adapters.storage.tables import mandates as m
from shopkeeper.domain.core.ids import ConversationId, CustomerId, MandateId
from shopkeeper.domain.mandates.mandate import Mandate, MandateStatus

MANDATE: Codec[Mandate] = Codec(Mandate, keep=256)
BODY = select(m.c.body)
NEWEST = (m.c.proposed_at.desc(), m.c.id.desc())

GET = Sql(BODY.where(m.c.id == param("id")), lock=True)
OF_CUSTOMER = Sql(BODY.where(m.c.customer_id == param("id")).order_by(*NEWEST))
OF_CONVERSATION = Sql(BODY.where(m.c.conversation_id == param("id")).order_by(*NEWEST))
ACTIVE = Sql(BODY.where(m.c.status == MandateStatus.ACTIVE.value, m.c.id > param("after")).order_by(m.c.id).limit(param("limit")))
SAVE = upsert(m, keys=["id"])
ERASE = Sql(delete(m).where(m.c.customer_id == param("id")))


class Mandates:
    """Implements `MandateStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def get(self, mandate_id: MandateId) -> Mandate | None:
        body = self._db.value(GET, id=mandate_id)
        return None if body is None else MANDATE.decode(body)

    def save(self, mandate: Mandate) -> None:
        self._db.run(
            SAVE,
            id=mandate.id,
            customer_id=mandate.customer_id,
            conversation_id=mandate.conversation_id,
            status=mandate.status.value,
            proposed_at=micros(mandate.proposed_at),
            body=MANDATE.encode(mandate),
        )

    def of_customer(self, customer_id: CustomerId) -> Sequence[Mandate]:
        return [MANDATE.decode(body) for (body,) in self._db.all(OF_CUSTOMER, id=customer_id)]

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Mandate]:
        return [MANDATE.decode(body) for (body,) in self._db.all(OF_CONVERSATION, id=conversation_id)]

    def active(self, *, after: MandateId | None, limit: int) -> Sequence[Mandate]:
        return [MANDATE.decode(body) for (body,) in self._db.all(ACTIVE, after=after or "", limit=limit)]

    def erase(self, customer_id: CustomerId) -> int:
        return self._db.run(ERASE, id=customer_id)
