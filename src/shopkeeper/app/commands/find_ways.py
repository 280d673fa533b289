"""What can be done about an open checkout whose goods cannot all be had as they were asked for. Changes nothing."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from shopkeeper.app.commands.plan_route import needs_of, place_of, situation_of
from shopkeeper.app.commands.refresh_quote import shop_profile
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.checkout.readiness import missing
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.fulfillment.ways import BasketWay, delivery_ways, pickup_ways
from shopkeeper.ports.storage import Transaction


def find_ways(checkout: Checkout, delivery: DeliveryChoice | None, cart: Cart, tx: Transaction, now: datetime) -> tuple[BasketWay, ...]:
    """Empty where `delivery` is not settled yet, or can be had as it stands."""
    if delivery is None or missing(delivery) is not None or not cart.lines:
        return ()
    counts: Counter[Sku] = Counter()
    for line in cart.lines:
        counts[line.sku] += line.quantity
    profile = shop_profile(tx)
    needs = needs_of(counts, profile, tx)
    at = situation_of(checkout.id, needs, delivery, tx, now, wish=checkout.wanted)
    if delivery.method is DeliveryMethod.PICKUP and delivery.store_id is not None:
        return pickup_ways(needs, delivery.store_id, at)
    return delivery_ways(needs, place_of(delivery, profile), at)
