"""Holding a window of somebody's time for a short while, so that the shopper can say yes in peace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.app.naming import read_labels
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.bookings.booking import Booking, BookingStatus
from shopkeeper.domain.bookings.calendar import Calendar, Service
from shopkeeper.domain.bookings.windows import Room, Wanted, Window, free_windows
from shopkeeper.domain.core.ids import BookingId, ConversationId, Sku, StaffId, derive
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import HoldBooking
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    service: Service
    staff_id: StaffId
    starts_at: datetime
    add_ons: tuple[Sku, ...] = ()
    without: Booking | None = None


def hold_booking(permit: Permit[HoldBooking], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """An open hold of the conversation moves to the new window. Refuses `window_taken` when somebody else has the time."""
    command = permit.command
    calendar = tx.bookings.calendar()
    service = calendar.service(command.sku)
    if service is None:
        return Refusal(code="service_unknown")
    release_expired_bookings(tx, moment.now)
    before = open_hold(command.conversation_id, tx, moment.now)
    sought = Sought(service=service, staff_id=command.staff_id, starts_at=command.starts_at, add_ons=command.add_ons, without=before)
    window = window_at(sought, tx, moment.now)
    if window is None:
        return Refusal(code="window_taken", params={"starts_at": command.starts_at})
    booking = replace(_booking(command, service, window, tx, moment), **({"id": before.id} if before else {}))
    if not tx.bookings.take(booking):
        return Refusal(code="window_taken", params={"starts_at": command.starts_at})
    facts = {"sku": booking.sku, "staff": booking.staff_id, "starts_at": booking.starts_at.isoformat()}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="booking.held", subject=booking.id, facts=facts))
    return Ran(facts=booking_facts(booking, calendar, tx, moment, "booking_held"))


def window_at(sought: Sought, tx: Transaction, now: datetime) -> Window | None:
    """The free window that begins exactly then, by the calendar and what is booked."""
    room = room_for(sought.service, tx, now, add_ons=sought.add_ons, without=sought.without, around=sought.starts_at)
    if room is None:
        return None
    day = sought.starts_at.astimezone(room.zone).date()
    free = free_windows(room, Wanted(first_day=day, last_day=day))
    return next((one for one in free if one.starts_at == sought.starts_at and sought.staff_id in ("", one.staff_id)), None)


def room_for(
    service: Service,
    tx: Transaction,
    now: datetime,
    *,
    add_ons: tuple[Sku, ...] = (),
    without: Booking | None = None,
    around: datetime | None = None,
) -> Room | None:
    """All that is booked within the horizon, or on the days `around` a moment; None for a store that is gone."""
    calendar = tx.bookings.calendar()
    store = next((store for store in tx.shop.stores() if store.id == service.store_id), None)
    if store is None:
        return None
    first, last = (around - DAY, around + DAY) if around else (now - DAY, now + calendar.rules.latest_ahead + DAY)
    return Room(
        calendar=calendar,
        service=service,
        store=store,
        taken=tx.bookings.between(first, last),
        now=now,
        extra=extra_time(calendar, add_ons),
        without=without.id if without else None,
    )


def extra_time(calendar: Calendar, add_ons: tuple[Sku, ...]) -> timedelta:
    added = (calendar.service(sku) for sku in add_ons)
    return sum((service.duration for service in added if service is not None), timedelta(0))


def open_hold(conversation_id: ConversationId, tx: Transaction, now: datetime) -> Booking | None:
    """The live hold of the conversation, if it has one."""
    held = (one for one in tx.bookings.of_conversation(conversation_id) if one.status is BookingStatus.HELD and one.is_live(now))
    return next(held, None)


def release_expired_bookings(tx: Transaction, now: datetime, *, limit: int = 200) -> list[Booking]:
    """Holds whose time is over let go of it."""
    released = [booking.close(BookingStatus.EXPIRED) for booking in tx.bookings.expired(now, limit=limit)]
    for booking in released:
        tx.bookings.let_go(booking)
    return released


def booking_facts(booking: Booking, calendar: Calendar, tx: Transaction, moment: Moment, code: str) -> dict[str, object]:
    member = calendar.member(booking.staff_id)
    store = next((store for store in tx.shop.stores() if store.id == booking.store_id), None)
    return {
        "code": code,
        "booking": booking.id,
        "title": _title(booking.sku, tx, moment),
        "staff": member.name if member else "",
        "starts_at": booking.starts_at,
        "expires_at": booking.expires_at,
        "store": store.name if store else "",
        "city": store.zone.rpartition("/")[2].replace("_", " ") if store else "",
        "price": booking.price,
        "fee": booking.fee or Money.zero(booking.price.currency),
    }


def _booking(command: HoldBooking, service: Service, window: Window, tx: Transaction, moment: Moment) -> Booking:
    calendar = tx.bookings.calendar()
    priced = [service.price, *(added.price for sku in command.add_ons if (added := calendar.service(sku)) is not None)]
    identity = derive("bkg", command.conversation_id, command.sku, window.staff_id, window.starts_at.isoformat(), moment.now.isoformat())
    return Booking(
        id=BookingId(identity),
        sku=command.sku,
        title=_title(command.sku, tx, moment),
        staff_id=window.staff_id,
        store_id=service.store_id,
        starts_at=window.starts_at.astimezone(UTC),
        ends_at=window.ends_at.astimezone(UTC),
        price=sum_money(priced, service.price.currency),
        status=BookingStatus.HELD,
        expires_at=moment.now + calendar.rules.hold,
        held_at=moment.now,
        add_ons=command.add_ons,
        conversation_id=command.conversation_id,
        customer_id=moment.customer_id,
        place=window.place,
    )


def _title(sku: Sku, tx: Transaction, moment: Moment) -> str:
    product_id = tx.catalog.products_of([sku]).get(sku)
    listing = tx.catalog.listings([product_id]).get(product_id) if product_id else None
    profile = tx.shop.profile()
    return read_labels(tx, moment.language, profile).text(listing.product.title) if listing and profile else sku
