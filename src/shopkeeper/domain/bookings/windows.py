"""Which windows are free: staff hours within the store's hours, less what is taken, in steps of the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shopkeeper.domain.bookings.booking import Booking
from shopkeeper.domain.bookings.calendar import Calendar, Service, Staff
from shopkeeper.domain.core.ids import StaffId
from shopkeeper.domain.fulfillment.store import Store

MOST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    staff_id: StaffId
    starts_at: datetime
    ends_at: datetime
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the shopper asked for; what stays None is open. Times of day are local to the store."""

    first_day: date | None = None
    last_day: date | None = None
    after: time | None = None
    before: time | None = None
    at: time | None = None
    staff_id: StaffId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What windows are looked for in: one service at one store, with what is `taken`, seen from `now`.

    `extra` lengthens the window for add-ons; the booking `without` does not stand in its own way.
    """

    calendar: Calendar
    service: Service
    store: Store
    taken: Sequence[Booking]
    now: datetime
    extra: timedelta = timedelta(0)
    without: str | None = None

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.store.zone)

    @property
    def live(self) -> list[Booking]:
        return [one for one in self.taken if one.is_live(self.now) and one.id != self.without]


def free_windows(room: Room, wanted: Wanted) -> list[Window]:
    """Earliest first."""
    live = room.live
    able = [member for member in room.calendar.able(room.service) if wanted.staff_id in (None, "", member.id)]
    found: list[Window] = []
    for day in _days(room, wanted):
        for member in able:
            found.extend(_of_day(room, member, day, live, wanted))
        if len(found) > MOST:
            break
    return sorted(found, key=lambda one: (one.starts_at, one.staff_id))


def _days(room: Room, wanted: Wanted) -> Iterator[date]:
    today = room.now.astimezone(room.zone).date()
    horizon = today + room.calendar.rules.latest_ahead
    first = max(today, wanted.first_day or today)
    last = min(horizon, wanted.last_day or horizon)
    for offset in range(max(0, (last - first).days + 1)):
        yield first + timedelta(days=offset)


def _of_day(room: Room, member: Staff, day: date, live: Sequence[Booking], wanted: Wanted) -> Iterator[Window]:
    works, opened = member.week.get(day.isoweekday()), room.store.hours_on(day)
    if works is None or opened is None:
        return
    opens = datetime.combine(day, max(works.opens, opened.opens), room.zone)
    closes = datetime.combine(day, min(works.closes, opened.closes), room.zone)
    for start in _starts(room, day, opens, closes):
        end = start + room.service.duration + room.extra
        if end > closes or start < room.now + room.calendar.rules.earliest_ahead or not _is_wanted(start, wanted):
            continue
        place = _free_place(room.service, member, start, end + room.service.buffer, live)
        if place is not None:
            yield Window(staff_id=member.id, starts_at=start, ends_at=end, place=place)


def _starts(room: Room, day: date, opens: datetime, closes: datetime) -> Iterator[datetime]:
    if room.service.starts:
        for fixed in room.service.starts:
            if fixed.weekday == day.isoweekday():
                yield datetime.combine(day, time(fixed.minute // 60, fixed.minute % 60), room.zone)
        return
    start = opens
    while start < closes:
        yield start
        start += room.calendar.rules.step


def _is_wanted(start: datetime, wanted: Wanted) -> bool:
    local = start.time()
    if wanted.at is not None:
        return local == wanted.at
    return (wanted.after is None or local >= wanted.after) and (wanted.before is None or local < wanted.before)


def _free_place(service: Service, member: Staff, start: datetime, end: datetime, live: Sequence[Booking]) -> int | None:
    """The place to take (0 = the only one); None when there is none."""
    if any(busy.starts_at < end and start < busy.ends_at for busy in member.busy):
        return None
    in_the_way = [one for one in live if one.staff_id == member.id and one.starts_at < end and start < one.ends_at]
    if service.places == 1:
        return None if in_the_way else 0
    if any(one.sku != service.sku for one in in_the_way):
        return None
    used = {one.place for one in in_the_way}
    return next((place for place in range(1, service.places + 1) if place not in used), None)


def spread(windows: Sequence[Window], count: int, *, apart: timedelta) -> list[Window]:
    """The earliest and others far enough from it that they are a real choice, never more than `count`."""
    chosen: list[Window] = []
    for window in windows:
        if len(chosen) < count and all(abs(window.starts_at - one.starts_at) >= apart for one in chosen):
            chosen.append(window)
    for window in windows:
        if len(chosen) < count and all(window.starts_at != one.starts_at for one in chosen):
            chosen.append(window)
    return sorted(chosen, key=lambda one: one.starts_at)


def nearest(windows: Sequence[Window], moment: datetime, count: int) -> list[Window]:
    """The windows closest to a time that is not to be had, each time of day once."""
    by_start: dict[datetime, Window] = {}
    for window in sorted(windows, key=lambda one: abs(one.starts_at - moment)):
        by_start.setdefault(window.starts_at, window)
    return sorted(list(by_start.values())[:count], key=lambda one: one.starts_at)
