"""Returns of the past, with their amounts checked against the order they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from shopkeeper.adapters.packs.fields import Fields
from shopkeeper.domain.core.ids import CustomerId, LineId, OrderNumber, RmaNumber, Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.returns.rma import ReturnReason, Rma, RmaKind, RmaLine, RmaStatus, RmaStep
from shopkeeper.ports.shop_store import ShopProfile


def read_return(fields: Fields, orders: Sequence[Order], profile: ShopProfile) -> Rma:
    order = next((order for order in orders if order.number == fields.text("order")), None)
    if order is None:
        fields.wrong("order", f"{fields.text('order')} is not an order of this pack")
    titles = {line.line_id: line.title for line in order.quote.lines} if order else {}
    status = _status(fields)
    requested_at = fields.moment("requested_at", profile.zone) or datetime.fromtimestamp(0, UTC)
    ended_at = fields.moment("refunded_at", profile.zone) if fields.has("refunded_at") else None
    listed = list(fields.each("lines"))
    lines = tuple(_line(line, titles, profile.currency) for line in listed)
    refund = sum(line.refund.minor for line in lines)
    if fields.whole("refund", refund) != refund:
        fields.wrong("refund", f"the lines add up to {refund}, not {fields.whole('refund')}")
    return Rma(
        number=RmaNumber(fields.text("number")),
        order_number=OrderNumber(fields.text("order")),
        kind=RmaKind.RETURN,
        lines=lines,
        delivery_refund=Money.zero(profile.currency),
        status=status,
        requested_at=requested_at.astimezone(UTC),
        reason=_reason(listed[0]) if listed else ReturnReason.NOT_STATED,
        comment=listed[0].maybe("comment") or "" if listed else "",
        customer_id=CustomerId(fields.text("customer")),
        steps=(
            RmaStep(status=RmaStatus.REQUESTED, at=requested_at.astimezone(UTC), by="shopper"),
            *((RmaStep(status=status, at=ended_at.astimezone(UTC), by="operator"),) if ended_at else ()),
        ),
    )


def _line(fields: Fields, titles: dict[LineId, str], currency: str) -> RmaLine:
    line_id = LineId(f"line-{fields.whole('line', least=1)}")
    if line_id not in titles:
        fields.wrong("line", "the order has no such line")
    return RmaLine(
        line_id=line_id,
        sku=Sku(fields.text("sku")),
        title=titles.get(line_id, fields.text("sku")),
        quantity=fields.whole("quantity", least=1),
        refund=Money(minor=fields.whole("refund"), currency=currency),
    )


def _status(fields: Fields) -> RmaStatus:
    text = fields.text("status")
    if text not in list(RmaStatus):
        fields.wrong("status", f"must be one of {', '.join(RmaStatus)}, not {text}")
        return RmaStatus.REQUESTED
    return RmaStatus(text)


def _reason(fields: Fields) -> ReturnReason:
    text = fields.text("reason", ReturnReason.NOT_STATED)
    if text not in list(ReturnReason):
        fields.wrong("reason", f"must be one of {', '.join(ReturnReason)}, not {text}")
        return ReturnReason.NOT_STATED
    return ReturnReason(text)
