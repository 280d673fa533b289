"""Turning what a checkout holds into what its order owns, holding it afresh where the hold ran out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from shopkeeper.app.commands.plan_route import plan_route
from shopkeeper.app.holds import Wanted, keep_all, let_all_go, take_all
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import DeliveryMethod, Quote
from shopkeeper.domain.core.ids import Sku, StoreId
from shopkeeper.domain.fulfillment.allotment import Shortage
from shopkeeper.domain.fulfillment.routing import Route
from shopkeeper.domain.fulfillment.shipment import Shipment, TimeWish
from shopkeeper.ports.storage import Transaction

MOMENTARY = timedelta(minutes=1)
"""Life of a hold that is made and committed in the same transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What is not there any more: goods (`sku`), or the promised time."""

    sku: Sku | None = None


def sell_holds(checkout: Checkout, quote: Quote, tx: Transaction, now: datetime) -> Gone | None:
    """Keep everything that `quote` stands on; the first thing there is no longer enough of, when nothing was sold."""
    gone = None if _holds_fit(checkout, quote, tx) else _hold_afresh(checkout, quote, tx, now)
    if gone is None:
        keep_all(checkout.id, tx)
    return gone


def _holds_fit(checkout: Checkout, quote: Quote, tx: Transaction) -> bool:
    if tx.stock.short(checkout.id):
        return False
    held = tx.stock.held_for(checkout.id)
    if quote.delivery.method is DeliveryMethod.PICKUP and any(hold.store_id not in _fetched_at(quote) for hold in held):
        return False
    counted = tx.stock.available({line.sku for line in quote.lines})
    quantities: Counter[Sku] = Counter()
    for hold in held:
        quantities[hold.sku] += hold.quantity
    if quantities != Counter({sku: count for sku, count in _needs(quote).items() if sku in counted}):
        return False
    return not _needs_time(quote) or bool(tx.capacity.held_for(checkout.id))


def _fetched_at(quote: Quote) -> frozenset[StoreId | None]:
    return frozenset((quote.delivery.store_id, *(shipment.store_id for shipment in quote.shipments)))


def _needs_time(quote: Quote) -> bool:
    return any(shipment.agreed and shipment.ends_at is not None for shipment in quote.shipments)


def _hold_afresh(checkout: Checkout, quote: Quote, tx: Transaction, now: datetime) -> Gone | None:
    # Given back first: a hold on goods that a recount did not find is worth nothing.
    let_all_go(checkout.id, tx)
    # One window is asked for as such; several stand as long as they can, each for itself.
    agreed = [shipment for shipment in quote.shipments if shipment.agreed]
    wish = (_same_time(agreed[0]) if len(agreed) == 1 else None) or checkout.wanted
    route = plan_route(checkout.id, _needs(quote), quote.delivery, tx, now, wish=wish, standing=quote.shipments)
    if isinstance(route, Shortage):
        return Gone(sku=route.sku)
    if not isinstance(route, Route) or not _keeps(route, quote):
        return Gone()
    wanted = Wanted(stock=route.stock, slots=route.slots)
    fits = take_all(checkout.id, wanted, tx, revision=quote.revision, expires_at=now + MOMENTARY)
    return None if fits else Gone(sku=route.stock[0].sku if route.stock else None)


def _same_time(agreed: Shipment) -> TimeWish | None:
    return TimeWish(start=agreed.starts_at, end=agreed.ends_at) if agreed.ends_at is not None else None


def _keeps(route: Route, quote: Quote) -> bool:
    """Whether every time that was agreed on is still the same, or sooner for a pickup."""
    windows = {(one.store_id, one.starts_at, one.ends_at) for one in route.shipments if one.ends_at is not None}
    return all((one.store_id, one.starts_at, one.ends_at) in windows for one in quote.shipments if one.agreed and one.ends_at is not None)


def _needs(quote: Quote) -> Counter[Sku]:
    needs: Counter[Sku] = Counter()
    for line in quote.lines:
        needs[line.sku] += line.quantity
    return needs
