"""A product with the current offers on its variants: the one value that search, chat and cards share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shopkeeper.domain.catalog.offer import Offer, StockState
from shopkeeper.domain.catalog.product import Product, ProductKind, Variant
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.core.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    product: Product
    offers: Mapping[Sku, Offer]

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Variants that have an offer, in catalog order."""
        return tuple(variant for variant in self.product.variants if variant.sku in self.offers)

    def state(self, sku: Sku) -> StockState:
        made_to_order = self.product.kind in (ProductKind.MADE_TO_ORDER, ProductKind.GIFT_CARD)
        return self.offers[sku].state(made_to_order=made_to_order)

    def can_buy(self, sku: Sku) -> bool:
        return sku in self.offers and self.state(sku) is not StockState.SOLD_OUT

    @property
    def price_from(self) -> Money | None:
        """The lowest price among the variants; several different prices are shown as "from"."""
        return min((self.offers[variant.sku].price for variant in self.variants), default=None)

    @property
    def has_price_range(self) -> bool:
        return len({self.offers[variant.sku].price for variant in self.variants}) > 1
