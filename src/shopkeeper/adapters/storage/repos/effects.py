"""The outbox: effects wait here from the commit that wants them until they are settled."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, or_, select, update

from shopkeeper.adapters.storage.codec import OBJECT, micros, moment
from shopkeeper.adapters.storage.db import Db, Row, as_list
from shopkeeper.adapters.storage.sql import Sql, among, insert, param
from shopkeeper.adapters.storage.tables import outbox as o
from shopkeeper.domain.core.ids import EffectId
from shopkeeper.ports.outbox import EffectStatus, QueuedEffect

PENDING, CLAIMED = EffectStatus.PENDING.value, EffectStatus.CLAIMED.value
EFFECT = select(o.c.id, o.c.kind, o.c.body, o.c.due_at, o.c.status, o.c.attempts, o.c.turn_id, o.c.last_error)

PUT = insert(o, or_ignore=True)
GET = Sql(EFFECT.where(o.c.id == param("id")))
FIND = Sql(EFFECT.where(among(o.c.id, "ids")))
# Two workers never wait for, nor get, the same effect (SQLite has one writer and leaves the clause out).
DUE = Sql(
    EFFECT.where(or_(o.c.status == PENDING, o.c.status == CLAIMED), o.c.due_at <= param("now"))
    .order_by(o.c.due_at, o.c.id)
    .limit(param("limit"))
    .with_for_update(skip_locked=True)
)
FREE = Sql(
    EFFECT.where(
        o.c.id == param("id"), or_(o.c.status == PENDING, and_(o.c.status == CLAIMED, o.c.due_at <= param("now")))
    ).with_for_update(skip_locked=True)
)
TAKE = Sql(update(o).where(among(o.c.id, "ids")).values(status=CLAIMED, due_at=param("until", o.c.due_at)))
FINISH = Sql(
    update(o)
    .where(o.c.id == param("of_id"))
    .values(
        status=param("status", o.c.status),
        due_at=param("due_at", o.c.due_at),
        attempts=param("attempts", o.c.attempts),
        last_error=param("last_error", o.c.last_error),
    )
)
IN_STATUS = Sql(EFFECT.where(among(o.c.status, "statuses")).order_by(o.c.due_at, o.c.id).limit(param("limit")))
FORGET = Sql(delete(o).where(among(o.c.kind, "kinds"), o.c.body.like(param("naming"), escape="\\")))


class Effects:
    """Implements `Outbox`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def put(self, effect: QueuedEffect) -> bool:
        put = self._db.run(
            PUT,
            id=effect.id,
            kind=effect.kind,
            status=effect.status,
            due_at=micros(effect.due_at),
            attempts=effect.attempts,
            turn_id=effect.turn_id,
            last_error=effect.last_error,
            body=OBJECT.encode(effect.body),
        )
        return put == 1

    def get(self, effect_id: EffectId) -> QueuedEffect | None:
        row = self._db.one(GET, id=effect_id)
        return None if row is None else _effect(row)

    def find(self, effect_ids: Iterable[EffectId]) -> Sequence[QueuedEffect]:
        return [_effect(row) for row in self._db.all(FIND, ids=as_list(effect_ids))]

    def claim(self, now: datetime, *, limit: int, lease_s: float) -> Sequence[QueuedEffect]:
        return self._take(self._db.all(DUE, now=micros(now), limit=limit), now, lease_s)

    def claim_one(self, effect_id: EffectId, now: datetime, *, lease_s: float) -> QueuedEffect | None:
        taken = self._take(self._db.all(FREE, id=effect_id, now=micros(now)), now, lease_s)
        return taken[0] if taken else None

    def _take(self, rows: Sequence[Row], now: datetime, lease_s: float) -> list[QueuedEffect]:
        if not rows:
            return []
        until = micros(now + timedelta(seconds=lease_s))
        self._db.run(TAKE, ids=as_list(row[0] for row in rows), until=until)
        return [replace(_effect(row), status=EffectStatus.CLAIMED, due_at=moment(until)) for row in rows]

    def finish(self, effect: QueuedEffect) -> None:
        self._db.run(
            FINISH,
            of_id=effect.id,
            status=effect.status,
            due_at=micros(effect.due_at),
            attempts=effect.attempts,
            last_error=effect.last_error,
        )

    def in_status(self, *statuses: EffectStatus, limit: int) -> Sequence[QueuedEffect]:
        return [_effect(row) for row in self._db.all(IN_STATUS, statuses=as_list(statuses), limit=limit)]

    def forget(self, kinds: Collection[str], naming: str) -> int:
        safe = re.sub(r"([\\%_])", r"\\\1", naming)
        return self._db.run(FORGET, kinds=as_list(kinds), naming=f'%"{safe}"%')


def _effect(row: Row) -> QueuedEffect:
    effect_id, kind, body, due_at, status, attempts, turn_id, last_error = row
    return QueuedEffect(
        id=effect_id,
        kind=kind,
        body=OBJECT.decode(body),
        due_at=moment(due_at),
        status=EffectStatus(status),
        attempts=attempts,
        turn_id=turn_id,
        last_error=last_error,
    )
