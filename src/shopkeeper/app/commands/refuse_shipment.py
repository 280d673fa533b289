"""One branch cannot give its shipment of an order: the money for it goes back, its goods and times are free, the rest goes on."""

from __future__ import annotations

from shopkeeper.app.commands.drop_lines import Drop, drop_lines
from shopkeeper.app.commands.fulfill_order import Fulfilled, NotDone, RefuseReason, refuse
from shopkeeper.app.holds import Allotted, undo_part
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.capacity import courier_of, kitchen_of
from shopkeeper.domain.fulfillment.shipment import ShipmentKind
from shopkeeper.domain.orders.order import Order, OrderEvent
from shopkeeper.domain.orders.work import Stage, Work, lines_in, status_of, works_of
from shopkeeper.ports.storage import Transaction


def refuse_shipment(number: OrderNumber, shipment: int, reason: RefuseReason, tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
    """The last shipment that is still to come takes the whole order with it, where none was handed over."""
    order = tx.orders.get(number)
    works = works_of(order) if order is not None else ()
    if order is None or not 0 <= shipment < len(works):
        return NotDone(code="order_unknown")
    work = works[shipment]
    if work.stage is Stage.REFUSED:
        return Fulfilled(order=order, work=work, again=True)
    if work.stage is Stage.DONE:
        return NotDone(code="too_late", numbers=(number,))
    if all(one.stage is Stage.REFUSED for one in works if one is not work):
        return refuse(number, reason, tx, moment)
    return _refuse(order, work, reason, tx, moment)


def _refuse(order: Order, work: Work, reason: RefuseReason, tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
    lines = tuple(lines_in(order, work.shipment).items())
    dropped = drop_lines(Drop(number=order.number, lines=lines, reason=reason, shipment=work.shipment), tx, moment)
    if isinstance(dropped, NotDone) and dropped.code != "nothing_to_drop":
        return dropped
    before = dropped.order if isinstance(dropped, Fulfilled) else order
    undo_part(order.checkout_id, _allotted(work), tx)
    refused = before.record(OrderEvent(kind="refused", at=moment.now, note=reason.value, shipment=work.shipment))
    refused = refused.record_status(status_of(refused))
    tx.orders.save(refused)
    facts = {"order": order.number, "shipment": work.shipment, "store": work.store_id, "reason": reason.value}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="order.shipment_refused", subject=order.checkout_id, facts=facts))
    store = next((store.name for store in tx.shop.stores() if store.id == work.store_id), "")
    titles = tuple(dict.fromkeys(line.title for line in order.quote.lines if line.line_id in dict(lines)))
    told = Say(key=f"order.part_refused_{reason.value}", facts={"number": order.number, "store": store, "titles": titles})
    says = dropped.says if isinstance(dropped, Fulfilled) else ()
    return Fulfilled(order=refused, work=works_of(refused)[work.shipment], says=(told, *says, Say(key="order.part_rest")))


def _allotted(work: Work) -> Allotted:
    kitchen = {kitchen_of(work.store_id)} if work.kind is not ShipmentKind.PARCEL else set[str]()
    courier = {courier_of(work.store_id)} if work.kind is ShipmentKind.COURIER else set[str]()
    return Allotted(
        skus=frozenset(part.sku for part in work.parts),
        store_id=work.store_id if work.kind is not ShipmentKind.PARCEL else None,
        resources=frozenset(kitchen | courier),
    )
