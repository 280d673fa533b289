"""Flags, whole, with the columns they are looked up by."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select

from shopkeeper.adapters.storage.codec import Codec, micros
from shopkeeper.adapters.storage.db import Db, as_list
from shopkeeper.adapters.storage.sql import Sql, among, param, upsert
from shopkeeper.adapters.storage.tables import flags as f
from shopkeeper.domain.conversation.flag import Flag, FlagStatus
from shopkeeper.domain.core.ids import ConversationId, FlagId

FLAG: Codec[Flag] = Codec(Flag, keep=128)
BODY = select(f.c.body)

GET = Sql(BODY.where(f.c.id == param("id")), lock=True)
OF_CONVERSATION = Sql(BODY.where(f.c.conversation_id == param("id")).order_by(f.c.raised_at.desc(), f.c.id.desc()))
IN_STATUS = Sql(BODY.where(among(f.c.status, "statuses")).order_by(f.c.raised_at, f.c.id).limit(param("limit")))
SAVE = upsert(f, keys=["id"])
ERASE = Sql(delete(f).where(f.c.conversation_id == param("id")))


class Flags:
    """Implements `FlagStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def get(self, flag_id: FlagId) -> Flag | None:
        body = self._db.value(GET, id=flag_id)
        return None if body is None else FLAG.decode(body)

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Flag]:
        return [FLAG.decode(body) for (body,) in self._db.all(OF_CONVERSATION, id=conversation_id)]

    def in_status(self, *statuses: FlagStatus, limit: int) -> Sequence[Flag]:
        rows = self._db.all(IN_STATUS, statuses=as_list(status.value for status in statuses), limit=limit)
        return [FLAG.decode(body) for (body,) in rows]

    def save(self, flag: Flag) -> None:
        self._db.run(
            SAVE,
            id=flag.id,
            conversation_id=flag.conversation_id,
            status=flag.status.value,
            raised_at=micros(flag.raised_at),
            body=FLAG.encode(flag),
        )

    def erase(self, conversation_id: ConversationId) -> None:
        self._db.run(ERASE, id=conversation_id)
