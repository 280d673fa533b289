"""First answers by door and key; whoever comes second gets the first one's answer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select

from shopkeeper.adapters.storage.codec import OBJECT, micros, moment
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.sql import Sql, insert, param
from shopkeeper.adapters.storage.tables import first_answers as f
from shopkeeper.ports.idempotency_store import FirstAnswer

GET = Sql(select(f.c.request_digest, f.c.answer, f.c.at).where(f.c.scope == param("scope"), f.c.key == param("key")))
SAVE = insert(f, or_ignore=True)
FORGET = Sql(delete(f).where(f.c.at < param("before")))


class FirstAnswers:
    """Implements `IdempotencyStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def get(self, scope: str, key: str) -> FirstAnswer | None:
        row = self._db.one(GET, scope=scope, key=key)
        if row is None:
            return None
        digest, answer, at = row
        return FirstAnswer(scope=scope, key=key, request_digest=digest, answer=OBJECT.decode(answer), at=moment(at))

    def save(self, answer: FirstAnswer) -> bool:
        saved = self._db.run(
            SAVE,
            scope=answer.scope,
            key=answer.key,
            request_digest=answer.request_digest,
            at=micros(answer.at),
            answer=OBJECT.encode(answer.answer),
        )
        return saved == 1

    def forget_before(self, before: datetime) -> int:
        return self._db.run(FORGET, before=micros(before))
