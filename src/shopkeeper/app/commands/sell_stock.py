"""Turning what a checkout holds into sold stock, holding it afresh where the hold ran out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import DeliveryMethod, Quote
from shopkeeper.domain.core.ids import ReservationId, Sku, StoreId, derive
from shopkeeper.domain.fulfillment.stock import StockReservation
from shopkeeper.ports.storage import Transaction

MOMENTARY = timedelta(minutes=1)
"""Life of a hold that is made and committed in the same transaction."""


def sell_stock(checkout: Checkout, quote: Quote, tx: Transaction, now: datetime, *, key: str) -> Sku | None:
    """Commit the stock of `quote`; the first sku there is no longer enough of, when nothing was sold.

    `key` tells apart the holds made here from those of an earlier try.
    """
    kept = tx.stock.available({line.sku for line in quote.lines})
    needed: Counter[Sku] = Counter()
    for line in quote.lines:
        if line.sku in kept:
            needed[line.sku] += line.quantity
    if not _holds_fit(checkout, quote, needed, tx):
        missing = _hold_afresh(checkout, quote, needed, tx, now=now, key=key)
        if missing is not None:
            return missing
    tx.stock.commit(checkout.id)
    return None


def _pickup_store(quote: Quote) -> StoreId | None:
    return quote.delivery.store_id if quote.delivery.method is DeliveryMethod.PICKUP else None


def _holds_fit(checkout: Checkout, quote: Quote, needed: Counter[Sku], tx: Transaction) -> bool:
    held: Counter[Sku] = Counter()
    store = _pickup_store(quote)
    for hold in tx.stock.held_for(checkout.id):
        if store is not None and hold.store_id != store:
            return False
        held[hold.sku] += hold.quantity
    return held == needed


def _hold_afresh(checkout: Checkout, quote: Quote, needed: Counter[Sku], tx: Transaction, *, now: datetime, key: str) -> Sku | None:
    tx.stock.release(checkout.id)
    available = tx.stock.available(needed)
    for sku, quantity in needed.items():
        split = _split(quantity, available.get(sku, {}), _pickup_store(quote))
        for store_id, part in split.items():
            hold_id = ReservationId(derive("rsv", checkout.id, key, sku, store_id))
            hold = StockReservation(
                id=hold_id, checkout_id=checkout.id, sku=sku, store_id=store_id, quantity=part, expires_at=now + MOMENTARY
            )
            if not tx.stock.reserve(hold):
                split = {}
                break
        if not split:
            tx.stock.release(checkout.id)
            return sku
    return None


def _split(quantity: int, available: Mapping[StoreId, int], only: StoreId | None) -> dict[StoreId, int]:
    """`quantity` over as few stores as possible; empty when they do not have it."""
    parts = dict(_take(quantity, available, only))
    return parts if sum(parts.values()) == quantity else {}


def _take(quantity: int, available: Mapping[StoreId, int], only: StoreId | None) -> Iterator[tuple[StoreId, int]]:
    left = quantity
    for store_id, count in sorted(available.items(), key=lambda entry: (-entry[1], entry[0])):
        part = min(left, count) if only in (None, store_id) else 0
        if part > 0:
            yield store_id, part
            left -= part
