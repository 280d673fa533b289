"""Turning what a checkout holds into sold stock, holding it afresh where the hold ran out."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from shopkeeper.app.commands.hold_stock import move_holds, stock_for
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import DeliveryMethod, Quote
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.fulfillment.allotment import Shortage, allot
from shopkeeper.ports.storage import Transaction

MOMENTARY = timedelta(minutes=1)
"""Life of a hold that is made and committed in the same transaction."""


def sell_stock(checkout: Checkout, quote: Quote, tx: Transaction, now: datetime) -> Sku | None:
    """Commit the stock of `quote`; the first sku there is no longer enough of, when nothing was sold."""
    missing = None if _holds_fit(checkout, quote, tx) else _hold_afresh(checkout, quote, tx, now)
    if missing is None:
        tx.stock.commit(checkout.id)
    return missing


def _holds_fit(checkout: Checkout, quote: Quote, tx: Transaction) -> bool:
    if tx.stock.short(checkout.id):
        return False
    held = tx.stock.held_for(checkout.id)
    if quote.delivery.method is DeliveryMethod.PICKUP and any(hold.store_id != quote.delivery.store_id for hold in held):
        return False
    counted = tx.stock.available({line.sku for line in quote.lines})
    quantities: Counter[Sku] = Counter()
    for hold in held:
        quantities[hold.sku] += hold.quantity
    return quantities == Counter({sku: count for sku, count in _needs(quote).items() if sku in counted})


def _hold_afresh(checkout: Checkout, quote: Quote, tx: Transaction, now: datetime) -> Sku | None:
    # Given back first: a hold on goods that a recount did not find is worth nothing.
    tx.stock.release(checkout.id)
    needs = _needs(quote)
    store_id = quote.delivery.store_id if quote.delivery.method is DeliveryMethod.PICKUP else None
    parts = allot(needs, stock_for(checkout.id, needs, tx), store_id=store_id)
    if isinstance(parts, Shortage):
        return parts.sku
    fits = move_holds(checkout.id, parts, tx, revision=quote.revision, expires_at=now + MOMENTARY)
    return None if fits else parts[0].sku


def _needs(quote: Quote) -> Counter[Sku]:
    needs: Counter[Sku] = Counter()
    for line in quote.lines:
        needs[line.sku] += line.quantity
    return needs
