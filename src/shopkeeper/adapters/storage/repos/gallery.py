"""Photos of goods that were confirmed, with the number that moves when one comes or goes."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, select

from shopkeeper.adapters.storage.codec import Codec, micros
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.repos import counters
from shopkeeper.adapters.storage.sql import Sql, param, upsert
from shopkeeper.adapters.storage.tables import gallery as g
from shopkeeper.domain.catalog.gallery import GalleryPhoto
from shopkeeper.domain.core.ids import ConversationId

PHOTO: Codec[GalleryPhoto] = Codec(GalleryPhoto)

ALL = Sql(select(g.c.body).order_by(g.c.at, g.c.conversation_id, g.c.sha256))
ONE = Sql(select(g.c.body).where(g.c.conversation_id == param("id"), g.c.sha256 == param("sha256")))
COUNT = Sql(select(func.count()).select_from(g))
SAVE = upsert(g, keys=["conversation_id", "sha256"])
ERASE = Sql(delete(g).where(g.c.conversation_id == param("id")))


class Gallery:
    """Implements `GalleryStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def all(self) -> Sequence[GalleryPhoto]:
        return [PHOTO.decode(body) for (body,) in self._db.all(ALL)]

    def get(self, conversation_id: ConversationId, sha256: str) -> GalleryPhoto | None:
        body = self._db.value(ONE, id=conversation_id, sha256=sha256)
        return None if body is None else PHOTO.decode(body)

    def count(self) -> int:
        return self._db.value(COUNT)

    def revision(self) -> int:
        return counters.current(self._db, counters.GALLERY_REVISION)

    def save(self, photo: GalleryPhoto) -> None:
        counters.advance(self._db, counters.GALLERY_REVISION)
        self._db.run(
            SAVE,
            conversation_id=photo.conversation_id,
            sha256=photo.sha256,
            product_id=photo.product_id,
            at=micros(photo.at),
            body=PHOTO.encode(photo),
        )

    def erase(self, conversation_id: ConversationId) -> int:
        gone = self._db.run(ERASE, id=conversation_id)
        if gone:
            counters.advance(self._db, counters.GALLERY_REVISION)
        return gone
