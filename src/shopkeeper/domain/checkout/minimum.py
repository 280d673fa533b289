"""How much an order has to be, per way to get it and per branch, and how much more makes it so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.fulfillment.store import Store


def smallest_order(method: DeliveryMethod, branches: Iterable[Store], shop: Mapping[str, Money]) -> Money | None:
    """That of the branches the goods come from, the largest of several, else the shop's own; None when any order will do."""
    asked = [store.minimums[method] for store in branches if method in store.minimums]
    return max(asked) if asked else shop.get(method)


def short_of(smallest: Money | None, goods_after_discount: Money) -> Money | None:
    """What is missing; None when it is enough."""
    if smallest is None or goods_after_discount >= smallest:
        return None
    return smallest - goods_after_discount
