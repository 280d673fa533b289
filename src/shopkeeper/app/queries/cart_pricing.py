"""What a cart costs at this moment, with the records that its lines are drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shopkeeper.app.commands.refresh_quote import shop_profile, tariff_of
from shopkeeper.app.hold_stock import stock_for
from shopkeeper.app.queries.product_view import image_url, variant_text
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.checkout.basket import Basket, fill_basket
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.pricing import Pricing, price_basket
from shopkeeper.domain.core.ids import CheckoutId, ProductId, Sku
from shopkeeper.domain.fulfillment.allotment import Stock
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """Titles, pictures and stock of the variants on a card, read once."""

    listings: Mapping[Sku, Listing]
    stock: Stock
    labels: Labels

    def title(self, sku: Sku, otherwise: str) -> str:
        listing = self.listings.get(sku)
        return self.labels.text(listing.product.title) if listing else otherwise

    def variant_label(self, sku: Sku) -> str:
        listing = self.listings.get(sku)
        variant = listing.product.variant(sku) if listing else None
        return variant_text(variant, self.labels) if variant else ""

    def full_title(self, sku: Sku, otherwise: str) -> str:
        label = self.variant_label(sku)
        title = self.title(sku, otherwise)
        return f"{title}, {label}" if label else title

    def image(self, sku: Sku) -> str | None:
        listing = self.listings.get(sku)
        return image_url(listing, sku) if listing else None

    def available(self, sku: Sku) -> int | None:
        """How many can be had (None = the shop keeps no count)."""
        return sum(max(0, free) for free in self.stock[sku].values()) if sku in self.stock else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedCart:
    basket: Basket
    pricing: Pricing
    goods: Goods
    profile: ShopProfile


def read_goods(product_of: Mapping[Sku, ProductId], checkout_id: CheckoutId | None, tx: Transaction, labels: Labels) -> Goods:
    listings = tx.catalog.listings(set(product_of.values()))
    by_sku = {sku: listings[product_id] for sku, product_id in product_of.items() if product_id in listings}
    return Goods(listings=by_sku, stock=stock_for(checkout_id, product_of, tx), labels=labels)


def price_cart(
    cart: Cart, checkout: Checkout | None, tx: Transaction, labels: Labels, now: datetime, *, bare: bool = False, rides: int = 1
) -> PricedCart:
    """As `checkout` would have it delivered (by so many couriers) and taxed; `bare`: the cart alone, without delivery and a tip."""
    profile = shop_profile(tx)
    delivery = checkout.delivery if checkout is not None else None
    goods = read_goods({line.sku: line.product_id for line in cart.lines}, checkout.id if checkout is not None else None, tx, labels)
    by_product = {listing.product.id: listing for listing in goods.listings.values()}
    tariff = tariff_of(profile, tx, {}, delivery)
    basket = fill_basket(cart.lines, by_product, tariff.rate, labels, profile.currency)
    method = delivery.method if delivery is not None and not bare else None
    tip = checkout.tip if checkout is not None and not bare else None
    pricing = price_basket(basket.lines, codes=cart.codes, tariff=tariff, method=method, now=now, tip=tip, rides=rides)
    return PricedCart(basket=basket, pricing=pricing, goods=goods, profile=profile)
