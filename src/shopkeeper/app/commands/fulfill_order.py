"""Staff move a shipment on: accept it, make it ready, hand it over once against its code, or refuse it with a reason and the money back."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from shopkeeper.app.commands.place_order import is_due
from shopkeeper.app.holds import undo_all
from shopkeeper.app.invoicing import settle_papers
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import CAPTURE, payment_effect
from shopkeeper.app.refunding import OWED, TO_CREDIT, GivenBack, give_back_all
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.ids import OrderNumber, StoreId
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.shipment import ShipmentKind
from shopkeeper.domain.orders.order import Order, OrderEvent, OrderStatus
from shopkeeper.domain.orders.work import ARRIVED, NEXT, STAGE_OF, Stage, Work, status_of, works_of
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.storage import Transaction

STEP_ACTION = "order."


class RefuseReason(StrEnum):
    SOLD_OUT = "sold_out"
    TOO_BUSY = "too_busy"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDone:
    """Why a step was not taken, for staff: never said to a shopper."""

    code: str
    numbers: tuple[OrderNumber, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilled:
    """`says` are for the shopper; `again` when it was like this already and nothing happened."""

    order: Order
    work: Work
    says: tuple[Say, ...] = ()
    again: bool = False


def accept(number: OrderNumber, shipment: int, tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
    return _step(number, shipment, "accepted", tx, moment)


def make_ready(number: OrderNumber, shipment: int, tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
    return _step(number, shipment, "ready", tx, moment)


def send_off(number: OrderNumber, shipment: int, tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
    """A courier or carrier takes it. What is picked up needs its code: `hand_over`."""
    found = _find(number, shipment, tx)
    if found is not None and found[1].kind is ShipmentKind.PICKUP:
        return NotDone(code="needs_code")
    return _step(number, shipment, "dispatched", tx, moment)


def mark_delivered(number: OrderNumber, shipment: int, tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
    """A courier or carrier says that it arrived; from then on the days to send it back are counted."""
    found = _find(number, shipment, tx)
    if found is None:
        return NotDone(code="order_unknown")
    order, work = found
    if any(event.kind in ARRIVED and event.shipment in (None, shipment) for event in order.events):
        return Fulfilled(order=order, work=work, again=True)
    if work.stage is not Stage.DONE:
        return NotDone(code="not_in_this_order")
    return _record("delivered", order, work, tx, moment)


def hand_over(code: str, store_id: StoreId, tx: Transaction, moment: Moment, *, number: OrderNumber | None = None) -> Fulfilled | NotDone:
    """The order with this pickup code at this branch, once. `code_unknown`, `not_ready`, `handed_over_already`, or `code_ambiguous`."""
    orders = [order for order in tx.orders.by_pickup_code(code) if number is None or order.number == number]
    works = [
        (order, work)
        for order in orders
        for work in works_of(order)
        if work.store_id == store_id and work.pickup_code is not None and hmac.compare_digest(work.pickup_code, code)
    ]
    open_works = [(order, work) for order, work in works if work.stage not in (Stage.DONE, Stage.REFUSED)]
    if len(open_works) > 1:
        return NotDone(code="code_ambiguous", numbers=tuple(order.number for order, _ in open_works))
    if not open_works:
        done = next((order for order, work in works if work.stage is Stage.DONE), None)
        return NotDone(code="handed_over_already", numbers=(done.number,)) if done is not None else NotDone(code="code_unknown")
    order, work = open_works[0]
    if work.stage is not Stage.READY:
        return NotDone(code="not_ready", numbers=(order.number,))
    return _step(order.number, work.shipment, "handed_over", tx, moment)


def refuse(number: OrderNumber, reason: RefuseReason, tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
    """The whole order: goods and times are free again, money held is given back, and the shopper hears why."""
    order = tx.orders.get(number)
    if order is None:
        return NotDone(code="order_unknown")
    works = works_of(order)
    if order.status is OrderStatus.CANCELED:
        return Fulfilled(order=order, work=works[0], again=True)
    if any(work.stage is Stage.DONE for work in works):
        return NotDone(code="too_late", numbers=(number,))
    undo_all(order.checkout_id, tx)
    order, whole, given = give_back_all(order, f"refused_{reason.value}", tx, moment)
    refused = order.record(OrderEvent(kind="canceled", at=moment.now, note=reason.value), OrderStatus.CANCELED)
    tx.orders.save(refused)
    _audit(refused, {"reason": reason.value}, tx, moment, action="order.refused_by_store")
    told = Say(key=f"order.refused_{reason.value}", facts={"number": number})
    money = (Say(key="order.money_back", facts={"amount": whole}),) if whole else ()
    return Fulfilled(order=refused, work=works_of(refused)[0], says=(told, *money, *given_says(given)))


def _step(number: OrderNumber, shipment: int, kind: str, tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
    stage = STAGE_OF[kind]
    found = _find(number, shipment, tx)
    if found is None:
        return NotDone(code="order_unknown")
    order, work = found
    if work.stage is stage:
        return Fulfilled(order=order, work=work, again=True)
    if stage not in NEXT[work.stage]:
        return NotDone(code="not_in_this_order")
    return _record(kind, order, work, tx, moment)


def _record(kind: str, order: Order, work: Work, tx: Transaction, moment: Moment) -> Fulfilled:
    moved = order.record(OrderEvent(kind=kind, at=moment.now, shipment=work.shipment))
    moved = moved.record_status(status_of(moved))
    tx.orders.save(moved)
    _take_money(moved, tx, moment)
    if kind == "handed_over":
        settle_papers(moved.number, tx, moment.now)
    _audit(moved, {"shipment": work.shipment}, tx, moment, action=STEP_ACTION + kind)
    return Fulfilled(order=moved, work=works_of(moved)[work.shipment], says=_told(kind, moved, work, tx))


def _take_money(order: Order, tx: Transaction, moment: Moment) -> None:
    """Where it is taken only once everything has left, this may be the moment."""
    payment = tx.payments.get(order.payment_id) if order.payment_id is not None else None
    if payment is not None and payment.status is PaymentStatus.AUTHORIZED and is_due(order, tx, moment.now):
        tx.outbox.put(payment_effect(CAPTURE, payment.id, moment.now))


def _told(kind: str, order: Order, work: Work, tx: Transaction) -> tuple[Say, ...]:
    store = next((store.name for store in tx.shop.stores() if store.id == work.store_id), "")
    match kind:
        case "accepted":
            return (Say(key="order.told_accepted", facts={"number": order.number}),)
        case "ready" if work.kind is ShipmentKind.PICKUP:
            return (Say(key="order.told_ready", facts={"number": order.number, "store": store, "code": order.pickup_code or ""}),)
        case "handed_over":
            return (Say(key="order.told_handed_over", facts={"number": order.number}),)
        case "dispatched":
            return (Say(key="order.told_dispatched", facts={"number": order.number}),)
        case "delivered":
            return (Say(key="order.told_delivered", facts={"number": order.number}),)
        case _:
            return ()


def _find(number: OrderNumber, shipment: int, tx: Transaction) -> tuple[Order, Work] | None:
    order = tx.orders.get(number)
    works = works_of(order) if order is not None else ()
    return (order, works[shipment]) if order is not None and 0 <= shipment < len(works) else None


def _audit(order: Order, facts: dict[str, object], tx: Transaction, moment: Moment, *, action: str) -> None:
    tx.audit.append(
        AuditEntry(at=moment.now, actor=moment.actor, action=action, subject=order.checkout_id, facts={"order": order.number, **facts})
    )


def given_says(given: Sequence[GivenBack]) -> tuple[Say, ...]:
    """Where the money goes, one sentence for each part."""
    ways = {OWED: TO_CREDIT}
    return tuple(Say(key=f"refund.to_{ways.get(one.way, one.way)}", facts={"amount": one.amount, "label": one.label}) for one in given)
