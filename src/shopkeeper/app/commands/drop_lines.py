"""A store cannot hand over some of an order: only the rest is paid, and the shopper is told with the arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shopkeeper.app.commands.draft_return import next_number
from shopkeeper.app.commands.fulfill_order import Fulfilled, NotDone, RefuseReason, given_says, refuse
from shopkeeper.app.moment import Moment
from shopkeeper.app.refunding import GivenBack, Wish, give_back, left_of
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.ids import LineId, OrderNumber
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order, OrderStatus
from shopkeeper.domain.orders.work import Stage, works_of
from shopkeeper.domain.returns.amounts import Refunds, refunds
from shopkeeper.domain.returns.rma import ReturnReason, Rma, RmaKind, RmaStatus, RmaStep
from shopkeeper.domain.returns.standing import returned
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """`lines` are (line id, quantity) that are not handed over."""

    number: OrderNumber
    lines: tuple[tuple[LineId, int], ...]
    reason: RefuseReason
    shipment: int | None = None
    """Of this shipment; what others have handed over already does not matter."""


def drop_lines(drop: Drop, tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
    """What was paid for the lines goes back, deposits with them; offers and delivery stay as agreed, since the store fell short.

    It is kept as a settled return by the store, so nothing of it can be sent back or dropped again. Dropping all that is left refuses
    the whole order.
    """
    order, profile = tx.orders.get(drop.number), tx.shop.profile()
    if order is None or profile is None or profile.returns is None:
        return NotDone(code="order_unknown")
    if order.status is OrderStatus.CANCELED:
        return NotDone(code="order_canceled", numbers=(order.number,))
    skus = {line.sku for line in order.quote.lines if line.line_id in dict(drop.lines)}
    works = [work for work in works_of(order) if drop.shipment in (None, work.shipment)]
    if any(work.stage is Stage.DONE for work in works for part in work.parts if part.sku in skus):
        return NotDone(code="too_late", numbers=(order.number,))
    earlier = tx.returns.of_order(order.number)
    short = refunds(order.quote, drop.lines, earlier, RmaKind.RETURN, profile.returns)
    if not short.lines:
        return NotDone(code="nothing_to_drop", numbers=(order.number,))
    if _is_all(order, short, earlier):
        return refuse(order.number, drop.reason, tx, moment)
    return _drop(order, _shortfall(order, short, len(earlier), drop, moment), tx, moment)


def _is_all(order: Order, short: Refunds, earlier: Sequence[Rma]) -> bool:
    dropped = {line.line_id: line.quantity for line in short.lines}
    return all(returned(line.line_id, earlier) + dropped.get(line.line_id, 0) >= line.quantity for line in order.quote.lines)


def _shortfall(order: Order, short: Refunds, earlier: int, drop: Drop, moment: Moment) -> Rma:
    return Rma(
        number=next_number(order, earlier),
        order_number=order.number,
        kind=RmaKind.RETURN,
        lines=short.lines,
        delivery_refund=short.delivery,
        fee_refund=short.fees,
        taxes=short.taxes,
        status=RmaStatus.RESOLVED,
        requested_at=moment.now,
        reason=ReturnReason.NOT_HANDED_OVER,
        customer_id=order.customer_id,
        conversation_id=order.conversation_id,
        steps=(RmaStep(status=RmaStatus.RESOLVED, at=moment.now, by="store", note=drop.reason.value),),
    )


def _drop(order: Order, short: Rma, tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
    before, back = left_of(order, tx), short.refund
    given: tuple[GivenBack, ...] = ()
    now = order
    if back > before:
        return NotDone(code="money_gone", numbers=(order.number,))
    tx.returns.save(short)  # before its money, so that the credit note can name the goods
    if back:
        wish = Wish(amount=back, reason=ReturnReason.NOT_HANDED_OVER.value, key=short.number)
        now, given = give_back(order, wish, tx, moment)
    facts = {
        "order": order.number,
        "return": short.number,
        "amount": back.minor,
        "lines": {line.sku: line.quantity for line in short.lines},
    }
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="order.shortened", subject=order.checkout_id, facts=facts))
    return Fulfilled(order=now, work=works_of(now)[0], says=_told(now, short, before, given))


def _told(order: Order, short: Rma, before: Money, given: Sequence[GivenBack]) -> tuple[Say, ...]:
    missing = [
        Say(
            key="order.short_line",
            facts={"quantity": line.quantity, "title": line.title, "amount": line.refund + line.fee if line.fee else line.refund},
        )
        for line in short.lines
    ]
    rest = Say(
        key="order.short_sum", facts={"number": order.number, "before": before, "back": short.refund, "after": before - short.refund}
    )
    return (Say(key="order.short", facts={"number": order.number}), *missing, rest, *given_says(given))
