"""What the shop has and says, in memory: catalog, stock, terms, customers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.offer import Offer
from shopkeeper.domain.catalog.product import Product
from shopkeeper.domain.core.ids import CheckoutId, CustomerId, ProductId, ReservationId, Sku, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.customers.customer import Customer
from shopkeeper.domain.fulfillment.stock import ReservationStatus, StockReservation
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.promotions.promotion import Promotion
from shopkeeper.ports.shop_store import Category, Clause, Review, ShopProfile


class MemoryStock:
    def __init__(self) -> None:
        self.on_hand: dict[tuple[Sku, StoreId], int] = {}
        self._stores: dict[StoreId, None] = {}
        self.holds: dict[ReservationId, StockReservation] = {}

    def available(self, skus: Iterable[Sku]) -> Mapping[Sku, Mapping[StoreId, int]]:
        counted = {sku: [store for store in self._stores if (sku, store) in self.on_hand] for sku in set(skus)}
        return {
            sku: {store: self._counted(sku, store) - self._held(sku, store) for store in several}
            for sku, several in counted.items()
            if several
        }

    def _counted(self, sku: Sku, store_id: StoreId) -> int:
        return self.on_hand.get((sku, store_id), 0)

    def _held(self, sku: Sku, store_id: StoreId) -> int:
        return sum(hold.quantity for hold in self.all_held() if hold.sku == sku and hold.store_id == store_id)

    def set_on_hand(self, sku: Sku, store_id: StoreId, quantity: int) -> None:
        self.on_hand[sku, store_id] = quantity
        self._stores[store_id] = None

    def set_many(self, counts: Sequence[tuple[Sku, StoreId, int]]) -> None:
        for sku, store_id, quantity in counts:
            self.set_on_hand(sku, store_id, quantity)

    def uncount(self, skus: Iterable[Sku]) -> None:
        gone = set(skus)
        self.on_hand = {place: count for place, count in self.on_hand.items() if place[0] not in gone}

    def reserve(self, reservation: StockReservation) -> bool:
        known = self.holds.get(reservation.id)
        if known is not None and known.status is not ReservationStatus.RELEASED:
            return True
        counted = self._counted(reservation.sku, reservation.store_id)
        if counted - self._held(reservation.sku, reservation.store_id) < reservation.quantity:
            return False
        self.holds[reservation.id] = reservation
        return True

    def held_for(self, checkout_id: CheckoutId) -> Sequence[StockReservation]:
        return [hold for hold in self.all_held() if hold.checkout_id == checkout_id]

    def short(self, checkout_id: CheckoutId) -> Sequence[Sku]:
        return [hold.sku for hold in self.held_for(checkout_id) if self._counted(hold.sku, hold.store_id) < hold.quantity]

    def extend(self, checkout_id: CheckoutId, expires_at: datetime) -> None:
        for hold in self.held_for(checkout_id):
            self.holds[hold.id] = replace(hold, expires_at=expires_at)

    def release(self, checkout_id: CheckoutId) -> int:
        return self._end(checkout_id, ReservationStatus.RELEASED)

    def commit(self, checkout_id: CheckoutId) -> int:
        for hold in self.held_for(checkout_id):
            self.set_on_hand(hold.sku, hold.store_id, self._counted(hold.sku, hold.store_id) - hold.quantity)
        return self._end(checkout_id, ReservationStatus.COMMITTED)

    def restock(self, checkout_id: CheckoutId, *, skus: Collection[Sku] | None = None, store_id: StoreId | None = None) -> int:
        every = [one for one in self.holds.values() if one.checkout_id == checkout_id and one.status is ReservationStatus.COMMITTED]
        sold = [one for one in every if (skus is None or one.sku in skus) and store_id in (None, one.store_id)]
        for hold in sold:
            self.set_on_hand(hold.sku, hold.store_id, self._counted(hold.sku, hold.store_id) + hold.quantity)
            self.holds[hold.id] = replace(hold, status=ReservationStatus.RELEASED)
        return len(sold)

    def _end(self, checkout_id: CheckoutId, status: ReservationStatus) -> int:
        held = self.held_for(checkout_id)
        self.holds.update({hold.id: replace(hold, status=status) for hold in held})
        return len(held)

    def expired(self, now: datetime, *, limit: int) -> Sequence[StockReservation]:
        return [hold for hold in self.all_held() if hold.expires_at <= now][:limit]

    def all_held(self) -> Sequence[StockReservation]:
        return [hold for hold in self.holds.values() if hold.status is ReservationStatus.HELD]


class MemoryCatalog:
    """Offers take their availability from `stock`, as the real one does."""

    def __init__(self, stock: MemoryStock) -> None:
        self._stock = stock
        self._products: dict[ProductId, Product] = {}
        self._offers: dict[Sku, Offer] = {}
        self._changed: dict[ProductId, int] = {}
        self._removed: dict[ProductId, int] = {}
        self._revision = 0

    def revision(self) -> int:
        return self._revision

    def listings(self, product_ids: Iterable[ProductId]) -> Mapping[ProductId, Listing]:
        known = [self._products[product_id] for product_id in product_ids if product_id in self._products]
        return {product.id: Listing(product=product, offers=self._offers_of(product)) for product in known}

    def _offers_of(self, product: Product) -> Mapping[Sku, Offer]:
        skus = [variant.sku for variant in product.variants if variant.sku in self._offers]
        free = self._stock.available(skus)
        return {sku: replace(self._offers[sku], available=free.get(sku)) for sku in skus}

    def products_of(self, skus: Iterable[Sku]) -> Mapping[Sku, ProductId]:
        wanted = set(skus)
        return {v.sku: product.id for product in self._products.values() for v in product.variants if v.sku in wanted}

    def all_products(self) -> Iterator[Product]:
        return iter(tuple(self._products.values()))

    def changed_since(self, revision: int) -> Sequence[Product]:
        changed = sorted((at, product_id) for product_id, at in self._changed.items() if at > revision)
        return [self._products[product_id] for _, product_id in changed]

    def removed_since(self, revision: int) -> Sequence[ProductId]:
        return [product_id for product_id, at in self._removed.items() if at > revision]

    def count(self) -> int:
        return len(self._products)

    def page(self, *, category: str | None, after: ProductId | None, limit: int) -> Sequence[ProductId]:
        fitting = sorted(product.id for product in self._products.values() if category in (None, product.category))
        return [product_id for product_id in fitting if after is None or product_id > after][:limit]

    def categories(self) -> Sequence[tuple[str, int]]:
        paths = [product.category for product in self._products.values()]
        return [(path, paths.count(path)) for path in sorted(set(paths))]

    def put(self, product: Product, offers: Sequence[Offer]) -> bool:
        known = {variant.sku for variant in product.variants}
        if any(offer.sku not in known for offer in offers):
            raise InvalidInput("unknown_sku", "an offer names a sku that no variant of the product has")
        if any(owner != product.id for owner in self.products_of(known).values()):
            raise InvalidInput("sku_taken", "a sku belongs to another product")
        fresh = {offer.sku: offer for offer in offers}
        if self._products.get(product.id) == product and all(self._offers.get(sku) == offer for sku, offer in fresh.items()):
            return False
        self._products[product.id] = product
        self._offers.update(fresh)
        self._touch(product.id)
        return True

    def put_many(self, entries: Sequence[tuple[Product, Sequence[Offer]]]) -> int:
        return sum(self.put(product, offers) for product, offers in entries)

    def set_price(self, sku: Sku, price: Money) -> None:
        owner = self.products_of([sku]).get(sku)
        if owner is None:
            raise InvalidInput("unknown_sku", f"no product has the sku {sku}")
        self._offers[sku] = replace(self._offers[sku], price=price)
        self._touch(owner)

    def remove(self, product_id: ProductId) -> None:
        product = self._products.pop(product_id, None)
        for variant in product.variants if product else ():
            self._offers.pop(variant.sku, None)
        self._changed.pop(product_id, None)
        self._revision += 1
        self._removed[product_id] = self._revision

    def _touch(self, product_id: ProductId) -> None:
        self._revision += 1
        self._changed[product_id] = self._revision
        self._removed.pop(product_id, None)


class MemoryShop:
    def __init__(self) -> None:
        self._revision = 0
        self._profile: ShopProfile | None = None
        self._stores: tuple[Store, ...] = ()
        self._promotions: dict[str, Promotion] = {}
        self._categories: tuple[Category, ...] = ()
        self._words: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]] = {}
        self._reviews: dict[ProductId, list[Review]] = {}
        self._clauses: dict[str, list[Clause]] = {}

    def revision(self) -> int:
        return self._revision

    def profile(self) -> ShopProfile | None:
        return self._profile

    def stores(self) -> Sequence[Store]:
        return self._stores

    def promotions(self) -> Sequence[Promotion]:
        return tuple(self._promotions.values())

    def categories(self) -> Sequence[Category]:
        return self._categories

    def option_words(self) -> Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]:
        return self._words

    def reviews(self, product_id: ProductId, *, limit: int = 20) -> Sequence[Review]:
        return self._reviews.get(product_id, [])[:limit]

    def clauses(self, language: str) -> Sequence[Clause]:
        return self._clauses.get(language, [])

    def put_profile(self, profile: ShopProfile) -> None:
        self._profile = profile
        self._revision += 1

    def put_stores(self, stores: Sequence[Store]) -> None:
        self._stores = tuple(stores)
        self._revision += 1

    def put_promotion(self, promotion: Promotion) -> None:
        self._promotions[promotion.id] = promotion
        self._revision += 1

    def put_categories(self, categories: Sequence[Category]) -> None:
        self._categories = tuple(categories)
        self._revision += 1

    def put_option_words(self, words: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]) -> None:
        self._words = words
        self._revision += 1

    def put_reviews(self, reviews: Sequence[Review]) -> None:
        for product_id in {review.product_id for review in reviews}:
            self._reviews[product_id] = [review for review in reviews if review.product_id == product_id]

    def put_clauses(self, clauses: Sequence[Clause]) -> None:
        for language in {clause.language for clause in clauses}:
            self._clauses[language] = [clause for clause in clauses if clause.language == language]
        self._revision += 1


class MemoryCustomers:
    def __init__(self) -> None:
        self._customers: dict[CustomerId, Customer] = {}

    def get(self, customer_id: CustomerId) -> Customer | None:
        return self._customers.get(customer_id)

    def by_token_hash(self, token_hash: str) -> Customer | None:
        return next((customer for customer in self._customers.values() if customer.token_hash == token_hash), None)

    def save(self, customer: Customer) -> None:
        self._customers[customer.id] = customer

    def erase(self, customer_id: CustomerId) -> None:
        self._customers.pop(customer_id, None)
