"""The catalog of record. A product's static part is cached by revision; stock is read fresh each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, or_, select, update

from shopkeeper.adapters.storage.cache import RevisionCache
from shopkeeper.adapters.storage.codec import Codec
from shopkeeper.adapters.storage.db import Db, Row, as_list
from shopkeeper.adapters.storage.repos import counters
from shopkeeper.adapters.storage.repos.stock import Stock
from shopkeeper.adapters.storage.sql import Sql, among, param, upsert
from shopkeeper.adapters.storage.tables import products as p
from shopkeeper.adapters.storage.tables import removed_products as gone
from shopkeeper.adapters.storage.tables import stock as s
from shopkeeper.adapters.storage.tables import variants as v
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.offer import Offer
from shopkeeper.domain.catalog.product import Product
from shopkeeper.domain.core.ids import ProductId, Sku, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput

PRODUCT: Codec[Product] = Codec(Product)
PAGE = 500

REVISIONS = Sql(select(p.c.id, p.c.revision).where(among(p.c.id, "ids")))
BODIES = Sql(select(p.c.id, p.c.body).where(among(p.c.id, "ids")))
OFFERS = Sql(
    select(v.c.product_id, v.c.sku, v.c.price_minor, v.c.currency, v.c.compare_at_minor, v.c.seller_id).where(
        among(v.c.product_id, "ids"), v.c.price_minor.is_not(None)
    )
)
PRODUCTS_OF = Sql(select(v.c.sku, v.c.product_id).where(among(v.c.sku, "skus")))
VARIANTS_OF = Sql(select(v.c.product_id, v.c.sku).where(among(v.c.product_id, "ids")))
ALL_AFTER = Sql(select(p.c.id, p.c.body).where(p.c.id > param("after")).order_by(p.c.id).limit(param("limit")))
CHANGED = Sql(select(p.c.body).where(p.c.revision > param("revision")).order_by(p.c.revision, p.c.id))
REMOVED = Sql(select(gone.c.id).where(gone.c.revision > param("revision")).order_by(gone.c.revision, gone.c.id))
COUNT = Sql(select(func.count()).select_from(p))
PAGE_AFTER = Sql(select(p.c.id).where(p.c.id > param("after")).order_by(p.c.id).limit(param("limit")))
PAGE_IN = Sql(
    select(p.c.id)
    .where(
        or_(p.c.category == param("category"), (p.c.category > param("below")) & (p.c.category < param("beyond"))), p.c.id > param("after")
    )
    .order_by(p.c.id)
    .limit(param("limit"))
)
CATEGORIES = Sql(select(p.c.category, func.count()).group_by(p.c.category).order_by(p.c.category))
SAVE = upsert(p, keys=["id"])
SAVE_VARIANT = upsert(v, keys=["sku"])
SAVE_GONE = upsert(gone, keys=["id"])
NOT_GONE = Sql(delete(gone).where(among(gone.c.id, "ids")))
DROP_VARIANTS = Sql(delete(v).where(among(v.c.sku, "skus")))
DROP = Sql(delete(p).where(p.c.id == param("id")))
SET_PRICE = Sql(
    update(v)
    .where(v.c.sku == param("of_sku"))
    .values(price_minor=param("price_minor", v.c.price_minor), currency=param("currency", v.c.currency))
    .returning(v.c.product_id)
)
TOUCH = Sql(update(p).where(p.c.id == param("of_id")).values(revision=param("revision", p.c.revision)))


@dataclass(frozen=True, slots=True)
class Kept:
    """What does not change between revisions: the product and its offers without stock."""

    product: Product
    offers: tuple[Offer, ...]


class Catalog:
    """Implements `CatalogStore`."""

    def __init__(self, db: Db, stock: Stock, cache: RevisionCache[Kept], current: RevisionCache[Kept]) -> None:
        """`cache` goes by each product's revision, `current` by the whole catalog's."""
        self._db = db
        self._stock = stock
        self._cache = cache
        self._current = current

    def revision(self) -> int:
        return counters.current(self._db, counters.CATALOG_REVISION)

    def listings(self, product_ids: Iterable[ProductId]) -> Mapping[ProductId, Listing]:
        memory: dict[ProductId, Listing | None] = self._db.memory(p.name, v.name, s.name)
        wanted = list(dict.fromkeys(product_ids))
        unseen = [product_id for product_id in wanted if product_id not in memory]
        if unseen:
            memory.update(dict.fromkeys(unseen))
            memory.update(self._listed(self._kept(unseen)))
        return {product_id: listing for product_id in wanted if (listing := memory[product_id]) is not None}

    def _listed(self, kept: Mapping[ProductId, Kept]) -> dict[ProductId, Listing]:
        stock = self._stock.available(offer.sku for entry in kept.values() for offer in entry.offers)
        return {
            product_id: Listing(
                product=entry.product,
                offers={offer.sku: _with_stock(offer, stock[offer.sku]) if offer.sku in stock else offer for offer in entry.offers},
            )
            for product_id, entry in kept.items()
        }

    def _kept(self, product_ids: Sequence[ProductId]) -> dict[ProductId, Kept]:
        """Nothing is asked about products that were looked at since anything in the catalog changed."""
        revision = self.revision()
        found = {id_: entry for id_ in product_ids if (entry := self._current.get(id_, revision)) is not None}
        missing = [id_ for id_ in product_ids if id_ not in found]
        if missing:
            checked = self._checked(missing)
            found.update(checked)
            self._keep(self._current, checked, dict.fromkeys(checked, revision))
        return found

    def _checked(self, product_ids: Sequence[ProductId]) -> dict[ProductId, Kept]:
        """Products by their own revisions; those that moved are read again."""
        revisions: dict[ProductId, int] = dict(self._db.all(REVISIONS, ids=as_list(product_ids)))
        found = {id_: entry for id_, revision in revisions.items() if (entry := self._cache.get(id_, revision)) is not None}
        missing = [id_ for id_ in revisions if id_ not in found]
        if missing:
            loaded = self._load(missing)
            found.update(loaded)
            self._keep(self._cache, loaded, revisions)
        return found

    def _keep(self, cache: RevisionCache[Kept], entries: Mapping[ProductId, Kept], revisions: Mapping[ProductId, int]) -> None:
        if self._db.is_settled(p.name, v.name):
            for id_, entry in entries.items():
                cache.put(id_, revisions[id_], entry)

    def _load(self, product_ids: Sequence[ProductId]) -> dict[ProductId, Kept]:
        ids = as_list(product_ids)
        offers: dict[str, dict[str, Offer]] = {}
        for row in self._db.all(OFFERS, ids=ids):
            offers.setdefault(row[0], {})[row[1]] = _offer(row)
        loaded: dict[ProductId, Kept] = {}
        for product_id, body in self._db.all(BODIES, ids=ids):
            product = PRODUCT.decode(body)
            by_sku = offers.get(product_id, {})
            ordered = tuple(by_sku[variant.sku] for variant in product.variants if variant.sku in by_sku)
            loaded[product_id] = Kept(product, ordered)
        return loaded

    def products_of(self, skus: Iterable[Sku]) -> Mapping[Sku, ProductId]:
        return dict(self._db.all(PRODUCTS_OF, skus=as_list(skus)))

    def all_products(self) -> Iterator[Product]:
        after = ""
        while page := self._db.all(ALL_AFTER, after=after, limit=PAGE):
            yield from (PRODUCT.decode(body) for _, body in page)
            after = page[-1][0]

    def changed_since(self, revision: int) -> Sequence[Product]:
        return [PRODUCT.decode(body) for (body,) in self._db.all(CHANGED, revision=revision)]

    def removed_since(self, revision: int) -> Sequence[ProductId]:
        return [product_id for (product_id,) in self._db.all(REMOVED, revision=revision)]

    def count(self) -> int:
        return self._db.value(COUNT)

    def page(self, *, category: str | None, after: ProductId | None, limit: int) -> Sequence[ProductId]:
        if category is None:
            rows = self._db.all(PAGE_AFTER, after=after or "", limit=limit)
        else:
            # "0" follows "/" in byte order: everything below the path, and nothing that only begins like it.
            rows = self._db.all(PAGE_IN, category=category, below=f"{category}/", beyond=f"{category}0", after=after or "", limit=limit)
        return [product_id for (product_id,) in rows]

    def categories(self) -> Sequence[tuple[str, int]]:
        return [(category, count) for category, count in self._db.all(CATEGORIES)]

    def put(self, product: Product, offers: Sequence[Offer]) -> bool:
        return self.put_many([(product, offers)]) == 1

    def put_many(self, entries: Sequence[tuple[Product, Sequence[Offer]]]) -> int:
        wanted = {product.id: Kept(product, _in_order(product, offers)) for product, offers in entries}
        stored = self._load(list(wanted))
        changed = {id_: entry for id_, entry in wanted.items() if stored.get(id_) != entry}
        if not changed:
            return 0
        revision = counters.advance(self._db, counters.CATALOG_REVISION)
        self._save_variants(changed)
        self._db.many(
            SAVE,
            [
                {"id": id_, "category": entry.product.category, "revision": revision, "body": PRODUCT.encode(entry.product)}
                for id_, entry in changed.items()
            ],
        )
        self._db.run(NOT_GONE, ids=as_list(changed))
        return len(changed)

    def _save_variants(self, changed: Mapping[ProductId, Kept]) -> None:
        owner: dict[Sku, ProductId] = {}
        for product_id, entry in changed.items():
            for variant in entry.product.variants:
                if owner.setdefault(variant.sku, product_id) != product_id:
                    raise InvalidInput("sku_taken", f"sku {variant.sku} belongs to {owner[variant.sku]}, not to {product_id}")
        for sku, product_id in self.products_of(owner).items():
            if product_id != owner[sku]:
                raise InvalidInput("sku_taken", f"sku {sku} belongs to {product_id}, not to {owner[sku]}")
        before = self._db.all(VARIANTS_OF, ids=as_list(changed))
        dropped = [sku for _, sku in before if sku not in owner]
        if dropped:
            self._db.run(DROP_VARIANTS, skus=as_list(dropped))
        self._db.many(SAVE_VARIANT, [row for entry in changed.values() for row in _variant_rows(entry)])

    def set_price(self, sku: Sku, price: Money) -> None:
        product_id = self._db.value(SET_PRICE, of_sku=sku, price_minor=price.minor, currency=price.currency)
        if product_id is None:
            raise InvalidInput("unknown_sku", f"no product has the sku {sku}", status=404)
        self._db.run(TOUCH, of_id=product_id, revision=counters.advance(self._db, counters.CATALOG_REVISION))

    def remove(self, product_id: ProductId) -> None:
        if self._db.run(DROP, id=product_id) == 0:
            return
        self._db.run(DROP_VARIANTS, skus=as_list(sku for _, sku in self._db.all(VARIANTS_OF, ids=as_list([product_id]))))
        self._db.run(SAVE_GONE, id=product_id, revision=counters.advance(self._db, counters.CATALOG_REVISION))


def _in_order(product: Product, offers: Sequence[Offer]) -> tuple[Offer, ...]:
    """Offers as stored: in variant order, without stock, which the ledger keeps."""
    by_sku = {offer.sku: offer for offer in offers}
    known = {variant.sku for variant in product.variants}
    for sku in by_sku:
        if sku not in known:
            raise InvalidInput("unknown_sku", f"product {product.id} has an offer for {sku} but no such variant")
    return tuple(_with_stock(by_sku[variant.sku], None) for variant in product.variants if variant.sku in by_sku)


def _with_stock(offer: Offer, available: Mapping[StoreId, int] | None) -> Offer:
    return Offer(sku=offer.sku, price=offer.price, seller_id=offer.seller_id, compare_at=offer.compare_at, available=available)


def _offer(row: Row) -> Offer:
    _, sku, price_minor, currency, compare_at_minor, seller_id = row
    compare_at = None if compare_at_minor is None else Money(minor=compare_at_minor, currency=currency)
    return Offer(sku=sku, price=Money(minor=price_minor, currency=currency), seller_id=seller_id, compare_at=compare_at, available=None)


def _variant_rows(entry: Kept) -> Iterator[dict[str, object]]:
    offers = {offer.sku: offer for offer in entry.offers}
    for variant in entry.product.variants:
        offer = offers.get(variant.sku)
        yield {
            "sku": variant.sku,
            "product_id": entry.product.id,
            "price_minor": offer.price.minor if offer else None,
            "currency": offer.price.currency if offer else None,
            "compare_at_minor": offer.compare_at.minor if offer and offer.compare_at else None,
            "seller_id": offer.seller_id if offer else None,
        }
