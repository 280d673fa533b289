"""What can be promised and when: kitchen stretches, courier windows and pickup times that are really free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from shopkeeper.domain.fulfillment.capacity import KITCHEN_STEP, Load, Slot, courier_of, kitchen_of
from shopkeeper.domain.fulfillment.shipment import TimeWish
from shopkeeper.domain.fulfillment.store import Hours, Store

HORIZON_DAYS = 8
"""How far ahead is looked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """`starts_at` to `ends_at` is a courier's window; `ends_at` None: ready for pickup at `starts_at`.

    `slots` is what has to be held for it. `waits` is how much later than in an empty kitchen it is.
    """

    starts_at: datetime
    ends_at: datetime | None
    slots: tuple[Slot, ...] = ()
    waits: timedelta = timedelta()

    @property
    def due_at(self) -> datetime:
        return self.ends_at or self.starts_at


def pickup_promise(store: Store, *, now: datetime, load: Load, made: int, shelved: bool, wish: TimeWish | None = None) -> Promise | None:
    """The time the order is ready at the counter; None when it cannot be within the horizon.

    `made` things come from the kitchen, as fresh as can be: just before the wished time, or when the rest (`shelved`) is ready.
    """
    earliest = store.pickup_ready(now) if shelved else _first_open(store, now)
    if earliest is None:
        return None
    wanted = wish.start if wish is not None and wish.start is not None else None
    if not made:
        at = max(earliest, wanted) if wanted is not None else earliest
        return Promise(starts_at=_within_hours(store, at) or at, ends_at=None)
    begin = now if not shelved else earliest - KITCHEN_STEP
    slots = _just_before(store, made, load, now=now, until=wanted) if wanted is not None and wanted > now else ()
    slots = slots or kitchen_slots(store, made, load, now=now, not_before=max(begin, now))
    if not slots:
        return None
    ready = max(earliest if shelved else now, slots[-1].starts_at + KITCHEN_STEP, now + store.prep)
    unhurried = kitchen_slots(store, made, {}, now=now, not_before=max(begin, now))
    waits = slots[-1].starts_at - unhurried[-1].starts_at if unhurried and wanted is None else timedelta()
    return Promise(starts_at=max(ready, wanted) if wanted is not None else ready, ends_at=None, slots=slots, waits=max(waits, timedelta()))


def courier_promises(store: Store, *, now: datetime, load: Load, made: int) -> Iterator[Promise]:
    """Every window that can be kept, soonest first."""
    courier = store.courier
    for starts_at, ends_at in _windows(store, now) if courier is not None else ():
        assert courier is not None
        leaves = ends_at - courier.travel
        picked = max(now, _opens(store, starts_at) or starts_at) + courier.picking
        if picked > leaves:
            continue
        if courier.orders_per_window - load.get((courier_of(store.id), starts_at), 0) < 1:
            continue
        ride = Slot(resource=courier_of(store.id), starts_at=starts_at, quantity=1, capacity=courier.orders_per_window)
        if not made:
            yield Promise(starts_at=starts_at, ends_at=ends_at, slots=(ride,))
            continue
        slots = kitchen_slots(store, made, load, now=now, not_before=max(now, starts_at - KITCHEN_STEP))
        if slots and slots[-1].starts_at + KITCHEN_STEP <= leaves:
            unhurried = kitchen_slots(store, made, {}, now=now, not_before=max(now, starts_at - KITCHEN_STEP))
            waits = slots[-1].starts_at - unhurried[-1].starts_at if unhurried else timedelta()
            yield Promise(starts_at=starts_at, ends_at=ends_at, slots=(*slots, ride), waits=max(waits, timedelta()))


def kitchen_slots(store: Store, made: int, load: Load, *, now: datetime, not_before: datetime) -> tuple[Slot, ...]:
    """The first stretches that together take `made` things, on one day, none of them above the kitchen's capacity."""
    if not store.kitchen_per_10_min:
        return ()
    for day in range(HORIZON_DAYS):
        found = _fill(store, made, load, _stretches(store, not_before, day))
        if found:
            return found
    return ()


def _fill(store: Store, made: int, load: Load, stretches: Iterator[datetime]) -> tuple[Slot, ...]:
    capacity, left = store.kitchen_per_10_min or 0, made
    slots: list[Slot] = []
    for starts_at in stretches:
        free = capacity - load.get((kitchen_of(store.id), starts_at), 0)
        if free > 0:
            slots.append(Slot(resource=kitchen_of(store.id), starts_at=starts_at, quantity=min(free, left), capacity=capacity))
            left -= min(free, left)
        if not left:
            return tuple(slots)
    return ()


def _just_before(store: Store, made: int, load: Load, *, now: datetime, until: datetime) -> tuple[Slot, ...]:
    """The latest stretches that are over by `until`."""
    starts_at = _floor(until) - KITCHEN_STEP
    while starts_at >= _floor(now):
        slots = _fill(store, made, load, _stretches(store, starts_at, 0))
        if slots and slots[-1].starts_at + KITCHEN_STEP <= until:
            return slots
        starts_at -= KITCHEN_STEP
    return ()


def _stretches(store: Store, not_before: datetime, day: int) -> Iterator[datetime]:
    """The ten-minute stretches of a day (0 = that of `not_before`) in which the kitchen works, from `not_before` on, in UTC."""
    zone = ZoneInfo(store.zone)
    today = not_before.astimezone(zone).date() + timedelta(days=day)
    hours = store.hours_on(today)
    if hours is None:
        return
    opens, closes = _at(store, today, hours)
    at = max(opens, _floor(not_before))
    while at + KITCHEN_STEP <= closes:
        yield at
        at += KITCHEN_STEP


def _windows(store: Store, now: datetime) -> Iterator[tuple[datetime, datetime]]:
    today = now.astimezone(ZoneInfo(store.zone)).date()
    for offset in range(HORIZON_DAYS):
        day = today + timedelta(days=offset)
        hours = store.hours_on(day)
        if hours is None or store.courier is None:
            continue
        opens, closes = _at(store, day, hours)
        for window in store.courier.windows:
            starts_at, ends_at = _at(store, day, window)
            if ends_at > now and opens <= starts_at and ends_at <= closes:
                yield starts_at, ends_at


def _first_open(store: Store, now: datetime) -> datetime | None:
    zone = ZoneInfo(store.zone)
    for offset in range(HORIZON_DAYS):
        today = now.astimezone(zone).date() + timedelta(days=offset)
        hours = store.hours_on(today)
        if hours is not None:
            opens, closes = _at(store, today, hours)
            if max(now, opens) < closes:
                return max(now.astimezone(UTC), opens)
    return None


def _opens(store: Store, at: datetime) -> datetime | None:
    today = at.astimezone(ZoneInfo(store.zone)).date()
    hours = store.hours_on(today)
    return _at(store, today, hours)[0] if hours else None


def _within_hours(store: Store, at: datetime) -> datetime | None:
    """`at` when the branch is open then, else when it opens next."""
    return at if store.is_open(at) else _first_open(store, at)


def _at(store: Store, day: date, hours: Hours) -> tuple[datetime, datetime]:
    zone = ZoneInfo(store.zone)
    starts = datetime.combine(day, hours.opens, zone)
    ends = datetime.combine(day, hours.closes, zone)
    return starts.astimezone(UTC), ends.astimezone(UTC)


def _floor(at: datetime) -> datetime:
    utc = at.astimezone(UTC)
    return utc.replace(minute=utc.minute - utc.minute % 10, second=0, microsecond=0)
