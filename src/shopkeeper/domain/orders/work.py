"""What a branch has to do for an order: each of its shipments, how far it is, and when it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.core.ids import LineId, OrderNumber, StoreId
from shopkeeper.domain.fulfillment.shipment import Shipment, ShipmentKind, ShipmentPart
from shopkeeper.domain.orders.order import Order, OrderStatus

ANY_STORE = StoreId("")
"""Parcels: no branch was promised for them."""


class Stage(StrEnum):
    NEW = "new"
    ACCEPTED = "accepted"
    READY = "ready"
    DONE = "done"
    REFUSED = "refused"


OPEN = (Stage.NEW, Stage.ACCEPTED, Stage.READY)
NEXT: dict[Stage, frozenset[Stage]] = {
    Stage.NEW: frozenset({Stage.ACCEPTED, Stage.READY, Stage.REFUSED}),
    Stage.ACCEPTED: frozenset({Stage.READY, Stage.REFUSED}),
    Stage.READY: frozenset({Stage.DONE, Stage.REFUSED}),
    Stage.DONE: frozenset(),
    Stage.REFUSED: frozenset(),
}
STAGE_OF = {
    "refused": Stage.REFUSED,
    "accepted": Stage.ACCEPTED,
    "ready": Stage.READY,
    "handed_over": Stage.DONE,
    "dispatched": Stage.DONE,
    "delivered": Stage.DONE,
}
"""The order events that move a shipment on."""

ARRIVED = frozenset({"delivered", "handed_over"})
"""Those that say it is with the shopper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """`due_at` is the promised time, or when it was ordered where none was promised."""

    number: OrderNumber
    shipment: int
    store_id: StoreId
    stage: Stage
    due_at: datetime
    promised: bool
    kind: ShipmentKind
    parts: tuple[ShipmentPart, ...]
    pickup_code: str | None = None


def shipments_of(order: Order) -> tuple[Shipment, ...]:
    """As quoted; an order from before there were shipments is one."""
    if order.quote.shipments:
        return order.quote.shipments
    parts = tuple(ShipmentPart(sku=line.sku, quantity=line.quantity) for line in order.quote.lines)
    pickup = order.quote.delivery.method is DeliveryMethod.PICKUP
    kind = ShipmentKind.PICKUP if pickup else ShipmentKind.PARCEL
    return (Shipment(kind=kind, store_id=order.quote.delivery.store_id, parts=parts),)


def works_of(order: Order) -> tuple[Work, ...]:
    return tuple(
        Work(
            number=order.number,
            shipment=index,
            store_id=shipment.store_id or ANY_STORE,
            stage=stage_of(order, index),
            due_at=shipment.due_at or order.placed_at,
            promised=shipment.due_at is not None,
            kind=shipment.kind,
            parts=shipment.parts,
            pickup_code=order.pickup_code if shipment.kind is ShipmentKind.PICKUP else None,
        )
        for index, shipment in enumerate(shipments_of(order))
    )


def stage_of(order: Order, shipment: int) -> Stage:
    """The last step its story tells; an order's own status counts where it has no steps."""
    if order.status is OrderStatus.CANCELED:
        return Stage.REFUSED
    steps = [STAGE_OF[event.kind] for event in order.events if event.kind in STAGE_OF and event.shipment in (None, shipment)]
    if steps:
        return steps[-1]
    done = order.status in (OrderStatus.DISPATCHED, OrderStatus.DELIVERED)
    return Stage.DONE if done else Stage.READY if order.status is OrderStatus.READY_FOR_PICKUP else Stage.NEW


def status_of(order: Order) -> OrderStatus:
    """What the shopper is told about the whole order: it is as far as the slowest shipment that is still to come."""
    works = [work for work in works_of(order) if work.stage is not Stage.REFUSED]
    if not works:
        return OrderStatus.CANCELED
    if all(work.stage is Stage.DONE for work in works):
        there = all(any(e.kind in ARRIVED and e.shipment in (None, work.shipment) for e in order.events) for work in works)
        return OrderStatus.DELIVERED if there else OrderStatus.DISPATCHED
    if all(work.stage in (Stage.READY, Stage.DONE) and work.kind is ShipmentKind.PICKUP for work in works):
        return OrderStatus.READY_FOR_PICKUP
    return OrderStatus.CONFIRMED


def lines_in(order: Order, shipment: int) -> dict[LineId, int]:
    """How much of each line goes with that shipment: a sku that several branches give is counted out from the first on."""
    found: dict[LineId, int] = {}
    given: dict[LineId, int] = {}
    for index, one in enumerate(shipments_of(order)):
        for part in one.parts:
            left = part.quantity
            for line in (line for line in order.quote.lines if line.sku == part.sku):
                taken = min(left, line.quantity - given.get(line.line_id, 0))
                if taken:
                    given[line.line_id] = given.get(line.line_id, 0) + taken
                    left -= taken
                    if index == shipment:
                        found[line.line_id] = found.get(line.line_id, 0) + taken
    return found
