"""One appointment: held for a short while, then confirmed, moved or canceled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from shopkeeper.domain.bookings.calendar import BookingRules
from shopkeeper.domain.core.ids import BookingId, ConversationId, CustomerId, Sku, StaffId, StoreId
from shopkeeper.domain.core.money import Money

CELL = timedelta(minutes=5)
"""Time of staff is taken in cells of this length; durations are rounded up to it."""


class BookingStatus(StrEnum):
    HELD = "held"
    CONFIRMED = "confirmed"
    CANCELED = "canceled"
    EXPIRED = "expired"


LIVE = frozenset({BookingStatus.HELD, BookingStatus.CONFIRMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """Times in UTC. `place` tells the places of a group window apart; `expires_at` counts only while held."""

    id: BookingId
    sku: Sku
    title: str
    staff_id: StaffId
    store_id: StoreId
    starts_at: datetime
    ends_at: datetime
    price: Money
    status: BookingStatus
    expires_at: datetime
    held_at: datetime
    add_ons: tuple[Sku, ...] = ()
    conversation_id: ConversationId | None = None
    customer_id: CustomerId | None = None
    place: int = 0
    moved: int = 0
    fee: Money | None = None

    @property
    def resource(self) -> str:
        """Whose time it takes."""
        return f"{self.staff_id}/{self.place}" if self.place else self.staff_id

    @property
    def cells(self) -> tuple[datetime, ...]:
        count = -((self.starts_at - self.ends_at) // CELL)
        return tuple(self.starts_at + CELL * at for at in range(count))

    def is_live(self, now: datetime) -> bool:
        """Whether it takes its time away from others."""
        return self.status is BookingStatus.CONFIRMED or (self.status is BookingStatus.HELD and now < self.expires_at)

    def close(self, status: BookingStatus, *, fee: Money | None = None) -> Booking:
        return replace(self, status=status, fee=fee)


def cancel_fee(booking: Booking, rules: BookingRules, now: datetime) -> Money:
    """Nothing for a hold, or in time; else the share of the price that the terms name."""
    free = booking.status is not BookingStatus.CONFIRMED or now <= booking.starts_at - rules.cancel_free_until
    return Money.zero(booking.price.currency) if free else booking.price.percent(rules.cancel_fee_bp)


def may_move(booking: Booking, rules: BookingRules, now: datetime) -> bool:
    """Holds move freely; a confirmed booking in time, and only so often."""
    if booking.status is BookingStatus.HELD:
        return True
    return now <= booking.starts_at - rules.move_free_until and booking.moved < rules.moves
