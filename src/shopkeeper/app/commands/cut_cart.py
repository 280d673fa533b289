"""Taking out of the cart what cannot be had the way it is wanted, because the shopper said "just what you have"."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.app.commands.find_ways import find_ways
from shopkeeper.app.commands.refresh_quote import basket_of, shop_profile
from shopkeeper.app.moment import Moment
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.fulfillment.need import Lack
from shopkeeper.domain.fulfillment.ways import WayKind
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """`left_out` names what went, with how much of it where some stays: "2 × Eggs"."""

    before: Cart
    after: Cart
    left_out: tuple[str, ...]


def cut_cart(checkout: Checkout, tx: Transaction, moment: Moment) -> Cut | None:
    """The cart cut to what `checkout.delivery` can give, and saved; None where nothing has to go or nothing would stay."""
    cart = tx.carts.get(checkout.cart_id)
    if cart is None:
        return None
    store_id = checkout.delivery.store_id if checkout.delivery and checkout.delivery.method is DeliveryMethod.PICKUP else None
    ways = find_ways(checkout, checkout.delivery, cart, tx, moment.now)
    part = next((way for way in ways if way.kind is WayKind.PART and way.store_id == store_id), None)
    if part is None:
        return None
    after = cart_without(cart, part.lacks)
    tx.carts.save(after)
    return Cut(before=cart, after=after, left_out=left_out(cart, part.lacks, tx, moment.language))


def cart_without(cart: Cart, lacks: tuple[Lack, ...]) -> Cart:
    """The last lines of a sku give way first, so that what was asked for first stays."""
    for lack in lacks:
        gone = lack.wanted - lack.had
        for line in reversed([line for line in cart.lines if line.sku == lack.sku]):
            taken = min(gone, line.quantity)
            cart = cart.with_quantity(line.id, line.quantity - taken)
            gone -= taken
    return cart


def left_out(cart: Cart, lacks: tuple[Lack, ...], tx: Transaction, language: str) -> tuple[str, ...]:
    basket = basket_of(cart, shop_profile(tx), tx, language)
    titles: dict[Sku, str] = {line.sku: line.title for line in basket.lines}
    return tuple(f"{lack.wanted - lack.had} × {titles.get(lack.sku, lack.sku)}" for lack in lacks)
