"""Moving a checkout's stock holds to what its quote needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from shopkeeper.domain.checkout.basket import BasketLine
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.core.ids import CheckoutId, ReservationId, Sku, StoreId, derive
from shopkeeper.domain.fulfillment.allotment import Allotment, Shortage, Stock, allot
from shopkeeper.domain.fulfillment.stock import StockReservation
from shopkeeper.ports.storage import Transaction


def plan_holds(
    checkout_id: CheckoutId, lines: Iterable[BasketLine], delivery: DeliveryChoice | None, tx: Transaction
) -> tuple[Allotment, ...] | Shortage:
    """Where the goods come from, counting what the checkout itself holds as free. Changes nothing."""
    needs: Counter[Sku] = Counter()
    for line in lines:
        needs[line.sku] += line.quantity
    store_id = delivery.store_id if delivery is not None and delivery.method is DeliveryMethod.PICKUP else None
    return allot(needs, stock_for(checkout_id, needs, tx), store_id=store_id)


def stock_for(checkout_id: CheckoutId | None, skus: Iterable[Sku], tx: Transaction) -> Stock:
    """What this checkout can have: all that is free, and what it holds already."""
    free = {sku: dict(per_store) for sku, per_store in tx.stock.available(skus).items()}
    for hold in tx.stock.held_for(checkout_id) if checkout_id is not None else ():
        if hold.sku in free:
            free[hold.sku][hold.store_id] = free[hold.sku].get(hold.store_id, 0) + hold.quantity
    return free


def move_holds(checkout_id: CheckoutId, wanted: tuple[Allotment, ...], tx: Transaction, *, revision: int, expires_at: datetime) -> bool:
    """Hold exactly `wanted` until `expires_at`; False when the stock ledger does not have it, and then nothing is held."""
    held = {(hold.sku, hold.store_id): hold.quantity for hold in tx.stock.held_for(checkout_id)}
    if held == {(part.sku, part.store_id): part.quantity for part in wanted}:
        tx.stock.extend(checkout_id, expires_at)
        return True
    tx.stock.release(checkout_id)
    if all(tx.stock.reserve(_hold(checkout_id, part, revision, expires_at)) for part in wanted):
        return True
    tx.stock.release(checkout_id)
    return False


def _hold(checkout_id: CheckoutId, part: Allotment, revision: int, expires_at: datetime) -> StockReservation:
    return StockReservation(
        id=_hold_id(checkout_id, part.sku, part.store_id, revision),
        checkout_id=checkout_id,
        sku=part.sku,
        store_id=part.store_id,
        quantity=part.quantity,
        expires_at=expires_at,
    )


def _hold_id(checkout_id: CheckoutId, sku: Sku, store_id: StoreId, revision: int) -> ReservationId:
    return ReservationId(derive("rsv", checkout_id, sku, store_id, str(revision)))
