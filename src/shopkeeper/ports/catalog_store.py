"""The catalog of record: products, offers, and a revision that moves whenever one of them changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.offer import Offer
from shopkeeper.domain.catalog.product import Product
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.core.money import Money


class CatalogStore(Protocol):
    def revision(self) -> int:
        """Moves with every change of products or prices; derived indexes compare it."""
        ...

    def listings(self, product_ids: Iterable[ProductId]) -> Mapping[ProductId, Listing]:
        """Products with the offers of now (price, availability less active holds)."""
        ...

    def products_of(self, skus: Iterable[Sku]) -> Mapping[Sku, ProductId]: ...
    def all_products(self) -> Iterator[Product]: ...
    def changed_since(self, revision: int) -> Sequence[Product]:
        """Products put or repriced after `revision`, oldest change first."""
        ...

    def removed_since(self, revision: int) -> Sequence[ProductId]: ...
    def count(self) -> int: ...
    def page(self, *, category: str | None, after: ProductId | None, limit: int) -> Sequence[ProductId]: ...
    def categories(self) -> Sequence[tuple[str, int]]:
        """Category paths that have products, with how many."""
        ...

    def put(self, product: Product, offers: Sequence[Offer]) -> bool:
        """Insert or replace a product whole, with its offers; False when nothing changed.

        What an offer says is `available` is not stored: stock comes from the ledger alone. Raises InvalidInput
        (`sku_taken`, `unknown_sku`) when a sku belongs to another product, or an offer to no variant.
        """
        ...

    def put_many(self, entries: Sequence[tuple[Product, Sequence[Offer]]]) -> int:
        """`put` for many at once (a few hundred per write is best); how many changed. All or none are stored."""
        ...

    def set_price(self, sku: Sku, price: Money) -> None:
        """Raises InvalidInput (`unknown_sku`) when no product has it."""
        ...

    def remove(self, product_id: ProductId) -> None: ...
