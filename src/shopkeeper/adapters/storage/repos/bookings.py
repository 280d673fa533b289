"""The calendar and its bookings. A person's time is taken cell by cell; the key of the cells keeps two bookings apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, or_, select

from shopkeeper.adapters.storage.codec import Codec, micros
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.sql import Sql, insert, param, upsert
from shopkeeper.adapters.storage.tables import booking_cells as bc
from shopkeeper.adapters.storage.tables import bookings as b
from shopkeeper.adapters.storage.tables import shop_documents as sd
from shopkeeper.domain.bookings.booking import Booking, BookingStatus
from shopkeeper.domain.bookings.calendar import Calendar
from shopkeeper.domain.core.ids import BookingId, ConversationId, CustomerId

BOOKING: Codec[Booking] = Codec(Booking, keep=512)
CALENDAR: Codec[Calendar] = Codec(Calendar, keep=4)
CALENDAR_NAME = "calendar"
BODY = select(b.c.body)
HELD, CONFIRMED = BookingStatus.HELD.value, BookingStatus.CONFIRMED.value

DOCUMENT = Sql(select(sd.c.body).where(sd.c.name == param("name")))
SAVE_DOCUMENT = upsert(sd, keys=["name"])
GET = Sql(BODY.where(b.c.id == param("id")), lock=True)
BETWEEN = Sql(
    BODY.where(or_(b.c.status == HELD, b.c.status == CONFIRMED), b.c.starts_at < param("last"), b.c.ends_at > param("first")).order_by(
        b.c.starts_at, b.c.id
    )
)
OF_CONVERSATION = Sql(BODY.where(b.c.conversation_id == param("id")).order_by(b.c.held_at.desc(), b.c.id.desc()))
OF_CUSTOMER = Sql(BODY.where(b.c.customer_id == param("id")).order_by(b.c.held_at.desc(), b.c.id.desc()))
EXPIRED = Sql(
    BODY.where(b.c.status == HELD, b.c.expires_at <= param("now")).order_by(b.c.expires_at, b.c.id).limit(param("limit")), lock=True
)
RECENT = Sql(BODY.order_by(b.c.starts_at.desc(), b.c.id.desc()).limit(param("limit")))
SAVE = upsert(b, keys=["id"])
TAKE = insert(bc, or_ignore=True)
FREE = Sql(delete(bc).where(bc.c.booking_id == param("booking")))


class Bookings:
    """Implements `BookingStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def calendar(self) -> Calendar:
        body = self._db.value(DOCUMENT, name=CALENDAR_NAME)
        return Calendar() if body is None else CALENDAR.decode(body)

    def put_calendar(self, calendar: Calendar) -> None:
        self._db.run(SAVE_DOCUMENT, name=CALENDAR_NAME, body=CALENDAR.encode(calendar))

    def get(self, booking_id: BookingId) -> Booking | None:
        body = self._db.value(GET, id=booking_id)
        return None if body is None else BOOKING.decode(body)

    def take(self, booking: Booking) -> bool:
        before = self.get(booking.id)
        self._free(booking.id)
        if self._take_cells(booking):
            self.save(booking)
            return True
        self._free(booking.id)
        if before is not None and before.status in (BookingStatus.HELD, BookingStatus.CONFIRMED):
            self._take_cells(before)
        return False

    def _take_cells(self, booking: Booking) -> bool:
        """In order of time, so that two who want the same wait for one another and never in a circle."""
        return all(self._db.run(TAKE, resource=booking.resource, at=micros(cell), booking_id=booking.id) == 1 for cell in booking.cells)

    def _free(self, booking_id: BookingId) -> None:
        self._db.run(FREE, booking=booking_id)

    def let_go(self, booking: Booking) -> None:
        self._free(booking.id)
        self.save(booking)

    def save(self, booking: Booking) -> None:
        self._db.run(
            SAVE,
            id=booking.id,
            customer_id=booking.customer_id,
            conversation_id=booking.conversation_id,
            status=booking.status.value,
            starts_at=micros(booking.starts_at),
            ends_at=micros(booking.ends_at),
            held_at=micros(booking.held_at),
            expires_at=micros(booking.expires_at),
            body=BOOKING.encode(booking),
        )

    def between(self, first: datetime, last: datetime) -> Sequence[Booking]:
        return [BOOKING.decode(body) for (body,) in self._db.all(BETWEEN, first=micros(first), last=micros(last))]

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Booking]:
        return [BOOKING.decode(body) for (body,) in self._db.all(OF_CONVERSATION, id=conversation_id)]

    def of_customer(self, customer_id: CustomerId) -> Sequence[Booking]:
        return [BOOKING.decode(body) for (body,) in self._db.all(OF_CUSTOMER, id=customer_id)]

    def expired(self, now: datetime, *, limit: int) -> Sequence[Booking]:
        return [BOOKING.decode(body) for (body,) in self._db.all(EXPIRED, now=micros(now), limit=limit)]

    def recent(self, *, limit: int) -> Sequence[Booking]:
        return [BOOKING.decode(body) for (body,) in self._db.all(RECENT, limit=limit)]
