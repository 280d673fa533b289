"""Who may return what, and until when. Date arithmetic in the shop's zone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from shopkeeper.domain.catalog.product import Product, ProductKind
from shopkeeper.domain.checkout.quote import QuoteLine
from shopkeeper.domain.core.ids import LineId
from shopkeeper.domain.orders.arrival import arrived_at
from shopkeeper.domain.orders.order import Order, OrderStatus
from shopkeeper.domain.returns.rma import GONE, Rma, RmaKind, RmaStatus
from shopkeeper.domain.returns.terms import ReturnTerms, is_under

OK = "ok"
EXCLUDED_KINDS = frozenset({ProductKind.GIFT_CARD, ProductKind.MADE_TO_ORDER, ProductKind.SERVICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """`code` is `ok`, `not_delivered`, `canceled`, `window_over`, `excluded` or `returned_already`; `left` can still be returned."""

    code: str
    left: int
    delivered: date | None = None
    last_day: date | None = None
    condition: str = ""
    """`unopened` when the goods may be returned only so (hygiene)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """On which right, under which terms, and on which day in which zone a return is judged."""

    kind: RmaKind
    terms: ReturnTerms
    today: date
    zone: str


def standing(order: Order, line: QuoteLine, product: Product | None, earlier: Iterable[Rma], ground: Ground) -> Standing:
    """Whether `line` may go back now."""
    kind, terms = ground.kind, ground.terms
    left = line.quantity - returned(line.line_id, earlier)
    arrived = arrived_at(order, line.sku)
    delivered = arrived.astimezone(ZoneInfo(ground.zone)).date() if arrived is not None else None
    if order.status is OrderStatus.CANCELED:
        return Standing(code="canceled", left=0)
    if left < 1:
        return Standing(code="returned_already", left=0, delivered=delivered)
    if product is not None and _is_excluded(product, kind, terms):
        return Standing(code="excluded", left=left, delivered=delivered)
    if delivered is not None and delivered > ground.today:
        return Standing(code=OK, left=left)  # it has left, and no time can be over before it is there
    if delivered is None:
        # The law lets a consumer withdraw before the goods arrive; the shop's own window has not begun.
        return Standing(code=OK if kind is RmaKind.WITHDRAWAL else "not_delivered", left=left)
    last_day = delivered + timedelta(days=terms.withdrawal_days if kind is RmaKind.WITHDRAWAL else terms.window_days)
    code = OK if ground.today <= last_day else "window_over"
    hygiene = product is not None and product.attributes.get("hygiene") is True
    return Standing(code=code, left=left, delivered=delivered, last_day=last_day, condition="unopened" if hygiene else "")


def returned(line_id: LineId, earlier: Iterable[Rma]) -> int:
    """How many of the line are on their way back or were taken back. A draft binds nothing."""
    return sum(line.quantity for rma in binding(earlier) for line in rma.lines if line.line_id == line_id)


def binding(returns: Iterable[Rma]) -> list[Rma]:
    """Those whose goods are on their way back or were taken back."""
    return [rma for rma in returns if rma.status not in GONE and rma.status is not RmaStatus.DRAFT]


def _is_excluded(product: Product, kind: RmaKind, terms: ReturnTerms) -> bool:
    if kind is RmaKind.WITHDRAWAL:
        return product.kind in (ProductKind.MADE_TO_ORDER, ProductKind.SERVICE) or is_under(product.category, terms.withdrawal_excluded)
    return product.kind in EXCLUDED_KINDS or is_under(product.category, terms.excluded_categories)
