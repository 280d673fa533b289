"""What the audit trail recorded is queued for every endpoint that wants it: once, in the transaction that remembers how far it got."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.callbacks.event import OutsideEvent, outside_facts, outside_type
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.core.digest import digest_of
from shopkeeper.domain.core.ids import CheckoutId, EffectId, derive
from shopkeeper.domain.orders.order import Order
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction

DELIVER = "deliver_callback"
CART = "cart.changed"


def relay_events(tx: Transaction, now: datetime, *, limit: int = 500) -> int:
    """How many deliveries were queued. Without endpoints the trail is only read past."""
    told = tx.callbacks.told_up_to()
    recorded = tx.audit.after(told, limit=limit)
    if not recorded:
        return 0
    endpoints = [endpoint for endpoint in tx.callbacks.endpoints() if endpoint.active]
    queued = 0
    for position, entry in recorded if endpoints else ():
        event = outside_event(position, entry, tx)
        if event is None:
            continue
        for endpoint in endpoints:
            if endpoint.wants(event.type):
                queued += tx.outbox.put(delivery(endpoint.id, event, now))
    tx.callbacks.tell_up_to(recorded[-1][0])
    return queued


def tell_cart(cart: Cart, tx: Transaction, moment: Moment) -> None:
    """Carts change often and leave no audit line, so their news is queued here, where somebody wants it."""
    wanted = [endpoint for endpoint in tx.callbacks.endpoints() if endpoint.active and endpoint.wants(CART)]
    if not wanted:
        return
    lines = [{"sku": line.sku, "quantity": line.quantity, "modifiers": dict(line.modifiers)} for line in cart.lines]
    event_id = derive("evt", CART, cart.id, moment.turn_id or "", moment.now.isoformat(), digest_of(lines))
    event = OutsideEvent(id=event_id, type=CART, subject=cart.id, at=moment.now, data={"lines": lines, "count": cart.count})
    for endpoint in wanted:
        tx.outbox.put(delivery(endpoint.id, event, moment.now))


def outside_event(position: int, entry: AuditEntry, tx: Transaction) -> OutsideEvent | None:
    kind = outside_type(entry.action)
    if kind is None:
        return None
    event_id = derive("evt", str(position), entry.action, entry.subject)
    return OutsideEvent(id=event_id, type=kind, subject=entry.subject, at=entry.at, data=_data(kind, entry, tx))


def delivery(endpoint_id: str, event: OutsideEvent, now: datetime) -> QueuedEffect:
    body = {
        "endpoint_id": endpoint_id,
        "event": {"id": event.id, "type": event.type, "subject": event.subject, "at": event.at.isoformat(), "data": dict(event.data)},
    }
    return QueuedEffect(id=EffectId(derive("eff", DELIVER, endpoint_id, event.id)), kind=DELIVER, body=body, due_at=now)


def _data(kind: str, entry: AuditEntry, tx: Transaction) -> Mapping[str, object]:
    facts = outside_facts(entry.facts)
    order = tx.orders.for_checkout(CheckoutId(entry.subject)) if kind.startswith("order.") else None
    return {**facts, **(_order(order) if order is not None else {})}


def _order(order: Order) -> Mapping[str, object]:
    return {
        "number": order.number,
        "status": order.status.value,
        "checkout_id": order.checkout_id,
        "total": {"amount": order.quote.total.minor, "currency": order.quote.currency},
        "method": order.quote.delivery.method.value,
        "lines": [{"sku": line.sku, "quantity": line.quantity, "total": line.total.minor} for line in order.quote.lines],
    }
