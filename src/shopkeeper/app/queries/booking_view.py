"""An appointment as the shopper sees it, in the store's own time, with until when a hold stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from shopkeeper.app.queries.product_view import money_json
from shopkeeper.domain.bookings.booking import Booking, BookingStatus
from shopkeeper.domain.bookings.calendar import Calendar
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.ports.phrase_book import PhraseBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A booking with what it is drawn from."""

    booking: Booking
    title: str
    store: Store | None
    calendar: Calendar
    now: datetime

    @property
    def zone(self) -> str:
        return self.store.zone if self.store else "UTC"


def booking_json(appointment: Appointment, phrases: PhraseBook, locale: str) -> dict[str, object]:
    """The booking block of reply-blocks."""
    booking, store, zone = appointment.booking, appointment.store, appointment.zone
    status = shown_status(booking, appointment.now)
    member = appointment.calendar.member(booking.staff_id)
    return {
        "id": booking.id,
        "sku": booking.sku,
        "title": appointment.title,
        "with": member.name if member else None,
        "starts_at": booking.starts_at.astimezone(ZoneInfo(zone)).isoformat(),
        "ends_at": booking.ends_at.astimezone(ZoneInfo(zone)).isoformat(),
        "time_zone": zone,
        "place": f"{store.name}, {store.line1}" if store else None,
        "price": money_json(booking.price),
        "add_ons": list(booking.add_ons),
        "status": status.value,
        "status_label": phrases.word(f"booking.status_{status.value}", locale=locale),
        "expires_at": booking.expires_at.isoformat() if status is BookingStatus.HELD else None,
    }


def shown_status(booking: Booking, now: datetime) -> BookingStatus:
    """A hold whose time is over is over, whether the sweep has come by or not."""
    lapsed = booking.status is BookingStatus.HELD and not booking.is_live(now)
    return BookingStatus.EXPIRED if lapsed else booking.status


def booking_actions(
    appointment: Appointment, others: tuple[tuple[str, str], ...], phrases: PhraseBook, locale: str
) -> list[dict[str, object]]:
    """Yes first, then other windows, then giving it up."""
    booking = appointment.booking
    if not booking.is_live(appointment.now):
        return []
    actions: list[dict[str, object]] = []
    if booking.status is BookingStatus.HELD:
        actions.append(_tap(phrases.word("action.book", locale=locale), {"action": "confirm_booking", "booking_id": booking.id}))
        for starts_at, staff_id in others:
            facts = {"starts_at": datetime.fromisoformat(starts_at), "zone": appointment.zone}
            label = phrases.word("booking.window", locale=locale, facts=facts)
            window = {"action": "pick_window", "sku": booking.sku, "staff_id": staff_id, "starts_at": starts_at}
            actions.append(_tap(label, window))
    actions.append(_tap(phrases.word("action.cancel_booking", locale=locale), {"action": "cancel_booking", "booking_id": booking.id}))
    return actions


def _tap(label: str, fields: Mapping[str, object]) -> dict[str, object]:
    return {"label": label, "send": {"type": "action", **fields}}
