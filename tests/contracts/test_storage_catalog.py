"""The catalog: revisions move with products and prices, never with stock; listings show the stock of now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from storage_samples import MITTE, NORD, euros, hold, offers, product

from shopkeeper.domain.catalog.offer import StockState
from shopkeeper.domain.catalog.product import Product, ProductKind, Quantity, Range
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.storage import Storage, Transaction

JACKET = replace(
    product("trail-jacket", "JKT-M", "JKT-L"),
    attributes={
        "weight": Quantity(value=420.0, unit="g"),
        "tubes": Range(min=27.0, max=34.0, unit="mm"),
        "waterproof": True,
        "rating": 4.5,
    },
    diet=frozenset({"vegan"}),
)
ID = ProductId("trail-jacket")


async def put(storage: Storage, *products: Product) -> None:
    await storage.write(lambda tx: tx.catalog.put_many([(each, offers(each)) for each in products]))


async def test_a_listing_has_the_product_as_put_and_its_offers_in_order(storage: Storage) -> None:
    await put(storage, JACKET)
    for _ in range(2):  # the second time from memory
        listing = (await storage.read(lambda tx: tx.catalog.listings([ID, ProductId("none"), ID])))[ID]
        assert listing.product == JACKET
        assert list(listing.offers) == ["JKT-M", "JKT-L"]
        assert list(listing.offers.values()) == offers(JACKET)


async def test_stock_shows_less_what_is_held(storage: Storage) -> None:
    await put(storage, JACKET)

    def stock(tx: Transaction) -> bool:
        tx.stock.set_many([(Sku("JKT-L"), MITTE, 4), (Sku("JKT-L"), NORD, 0)])
        return tx.stock.reserve(hold("r-1", "JKT-L", 3))

    assert await storage.write(stock)
    listing = (await storage.read(lambda tx: tx.catalog.listings([ID])))[ID]
    assert listing.offers[Sku("JKT-L")].available == {MITTE: 1, NORD: 0}
    assert listing.offers[Sku("JKT-M")].available is None
    assert [listing.state(sku) for sku in listing.offers] == [StockState.UNKNOWN, StockState.LOW]


async def test_what_is_made_to_order_needs_no_stock(storage: Storage) -> None:
    tea = product("pearl-tea", "TEA-PEARL", kind=ProductKind.MADE_TO_ORDER)
    await put(storage, tea)
    listing = (await storage.read(lambda tx: tx.catalog.listings([tea.id])))[tea.id]
    assert listing.state(Sku("TEA-PEARL")) is StockState.MADE_TO_ORDER


async def test_the_revision_moves_with_products_and_prices_only(storage: Storage) -> None:
    async def revision() -> int:
        return await storage.read(lambda tx: tx.catalog.revision())

    assert await revision() == 0
    assert await storage.write(lambda tx: tx.catalog.put(JACKET, offers(JACKET)))
    assert not await storage.write(lambda tx: tx.catalog.put(JACKET, offers(JACKET)))
    assert await revision() == 1
    await storage.write(lambda tx: (tx.stock.set_on_hand(Sku("JKT-M"), MITTE, 3), tx.stock.reserve(hold("r-1", "JKT-M"))))
    assert await revision() == 1
    await storage.write(lambda tx: tx.catalog.set_price(Sku("JKT-M"), euros(9900)))
    assert await revision() == 2
    await storage.write(lambda tx: tx.catalog.remove(ID))
    await storage.write(lambda tx: tx.catalog.remove(ID))
    assert await revision() == 3


async def test_changes_since_a_revision(storage: Storage) -> None:
    mug = product("mug", category="home/mugs")
    await put(storage, JACKET, mug)
    await storage.write(lambda tx: tx.catalog.set_price(Sku("JKT-M"), euros(9900)))
    assert await storage.read(lambda tx: tx.catalog.changed_since(1)) == [JACKET]
    await storage.write(lambda tx: tx.catalog.remove(mug.id))
    changed, removed = await storage.read(lambda tx: (tx.catalog.changed_since(0), tx.catalog.removed_since(1)))
    assert (changed, removed) == ([JACKET], ["mug"])
    await put(storage, mug)
    assert await storage.read(lambda tx: tx.catalog.removed_since(0)) == []


async def test_a_new_price_is_seen_at_once(storage: Storage) -> None:
    await put(storage, JACKET)
    await storage.read(lambda tx: tx.catalog.listings([ID]))
    await storage.write(lambda tx: tx.catalog.set_price(Sku("JKT-M"), euros(9900)))
    listing = (await storage.read(lambda tx: tx.catalog.listings([ID])))[ID]
    assert listing.offers[Sku("JKT-M")].price == euros(9900)


async def test_a_rolled_back_product_is_never_served(storage: Storage) -> None:
    await put(storage, JACKET)

    def failing(tx: Transaction) -> None:
        tx.catalog.put(replace(JACKET, brand="Wrong"), offers(JACKET))
        assert tx.catalog.listings([ID])[ID].product.brand == "Wrong"
        raise LookupError

    with pytest.raises(LookupError):
        await storage.write(failing)
    await storage.write(lambda tx: tx.catalog.put(replace(JACKET, brand="Right"), offers(JACKET)))
    assert (await storage.read(lambda tx: tx.catalog.listings([ID])))[ID].product.brand == "Right"


async def test_replacing_a_product_drops_its_old_variants(storage: Storage) -> None:
    await put(storage, JACKET)
    await put(storage, product("trail-jacket", "JKT-M", "JKT-S"))
    found = await storage.read(lambda tx: tx.catalog.products_of([Sku("JKT-M"), Sku("JKT-S"), Sku("JKT-L"), Sku("?")]))
    assert found == {"JKT-M": ID, "JKT-S": ID}
    await storage.write(lambda tx: tx.catalog.remove(ID))
    assert await storage.read(lambda tx: tx.catalog.products_of([Sku("JKT-M")])) == {}
    assert await storage.read(lambda tx: tx.catalog.listings([ID])) == {}


async def test_a_variant_without_an_offer_is_known_but_not_for_sale(storage: Storage) -> None:
    await storage.write(lambda tx: tx.catalog.put(JACKET, offers(JACKET)[:1]))
    assert await storage.read(lambda tx: tx.catalog.products_of([Sku("JKT-L")])) == {"JKT-L": ID}
    assert list((await storage.read(lambda tx: tx.catalog.listings([ID])))[ID].offers) == ["JKT-M"]


async def test_a_sku_belongs_to_one_product(storage: Storage) -> None:
    await put(storage, JACKET)
    thief = product("thief", "JKT-M")
    with pytest.raises(InvalidInput, match="belongs to trail-jacket"):
        await put(storage, thief)
    with pytest.raises(InvalidInput, match="no such variant"):
        await storage.write(lambda tx: tx.catalog.put(product("mug"), offers(JACKET)))
    with pytest.raises(InvalidInput):
        await storage.write(lambda tx: tx.catalog.set_price(Sku("?"), euros(1)))
    assert await storage.read(lambda tx: tx.catalog.count()) == 1


async def test_pages_and_categories(storage: Storage) -> None:
    await put(
        storage,
        product("b", category="home/mugs"),
        product("a", category="home"),
        product("c", category="homeware/x"),
        product("D", category="home/mugs"),
    )
    pages = await storage.read(
        lambda tx: (
            tx.catalog.page(category=None, after=None, limit=3),
            tx.catalog.page(category=None, after=ProductId("b"), limit=3),
            tx.catalog.page(category="home", after=None, limit=9),
            tx.catalog.page(category="home/mugs", after=ProductId("D"), limit=9),
        )
    )
    assert pages == (["D", "a", "b"], ["c"], ["D", "a", "b"], ["b"])
    assert await storage.read(lambda tx: tx.catalog.categories()) == [("home", 1), ("home/mugs", 2), ("homeware/x", 1)]


async def test_all_products_come_by_id_however_many(storage: Storage) -> None:
    many = [product(f"p{number:04}") for number in range(1203)]
    await put(storage, *many)
    assert await storage.scan(lambda tx: [each.id for each in tx.catalog.all_products()]) == [each.id for each in many]
    assert await storage.read(lambda tx: tx.catalog.count()) == 1203
