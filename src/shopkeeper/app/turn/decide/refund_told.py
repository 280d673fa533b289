""" "Why only 21.60?": a refund told line by line, from the order and the return that are on record."""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.app.turn.decide.returns import ask_confirm, open_draft
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.core.money import sum_money
from shopkeeper.domain.dialogue.decision import Plan, ShowReturn, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.returns.rma import Rma, RmaLine


def explain(facts: Facts) -> Plan:
    """Of the draft that waits for a yes, else of the newest return; a draft is asked about again."""
    draft = open_draft(facts.after.returns)
    rma = draft or next(iter(facts.after.returns), None)
    order = next((one for one in facts.after.orders if rma is not None and one.number == rma.order_number), None)
    if rma is None or order is None:
        return plan(Tell(says=(Say(key="return.none_of_yours"),)))
    told = Tell(says=tuple(_says(rma, order, facts)), shows=(ShowReturn(order_number=order.number),))
    return plan(told, *((ask_confirm(draft),) if draft is not None else ()))


def _says(rma: Rma, order: Order, facts: Facts) -> Iterator[Say]:
    for line in rma.lines:
        yield _of_line(line, order, facts)
    if rma.fees:
        yield Say(key="refund.fees", facts={"fees": rma.fees})
    if rma.delivery_refund:
        yield Say(key="refund.delivery", facts={"delivery": rma.delivery_refund})
    elif order.quote.delivery_fee:
        yield Say(key="refund.no_delivery", facts={"delivery": order.quote.delivery_fee})
    if rma.exchange is not None:
        said = {"new": rma.exchange.title, "balance": rma.exchange.balance, "difference": rma.exchange.amount}
        yield Say(key="refund.exchange", facts={"credit": rma.credit, **said})
    elif len(rma.lines) > 1 or rma.refund != rma.goods_refund:
        yield Say(key="refund.total", facts={"refund": rma.refund})


def _of_line(line: RmaLine, order: Order, facts: Facts) -> Say:
    """What was asked for it then, less its share of the order's discounts, with the tax that was put on top."""
    bought = next((one for one in order.quote.lines if one.line_id == line.line_id), None)
    if bought is None:
        return Say(key="refund.line_plain", facts={"title": line.title, "refund": line.refund})
    listed = bought.unit_price * line.quantity
    # What tax adds to a price that has none in it is what is left over.
    discount = sum_money(bought.discount.allocate([1] * bought.quantity)[: line.quantity], listed.currency)
    discount = listed - line.refund if order.quote.tax_included else discount
    tax = line.refund - (listed - discount)
    titles = tuple(facts.labels.retitled("promotion", one.title) for one in order.quote.applied) if discount else ()
    said = {"title": line.title, "quantity": line.quantity, "price": bought.unit_price, "listed": listed, "refund": line.refund}
    return Say(
        key="refund.line",
        facts={
            **said,
            "discount": discount,
            "discounted": "yes" if discount else "no",
            "offers": titles,
            "tax": tax,
            "taxed": "yes" if tax else "no",
        },
    )
