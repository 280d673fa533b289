"""Who does which service, and when: the shop's calendar as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from shopkeeper.domain.core.ids import Sku, StaffId, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.fulfillment.store import Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Busy:
    """A time that is taken already (a break, a booking made elsewhere)."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """`week` maps ISO weekday to the hours they work at their store."""

    id: StaffId
    name: str
    store_id: StoreId
    week: Mapping[int, Hours]
    busy: tuple[Busy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedStart:
    """A group service begins only then."""

    weekday: int
    minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """`places` people can share one window (1 = an appointment of one's own)."""

    sku: Sku
    store_id: StoreId
    duration: timedelta
    price: Money
    staff: tuple[StaffId, ...]
    add_ons: tuple[Sku, ...] = ()
    add_on_only: bool = False
    places: int = 1
    starts: tuple[FixedStart, ...] = ()
    buffer: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingRules:
    step: timedelta = timedelta(minutes=15)
    hold: timedelta = timedelta(minutes=10)
    earliest_ahead: timedelta = timedelta(hours=1)
    latest_ahead: timedelta = timedelta(days=90)
    cancel_free_until: timedelta = timedelta(hours=24)
    cancel_fee_bp: int = 0
    move_free_until: timedelta = timedelta(hours=24)
    moves: int = 2


USUAL = BookingRules()


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    services: tuple[Service, ...] = ()
    staff: tuple[Staff, ...] = ()
    rules: BookingRules = USUAL

    def service(self, sku: Sku) -> Service | None:
        return next((service for service in self.services if service.sku == sku), None)

    def member(self, staff_id: StaffId) -> Staff | None:
        return next((member for member in self.staff if member.id == staff_id), None)

    def able(self, service: Service) -> tuple[Staff, ...]:
        return tuple(member for member in self.staff if member.id in service.staff)


NO_CALENDAR = Calendar()
