"""What an order was paid with, what of it went back, and what still can: for the people who give money back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from shopkeeper.app.queries.product_view import money_json
from shopkeeper.app.refunding import left_of
from shopkeeper.domain.core.ids import LineId
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.returns.rma import ReturnReason
from shopkeeper.domain.returns.standing import returned
from shopkeeper.ports.storage import Transaction


def not_handed_over(order: Order, tx: Transaction) -> Counter[LineId]:
    """How many of each line the store fell short of."""
    short: Counter[LineId] = Counter()
    for rma in tx.returns.of_order(order.number):
        if rma.reason is ReturnReason.NOT_HANDED_OVER:
            short.update({line.line_id: line.quantity for line in rma.lines})
    return short


def order_money_json(order: Order, tx: Transaction) -> Mapping[str, object]:
    """`left` can still be given back; `story` are the adjustments, oldest first, negative where money goes back."""
    payment = tx.payments.get(order.payment_id) if order.payment_id is not None else None
    earlier, short = tx.returns.of_order(order.number), not_handed_over(order, tx)
    parts = [{"kind": part.kind, "label": part.label, "amount": money_json(part.amount)} for part in order.quote.credit]
    if order.quote.due:
        parts.append({"kind": order.payment_method.value, "label": "", "amount": money_json(order.quote.due)})
    return {
        "number": order.number,
        "status": order.status.value,
        "total": money_json(order.quote.total),
        "left": money_json(left_of(order, tx)),
        "parts": parts,
        "payment": {"status": payment.status.value, "provider": payment.provider, "to_take": money_json(payment.wanted)}
        if payment
        else None,
        "lines": [
            {
                "line_id": line.line_id,
                "title": line.title,
                "quantity": line.quantity,
                "total": money_json(line.total),
                "short": short[line.line_id],
                "left": line.quantity - returned(line.line_id, earlier),
            }
            for line in order.quote.lines
        ],
        "story": [
            {"kind": event.kind, "at": event.at.isoformat(), "amount": money_json(event.amount), "note": event.note}
            for event in order.events
            if event.amount is not None
        ],
        "conversation_id": order.conversation_id,
    }
