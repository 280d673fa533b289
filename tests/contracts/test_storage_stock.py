"""The stock ledger: the last unit is promised once, and every hold ends exactly once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

from storage_samples import MITTE, NORD, NOW, hold

from shopkeeper.domain.core.ids import CheckoutId, Sku
from shopkeeper.domain.fulfillment.stock import StockReservation
from shopkeeper.ports.storage import Storage, Transaction

BAG = Sku("BAG-BRN")
CO = CheckoutId("co-1")


async def stocked(storage: Storage, quantity: int) -> None:
    await storage.write(lambda tx: tx.stock.set_on_hand(BAG, MITTE, quantity))


async def left(storage: Storage) -> int:
    return (await storage.read(lambda tx: tx.stock.available([BAG])))[BAG][MITTE]


def reserving(reservation: StockReservation) -> Callable[[Transaction], bool]:
    return lambda tx: tx.stock.reserve(reservation)


async def test_a_hundred_want_the_last_seven(storage: Storage) -> None:
    await stocked(storage, 7)
    holds = [hold(f"r-{number}", BAG, checkout=f"co-{number}") for number in range(100)]
    won = await asyncio.gather(*(storage.write(reserving(each)) for each in holds))
    assert won.count(True) == 7
    assert await left(storage) == 0
    assert len(await storage.read(lambda tx: tx.stock.all_held())) == 7


async def test_the_same_hold_at_once_is_one_hold(storage: Storage) -> None:
    await stocked(storage, 7)
    won = await asyncio.gather(*(storage.write(reserving(hold("r-1", BAG, 2))) for _ in range(20)))
    assert all(won)
    assert await left(storage) == 5


async def test_crossing_holds_do_not_stop_one_another(storage: Storage) -> None:
    skus = [Sku("A"), Sku("B")]
    await storage.write(lambda tx: tx.stock.set_many([(sku, MITTE, 100) for sku in skus]))

    def both(number: int) -> Callable[[Transaction], bool]:
        order = skus if number % 2 else skus[::-1]
        return lambda tx: all(tx.stock.reserve(hold(f"r-{number}-{sku}", sku, checkout=f"co-{number}")) for sku in order)

    assert all(await asyncio.gather(*(storage.write(both(number)) for number in range(16))))
    assert await storage.read(lambda tx: tx.stock.available(skus)) == {"A": {MITTE: 84}, "B": {MITTE: 84}}


async def test_a_hold_fits_whole_or_is_not_made(storage: Storage) -> None:
    await stocked(storage, 1)
    assert not await storage.write(reserving(hold("r-1", BAG, 2)))
    assert not await storage.write(reserving(hold("r-2", BAG, store=NORD)))
    assert not await storage.write(reserving(hold("r-3", "UNCOUNTED")))
    assert await left(storage) == 1
    assert await storage.read(lambda tx: tx.stock.held_for(CO)) == []
    assert await storage.read(lambda tx: tx.stock.available([Sku("UNCOUNTED")])) == {}


async def test_releasing_gives_back_once(storage: Storage) -> None:
    await stocked(storage, 5)
    await storage.write(reserving(hold("r-1", BAG, 2)))
    assert await storage.read(lambda tx: tx.stock.held_for(CO)) == [hold("r-1", BAG, 2)]
    assert [await storage.write(lambda tx: tx.stock.release(CO)) for _ in range(2)] == [1, 0]
    assert await left(storage) == 5
    assert await storage.write(reserving(hold("r-1", BAG, 3, minutes=30)))
    assert await storage.read(lambda tx: tx.stock.held_for(CO)) == [hold("r-1", BAG, 3, minutes=30)]
    assert await left(storage) == 2


async def test_committing_sells_once(storage: Storage) -> None:
    await stocked(storage, 5)
    await storage.write(reserving(hold("r-1", BAG, 2)))
    assert [await storage.write(lambda tx: tx.stock.commit(CO)) for _ in range(2)] == [1, 0]
    assert await left(storage) == 3
    assert await storage.write(lambda tx: tx.stock.release(CO)) == 0
    assert await storage.write(reserving(hold("r-1", BAG, 2)))
    assert await left(storage) == 3


async def test_only_what_one_store_sold_goes_back_on_its_shelf(storage: Storage) -> None:
    await stocked(storage, 5)
    await storage.write(lambda tx: tx.stock.set_on_hand(BAG, NORD, 5))
    await storage.write(reserving(hold("r-1", BAG, 2)))
    await storage.write(reserving(hold("r-2", BAG, 3, store=NORD)))
    await storage.write(lambda tx: tx.stock.commit(CO))
    assert await storage.write(lambda tx: tx.stock.restock(CO, skus={Sku("MUG-2")})) == 0
    assert [await storage.write(lambda tx: tx.stock.restock(CO, skus={BAG}, store_id=NORD)) for _ in range(2)] == [1, 0]
    assert (await storage.read(lambda tx: tx.stock.available([BAG])))[BAG] == {MITTE: 3, NORD: 5}
    assert [await storage.write(lambda tx: tx.stock.restock(CO)) for _ in range(2)] == [1, 0]
    assert await left(storage) == 5


async def test_a_lower_count_never_shows_less_than_none(storage: Storage) -> None:
    await stocked(storage, 5)
    await storage.write(reserving(hold("r-1", BAG, 4)))
    await stocked(storage, 3)
    assert await left(storage) == 0
    assert not await storage.write(reserving(hold("r-2", BAG)))
    await storage.write(lambda tx: tx.stock.release(CO))
    assert await left(storage) == 3


async def test_what_is_no_longer_counted_is_absent_and_its_hold_still_ends(storage: Storage) -> None:
    await stocked(storage, 5)
    await storage.write(reserving(hold("r-1", BAG, 4)))
    await storage.write(lambda tx: tx.stock.uncount([BAG]))
    assert await storage.read(lambda tx: tx.stock.available([BAG])) == {}
    assert await storage.write(lambda tx: tx.stock.release(CO)) == 1
    assert await storage.read(lambda tx: tx.stock.all_held()) == []
    await stocked(storage, 2)
    assert await left(storage) == 2


async def test_expired_holds_are_listed_until_extended(storage: Storage) -> None:
    await stocked(storage, 5)
    await storage.write(
        lambda tx: [tx.stock.reserve(hold("r-1", BAG, minutes=5)), tx.stock.reserve(hold("r-2", BAG, minutes=9, checkout="co-2"))]
    )
    later = NOW + timedelta(minutes=10)
    expired = await storage.read(lambda tx: tx.stock.expired(later, limit=9))
    assert [each.id for each in expired] == ["r-1", "r-2"]
    await storage.write(lambda tx: tx.stock.extend(CO, later + timedelta(minutes=1)))
    assert [each.id for each in await storage.read(lambda tx: tx.stock.expired(later, limit=9))] == ["r-2"]
    assert len(await storage.read(lambda tx: tx.stock.all_held())) == 2


async def test_a_recount_below_what_is_held_is_short(storage: Storage) -> None:
    await stocked(storage, 5)
    await storage.write(reserving(hold("r-1", BAG, 2, checkout=CO)))
    assert await storage.read(lambda tx: tx.stock.short(CO)) == []
    await stocked(storage, 1)
    assert await storage.read(lambda tx: tx.stock.short(CO)) == [BAG]
