"""What an order was paid with, what of it went back, and what still can: for the people who give money back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from shopkeeper.app.queries.product_view import money_json
from shopkeeper.app.refunding import left_of
from shopkeeper.domain.checkout.quote import Quote
from shopkeeper.domain.checkout.taxes import percent_text, tax_on_line
from shopkeeper.domain.core.ids import LineId
from shopkeeper.domain.core.money import Money
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
    """`sums` add up to `total` where they are not `included`; `left` can still be given back.

    `story` are the adjustments, oldest first, negative where money goes back.
    """
    payment = tx.payments.get(order.payment_id) if order.payment_id is not None else None
    earlier, short = tx.returns.of_order(order.number), not_handed_over(order, tx)
    parts = [{"kind": part.kind, "label": part.label, "amount": money_json(part.amount)} for part in order.quote.credit]
    if order.quote.due:
        parts.append({"kind": order.payment_method.value, "label": "", "amount": money_json(order.quote.due)})
    return {
        "number": order.number,
        "status": order.status.value,
        "sums": _sums(order.quote),
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
                "tax": {"rate_bp": line.tax_rate_bp, "amount": money_json(tax_on_line(line, included=order.quote.tax_included))},
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
        "has_invoice": bool(tx.invoices.of_order(order.number)),
        "conversation_id": order.conversation_id,
    }


def _sums(quote: Quote) -> list[Mapping[str, object]]:
    """What the total is made of, as on a receipt: taxes once per rate, with what they are on."""
    rows = [_sum("goods", quote.goods), *(_sum("discount", -one.amount, title=one.title) for one in quote.applied)]
    rows.append(_sum("delivery", quote.delivery_fee))
    rows += [_sum("fee", amount, title=title) for title, amount in quote.fee_sums]
    for tax in quote.taxes:
        told = {"rate": percent_text(tax.rate_bp), "base": money_json(tax.base), "included": quote.tax_included}
        rows.append({**_sum("tax", tax.tax), **told})
    return [*rows, *([_sum("tip", quote.tip)] if quote.tip else [])]


def _sum(kind: str, amount: Money, *, title: str = "") -> dict[str, object]:
    return {"kind": kind, "title": title, "amount": money_json(amount), "rate": "", "base": None, "included": False}
