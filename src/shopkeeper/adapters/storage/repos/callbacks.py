"""Endpoints that are told of events, one document each, and how far the audit trail has been told."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select

from shopkeeper.adapters.storage.codec import Codec
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.repos import counters
from shopkeeper.adapters.storage.sql import Sql, param, upsert
from shopkeeper.adapters.storage.tables import callback_endpoints as c
from shopkeeper.domain.callbacks.endpoint import CallbackEndpoint

ENDPOINT: Codec[CallbackEndpoint] = Codec(CallbackEndpoint)
TOLD = "callbacks_told"

ALL = Sql(select(c.c.body).order_by(c.c.id))
GET = Sql(select(c.c.body).where(c.c.id == param("id")))
SAVE = upsert(c, keys=["id"])
REMOVE = Sql(delete(c).where(c.c.id == param("id")))


class Callbacks:
    """Implements `CallbackStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def endpoints(self) -> Sequence[CallbackEndpoint]:
        return [ENDPOINT.decode(body) for (body,) in self._db.all(ALL)]

    def get(self, endpoint_id: str) -> CallbackEndpoint | None:
        body = self._db.value(GET, id=endpoint_id)
        return None if body is None else ENDPOINT.decode(body)

    def save(self, endpoint: CallbackEndpoint) -> None:
        self._db.run(SAVE, id=endpoint.id, body=ENDPOINT.encode(endpoint))

    def remove(self, endpoint_id: str) -> None:
        self._db.run(REMOVE, id=endpoint_id)

    def told_up_to(self) -> int:
        return counters.current(self._db, TOLD)

    def tell_up_to(self, position: int) -> None:
        counters.raise_to(self._db, TOLD, position)
