"""The rows of an order's invoice, and what each of its refunds takes back, per tax rate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from shopkeeper.domain.checkout.lines import TaxLine
from shopkeeper.domain.checkout.quote import Quote
from shopkeeper.domain.checkout.taxes import tax_of
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.invoices.invoice import Invoice, InvoiceKind, InvoiceRow, PaidPart, RowKind
from shopkeeper.domain.orders.order import Order, OrderEvent
from shopkeeper.domain.returns.rma import Rma

GONE_BACK = "refund_"
BY_PROVIDER = frozenset({"payment_refunded", "payment_canceled", "refunded"})
"""All of it at once: a refused order, or (`refunded`) one from before this shop kept payments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """What went back in one go: `key` names it, `note` says what for."""

    key: str
    note: str
    at: datetime
    parts: tuple[PaidPart, ...]
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRows:
    rows: tuple[InvoiceRow, ...]
    taxes: tuple[TaxLine, ...]


def invoice_rows(quote: Quote) -> tuple[InvoiceRow, ...]:
    """Goods at their price, then what was taken off and what came on top."""
    rows = [
        InvoiceRow(
            kind=RowKind.GOODS, title=l.title, quantity=l.quantity, unit_price=l.unit_price, amount=l.subtotal, rate_bp=l.tax_rate_bp
        )
        for l in quote.lines
    ]
    rows += [InvoiceRow(kind=RowKind.DISCOUNT, title=one.title, amount=-one.amount) for one in quote.applied]
    untold = quote.discount - sum_money((one.amount for one in quote.applied), quote.currency)
    rows += [InvoiceRow(kind=RowKind.DISCOUNT, title="", amount=-untold)] if untold else []
    if quote.delivery_fee:
        rows.append(InvoiceRow(kind=RowKind.DELIVERY, title="", amount=quote.delivery_fee, rate_bp=quote.delivery_rate_bp))
    rows += [InvoiceRow(kind=RowKind.FEE, title=title, amount=amount) for title, amount in quote.fee_sums]
    rows += [InvoiceRow(kind=RowKind.TIP, title="", amount=quote.tip)] if quote.tip else []
    return tuple(rows)


def gone_back(order: Order) -> Iterator[Back]:
    """Each refund of its story once, oldest first, however many ways it went."""
    groups: dict[tuple[str, datetime], list[OrderEvent]] = {}
    for event in order.events:
        if event.amount is not None and event.amount.minor and (event.kind.startswith(GONE_BACK) or event.kind in BY_PROVIDER):
            groups.setdefault((event.note or event.kind, event.at), []).append(event)
    for (note, at), events in groups.items():
        parts = tuple(PaidPart(way=event.kind.removeprefix(GONE_BACK), label="", amount=_size(event)) for event in events)
        amount = sum_money((part.amount for part in parts), order.quote.currency)
        yield Back(key=f"{note}|{at.isoformat()}", note=note, at=at, parts=parts, amount=amount)


def _size(event: OrderEvent) -> Money:
    assert event.amount is not None
    return -event.amount if event.amount.minor < 0 else event.amount


def credit_rows(back: Back, order: Order, returns: Iterable[Rma], earlier: Sequence[Invoice]) -> CreditRows:
    """Line by line where a return says what it was for; else the sum, with its tax in proportion to what was sold and is left."""
    rma = next((one for one in returns if _is_of(one, back)), None)
    known = rma is not None and rma.taxes and rma.refund == rma.credit == back.amount
    if rma is not None and known and all((tax.base + tax.tax).minor <= _left(tax.rate_bp, order.quote, earlier) for tax in rma.taxes):
        return CreditRows(rows=tuple(_rma_rows(rma)), taxes=rma.taxes)
    return _in_proportion(back.amount, order.quote, earlier)


def _is_of(rma: Rma, back: Back) -> bool:
    """A return is called by its number alone, goods that were not handed over by reason and number."""
    return back.note.rpartition(":")[2] == rma.number


def _rma_rows(rma: Rma) -> Iterator[InvoiceRow]:
    for line in rma.lines:
        yield InvoiceRow(kind=RowKind.GOODS, title=line.title, quantity=line.quantity, amount=line.refund)
    if rma.fees:
        yield InvoiceRow(kind=RowKind.FEE, title="", amount=rma.fees)
    if rma.delivery_refund:
        yield InvoiceRow(kind=RowKind.DELIVERY, title="", amount=rma.delivery_refund)
    if rma.tip_refund:
        yield InvoiceRow(kind=RowKind.TIP, title="", amount=rma.tip_refund)


def _in_proportion(amount: Money, quote: Quote, earlier: Sequence[Invoice]) -> CreditRows:
    """Over the rates by what is left of each; the tip, which bears no tax, goes back last."""
    left = [_left(tax.rate_bp, quote, earlier) for tax in quote.taxes]
    taxed = min(amount, Money(minor=sum(left), currency=amount.currency))
    rows: list[InvoiceRow] = []
    taxes: list[TaxLine] = []
    if taxed:
        rows.append(InvoiceRow(kind=RowKind.REFUND, title="", amount=taxed))
        for line, share in zip(quote.taxes, taxed.allocate(left), strict=True):
            tax = tax_of(share, line.rate_bp, included=True)
            taxes += [TaxLine(rate_bp=line.rate_bp, base=share - tax, tax=tax)] if share else []
    if amount - taxed:
        rows.append(InvoiceRow(kind=RowKind.TIP, title="", amount=amount - taxed))
    return CreditRows(rows=tuple(rows), taxes=tuple(taxes))


def _left(rate_bp: int, quote: Quote, earlier: Sequence[Invoice]) -> int:
    """What was sold at a rate, in minor units with its tax, less what was credited before."""
    sold = sum((tax.base + tax.tax).minor for tax in quote.taxes if tax.rate_bp == rate_bp)
    notes = (one for one in earlier if one.kind is InvoiceKind.CREDIT_NOTE)
    return max(0, sold - sum((tax.base + tax.tax).minor for note in notes for tax in note.taxes if tax.rate_bp == rate_bp))
