"""The shop's calendar, and the bookings in it. Two bookings never share a moment of the same person's time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shopkeeper.domain.bookings.booking import Booking
from shopkeeper.domain.bookings.calendar import Calendar
from shopkeeper.domain.core.ids import BookingId, ConversationId, CustomerId


class BookingStore(Protocol):
    def calendar(self) -> Calendar: ...
    def put_calendar(self, calendar: Calendar) -> None: ...
    def get(self, booking_id: BookingId) -> Booking | None: ...
    def take(self, booking: Booking) -> bool:
        """Save `booking` with its time taken; False (and nothing saved) when any of that time is somebody else's.

        A booking that is there already lets go of its former time only if it gets the new one.
        """
        ...

    def let_go(self, booking: Booking) -> None:
        """Save a booking that ended; its time is free again."""
        ...

    def save(self, booking: Booking) -> None:
        """Save a booking whose time did not change."""
        ...

    def between(self, first: datetime, last: datetime) -> Sequence[Booking]:
        """Held and confirmed bookings that touch the span, by start."""
        ...

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Booking]:
        """Newest first."""
        ...

    def of_customer(self, customer_id: CustomerId) -> Sequence[Booking]: ...
    def expired(self, now: datetime, *, limit: int) -> Sequence[Booking]:
        """Holds whose time is over."""
        ...

    def recent(self, *, limit: int) -> Sequence[Booking]:
        """By start, latest first."""
        ...
