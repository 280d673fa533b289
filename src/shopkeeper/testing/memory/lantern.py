"""The goods of Lantern Market that sums are tested with, put into any transaction in no time."""

from __future__ import annotations

from datetime import UTC, datetime, time

from shopkeeper.domain.catalog.offer import Offer
from shopkeeper.domain.catalog.product import THE_SHOP, Product, Variant
from shopkeeper.domain.core.geo import Point
from shopkeeper.domain.core.ids import ProductId, Sku, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.fulfillment.delivery import DeliveryTerms
from shopkeeper.domain.fulfillment.store import Hours, Store
from shopkeeper.domain.promotions.promotion import Promotion
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction

OPENING = datetime(2026, 9, 15, 8, 0, tzinfo=UTC)
"""Tue 15 Sep 2026, 10:00 in Berlin."""

MITTE, NORD = StoreId("mitte"), StoreId("nord")


def euro(minor: int) -> Money:
    return Money(minor=minor, currency="EUR")


SAVE10 = Promotion(id="save10", version=1, title="10 % off", code="SAVE10", percent_bp=1000, exclusive_group="basket")
TOTE_CARE = Promotion(
    id="tote-care", version=1, title="Tote and care kit", amount=euro(400), requires=("BAG-*", "CARE"), exclusive_group="basket"
)

PROFILE = ShopProfile(
    name="Lantern Market",
    currency="EUR",
    country="DE",
    zone="Europe/Berlin",
    language="en",
    languages=("en", "de"),
    accent="#146c54",
    delivery=DeliveryTerms(fee=euro(490), free_from=euro(6000), days_min=2, days_max=3, countries=frozenset({"DE", "AT"})),
    tax_rates_bp={"standard": 1900, "reduced": 700, "zero": 0},
    max_line_quantity=50,
)


def open_lantern(tx: Transaction) -> None:
    """Fill an empty transaction: totes, care kit, mugs, groceries and wine in two stores, two promotions."""
    tx.shop.put_profile(PROFILE)
    tx.shop.put_stores((_store(MITTE, "Mitte", 22), _store(NORD, "Nord", 20)))
    for promotion in (SAVE10, TOTE_CARE):
        tx.shop.put_promotion(promotion)
    _put(tx, "tote", "Leather tote", {"BAG-TAN": ("tan", 4500, (8, 4)), "BAG-BRN": ("brown", 4500, (1, 0))})
    _put(tx, "care-kit", "Care kit", {"CARE": (None, 990, (20, 20))})
    _put(tx, "mugs", "Two mugs", {"MUG-2": (None, 2400, (6, 0))})
    _put(tx, "eggs", "Twelve eggs", {"EGG-12": (None, 349, (30, 30))}, tax="reduced")
    _put(tx, "riesling", "Riesling", {"WINE-R": (None, 1150, (10, 5))}, age_limit=18)
    _put(tx, "jacket", "Trail jacket", {"JKT-BLU-M": ("blue, M", 8900, (0, 0)), "JKT-BLU-L": ("blue, L", 8900, (2, 2))})


def _put(
    tx: Transaction,
    product_id: str,
    title: str,
    variants: dict[str, tuple[str | None, int, tuple[int, int]]],
    *,
    tax: str = "standard",
    age_limit: int | None = None,
) -> None:
    owner = ProductId(product_id)
    product = Product(
        id=owner,
        title={"en": title},
        category="test",
        tax_category=tax,
        age_limit=age_limit,
        variants=tuple(
            Variant(sku=Sku(sku), product_id=owner, options={"color": color} if color else {}) for sku, (color, _, _) in variants.items()
        ),
    )
    tx.catalog.put(product, [Offer(sku=Sku(sku), price=euro(minor), seller_id=THE_SHOP) for sku, (_, minor, _) in variants.items()])
    for sku, (_, _, counts) in variants.items():
        tx.stock.set_many([(Sku(sku), MITTE, counts[0]), (Sku(sku), NORD, counts[1])])


def _store(store_id: StoreId, name: str, closes: int) -> Store:
    hours = Hours(opens=time(8), closes=time(closes))
    return Store(
        id=store_id,
        name=name,
        zone="Europe/Berlin",
        line1="Torstr. 1",
        postal_code="10119",
        city="Berlin",
        country="DE",
        point=Point(lat=52.53, lon=13.4),
        week=dict.fromkeys(range(1, 8), hours),
    )
