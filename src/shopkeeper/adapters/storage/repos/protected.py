"""Marks that staff watch for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select

from shopkeeper.adapters.storage.codec import Codec, micros
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.sql import Sql, param, upsert
from shopkeeper.adapters.storage.tables import protected_marks as p
from shopkeeper.domain.catalog.protected import ProtectedMark
from shopkeeper.domain.core.ids import ProtectedMarkId

MARK: Codec[ProtectedMark] = Codec(ProtectedMark)

ALL = Sql(select(p.c.body).order_by(p.c.at, p.c.id))
SAVE = upsert(p, keys=["id"])
REMOVE = Sql(delete(p).where(p.c.id == param("id")))


class Protected:
    """Implements `ProtectedStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def all(self) -> Sequence[ProtectedMark]:
        return [MARK.decode(body) for (body,) in self._db.all(ALL)]

    def save(self, mark: ProtectedMark) -> None:
        self._db.run(SAVE, id=mark.id, at=micros(mark.at), body=MARK.encode(mark))

    def remove(self, mark_id: ProtectedMarkId) -> bool:
        return bool(self._db.run(REMOVE, id=mark_id))
