"""Returns, bookings and tickets come back as saved; a person's time is taken once, whoever asks at the same moment."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

from storage_samples import NOW, euros

from shopkeeper.domain.bookings.booking import Booking, BookingStatus
from shopkeeper.domain.conversation.handoff import Emotion, Handoff, HandoffStatus, Risk
from shopkeeper.domain.core.ids import (
    BookingId,
    ConversationId,
    CustomerId,
    HandoffId,
    LineId,
    OrderNumber,
    RmaNumber,
    Sku,
    StaffId,
    StoreId,
)
from shopkeeper.domain.returns.rma import Rma, RmaKind, RmaLine, RmaStatus
from shopkeeper.ports.storage import Storage

START = NOW + timedelta(days=3)


def booking(name: str, *, minutes: int = 0, length: int = 45, status: BookingStatus = BookingStatus.HELD, place: int = 0) -> Booking:
    starts_at = START + timedelta(minutes=minutes)
    return Booking(
        id=BookingId(name),
        sku=Sku("CUT-45"),
        title="Haircut",
        staff_id=StaffId("mia"),
        store_id=StoreId("mitte"),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=length),
        price=euros(3800),
        status=status,
        expires_at=NOW + timedelta(minutes=10),
        held_at=NOW,
        conversation_id=ConversationId(f"cnv-{name}"),
        customer_id=CustomerId("ana"),
        place=place,
    )


def rma(number: str, order: str = "1041", status: RmaStatus = RmaStatus.DRAFT, minutes: int = 0) -> Rma:
    line = RmaLine(line_id=LineId("line-2"), sku=Sku("MUG-2"), title="Mugs", quantity=1, refund=euros(2160))
    return Rma(
        number=RmaNumber(number),
        order_number=OrderNumber(order),
        kind=RmaKind.RETURN,
        lines=(line,),
        delivery_refund=euros(0),
        status=status,
        requested_at=NOW + timedelta(minutes=minutes),
        customer_id=CustomerId("ana"),
        conversation_id=ConversationId("cnv-1"),
    )


def ticket(name: str, minutes: int = 0, status: HandoffStatus = HandoffStatus.QUEUED) -> Handoff:
    return Handoff(
        id=HandoffId(name),
        number="T-1",
        conversation_id=ConversationId(f"cnv-{name}"),
        customer_id=None,
        reason="asked",
        emotion=Emotion.ANGRY,
        risk=Risk.LEGAL,
        language="en",
        requested_at=NOW + timedelta(minutes=minutes),
        status=status,
        facts={"orders": ["1102 confirmed"]},
    )


async def test_a_return_is_found_by_every_way(storage: Storage) -> None:
    first, second = rma("RMA-1041-1"), rma("RMA-1041-2", minutes=5)
    await storage.write(lambda tx: (tx.returns.save(first), tx.returns.save(second), tx.returns.save(rma("RMA-0977-1", "0977"))))
    assert await storage.read(lambda tx: tx.returns.get(first.number)) == first
    assert list(await storage.read(lambda tx: tx.returns.of_order(OrderNumber("1041")))) == [second, first]
    assert len(await storage.read(lambda tx: tx.returns.of_customer(CustomerId("ana")))) == 3
    assert len(await storage.read(lambda tx: tx.returns.of_conversation(ConversationId("cnv-1")))) == 3
    moved = first.move(RmaStatus.REQUESTED, at=NOW, by="shopper")
    await storage.write(lambda tx: tx.returns.save(moved))
    assert await storage.read(lambda tx: tx.returns.get(first.number)) == moved


async def test_time_is_taken_once(storage: Storage) -> None:
    assert await storage.write(lambda tx: tx.bookings.take(booking("a")))
    assert not await storage.write(lambda tx: tx.bookings.take(booking("b", minutes=15)))
    assert await storage.write(lambda tx: tx.bookings.take(booking("c", minutes=45)))
    assert await storage.read(lambda tx: tx.bookings.get(BookingId("b"))) is None
    await storage.write(lambda tx: tx.bookings.let_go(booking("a").close(BookingStatus.CANCELED)))
    assert await storage.write(lambda tx: tx.bookings.take(booking("b")))


async def test_two_at_the_same_moment_one_wins(storage: Storage) -> None:
    wanted = [booking(f"w{at}", minutes=5 * (at % 3)) for at in range(12)]
    won = await asyncio.gather(*(storage.write(lambda tx, one=one: tx.bookings.take(one)) for one in wanted))
    assert sum(won) == 1
    kept = await storage.read(lambda tx: tx.bookings.between(START - timedelta(days=1), START + timedelta(days=1)))
    assert len(kept) == 1


async def test_a_move_keeps_the_old_time_when_the_new_one_is_gone(storage: Storage) -> None:
    first, other = booking("a", status=BookingStatus.CONFIRMED), booking("b", minutes=60)
    assert await storage.write(lambda tx: tx.bookings.take(first) and tx.bookings.take(other))
    onto = replace(first, starts_at=other.starts_at, ends_at=other.ends_at)
    assert not await storage.write(lambda tx: tx.bookings.take(onto))
    assert await storage.read(lambda tx: tx.bookings.get(first.id)) == first
    assert not await storage.write(lambda tx: tx.bookings.take(booking("c")))
    longer = replace(first, ends_at=first.ends_at + timedelta(minutes=10))
    assert await storage.write(lambda tx: tx.bookings.take(longer))


async def test_places_of_a_group_are_apart(storage: Storage) -> None:
    assert await storage.write(lambda tx: tx.bookings.take(booking("a", place=1)))
    assert await storage.write(lambda tx: tx.bookings.take(booking("b", place=2)))
    assert not await storage.write(lambda tx: tx.bookings.take(booking("c", place=2)))


async def test_only_holds_expire(storage: Storage) -> None:
    held, sure = booking("a"), booking("b", minutes=60, status=BookingStatus.CONFIRMED)
    await storage.write(lambda tx: (tx.bookings.take(held), tx.bookings.take(sure)))
    assert list(await storage.read(lambda tx: tx.bookings.expired(NOW + timedelta(minutes=9), limit=9))) == []
    assert list(await storage.read(lambda tx: tx.bookings.expired(NOW + timedelta(minutes=10), limit=9))) == [held]


async def test_tickets_wait_in_order(storage: Storage) -> None:
    first, second, done = ticket("a"), ticket("b", 5), ticket("c", 1, HandoffStatus.CLOSED)
    await storage.write(lambda tx: [tx.handoffs.save(one) for one in (second, first, done)])
    assert list(await storage.read(lambda tx: tx.handoffs.in_status(HandoffStatus.QUEUED, limit=9))) == [first, second]
    assert [one.id for one in await storage.read(lambda tx: tx.handoffs.recent(limit=2))] == ["b", "c"]
    await storage.write(lambda tx: tx.handoffs.erase(ConversationId("cnv-a")))
    assert await storage.read(lambda tx: tx.handoffs.get(HandoffId("a"))) is None
