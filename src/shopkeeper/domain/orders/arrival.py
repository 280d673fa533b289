"""When goods were with the shopper: as it was told, or as careful as can be where nobody told."""

from __future__ import annotations

from datetime import datetime, timedelta

from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.fulfillment.shipment import ShipmentKind
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.orders.work import ARRIVED, Stage, works_of

UNTOLD = timedelta(days=14)
"""A parcel of which nobody said that it arrived counts as there so long after it left: later than any, to the shopper's good."""


def arrived_at(order: Order, sku: Sku) -> datetime | None:
    """When the last of `sku` was there; None while some of it is still in the branch."""
    times = [
        _arrived(order, work.shipment)
        for work in works_of(order)
        if any(part.sku == sku for part in work.parts) and work.stage is not Stage.REFUSED
    ]
    known = [at for at in times if at is not None]
    return max(known) if known and len(known) == len(times) else None


def _arrived(order: Order, shipment: int) -> datetime | None:
    told = [event.at for event in order.events if event.kind in ARRIVED and event.shipment in (None, shipment)]
    if told:
        return told[-1]
    left = next((event.at for event in order.events if event.kind == "dispatched" and event.shipment in (None, shipment)), None)
    work = works_of(order)[shipment]
    if left is None or work.stage is not Stage.DONE:
        return None
    return max(left, work.due_at) if work.kind is ShipmentKind.COURIER else left + UNTOLD
