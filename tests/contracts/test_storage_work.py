"""Work functions: all or nothing, alone or in company, seen only when committed."""

from __future__ import annotations

import asyncio
import itertools
from pathlib import Path
from typing import Any

import pytest
from storage_samples import NOW, entry, order, started, taken

from shopkeeper.adapters.storage.sqlite import SqliteStorage
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.ids import CartId, ConversationId, ProductId, Sku
from shopkeeper.domain.core.outcome import InvalidInput, PermanentFault, TransientFault
from shopkeeper.ports.storage import Storage, Transaction
from shopkeeper.testing.storage import fresh_sqlite


def cart(name: str, quantity: int = 1) -> Cart:
    return Cart(id=CartId(name)).add(sku=Sku("CARE"), product_id=ProductId("care-kit"), quantity=quantity)


async def test_a_write_is_there_for_the_next_read(storage: Storage) -> None:
    assert await storage.write(lambda tx: tx.carts.save(cart("a"))) is None
    assert await storage.read(lambda tx: tx.carts.get(CartId("a"))) == cart("a")


async def test_failing_work_leaves_nothing_and_harms_nobody(storage: Storage) -> None:
    def failing(tx: Transaction) -> None:
        tx.carts.save(cart("bad"))
        tx.audit.append(entry("bad"))
        raise LookupError("no")

    done = await asyncio.gather(
        storage.write(lambda tx: tx.carts.save(cart("a"))),
        storage.write(failing),
        storage.write(lambda tx: (tx.carts.save(cart("b")), tx.audit.append(entry("b")))),
        return_exceptions=True,
    )
    assert isinstance(done[1], LookupError)
    assert [isinstance(result, Exception) for result in done] == [False, True, False]
    carts = await storage.read(lambda tx: [tx.carts.get(CartId(name)) for name in ("a", "bad", "b")])
    assert carts == [cart("a"), None, cart("b")]
    assert (await storage.read(lambda tx: tx.audit.verify()))[0] == 1


async def test_writing_in_a_read_raises(storage: Storage) -> None:
    with pytest.raises(PermanentFault):
        await storage.read(lambda tx: tx.carts.save(cart("a")))
    with pytest.raises(PermanentFault):
        await storage.read(lambda tx: tx.audit.append(entry()))
    assert await storage.read(lambda tx: tx.carts.get(CartId("a"))) is None


async def test_a_scan_reads_too(storage: Storage) -> None:
    await storage.write(lambda tx: tx.carts.save(cart("a")))
    assert await storage.scan(lambda tx: tx.carts.get(CartId("a"))) == cart("a")


async def test_no_update_is_lost_between_concurrent_writers(storage: Storage) -> None:
    await storage.write(lambda tx: tx.carts.save(cart("a", 1)))

    def one_more(tx: Transaction) -> None:
        before = tx.carts.get(CartId("a"))
        assert before is not None
        tx.carts.save(before.add(sku=Sku("CARE"), product_id=ProductId("care-kit"), quantity=1))

    await asyncio.gather(*(storage.write(one_more) for _ in range(40)))
    after = await storage.read(lambda tx: tx.carts.get(CartId("a")))
    assert after is not None
    assert after.count == 41


async def test_an_insert_race_ends_in_one_order(storage: Storage) -> None:
    def place(tx: Transaction) -> str:
        existing = tx.orders.for_checkout(order("1", checkout_name="co").checkout_id)
        if existing is not None:
            return existing.number
        placed = order(tx.orders.next_number(), checkout_name="co")
        tx.orders.save(placed)
        return placed.number

    numbers = await asyncio.gather(*(storage.write(place) for _ in range(20)))
    assert len(set(numbers)) == 1
    assert len(await storage.read(lambda tx: tx.orders.recent(limit=10))) == 1


async def test_breaking_a_constraint_is_a_permanent_fault(storage: Storage) -> None:
    def two_orders_for_one_checkout(tx: Transaction) -> None:
        tx.orders.save(order("1", checkout_name="co"))
        tx.orders.save(order("2", checkout_name="co"))

    with pytest.raises(PermanentFault):
        await storage.write(two_orders_for_one_checkout)
    assert await storage.read(lambda tx: tx.orders.recent(limit=10)) == []


async def test_text_that_is_not_unicode_is_invalid_input(storage: Storage) -> None:
    with pytest.raises(InvalidInput):
        await storage.read(lambda tx: tx.conversations.get(ConversationId("\ud800")))
    with pytest.raises(InvalidInput):
        await storage.write(lambda tx: tx.carts.save(cart("a").with_code("\ud800")))


async def test_stats_count_commits_and_work(storage: Storage) -> None:
    await storage.write(lambda tx: tx.carts.save(cart("a")))
    await storage.write(lambda tx: tx.carts.save(cart("b")))
    stats = storage.stats()
    assert (stats.commits, stats.writes) == (2, 2)


async def test_a_closed_storage_says_so(storage: Storage) -> None:
    pending = asyncio.ensure_future(storage.write(lambda tx: tx.carts.save(cart("a"))))
    await asyncio.sleep(0)
    await storage.close()
    assert await pending is None
    with pytest.raises(TransientFault):
        await storage.write(lambda tx: tx.carts.save(cart("a")))


async def test_sqlite_commits_what_waits_together_once(tmp_path: Path) -> None:
    storage = SqliteStorage(fresh_sqlite(tmp_path).removeprefix("sqlite:///"))
    await asyncio.gather(*(storage.write(_saving(f"c{number}")) for number in range(32)))
    stats = storage.stats()
    assert (stats.commits, stats.writes) == (2, 32)
    await storage.close()


@pytest.mark.parametrize("durability", ["process", "full"])
async def test_two_sqlite_storages_on_one_file_take_turns(tmp_path: Path, durability: Any) -> None:
    path = fresh_sqlite(tmp_path).removeprefix("sqlite:///")
    one, two = SqliteStorage(path, durability=durability), SqliteStorage(path, durability=durability)
    work = [where.write(lambda tx: tx.orders.next_number()) for _ in range(50) for where in (one, two)]
    assert len(set(await asyncio.gather(*work))) == 100
    await one.close()
    await two.close()


async def test_the_sqlite_log_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is emptied while writing goes on, however late a busy machine gives the disk thread its turn."""
    monkeypatch.setattr("shopkeeper.adapters.storage.writer.LOG_BYTES", 200_000)
    storage = SqliteStorage(tmp_path / fresh_sqlite(tmp_path).rsplit("/", 1)[1])
    log, largest, names = tmp_path / "shop.db-wal", 0, itertools.count()
    async with asyncio.timeout(60):
        while (size := log.stat().st_size if log.exists() else 0) >= largest:
            largest = size
            await storage.write(_saving(f"c{next(names)}"))
    assert largest > 200_000
    await storage.close()


async def test_a_stale_state_cannot_be_written(storage: Storage) -> None:
    state = await storage.write(lambda tx: tx.conversations.start(started(), token_hash="h", at=NOW))
    await storage.write(lambda tx: tx.conversations.append(state, [taken("t-1")], at=NOW))
    with pytest.raises(TransientFault):
        await storage.write(lambda tx: tx.conversations.append(state, [taken("t-2")], at=NOW))


def _saving(name: str) -> Any:
    return lambda tx: tx.carts.save(cart(name))
