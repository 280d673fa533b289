"""Date arithmetic, shares and states of returns; windows of the calendar; what fits; how a message sounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from shopkeeper.app.turn.decide.booking_times import wanted_times
from shopkeeper.domain.bookings.booking import Booking, BookingStatus, cancel_fee
from shopkeeper.domain.bookings.calendar import BookingRules, Busy, Calendar, Service, Staff
from shopkeeper.domain.bookings.windows import Room, Wanted, free_windows, nearest, spread
from shopkeeper.domain.catalog.fit import Fit, fit_of
from shopkeeper.domain.catalog.product import Quantity, Range
from shopkeeper.domain.checkout.quote import QuoteLine
from shopkeeper.domain.conversation.handoff import Emotion
from shopkeeper.domain.core.ids import BookingId, LineId, OrderNumber, RmaNumber, Sku, StaffId
from shopkeeper.domain.dialogue.grammar.times import Bound, Grain, When
from shopkeeper.domain.dialogue.mood import emotion_of
from shopkeeper.domain.fulfillment.delivery import DeliveryTerms
from shopkeeper.domain.fulfillment.parcel import next_open, parcel_arrival
from shopkeeper.domain.fulfillment.store import Hours
from shopkeeper.domain.returns.amounts import first
from shopkeeper.domain.returns.rma import Rma, RmaKind, RmaStatus, WrongStep
from shopkeeper.testing.memory.lantern import MITTE, OPENING, euro, open_lantern
from shopkeeper.testing.memory.transaction import MemoryTransaction

DAY = timedelta(days=1)


def _line(quantity: int, unit: int, discount: int) -> QuoteLine:
    return QuoteLine(
        line_id=LineId("l"), sku=Sku("S"), title="t", quantity=quantity, unit_price=euro(unit), discount=euro(discount), tax_rate_bp=1900
    )


def test_a_share_is_the_price_less_its_discount() -> None:
    line = _line(1, 2400, 240)
    assert first(line.total, 1, 1) == euro(2160)


@pytest.mark.parametrize("parts", [(1, 1, 1), (2, 1), (1, 2), (3,)])
def test_shares_returned_in_any_parts_add_up_to_what_was_paid(parts: tuple[int, ...]) -> None:
    line = _line(3, 999, 100)
    gone, total = 0, euro(0)
    for part in parts:
        total += first(line.total, gone + part, 3) - first(line.total, gone, 3)
        gone += part
    assert total == line.total


def test_no_state_is_skipped() -> None:
    rma = Rma(
        number=RmaNumber("R"), order_number=OrderNumber("1"), kind=RmaKind.RETURN, lines=(), delivery_refund=euro(0),
        status=RmaStatus.DRAFT, requested_at=OPENING,
    )  # fmt: skip
    requested = rma.move(RmaStatus.REQUESTED, at=OPENING, by="shopper")
    with pytest.raises(WrongStep):
        requested.move(RmaStatus.RESOLVED, at=OPENING, by="operator")
    with pytest.raises(WrongStep):
        rma.move(RmaStatus.APPROVED, at=OPENING, by="operator")
    rejected = requested.move(RmaStatus.REJECTED, at=OPENING, by="operator")
    assert rejected.move(RmaStatus.APPROVED, at=OPENING, by="operator").status is RmaStatus.APPROVED


def _room(taken: tuple[Booking, ...] = (), now: datetime = OPENING) -> Room:
    tx = MemoryTransaction()
    open_lantern(tx)
    store = next(store for store in tx.shop.stores() if store.id == MITTE)
    service = Service(sku=Sku("CUT"), store_id=MITTE, duration=timedelta(minutes=45), price=euro(3800), staff=(StaffId("mia"),))
    busy = Busy(starts_at=datetime(2026, 9, 18, 14, tzinfo=UTC), ends_at=datetime(2026, 9, 18, 15, tzinfo=UTC))
    mia = Staff(id=StaffId("mia"), name="Mia", store_id=MITTE, week={5: Hours(opens=time(10), closes=time(19))}, busy=(busy,))
    return Room(calendar=Calendar(services=(service,), staff=(mia,)), service=service, store=store, taken=taken, now=now)


def test_windows_keep_to_hours_breaks_and_the_end_of_the_day() -> None:
    friday = date(2026, 9, 18)
    starts = [one.starts_at.time() for one in free_windows(_room(), Wanted(first_day=friday, last_day=friday, after=time(15)))]
    assert starts[0] == time(15, 0)
    assert time(15, 30) not in starts
    assert time(17) in starts
    assert starts[-1] == time(18, 15)


def test_a_hold_that_ran_out_is_in_nobodys_way() -> None:
    friday = datetime(2026, 9, 18, 15, tzinfo=UTC)
    held = Booking(
        id=BookingId("b"), sku=Sku("CUT"), title="", staff_id=StaffId("mia"), store_id=MITTE, starts_at=friday,
        ends_at=friday + timedelta(minutes=45), price=euro(3800),
        status=BookingStatus.HELD, expires_at=OPENING + timedelta(minutes=10), held_at=OPENING,
    )  # fmt: skip
    wanted = Wanted(first_day=friday.date(), last_day=friday.date(), at=time(17))
    assert free_windows(_room((held,)), wanted) == []
    assert free_windows(replace(_room((held,)), without="b"), wanted)
    assert free_windows(_room((held,), now=OPENING + timedelta(minutes=10)), wanted)


def test_a_real_choice_is_apart_and_the_nearest_are_near() -> None:
    friday = date(2026, 9, 18)
    windows = free_windows(_room(), Wanted(first_day=friday, last_day=friday))
    chosen = spread(windows, 3, apart=timedelta(minutes=30))
    assert len({one.starts_at for one in chosen}) == 3
    near = nearest(windows, datetime(2026, 9, 18, 14, 30, tzinfo=UTC), 2)
    assert all(abs(one.starts_at - datetime(2026, 9, 18, 14, 30, tzinfo=UTC)) <= timedelta(minutes=90) for one in near)


@pytest.mark.parametrize(("before", "fee"), [(timedelta(hours=24), 0), (timedelta(hours=23, minutes=59), 1900)])
def test_canceling_costs_only_when_late(before: timedelta, fee: int) -> None:
    start = OPENING + DAY * 5
    booked = Booking(
        id=BookingId("b"), sku=Sku("CUT"), title="", staff_id=StaffId("mia"), store_id=MITTE,
        starts_at=start, ends_at=start + timedelta(minutes=45),
        price=euro(3800), status=BookingStatus.CONFIRMED, expires_at=OPENING, held_at=OPENING,
    )  # fmt: skip
    assert cancel_fee(booked, BookingRules(cancel_fee_bp=5000), start - before) == euro(fee)


@pytest.mark.parametrize(
    ("said", "read"),
    [(time(2, 30), time(14, 30)), (time(5), time(17)), (time(10, 30), time(10, 30)), (time(7), time(19)), (time(13), time(13))],
)
def test_times_are_read_from_opening_hours(said: time, read: time) -> None:
    starts = datetime.combine(OPENING.date(), said, ZoneInfo("Europe/Berlin"))
    when = When(starts=starts, ends=starts + timedelta(minutes=1), grain=Grain.MINUTE, has_time=True, either_half=said.hour < 13)
    wanted = wanted_times(when, ZoneInfo("Europe/Berlin"), lambda _: Hours(opens=time(10), closes=time(19)), day=None, staff_id=None)
    assert wanted.at == read


MONDAY = datetime(2026, 9, 14, tzinfo=ZoneInfo("Europe/Berlin"))
EVENING = When(starts=MONDAY.replace(hour=17), ends=MONDAY.replace(hour=22), grain=Grain.MINUTE, has_time=True)


@pytest.mark.parametrize(
    ("when", "first", "last", "after", "before"),
    [
        (When(starts=MONDAY, ends=MONDAY + DAY, bound=Bound.AFTER), 15, None, None, None),
        (When(starts=MONDAY, ends=MONDAY + DAY, bound=Bound.BY), None, 14, None, None),
        (When(starts=MONDAY, ends=MONDAY + DAY, bound=Bound.BEFORE), None, 13, None, None),
        (When(starts=MONDAY, ends=MONDAY + 2 * DAY), 14, 15, None, None),
        (replace(EVENING, grain=Grain.PART), 14, 14, 17, 22),
        (replace(EVENING, bound=Bound.AFTER), 14, 14, 17, None),
        (replace(EVENING, has_day=False), 20, 20, 17, 22),
    ],
)  # fmt: skip
def test_a_time_said_limits_days_and_hours(when: When, first: int | None, last: int | None, after: int | None, before: int | None) -> None:
    wanted = wanted_times(when, ZoneInfo("Europe/Berlin"), lambda _: None, day=date(2026, 9, 20), staff_id=None)
    told = (wanted.first_day and wanted.first_day.day, wanted.last_day and wanted.last_day.day)
    assert told == (first, last)
    assert (wanted.after and wanted.after.hour, wanted.before and wanted.before.hour) == (after, before)


RACK = {"frame_tube": Range(min=27, max=34, unit="mm"), "max_load": Quantity(value=25, unit="kg"), "weight": Quantity(value=890, unit="g")}


@pytest.mark.parametrize(
    ("value", "unit", "fit"),
    [
        (25, "mm", Fit.TOO_SMALL), (27, "mm", Fit.FITS), (3.4, "cm", Fit.FITS), (35, "mm", Fit.TOO_LARGE), (1.2, "inch", Fit.FITS),
        (20, "kg", Fit.FITS), (26, "kg", Fit.TOO_LARGE), (12, "V", Fit.UNKNOWN), (1, "furlong", Fit.UNKNOWN),
    ],
)  # fmt: skip
def test_what_is_declared_decides_what_fits(value: float, unit: str, fit: Fit) -> None:
    assert fit_of(RACK, value, unit, frozenset()).fit is fit


def test_sizes_in_a_list_are_compared_one_by_one() -> None:
    wheels = {"wheel_size": ("26 inch", "28 inch")}
    assert fit_of(wheels, 28, "inch", frozenset()).fit is Fit.FITS
    assert fit_of(wheels, 24, "inch", frozenset()).fit is Fit.OTHER_SIZE


TERMS = DeliveryTerms(
    fee=euro(490), free_from=None, days_min=1, days_max=3, countries=frozenset({"DE"}), working_days=frozenset(range(1, 7)), cutoff=time(14)
)


@pytest.mark.parametrize(
    ("at", "latest"),
    [
        ("2026-09-15T10:00:00+02:00", date(2026, 9, 18)),
        ("2026-09-15T14:00:00+02:00", date(2026, 9, 19)),
        ("2026-09-18T10:00:00+02:00", date(2026, 9, 22)),
        ("2026-09-20T10:00:00+02:00", date(2026, 9, 24)),
    ],
)
def test_delivery_is_promised_by_the_calendar(at: str, latest: date) -> None:
    promised = parcel_arrival(TERMS, datetime.fromisoformat(at), "Europe/Berlin")
    assert promised is not None
    assert promised.latest == latest


def test_holidays_are_no_working_days() -> None:
    promised = parcel_arrival(TERMS, datetime.fromisoformat("2026-10-02T10:00:00+02:00"), "Europe/Berlin", closed={date(2026, 10, 3)})
    assert promised is not None
    assert promised.earliest == date(2026, 10, 5)


def test_support_opens_when_it_opens() -> None:
    week = {1: Hours(opens=time(9), closes=time(18)), 2: Hours(opens=time(9), closes=time(18))}
    assert next_open(week, OPENING, "Europe/Berlin") == OPENING
    late = datetime.fromisoformat("2026-09-15T20:00:00+02:00")
    assert next_open(week, late, "Europe/Berlin") == datetime.fromisoformat("2026-09-21T09:00:00+02:00")
    assert next_open({}, OPENING, "Europe/Berlin") is None


@pytest.mark.parametrize(
    ("text", "cues", "emotion"),
    [
        ("where is my order?", [], Emotion.CALM),
        ("MUG-2 AND BAG-TAN", [], Emotion.CALM),
        ("put BAG-TAN and CARE in my cart and apply SAVE10", [], Emotion.CALM),
        ("WHERE IS MY ORDER", [], Emotion.UPSET),
        ("you idiots", ["angry"], Emotion.UPSET),
        ("you idiots!!! THIRD TIME", ["angry"], Emotion.ANGRY),
        ("idiots, this is a scam", ["angry", "angry"], Emotion.ANGRY),
        ("SAVE10 please", [], Emotion.CALM),
    ],
)
def test_how_a_message_sounds(text: str, cues: list[str], emotion: Emotion) -> None:
    assert emotion_of(text, cues) is emotion
