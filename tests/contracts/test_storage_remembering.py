"""What a transaction and the codecs remember never shows: every read gives what a fresh one would give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from storage_samples import NOW, checkout, euros, offers, product

from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.ids import CartId, CheckoutId, ProductId, ReservationId, Sku, StoreId
from shopkeeper.domain.fulfillment.stock import StockReservation
from shopkeeper.ports.storage import Storage, Transaction

CART = CartId("cart-1")
EGGS = Sku("EGG-12")
MITTE = StoreId("mitte")


def cart(quantity: int) -> Cart:
    return Cart(id=CART).add(sku=EGGS, product_id=ProductId("eggs"), quantity=quantity)


async def test_a_transaction_reads_its_own_writes(storage: Storage) -> None:
    def work(tx: Transaction) -> list[Cart | None]:
        seen = [tx.carts.get(CART)]
        for quantity in (1, 2):
            tx.carts.save(cart(quantity))
            seen += [tx.carts.get(CART), tx.carts.get(CART)]
        return seen

    assert await storage.write(work) == [None, cart(1), cart(1), cart(2), cart(2)]


async def test_holding_stock_shows_in_what_is_available(storage: Storage) -> None:
    hold = StockReservation(id=ReservationId("r-1"), checkout_id=CheckoutId("co-1"), sku=EGGS, store_id=MITTE, quantity=2, expires_at=NOW)

    def work(tx: Transaction) -> list[int]:
        counts: list[int] = []

        def count() -> None:
            counts.append(tx.stock.available([EGGS])[EGGS][MITTE])

        tx.stock.set_on_hand(EGGS, MITTE, 5)
        count()
        tx.stock.reserve(hold)
        count()
        tx.stock.release(CheckoutId("co-1"))
        count()
        return counts

    assert await storage.write(work) == [5, 3, 5]


async def test_numbers_are_drawn_anew_each_time(storage: Storage) -> None:
    drawn = await storage.write(lambda tx: [tx.orders.next_number(), tx.orders.next_number()])
    assert int(drawn[1]) == int(drawn[0]) + 1


async def test_work_that_failed_leaves_nothing_to_the_next(storage: Storage) -> None:
    await storage.write(lambda tx: tx.carts.save(cart(1)))

    def failing(tx: Transaction) -> None:
        tx.carts.save(cart(9))
        assert tx.carts.get(CART) == cart(9)
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError):
        await storage.write(failing)
    assert await storage.write(lambda tx: tx.carts.get(CART)) == cart(1)


async def test_a_price_that_was_rolled_back_is_never_shown(storage: Storage) -> None:
    """The next change gets the same revision number; what was read under it before must not come back."""
    tote = product("tote")
    await storage.write(lambda tx: tx.catalog.put(tote, offers(tote, 4500)))

    def shown(tx: Transaction) -> int:
        (offer,) = tx.catalog.listings([tote.id])[tote.id].offers.values()
        return offer.price.minor

    def failing(tx: Transaction) -> None:
        tx.catalog.set_price(tote.variants[0].sku, euros(1))
        assert shown(tx) == 1
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError):
        await storage.write(failing)
    assert await storage.write(shown) == 4500
    await storage.write(lambda tx: tx.catalog.set_price(tote.variants[0].sku, euros(5000)))
    assert await storage.write(shown) == 5000
    assert await storage.read(shown) == 5000


async def test_another_process_changes_what_the_next_read_sees(storage: Storage, storage_url: str) -> None:
    other = open_storage(storage_url)
    try:
        await storage.write(lambda tx: tx.checkouts.save(checkout()))
        seen = [await storage.read(lambda tx: tx.checkouts.get(CheckoutId("co-1"))) for _ in range(2)]
        await other.write(lambda tx: tx.checkouts.save(replace(checkout(), email="ana@example.org")))
        after = await storage.read(lambda tx: tx.checkouts.get(CheckoutId("co-1")))
    finally:
        await other.close()
    assert seen == [checkout(), checkout()]
    assert after is not None
    assert after.email == "ana@example.org"
