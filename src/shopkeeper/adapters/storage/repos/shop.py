"""What the shop says about itself, decoded once per revision: every turn reads it, staff rarely change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import delete, select

from shopkeeper.adapters.storage.cache import RevisionCache
from shopkeeper.adapters.storage.codec import Codec
from shopkeeper.adapters.storage.db import Db, as_list
from shopkeeper.adapters.storage.repos import counters
from shopkeeper.adapters.storage.sql import Sql, among, insert, param, upsert
from shopkeeper.adapters.storage.tables import clauses as cl
from shopkeeper.adapters.storage.tables import promotions as pr
from shopkeeper.adapters.storage.tables import reviews as rv
from shopkeeper.adapters.storage.tables import shop_documents as sd
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.promotions.promotion import Promotion
from shopkeeper.ports.shop_store import Category, Clause, Review, ShopProfile

T = TypeVar("T")
OptionWords = Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]

PROFILE: Codec[ShopProfile] = Codec(ShopProfile)
STORES: Codec[tuple[Store, ...]] = Codec(tuple[Store, ...])
CATEGORIES: Codec[tuple[Category, ...]] = Codec(tuple[Category, ...])
OPTION_WORDS: Codec[OptionWords] = Codec(dict[str, dict[str, dict[str, tuple[str, ...]]]])
PROMOTION: Codec[Promotion] = Codec(Promotion)
REVIEW: Codec[Review] = Codec(Review)
CLAUSE: Codec[Clause] = Codec(Clause)

DOCUMENT = Sql(select(sd.c.body).where(sd.c.name == param("name")))
SAVE_DOCUMENT = upsert(sd, keys=["name"])
PROMOTIONS = Sql(select(pr.c.body).order_by(pr.c.id))
SAVE_PROMOTION = upsert(pr, keys=["id"])
REVIEWS = Sql(select(rv.c.body).where(rv.c.product_id == param("id")).order_by(rv.c.position).limit(param("limit")))
DROP_REVIEWS = Sql(delete(rv).where(among(rv.c.product_id, "ids")))
INSERT_REVIEW = insert(rv)
CLAUSES = Sql(select(cl.c.body).where(cl.c.language == param("language")).order_by(cl.c.position))
DROP_CLAUSES = Sql(delete(cl).where(among(cl.c.language, "languages")))
INSERT_CLAUSE = insert(cl)


TABLES = (sd.name, pr.name, cl.name)


class Shop:
    """Implements `ShopStore`."""

    def __init__(self, db: Db, cache: RevisionCache[Any]) -> None:
        self._db = db
        self._cache = cache

    def revision(self) -> int:
        return counters.current(self._db, counters.SHOP_REVISION)

    def profile(self) -> ShopProfile | None:
        return self._cached("profile", lambda: self._document("profile", PROFILE))

    def stores(self) -> Sequence[Store]:
        return self._cached("stores", lambda: self._document("stores", STORES) or ())

    def promotions(self) -> Sequence[Promotion]:
        return self._cached("promotions", lambda: tuple(PROMOTION.decode(body) for (body,) in self._db.all(PROMOTIONS)))

    def categories(self) -> Sequence[Category]:
        return self._cached("categories", lambda: self._document("categories", CATEGORIES) or ())

    def option_words(self) -> OptionWords:
        return self._cached("option_words", lambda: self._document("option_words", OPTION_WORDS) or {})

    def reviews(self, product_id: ProductId, *, limit: int = 20) -> Sequence[Review]:
        return [REVIEW.decode(body) for (body,) in self._db.all(REVIEWS, id=product_id, limit=limit)]

    def clauses(self, language: str) -> Sequence[Clause]:
        rows = lambda: tuple(CLAUSE.decode(body) for (body,) in self._db.all(CLAUSES, language=language))  # noqa: E731
        return self._cached(f"clauses:{language}", rows)

    def put_profile(self, profile: ShopProfile) -> None:
        self._put_document("profile", PROFILE.encode(profile))

    def put_stores(self, stores: Sequence[Store]) -> None:
        self._put_document("stores", STORES.encode(tuple(stores)))

    def put_categories(self, categories: Sequence[Category]) -> None:
        self._put_document("categories", CATEGORIES.encode(tuple(categories)))

    def put_option_words(self, words: OptionWords) -> None:
        self._put_document("option_words", OPTION_WORDS.encode(words))

    def put_promotion(self, promotion: Promotion) -> None:
        self._db.run(SAVE_PROMOTION, id=promotion.id, body=PROMOTION.encode(promotion))
        self._moved()

    def put_reviews(self, reviews: Sequence[Review]) -> None:
        self._db.run(DROP_REVIEWS, ids=as_list({review.product_id for review in reviews}))
        rows = [
            {"product_id": review.product_id, "position": position, "body": REVIEW.encode(review)}
            for position, review in enumerate(reviews)
        ]
        self._db.many(INSERT_REVIEW, rows)

    def put_clauses(self, clauses: Sequence[Clause]) -> None:
        self._db.run(DROP_CLAUSES, languages=as_list({clause.language for clause in clauses}))
        rows = [
            {"language": clause.language, "position": position, "body": CLAUSE.encode(clause)} for position, clause in enumerate(clauses)
        ]
        self._db.many(INSERT_CLAUSE, rows)
        self._moved()

    def _document(self, name: str, codec: Codec[T]) -> T | None:
        body = self._db.value(DOCUMENT, name=name)
        return None if body is None else codec.decode(body)

    def _put_document(self, name: str, body: str) -> None:
        self._db.run(SAVE_DOCUMENT, name=name, body=body)
        self._moved()

    def _moved(self) -> None:
        counters.advance(self._db, counters.SHOP_REVISION)

    def _cached(self, name: str, load: Callable[[], T]) -> T:
        memory = self._db.memory(*TABLES)
        if name not in memory:
            memory[name] = self._current(name, load)
        return memory[name]

    def _current(self, name: str, load: Callable[[], T]) -> T:
        revision = self.revision()
        known = self._cache.get(name, revision)
        if known is not None:
            return cast(T, known)
        value = load()
        if value is not None and self._db.is_settled(*TABLES):
            self._cache.put(name, revision, value)
        return value
