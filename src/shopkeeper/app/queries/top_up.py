"""Goods that go with a cart that is too small for the way it shall go: really to be had, and enough where one of them is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from shopkeeper.app.hold_stock import stock_for
from shopkeeper.app.queries.storefront import is_food
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.product import ProductKind
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.ports.storage import Transaction

MOST_GOODS = 3
MOST_LOOKED_AT = 40
DEAREST = 5
"""Times what is missing: who is a few euros short is not shown a bag first because it goes well with the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopUp:
    sku: Sku
    product_id: ProductId
    title: str
    price: Money


def top_up_goods(checkout: Checkout, cart: Cart, tx: Transaction, labels: Labels, avoids: Collection[str]) -> tuple[TopUp, ...]:
    """What is sold along with the goods in the cart first, then what lies beside them; never what needs a proof of age or what was
    said to be dangerous. One that makes the order large enough comes before those that do not; cheap before dear.
    """
    short = checkout.short_of
    if short is None:
        return ()
    bought = tx.catalog.listings({line.product_id for line in cart.lines})
    related = [one for listing in bought.values() for one in listing.product.related if one not in bought]
    beside = [one for top in _tops(bought.values()) for one in tx.catalog.page(category=top, after=None, limit=MOST_LOOKED_AT)]
    near = tx.catalog.listings(one for one in (*related, *beside) if one not in bought)
    found = [_of(listing, checkout, tx, labels) for listing in near.values() if _suits(listing, avoids)]
    goods = [one for one in found if one is not None]
    return tuple(sorted(goods, key=lambda one: _rank(one, short, related))[:MOST_GOODS])


def _tops(listings: Collection[Listing]) -> Iterator[str]:
    yield from dict.fromkeys(listing.product.category.split("/")[0] for listing in listings)


def _suits(listing: Listing, avoids: Collection[str]) -> bool:
    product = listing.product
    if product.kind is not ProductKind.GOODS or product.age_limit is not None or product.modifiers:
        return False
    declared = product.allergens.free_from if product.allergens is not None else frozenset[str]()
    return not avoids or not is_food(product) or declared.issuperset(avoids)


def _of(listing: Listing, checkout: Checkout, tx: Transaction, labels: Labels) -> TopUp | None:
    """The cheapest variant that is there, at the branch of a pickup."""
    there = [variant for variant in listing.variants if listing.can_buy(variant.sku)]
    store = checkout.delivery.store_id if checkout.delivery is not None else None
    if store is not None:
        stock = stock_for(checkout.id, [variant.sku for variant in there], tx)
        there = [variant for variant in there if variant.sku not in stock or stock[variant.sku].get(store, 0) > 0]
    if not there:
        return None
    variant = min(there, key=lambda one: listing.offers[one.sku].price)
    price = listing.offers[variant.sku].price
    return TopUp(sku=variant.sku, product_id=listing.product.id, title=labels.title(listing.product.title, variant), price=price)


def _rank(good: TopUp, short: Money, related: Collection[ProductId]) -> tuple[bool, bool, int]:
    is_enough = good.price >= short
    goes_along = good.product_id in related and good.price <= short * DEAREST
    return (not is_enough, not goes_along, good.price.minor if is_enough else -good.price.minor)
