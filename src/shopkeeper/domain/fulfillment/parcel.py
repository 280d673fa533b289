"""When an order sent now arrives, by the calendar: cut-off time, working days, holidays."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shopkeeper.domain.fulfillment.delivery import DeliveryTerms
from shopkeeper.domain.fulfillment.store import Hours

MOST_DAYS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """The first and the last day on which it may arrive; what is promised is the last."""

    earliest: date
    latest: date


def parcel_arrival(terms: DeliveryTerms, at: datetime, zone: str, *, closed: Collection[date] = ()) -> Arrival | None:
    """For standard delivery ordered at `at`. None when no working day is near."""
    local = at.astimezone(ZoneInfo(zone))
    start: date | None = local.date()
    if terms.cutoff is not None and local.time() >= terms.cutoff:
        start = local.date() + timedelta(days=1)
    start = _working(start, terms, closed)
    earliest = _plus(start, terms.days_min, terms, closed)
    latest = _plus(start, terms.days_max, terms, closed)
    return Arrival(earliest=earliest, latest=latest) if earliest is not None and latest is not None else None


def _working(day: date | None, terms: DeliveryTerms, closed: Collection[date]) -> date | None:
    """That day, or the next on which parcels move."""
    if day is None:
        return None
    for offset in range(MOST_DAYS):
        candidate = day + timedelta(days=offset)
        if candidate.isoweekday() in terms.working_days and candidate not in closed:
            return candidate
    return None


def _plus(day: date | None, days: int, terms: DeliveryTerms, closed: Collection[date]) -> date | None:
    for _ in range(days):
        day = _working(day + timedelta(days=1), terms, closed) if day else None
    return day


def next_open(week: Mapping[int, Hours], at: datetime, zone: str) -> datetime | None:
    """The next moment within `week`; `at` itself when it is open now."""
    local = at.astimezone(ZoneInfo(zone))
    for offset in range(8):
        day = local.date() + timedelta(days=offset)
        hours = week.get(day.isoweekday())
        if hours is None:
            continue
        opens = datetime.combine(day, hours.opens, local.tzinfo)
        if local < datetime.combine(day, hours.closes, local.tzinfo):
            return max(local, opens)
    return None
