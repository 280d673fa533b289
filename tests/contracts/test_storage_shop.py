"""What the shop says about itself: replaced whole, read from memory until it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from storage_samples import MITTE, NOW, euros

from shopkeeper.domain.core.geo import Point
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.fulfillment.delivery import DeliveryTerms
from shopkeeper.domain.fulfillment.store import Hours, Store
from shopkeeper.domain.promotions.promotion import Promotion
from shopkeeper.ports.shop_store import Category, Clause, Review, ShopProfile
from shopkeeper.ports.storage import Storage

PROFILE = ShopProfile(
    name="Lantern Market",
    currency="EUR",
    country="DE",
    zone="Europe/Berlin",
    language="en",
    languages=("en", "de"),
    accent="#2563a8",
    delivery=DeliveryTerms(fee=euros(490), free_from=euros(6000), days_min=2, days_max=3, countries=frozenset({"DE", "AT"})),
    tax_rates_bp={"standard": 1900, "reduced": 700},
    max_line_quantity=20,
)
STORE = Store(
    id=MITTE,
    name="Mitte",
    zone="Europe/Berlin",
    line1="Torstr. 1",
    postal_code="10119",
    city="Berlin",
    country="DE",
    point=Point(lat=52.53, lon=13.4),
    week={1: Hours(opens=time(8), closes=time(22)), 7: Hours(opens=time(10, 30), closes=time(18))},
    special={date(2026, 12, 25): None},
    pickup_lead=timedelta(minutes=45),
)
SAVE10 = Promotion(id="SAVE10", version=1, title="10 %", code="SAVE10", percent_bp=1000, ends_at=NOW)


async def test_an_empty_shop(storage: Storage) -> None:
    empty = await storage.read(
        lambda tx: (
            tx.shop.profile(),
            tx.shop.stores(),
            tx.shop.promotions(),
            tx.shop.categories(),
            tx.shop.option_words(),
            tx.shop.revision(),
        )
    )
    assert empty == (None, (), (), (), {}, 0)


async def test_documents_come_back_and_change_at_once(storage: Storage) -> None:
    categories = [Category(id="fashion", title={"en": "Fashion"}, words={"de": ("Mode",)})]
    words = {"color": {"blue": {"de": ("blau", "blaue")}}}
    await storage.write(
        lambda tx: (
            tx.shop.put_profile(PROFILE),
            tx.shop.put_stores([STORE]),
            tx.shop.put_categories(categories),
            tx.shop.put_option_words(words),
        )
    )
    for _ in range(2):  # the second time from memory
        stored = await storage.read(lambda tx: (tx.shop.profile(), tx.shop.stores(), tx.shop.categories(), tx.shop.option_words()))
        assert stored == (PROFILE, (STORE,), tuple(categories), words)
    revision = await storage.read(lambda tx: tx.shop.revision())
    await storage.write(lambda tx: tx.shop.put_profile(replace(PROFILE, name="Laterne")))
    profile, after = await storage.read(lambda tx: (tx.shop.profile(), tx.shop.revision()))
    assert profile is not None
    assert (profile.name, after) == ("Laterne", revision + 1)


async def test_a_promotion_is_replaced_by_id(storage: Storage) -> None:
    await storage.write(lambda tx: tx.shop.put_promotion(SAVE10))
    assert await storage.read(lambda tx: tx.shop.promotions()) == (SAVE10,)
    changed = replace(SAVE10, version=2, percent_bp=500)
    await storage.write(lambda tx: tx.shop.put_promotion(changed))
    assert await storage.read(lambda tx: tx.shop.promotions()) == (changed,)


async def test_reviews_and_clauses_are_replaced_by_what_they_are_about(storage: Storage) -> None:
    def review(product: str, title: str) -> Review:
        return Review(product_id=ProductId(product), rating=4, title=title, text="ok", author="B.", at=NOW)

    def clause(language: str, name: str) -> Clause:
        return Clause(id=name, language=language, document="returns", title=name, text="...")

    await storage.write(lambda tx: tx.shop.put_reviews([review("care", "a"), review("mug", "b"), review("care", "c")]))
    await storage.write(lambda tx: tx.shop.put_reviews([review("mug", "d")]))
    reviews = await storage.read(lambda tx: (tx.shop.reviews(ProductId("care")), tx.shop.reviews(ProductId("mug"), limit=1)))
    assert reviews == ([review("care", "a"), review("care", "c")], [review("mug", "d")])
    await storage.write(lambda tx: tx.shop.put_clauses([clause("en", "z"), clause("en", "a"), clause("de", "a")]))
    await storage.write(lambda tx: tx.shop.put_clauses([clause("de", "b")]))
    clauses = await storage.read(lambda tx: (tx.shop.clauses("en"), tx.shop.clauses("de"), tx.shop.clauses("fr")))
    assert clauses == ((clause("en", "z"), clause("en", "a")), (clause("de", "b"),), ())
