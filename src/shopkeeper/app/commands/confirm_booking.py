"""From a held window to an appointment; moving it, and giving it up with the fee the terms name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

from shopkeeper.app.commands.hold_booking import Sought, booking_facts, release_expired_bookings, window_at
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.bookings.booking import Booking, BookingStatus, cancel_fee, may_move
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import CancelBooking, ConfirmBooking, MoveBooking
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def confirm_booking(permit: Permit[ConfirmBooking], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """A hold that ran out a moment ago is confirmed still, if nobody took its time meanwhile."""
    booking, calendar = tx.bookings.get(permit.command.booking_id), tx.bookings.calendar()
    if booking is None or booking.status is BookingStatus.CANCELED:
        return Refusal(code="booking_unknown")
    if booking.status is BookingStatus.CONFIRMED:
        return Ran(facts=booking_facts(booking, calendar, tx, moment, "booking_already"))
    if not booking.is_live(moment.now) and booking.starts_at <= moment.now:
        return Refusal(code="hold_expired")
    confirmed = replace(booking, status=BookingStatus.CONFIRMED, customer_id=booking.customer_id or moment.customer_id)
    release_expired_bookings(tx, moment.now)
    if not tx.bookings.take(confirmed):
        return Refusal(code="window_taken", params={"starts_at": booking.starts_at})
    _audit(confirmed, "booking.confirmed", tx, moment)
    return Ran(facts=booking_facts(confirmed, calendar, tx, moment, "booking_confirmed"))


def move_booking(permit: Permit[MoveBooking], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """The old time is let go of only when the new one is had."""
    command = permit.command
    booking, calendar = tx.bookings.get(command.booking_id), tx.bookings.calendar()
    service = calendar.service(booking.sku) if booking else None
    if booking is None or service is None or not booking.is_live(moment.now):
        return Refusal(code="booking_unknown")
    if not may_move(booking, calendar.rules, moment.now):
        return Refusal(code="booking_fixed", params={"starts_at": booking.starts_at})
    release_expired_bookings(tx, moment.now)
    sought = Sought(service=service, staff_id=command.staff_id, starts_at=command.starts_at, add_ons=booking.add_ons, without=booking)
    window = window_at(sought, tx, moment.now)
    if window is None:
        return Refusal(code="window_taken", params={"starts_at": command.starts_at})
    moved = replace(
        booking,
        staff_id=window.staff_id,
        place=window.place,
        starts_at=window.starts_at.astimezone(UTC),
        ends_at=window.ends_at.astimezone(UTC),
        moved=booking.moved + (booking.status is BookingStatus.CONFIRMED),
    )
    if not tx.bookings.take(moved):
        return Refusal(code="window_taken", params={"starts_at": command.starts_at})
    _audit(moved, "booking.moved", tx, moment)
    return Ran(facts=booking_facts(moved, calendar, tx, moment, "booking_moved"))


def cancel_booking(permit: Permit[CancelBooking], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Canceling twice is canceling once. A fee is noted on the booking; nothing is charged here."""
    booking, calendar = tx.bookings.get(permit.command.booking_id), tx.bookings.calendar()
    if booking is None:
        return Refusal(code="booking_unknown")
    if booking.status in (BookingStatus.CANCELED, BookingStatus.EXPIRED):
        return Ran(facts=booking_facts(booking, calendar, tx, moment, "booking_canceled"))
    fee = cancel_fee(booking, calendar.rules, moment.now)
    canceled = booking.close(BookingStatus.CANCELED, fee=fee if fee else None)
    tx.bookings.let_go(canceled)
    _audit(canceled, "booking.canceled", tx, moment)
    return Ran(facts=booking_facts(canceled, calendar, tx, moment, "booking_canceled"))


def _audit(booking: Booking, action: str, tx: Transaction, moment: Moment) -> None:
    facts = {
        "sku": booking.sku,
        "staff": booking.staff_id,
        "starts_at": booking.starts_at.isoformat(),
        "fee": booking.fee.minor if booking.fee else 0,
    }
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action=action, subject=booking.id, facts=facts))
