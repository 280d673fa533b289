"""What is refunded for what goes back: in whatever order it does, all of it together is what was paid, to the cent.

Everything is counted from the beginning: what is due for all that has gone back by then, less what was given already. So the
last of a line takes the remaining cent, and a return that is called off leaves nothing behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from shopkeeper.domain.checkout.lines import FeeLine, FeeReturn, QuoteLine, TaxLine
from shopkeeper.domain.checkout.quote import Quote
from shopkeeper.domain.checkout.taxes import TaxedPart, charge_parts, table_of, tax_on_line
from shopkeeper.domain.core.ids import LineId
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.returns.rma import Rma, RmaKind, RmaLine
from shopkeeper.domain.returns.standing import binding, returned
from shopkeeper.domain.returns.terms import ReturnTerms

Counts = Mapping[LineId, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refunds:
    """`fees` are those on the whole order; deposits go with their lines."""

    lines: tuple[RmaLine, ...]
    delivery: Money
    fees: Money
    tip: Money
    taxes: tuple[TaxLine, ...]


def refunds(
    quote: Quote,
    wanted: Iterable[tuple[LineId, int]],
    earlier: Iterable[Rma],
    kind: RmaKind,
    terms: ReturnTerms,
    *,
    tip_goes_back: bool = False,
) -> Refunds:
    """For what of the `wanted` lines has not gone back already."""
    live = binding(earlier)
    going = _going(quote, wanted, live)
    after: Counts = {line.line_id: returned(line.line_id, live) + going[line.line_id] for line in quote.lines}
    whole = all(after[line.line_id] >= line.quantity for line in quote.lines)
    withdrawn = whole and {kind, *(rma.kind for rma in live)} == {RmaKind.WITHDRAWAL}
    delivery = list(_delivery(quote)) if withdrawn and terms.refunds_standard_delivery else []
    fees = [part for fee in _back_at_once(quote, whole=whole, withdrawn=withdrawn) for part in _whole_fee(fee, quote)]
    goods = [part for line in quote.lines for part in _goods(line, after[line.line_id], quote)]
    zero = Money.zero(quote.currency)
    return Refunds(
        lines=tuple(_rma_line(line, going[line.line_id], after, quote, live) for line in quote.lines if going[line.line_id]),
        delivery=_left(_paid(delivery, quote), [rma.delivery_refund for rma in live]),
        fees=_left(_paid(fees, quote), [rma.fee_refund for rma in live]),
        tip=_left(quote.tip if quote.tip and whole and tip_goes_back else zero, [rma.tip_refund for rma in live]),
        taxes=_taxes_left([*goods, *delivery, *fees], quote, live),
    )


def _going(quote: Quote, wanted: Iterable[tuple[LineId, int]], live: Sequence[Rma]) -> Counter[LineId]:
    asked: Counter[LineId] = Counter()
    for line_id, count in wanted:
        asked[line_id] += max(count, 0)
    left = {line.line_id: line.quantity - returned(line.line_id, live) for line in quote.lines}
    return Counter({line_id: min(asked[line_id], count) for line_id, count in left.items()})


def _rma_line(line: QuoteLine, going: int, after: Counts, quote: Quote, live: Sequence[Rma]) -> RmaLine:
    count = after[line.line_id]
    before = [one for rma in live for one in rma.lines if one.line_id == line.line_id]
    return RmaLine(
        line_id=line.line_id,
        sku=line.sku,
        title=line.title,
        quantity=going,
        refund=_left(_paid([_line_part(line, count, quote)], quote), [one.refund for one in before]),
        fee=_left(_paid(list(_deposits(line, count, quote)), quote), [one.fee for one in before]),
    )


def _goods(line: QuoteLine, count: int, quote: Quote) -> Iterator[TaxedPart]:
    yield _line_part(line, count, quote)
    yield from _deposits(line, count, quote)


def _line_part(line: QuoteLine, count: int, quote: Quote) -> TaxedPart:
    tax = tax_on_line(line, included=quote.tax_included)
    return TaxedPart(rate_bp=line.tax_rate_bp, amount=first(line.total, count, line.quantity), tax=first(tax, count, line.quantity))


def _deposits(line: QuoteLine, count: int, quote: Quote) -> Iterator[TaxedPart]:
    mine = (fee for fee in quote.fees if fee.line_id == line.line_id and fee.goes_back is FeeReturn.WITH_GOODS)
    for part in (part for fee in mine for part in _whole_fee(fee, quote)):
        amount, tax = first(part.amount, count, line.quantity), first(part.tax, count, line.quantity)
        yield TaxedPart(rate_bp=part.rate_bp, amount=amount, tax=tax)


def _back_at_once(quote: Quote, *, whole: bool, withdrawn: bool) -> Iterator[FeeLine]:
    for fee in quote.fees:
        with_the_last = fee.goes_back is FeeReturn.WITH_GOODS and fee.line_id is None and whole
        if with_the_last or (fee.goes_back is FeeReturn.WITHDRAWAL and withdrawn):
            yield fee


def _whole_fee(fee: FeeLine, quote: Quote) -> tuple[TaxedPart, ...]:
    return charge_parts(fee.amount, fee.tax_rate_bp, quote.lines, included=quote.tax_included)


def _delivery(quote: Quote) -> tuple[TaxedPart, ...]:
    return charge_parts(quote.delivery_fee, quote.delivery_rate_bp, quote.lines, included=quote.tax_included)


def _paid(parts: Sequence[TaxedPart], quote: Quote) -> Money:
    amounts = sum_money((part.amount for part in parts), quote.currency)
    return amounts if quote.tax_included else amounts + sum_money((part.tax for part in parts), quote.currency)


def first(whole: Money, count: int, of: int) -> Money:
    """What the first `count` of `of` equal pieces of `whole` come to; all of them are the whole."""
    return sum_money(whole.allocate([1] * of)[:count], whole.currency)


def _left(due: Money, given: Iterable[Money | None]) -> Money:
    return max(due - sum_money((amount for amount in given if amount is not None), due.currency), Money.zero(due.currency))


def _taxes_left(due: Sequence[TaxedPart], quote: Quote, live: Sequence[Rma]) -> tuple[TaxLine, ...]:
    """Per rate; returns from before taxes were kept took theirs along unsaid."""
    given = [tax for rma in live for tax in rma.taxes]
    table: list[TaxLine] = []
    for line in table_of(due, quote.currency, included=quote.tax_included):
        same = [tax for tax in given if tax.rate_bp == line.rate_bp]
        base = line.base - sum_money((tax.base for tax in same), quote.currency)
        tax = line.tax - sum_money((tax.tax for tax in same), quote.currency)
        table.append(TaxLine(rate_bp=line.rate_bp, base=base, tax=tax))
    return tuple(line for line in table if line.base or line.tax)
