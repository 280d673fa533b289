"""The capacity ledger: a counter per resource and stretch, moved by one conditional UPDATE per hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import Update, select, update

from shopkeeper.adapters.storage.codec import micros, moment
from shopkeeper.adapters.storage.db import Db, Row, as_list
from shopkeeper.adapters.storage.sql import Sql, among, insert, param
from shopkeeper.adapters.storage.tables import capacity as c
from shopkeeper.adapters.storage.tables import capacity_holds as h
from shopkeeper.domain.core.ids import CheckoutId
from shopkeeper.domain.fulfillment.capacity import CapacityHold, Load, Resource
from shopkeeper.domain.fulfillment.stock import ReservationStatus

HELD, RELEASED, COMMITTED = (status.value for status in ReservationStatus)
STRETCH = (c.c.resource == param("of_resource"), c.c.starts_at == param("of_start"))
HOLD = select(h.c.id, h.c.checkout_id, h.c.resource, h.c.starts_at, h.c.quantity, h.c.expires_at, h.c.status)

TAKEN = Sql(
    select(c.c.resource, c.c.starts_at, c.c.taken)
    .where(among(c.c.resource, "resources"), c.c.starts_at >= param("start"), c.c.starts_at < param("until"), c.c.taken > 0)
    .order_by(c.c.resource, c.c.starts_at)
)
OPEN = insert(c, or_ignore=True)
TAKE = Sql(
    update(c)
    .where(*STRETCH, c.c.taken + param("quantity", c.c.taken) <= param("capacity", c.c.taken))
    .values(taken=c.c.taken + param("quantity", c.c.taken))
)
GIVE_BACK = Sql(update(c).where(*STRETCH).values(taken=c.c.taken - param("quantity", c.c.taken)))
LOCK = Sql(select(c.c.taken).where(*STRETCH), lock=True)
STATUS = Sql(select(h.c.status).where(h.c.id == param("id")), lock=True)
INSERT = insert(h)
OF_CHECKOUT = Sql(
    HOLD.where(h.c.checkout_id == param("checkout"), h.c.status == param("in_status", h.c.status)).order_by(
        h.c.resource, h.c.starts_at, h.c.id
    ),
    lock=True,
)
EXPIRED = Sql(HOLD.where(h.c.status == HELD, h.c.expires_at < param("now")).order_by(h.c.expires_at, h.c.id).limit(param("limit")))
ALL_HELD = Sql(HOLD.where(h.c.status == HELD).order_by(h.c.id))
HOLD_AGAIN = Sql(
    update(h)
    .where(h.c.id == param("of_id"), h.c.status == RELEASED)
    .values(
        status=HELD,
        resource=param("resource", h.c.resource),
        starts_at=param("starts_at", h.c.starts_at),
        quantity=param("quantity", h.c.quantity),
        expires_at=param("expires_at", h.c.expires_at),
    )
)


def _of_checkout() -> Update:
    return update(h).where(h.c.checkout_id == param("checkout"), h.c.status == param("in_status", h.c.status))


EXTEND = Sql(_of_checkout().values(expires_at=param("until", h.c.expires_at)))
CLOSE = Sql(_of_checkout().values(status=param("new_status", h.c.status)))
CLOSE_ONE = Sql(
    update(h).where(h.c.id == param("of_id"), h.c.status == param("in_status", h.c.status)).values(status=param("new_status", h.c.status))
)


class Capacity:
    """Implements `CapacityLedger`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def taken(self, resources: Iterable[Resource], start: datetime, until: datetime) -> Load:
        rows = self._db.all(TAKEN, resources=as_list(resources), start=micros(start), until=micros(until))
        return {(resource, moment(starts_at)): taken for resource, starts_at, taken in rows}

    def take(self, hold: CapacityHold, *, capacity: int) -> bool:
        start = micros(hold.starts_at)
        self._db.run(OPEN, resource=hold.resource, starts_at=start, taken=0)
        # The counter's row first: whoever takes the same stretch waits here, and then sees this hold.
        self._db.value(LOCK, of_resource=hold.resource, of_start=start)
        status = self._db.value(STATUS, id=hold.id)
        if status in (HELD, COMMITTED):
            return True
        if self._db.run(TAKE, of_resource=hold.resource, of_start=start, quantity=hold.quantity, capacity=capacity) != 1:
            return False
        row = {"resource": hold.resource, "starts_at": start, "quantity": hold.quantity, "expires_at": micros(hold.expires_at)}
        if status == RELEASED:
            self._db.run(HOLD_AGAIN, of_id=hold.id, **row)
        else:
            self._db.run(INSERT, id=hold.id, checkout_id=hold.checkout_id, status=HELD, **row)
        return True

    def held_for(self, checkout_id: CheckoutId) -> Sequence[CapacityHold]:
        return self._of(checkout_id, HELD)

    def extend(self, checkout_id: CheckoutId, expires_at: datetime) -> None:
        self._db.run(EXTEND, checkout=checkout_id, in_status=HELD, until=micros(expires_at))

    def release(self, checkout_id: CheckoutId) -> int:
        return self._give_back(checkout_id, HELD)

    def commit(self, checkout_id: CheckoutId) -> int:
        held = len(self._of(checkout_id, HELD))
        if held:
            self._db.run(CLOSE, checkout=checkout_id, in_status=HELD, new_status=COMMITTED)
        return held

    def give_back(self, checkout_id: CheckoutId, *, resources: Collection[Resource] | None = None) -> int:
        return self._give_back(checkout_id, COMMITTED, resources)

    def _give_back(self, checkout_id: CheckoutId, status: str, resources: Collection[Resource] | None = None) -> int:
        holds = [hold for hold in self._of(checkout_id, status) if resources is None or hold.resource in resources]
        for hold in holds:
            self._db.run(GIVE_BACK, of_resource=hold.resource, of_start=micros(hold.starts_at), quantity=hold.quantity)
            self._db.run(CLOSE_ONE, of_id=hold.id, in_status=status, new_status=RELEASED)
        return len(holds)

    def _of(self, checkout_id: CheckoutId, status: str) -> Sequence[CapacityHold]:
        return [_hold(row) for row in self._db.all(OF_CHECKOUT, checkout=checkout_id, in_status=status)]

    def expired(self, now: datetime, *, limit: int) -> Sequence[CapacityHold]:
        return [_hold(row) for row in self._db.all(EXPIRED, now=micros(now), limit=limit)]

    def all_held(self) -> Sequence[CapacityHold]:
        return [_hold(row) for row in self._db.all(ALL_HELD)]


def _hold(row: Row) -> CapacityHold:
    hold_id, checkout_id, resource, starts_at, quantity, expires_at, status = row
    return CapacityHold(
        id=hold_id,
        checkout_id=checkout_id,
        resource=resource,
        starts_at=moment(starts_at),
        quantity=quantity,
        expires_at=moment(expires_at),
        status=ReservationStatus(status),
    )
