"""Whatever goes back, in whatever parts and order, called off or not: nothing is refunded twice and nothing is lost."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.test_totals_readd import quotes

from shopkeeper.domain.checkout.lines import FeeReturn
from shopkeeper.domain.core.ids import OrderNumber, RmaNumber
from shopkeeper.domain.core.money import sum_money
from shopkeeper.domain.returns.amounts import refunds
from shopkeeper.domain.returns.rma import Rma, RmaKind, RmaStatus
from shopkeeper.domain.returns.terms import ReturnTerms
from shopkeeper.testing.memory.lantern import OPENING, euro

TERMS = ReturnTerms(window_days=30, auto_refund_up_to=euro(5_000))
steps = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 60), st.booleans()), max_size=12)
"""(which line, how many, or whether the oldest open return is called off instead)."""


def _send_back(quote, wanted, rmas, kind, number):
    due = refunds(quote, wanted, rmas, kind, TERMS, tip_goes_back=True)
    if not due.lines:
        return rmas
    rma = Rma(
        number=RmaNumber(str(number)), order_number=OrderNumber("1"), kind=kind, lines=due.lines, delivery_refund=due.delivery,
        status=RmaStatus.REQUESTED, requested_at=OPENING, fee_refund=due.fees, tip_refund=due.tip, taxes=due.taxes,
    )  # fmt: skip
    return [*rmas, rma]


def _refunded(rmas):
    return sum_money((rma.refund for rma in rmas if rma.status is not RmaStatus.CANCELED), "EUR")


@settings(deadline=None)
@given(quotes.filter(lambda quote: quote.lines), steps, st.sampled_from(list(RmaKind)))
def test_refunds_never_exceed_what_was_paid_and_are_all_of_it_in_the_end(quote, steps, kind):
    rmas = []
    for number, (at, count, is_off) in enumerate(steps):
        if is_off and rmas:
            rmas = [replace(rmas[0], status=RmaStatus.CANCELED), *rmas[1:]]
            rmas.sort(key=lambda rma: rma.status is RmaStatus.CANCELED)
        else:
            rmas = _send_back(quote, [(quote.lines[at % len(quote.lines)].line_id, count)], rmas, kind, number)
        assert _refunded(rmas) <= quote.total
        assert all(rma.refund >= euro(0) for rma in rmas)
    everything = [(line.line_id, line.quantity) for line in quote.lines]
    rmas = _send_back(quote, everything, rmas, kind, "last")
    _check_the_end(quote, [rma for rma in rmas if rma.status is not RmaStatus.CANCELED], kind)


def _check_the_end(quote, live, kind):
    withdrawn = kind is RmaKind.WITHDRAWAL
    kept = [fee for fee in quote.fees if fee.goes_back is FeeReturn.NEVER or (fee.goes_back is FeeReturn.WITHDRAWAL and not withdrawn)]
    if withdrawn and not kept:
        assert _refunded(live) == quote.total
        taxes = {tax.rate_bp: (tax.base, tax.tax) for tax in quote.taxes if tax.base or tax.tax}
        given = {rate: (euro(0), euro(0)) for rate in taxes}
        for tax in (tax for rma in live for tax in rma.taxes):
            given[tax.rate_bp] = (given[tax.rate_bp][0] + tax.base, given[tax.rate_bp][1] + tax.tax)
        assert given == taxes
    goods = {line.line_id: line.total for line in quote.lines}
    back = {line_id: euro(0) for line_id in goods}
    for line in (line for rma in live for line in rma.lines):
        back[line.line_id] = back[line.line_id] + line.refund
    tax_on_top = {line.line_id: euro(0) if quote.tax_included else line.tax for line in quote.lines}
    assert back == {line_id: total + tax_on_top[line_id] for line_id, total in goods.items()}
