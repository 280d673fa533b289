"""What comes after a sale, in memory: returns, bookings, tickets for people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shopkeeper.domain.bookings.booking import Booking, BookingStatus
from shopkeeper.domain.bookings.calendar import Calendar
from shopkeeper.domain.conversation.handoff import Handoff, HandoffStatus
from shopkeeper.domain.core.ids import BookingId, ConversationId, CustomerId, HandoffId, OrderNumber, RmaNumber
from shopkeeper.domain.returns.rma import Rma

TAKES = frozenset({BookingStatus.HELD, BookingStatus.CONFIRMED})


class MemoryReturns:
    def __init__(self) -> None:
        self._returns: dict[RmaNumber, Rma] = {}

    def get(self, number: RmaNumber) -> Rma | None:
        return self._returns.get(number)

    def of_order(self, number: OrderNumber) -> Sequence[Rma]:
        return [rma for rma in self.recent(limit=len(self._returns)) if rma.order_number == number]

    def of_customer(self, customer_id: CustomerId) -> Sequence[Rma]:
        return [rma for rma in self.recent(limit=len(self._returns)) if rma.customer_id == customer_id]

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Rma]:
        return [rma for rma in self.recent(limit=len(self._returns)) if rma.conversation_id == conversation_id]

    def recent(self, *, limit: int) -> Sequence[Rma]:
        return sorted(self._returns.values(), key=lambda rma: (rma.requested_at, rma.number), reverse=True)[:limit]

    def save(self, rma: Rma) -> None:
        self._returns[rma.number] = rma


class MemoryBookings:
    def __init__(self) -> None:
        self._bookings: dict[BookingId, Booking] = {}
        self._calendar = Calendar()

    def calendar(self) -> Calendar:
        return self._calendar

    def put_calendar(self, calendar: Calendar) -> None:
        self._calendar = calendar

    def get(self, booking_id: BookingId) -> Booking | None:
        return self._bookings.get(booking_id)

    def take(self, booking: Booking) -> bool:
        others = [one for one in self._bookings.values() if one.id != booking.id and one.status in TAKES]
        taken = {(one.resource, cell) for one in others for cell in one.cells}
        if any((booking.resource, cell) in taken for cell in booking.cells):
            return False
        self._bookings[booking.id] = booking
        return True

    def let_go(self, booking: Booking) -> None:
        self._bookings[booking.id] = booking

    def save(self, booking: Booking) -> None:
        self._bookings[booking.id] = booking

    def between(self, first: datetime, last: datetime) -> Sequence[Booking]:
        touching = [one for one in self._bookings.values() if one.status in TAKES and one.starts_at < last and one.ends_at > first]
        return sorted(touching, key=lambda one: (one.starts_at, one.id))

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Booking]:
        return self._newest([one for one in self._bookings.values() if one.conversation_id == conversation_id])

    def of_customer(self, customer_id: CustomerId) -> Sequence[Booking]:
        return self._newest([one for one in self._bookings.values() if one.customer_id == customer_id])

    def _newest(self, found: list[Booking]) -> Sequence[Booking]:
        return sorted(found, key=lambda one: (one.held_at, one.id), reverse=True)

    def expired(self, now: datetime, *, limit: int) -> Sequence[Booking]:
        over = [one for one in self._bookings.values() if one.status is BookingStatus.HELD and one.expires_at <= now]
        return sorted(over, key=lambda one: (one.expires_at, one.id))[:limit]

    def recent(self, *, limit: int) -> Sequence[Booking]:
        return sorted(self._bookings.values(), key=lambda one: (one.starts_at, one.id), reverse=True)[:limit]


class MemoryHandoffs:
    def __init__(self) -> None:
        self._handoffs: dict[HandoffId, Handoff] = {}

    def get(self, handoff_id: HandoffId) -> Handoff | None:
        return self._handoffs.get(handoff_id)

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Handoff]:
        return [one for one in self.recent(limit=len(self._handoffs)) if one.conversation_id == conversation_id]

    def in_status(self, *statuses: HandoffStatus, limit: int) -> Sequence[Handoff]:
        found = [one for one in self._handoffs.values() if one.status in statuses]
        return sorted(found, key=lambda one: (one.requested_at, one.id))[:limit]

    def recent(self, *, limit: int) -> Sequence[Handoff]:
        return sorted(self._handoffs.values(), key=lambda one: (one.requested_at, one.id), reverse=True)[:limit]

    def save(self, handoff: Handoff) -> None:
        self._handoffs[handoff.id] = handoff

    def erase(self, conversation_id: ConversationId) -> None:
        self._handoffs = {key: one for key, one in self._handoffs.items() if one.conversation_id != conversation_id}
