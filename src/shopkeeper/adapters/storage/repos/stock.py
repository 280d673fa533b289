"""The stock ledger: one conditional UPDATE per hold, so that the last unit is promised once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Update, delete, exists, select, update

from shopkeeper.adapters.storage.codec import micros, moment
from shopkeeper.adapters.storage.db import Db, Row, as_list
from shopkeeper.adapters.storage.sql import Sql, among, insert, param, upsert
from shopkeeper.adapters.storage.tables import reservations as r
from shopkeeper.adapters.storage.tables import stock as s
from shopkeeper.domain.core.ids import CheckoutId, Sku, StoreId
from shopkeeper.domain.fulfillment.stock import ReservationStatus, StockReservation

HELD, RELEASED, COMMITTED = (status.value for status in ReservationStatus)
PLACE = (s.c.sku == param("of_sku"), s.c.store_id == param("of_store"))
RESERVATION = select(r.c.id, r.c.checkout_id, r.c.sku, r.c.store_id, r.c.quantity, r.c.expires_at, r.c.status)

AVAILABLE = Sql(select(s.c.sku, s.c.store_id, s.c.on_hand - s.c.held).where(among(s.c.sku, "skus")).order_by(s.c.sku, s.c.store_id))
SET_ON_HAND = upsert(s, keys=["sku", "store_id"], keep=["held"])
UNCOUNT = Sql(delete(s).where(among(s.c.sku, "skus")))
HOLD = Sql(
    update(s).where(*PLACE, s.c.on_hand - s.c.held >= param("quantity", s.c.held)).values(held=s.c.held + param("quantity", s.c.held))
)
GIVE_BACK = Sql(update(s).where(*PLACE).values(held=s.c.held - param("quantity", s.c.held)))
SELL = Sql(
    update(s).where(*PLACE).values(held=s.c.held - param("quantity", s.c.held), on_hand=s.c.on_hand - param("quantity", s.c.on_hand))
)
PUT_BACK = Sql(update(s).where(*PLACE).values(on_hand=s.c.on_hand + param("quantity", s.c.on_hand)))
STATUS = Sql(select(r.c.status).where(r.c.id == param("id")), lock=True)
INSERT = insert(r)
HELD_FOR = Sql(
    RESERVATION.where(r.c.checkout_id == param("checkout"), r.c.status == HELD).order_by(r.c.sku, r.c.store_id, r.c.id), lock=True
)
LIES_THERE = select(s.c.sku).where(s.c.sku == r.c.sku, s.c.store_id == r.c.store_id, s.c.on_hand >= r.c.quantity)
SHORT = Sql(select(r.c.sku).where(r.c.checkout_id == param("checkout"), r.c.status == HELD, ~exists(LIES_THERE)).order_by(r.c.sku))
EXPIRED = Sql(RESERVATION.where(r.c.status == HELD, r.c.expires_at < param("now")).order_by(r.c.expires_at, r.c.id).limit(param("limit")))
ALL_HELD = Sql(RESERVATION.where(r.c.status == HELD).order_by(r.c.id))


def _held_update() -> Update:
    return update(r).where(r.c.checkout_id == param("checkout"), r.c.status == HELD)


SOLD_TO = Sql(
    RESERVATION.where(r.c.checkout_id == param("checkout"), r.c.status == COMMITTED).order_by(r.c.sku, r.c.store_id, r.c.id), lock=True
)
REOPEN = Sql(update(r).where(r.c.id == param("of_id"), r.c.status == COMMITTED).values(status=RELEASED))
EXTEND = Sql(_held_update().values(expires_at=param("until", r.c.expires_at)))
CLOSE = Sql(_held_update().values(status=param("new_status", r.c.status)))
HOLD_AGAIN = Sql(
    update(r)
    .where(r.c.id == param("of_id"), r.c.status == RELEASED)
    .values(
        status=HELD,
        sku=param("sku", r.c.sku),
        store_id=param("store_id", r.c.store_id),
        quantity=param("quantity", r.c.quantity),
        expires_at=param("expires_at", r.c.expires_at),
    )
)


class Stock:
    """Implements `StockLedger`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def available(self, skus: Iterable[Sku]) -> Mapping[Sku, Mapping[StoreId, int]]:
        memory: dict[Sku, dict[StoreId, int]] = self._db.memory(s.name)
        wanted = list(dict.fromkeys(skus))
        unseen = [sku for sku in wanted if sku not in memory]
        if unseen:
            memory.update({sku: {} for sku in unseen})
            for sku, store_id, quantity in self._db.all(AVAILABLE, skus=as_list(unseen)):
                # A count corrected to below what is held must not eat into another store's stock.
                memory[sku][store_id] = max(quantity, 0)
        return {sku: memory[sku] for sku in wanted if memory[sku]}

    def set_on_hand(self, sku: Sku, store_id: StoreId, quantity: int) -> None:
        self.set_many([(sku, store_id, quantity)])

    def set_many(self, counts: Sequence[tuple[Sku, StoreId, int]]) -> None:
        self._db.many(SET_ON_HAND, [{"sku": sku, "store_id": store, "on_hand": count, "held": 0} for sku, store, count in counts])

    def uncount(self, skus: Iterable[Sku]) -> None:
        self._db.run(UNCOUNT, skus=as_list(skus))

    def reserve(self, reservation: StockReservation) -> bool:
        status = self._db.value(STATUS, id=reservation.id)
        if status in (HELD, COMMITTED):
            return True
        if self._db.run(HOLD, of_sku=reservation.sku, of_store=reservation.store_id, quantity=reservation.quantity) != 1:
            return False
        row = {
            "sku": reservation.sku,
            "store_id": reservation.store_id,
            "quantity": reservation.quantity,
            "expires_at": micros(reservation.expires_at),
        }
        if status == RELEASED:
            self._db.run(HOLD_AGAIN, of_id=reservation.id, **row)
        else:
            self._db.run(INSERT, id=reservation.id, checkout_id=reservation.checkout_id, status=HELD, **row)
        return True

    def held_for(self, checkout_id: CheckoutId) -> Sequence[StockReservation]:
        return [_reservation(row) for row in self._db.all(HELD_FOR, checkout=checkout_id)]

    def short(self, checkout_id: CheckoutId) -> Sequence[Sku]:
        return [Sku(row[0]) for row in self._db.all(SHORT, checkout=checkout_id)]

    def extend(self, checkout_id: CheckoutId, expires_at: datetime) -> None:
        self._db.run(EXTEND, checkout=checkout_id, until=micros(expires_at))

    def release(self, checkout_id: CheckoutId) -> int:
        return self._close(checkout_id, GIVE_BACK, RELEASED)

    def commit(self, checkout_id: CheckoutId) -> int:
        return self._close(checkout_id, SELL, COMMITTED)

    def _close(self, checkout_id: CheckoutId, move: Sql, status: str) -> int:
        held = self.held_for(checkout_id)
        for hold in held:
            self._db.run(move, of_sku=hold.sku, of_store=hold.store_id, quantity=hold.quantity)
        if held:
            self._db.run(CLOSE, checkout=checkout_id, new_status=status)
        return len(held)

    def restock(self, checkout_id: CheckoutId, *, skus: Collection[Sku] | None = None, store_id: StoreId | None = None) -> int:
        every = (_reservation(row) for row in self._db.all(SOLD_TO, checkout=checkout_id))
        sold = [hold for hold in every if (skus is None or hold.sku in skus) and store_id in (None, hold.store_id)]
        for hold in sold:
            self._db.run(PUT_BACK, of_sku=hold.sku, of_store=hold.store_id, quantity=hold.quantity)
            self._db.run(REOPEN, of_id=hold.id)
        return len(sold)

    def expired(self, now: datetime, *, limit: int) -> Sequence[StockReservation]:
        return [_reservation(row) for row in self._db.all(EXPIRED, now=micros(now), limit=limit)]

    def all_held(self) -> Sequence[StockReservation]:
        return [_reservation(row) for row in self._db.all(ALL_HELD)]


def _reservation(row: Row) -> StockReservation:
    reservation_id, checkout_id, sku, store_id, quantity, expires_at, status = row
    return StockReservation(
        id=reservation_id,
        checkout_id=checkout_id,
        sku=sku,
        store_id=store_id,
        quantity=quantity,
        expires_at=moment(expires_at),
        status=ReservationStatus(status),
    )
