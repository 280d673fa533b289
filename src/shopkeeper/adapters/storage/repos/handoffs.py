"""Tickets for people, whole, with the columns they are looked up by."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select

from shopkeeper.adapters.storage.codec import Codec, micros
from shopkeeper.adapters.storage.db import Db, as_list
from shopkeeper.adapters.storage.sql import Sql, among, param, upsert
from shopkeeper.adapters.storage.tables import handoffs as h
from shopkeeper.domain.conversation.handoff import Handoff, HandoffStatus
from shopkeeper.domain.core.ids import ConversationId, HandoffId

HANDOFF: Codec[Handoff] = Codec(Handoff, keep=128)
BODY = select(h.c.body)
NEWEST = (h.c.requested_at.desc(), h.c.id.desc())

GET = Sql(BODY.where(h.c.id == param("id")), lock=True)
OF_CONVERSATION = Sql(BODY.where(h.c.conversation_id == param("id")).order_by(*NEWEST), lock=True)
IN_STATUS = Sql(BODY.where(among(h.c.status, "statuses")).order_by(h.c.requested_at, h.c.id).limit(param("limit")))
RECENT = Sql(BODY.order_by(*NEWEST).limit(param("limit")))
SAVE = upsert(h, keys=["id"])
ERASE = Sql(delete(h).where(h.c.conversation_id == param("id")))


class Handoffs:
    """Implements `HandoffStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def get(self, handoff_id: HandoffId) -> Handoff | None:
        body = self._db.value(GET, id=handoff_id)
        return None if body is None else HANDOFF.decode(body)

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Handoff]:
        return [HANDOFF.decode(body) for (body,) in self._db.all(OF_CONVERSATION, id=conversation_id)]

    def in_status(self, *statuses: HandoffStatus, limit: int) -> Sequence[Handoff]:
        rows = self._db.all(IN_STATUS, statuses=as_list(status.value for status in statuses), limit=limit)
        return [HANDOFF.decode(body) for (body,) in rows]

    def recent(self, *, limit: int) -> Sequence[Handoff]:
        return [HANDOFF.decode(body) for (body,) in self._db.all(RECENT, limit=limit)]

    def save(self, handoff: Handoff) -> None:
        self._db.run(
            SAVE,
            id=handoff.id,
            conversation_id=handoff.conversation_id,
            status=handoff.status.value,
            requested_at=micros(handoff.requested_at),
            body=HANDOFF.encode(handoff),
        )

    def erase(self, conversation_id: ConversationId) -> None:
        self._db.run(ERASE, id=conversation_id)
