"""The capacity ledger: never above capacity, whoever comes at once; every hold ends exactly once."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from shopkeeper.domain.core.ids import CheckoutId, ReservationId
from shopkeeper.domain.fulfillment.capacity import CapacityHold
from shopkeeper.ports.storage import Storage

NOON = datetime(2026, 9, 15, 10, 0, tzinfo=UTC)
KITCHEN = "kitchen:mitte"
CO = CheckoutId("co-1")


def hold(name: str, quantity: int = 1, *, checkout: str = "co-1", at: datetime = NOON, minutes: int = 15) -> CapacityHold:
    return CapacityHold(
        id=ReservationId(name),
        checkout_id=CheckoutId(checkout),
        resource=KITCHEN,
        starts_at=at,
        quantity=quantity,
        expires_at=NOON + timedelta(minutes=minutes),
    )


async def take(storage: Storage, wanted: CapacityHold, capacity: int = 60) -> bool:
    return await storage.write(lambda tx: tx.capacity.take(wanted, capacity=capacity))


async def taken(storage: Storage) -> int:
    load = await storage.read(lambda tx: tx.capacity.taken([KITCHEN], NOON, NOON + timedelta(hours=1)))
    return load.get((KITCHEN, NOON), 0)


async def test_a_hundred_orders_of_two_drinks_at_once_fill_sixty_and_not_one_more(storage: Storage) -> None:
    won = await asyncio.gather(*(take(storage, hold(f"h-{n}", 2, checkout=f"co-{n}")) for n in range(100)))
    assert won.count(True) == 30
    assert await taken(storage) == 60
    assert sum(one.quantity for one in await storage.read(lambda tx: tx.capacity.all_held())) == 60


async def test_a_hold_fits_whole_or_is_not_made(storage: Storage) -> None:
    assert await take(storage, hold("h-1", 59))
    assert not await take(storage, hold("h-2", 2, checkout="co-2"))
    assert await take(storage, hold("h-3", 1, checkout="co-3"))
    assert await taken(storage) == 60


async def test_the_same_hold_again_is_one_hold(storage: Storage) -> None:
    assert all(await asyncio.gather(*(take(storage, hold("h-1", 40)) for _ in range(10))))
    assert await taken(storage) == 40


async def test_released_is_free_and_may_be_taken_anew(storage: Storage) -> None:
    await take(storage, hold("h-1", 60))
    assert [await storage.write(lambda tx: tx.capacity.release(CO)) for _ in range(2)] == [1, 0]
    assert await taken(storage) == 0
    later = replace(hold("h-1", 5), starts_at=NOON + timedelta(minutes=10))
    assert await take(storage, later)
    assert await storage.read(lambda tx: tx.capacity.held_for(CO)) == [later]


async def test_sold_stays_taken_until_the_order_is_given_up(storage: Storage) -> None:
    await take(storage, hold("h-1", 60))
    assert [await storage.write(lambda tx: tx.capacity.commit(CO)) for _ in range(2)] == [1, 0]
    assert await storage.write(lambda tx: tx.capacity.release(CO)) == 0
    assert await taken(storage) == 60
    assert await storage.read(lambda tx: tx.capacity.all_held()) == []
    assert [await storage.write(lambda tx: tx.capacity.give_back(CO)) for _ in range(2)] == [1, 0]
    assert await taken(storage) == 0


async def test_only_what_one_shipment_needs_is_given_up(storage: Storage) -> None:
    await take(storage, hold("h-1", 60))
    await storage.write(lambda tx: tx.capacity.commit(CO))
    assert await storage.write(lambda tx: tx.capacity.give_back(CO, resources={"courier:elsewhere"})) == 0
    assert await taken(storage) == 60
    mine = hold("h-1", 60).resource
    assert [await storage.write(lambda tx: tx.capacity.give_back(CO, resources={mine})) for _ in range(2)] == [1, 0]
    assert await taken(storage) == 0


async def test_what_ran_out_is_found_and_what_was_extended_is_not(storage: Storage) -> None:
    await take(storage, hold("h-1", minutes=5))
    await take(storage, hold("h-2", checkout="co-2", minutes=9))
    later = NOON + timedelta(minutes=7)
    assert [one.id for one in await storage.read(lambda tx: tx.capacity.expired(later, limit=10))] == ["h-1"]
    await storage.write(lambda tx: tx.capacity.extend(CO, later + timedelta(minutes=1)))
    assert await storage.read(lambda tx: tx.capacity.expired(later, limit=10)) == []


async def test_stretches_and_resources_do_not_touch_one_another(storage: Storage) -> None:
    await take(storage, hold("h-1", 60))
    assert await take(storage, hold("h-2", 60, at=NOON + timedelta(minutes=10)))
    assert await take(storage, replace(hold("h-3", 60), resource="kitchen:nord"))
    until = NOON + timedelta(minutes=10)
    assert await storage.read(lambda tx: tx.capacity.taken([KITCHEN], NOON, until)) == {(KITCHEN, NOON): 60}


async def test_a_failed_work_leaves_no_hold(storage: Storage) -> None:
    def work(tx: object) -> None:
        tx.capacity.take(hold("h-1", 60), capacity=60)  # type: ignore[attr-defined]
        raise ValueError("the payment could not be opened")

    with contextlib.suppress(ValueError):
        await storage.write(work)
    assert await taken(storage) == 0
