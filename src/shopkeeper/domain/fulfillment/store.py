"""A branch of the shop: where it is, when it is open, whom it serves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shopkeeper.domain.core.geo import Point
from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.core.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Courier:
    """When couriers ride from a branch and how many orders one window takes. `picking` and `travel` are counted with."""

    windows: tuple[Hours, ...]
    orders_per_window: int
    picking: timedelta = timedelta(minutes=20)
    travel: timedelta = timedelta(minutes=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """`week` maps ISO weekday (1 = Monday) to hours; a missing day or a holiday without hours is closed."""

    id: StoreId
    name: str
    zone: str
    line1: str
    postal_code: str
    city: str
    country: str
    point: Point
    week: Mapping[int, Hours]
    special: Mapping[date, Hours | None] = field(default_factory=dict[date, "Hours | None"])
    service_radius_km: float = 0.0
    service_postal_codes: frozenset[str] = frozenset()
    pickup_lead: timedelta = timedelta(minutes=60)
    kitchen_per_10_min: int | None = None
    prep: timedelta = timedelta(minutes=10)
    courier: Courier | None = None
    minimums: Mapping[str, Money] = field(default_factory=dict[str, Money])
    """The smallest order by `delivery` and `pickup`, where this branch asks for another than the shop."""

    def hours_on(self, day: date) -> Hours | None:
        if day in self.special:
            return self.special[day]
        return self.week.get(day.isoweekday())

    def is_open(self, at: datetime) -> bool:
        local = at.astimezone(ZoneInfo(self.zone))
        hours = self.hours_on(local.date())
        return hours is not None and hours.opens <= local.time() < hours.closes

    def opens_next(self, at: datetime) -> datetime | None:
        """The next opening after `at`, within two weeks; None if the store stays closed."""
        zone = ZoneInfo(self.zone)
        today = at.astimezone(zone).date()
        openings = (
            datetime.combine(day, hours.opens, zone)
            for day in (today + timedelta(days=offset) for offset in range(15))
            if (hours := self.hours_on(day)) is not None
        )
        return next((opening for opening in openings if opening > at), None)

    def serves(self, postal_code: str, point: Point | None) -> bool:
        """Whether a courier of this branch goes there: by postal code, or by distance where the place is known."""
        if postal_code.strip().upper() in self.service_postal_codes:
            return True
        return point is not None and self.point.distance_km(point) <= self.service_radius_km

    def pickup_ready(self, at: datetime) -> datetime | None:
        """When an order placed at `at` can be picked up, within a week; None if the store stays closed."""
        zone = ZoneInfo(self.zone)
        local = at.astimezone(zone)
        for offset in range(8):
            day = local.date() + timedelta(days=offset)
            hours = self.hours_on(day)
            if hours is None:
                continue
            opening = datetime.combine(day, hours.opens, zone)
            ready = max(local, opening) + self.pickup_lead
            if ready <= datetime.combine(day, hours.closes, zone):
                return ready
        return None
