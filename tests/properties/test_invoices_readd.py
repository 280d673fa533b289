"""Whatever goes back of an order: every paper adds up, numbers have no gaps, and no more tax is credited than was sold."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.test_totals_readd import quotes

from shopkeeper.app.invoicing import settle_papers
from shopkeeper.app.moment import Moment
from shopkeeper.app.refunding import Wish, give_back, left_of
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.core.ids import CheckoutId, OrderId, OrderNumber, RmaNumber
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.invoices.invoice import InvoiceKind
from shopkeeper.domain.orders.order import Order, OrderEvent, OrderStatus
from shopkeeper.domain.returns.amounts import refunds
from shopkeeper.domain.returns.rma import Rma, RmaKind, RmaStatus
from shopkeeper.domain.returns.terms import ReturnTerms
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.memory.lantern import OPENING, euro, open_lantern

NUMBER = OrderNumber("1001")
TERMS = ReturnTerms(window_days=30, auto_refund_up_to=euro(5_000))
steps = st.lists(st.one_of(st.integers(1, 20_000), st.tuples(st.integers(0, 5), st.integers(1, 9))), max_size=6)
"""An amount staff give back, or (which line, how many) that is sent back."""


def _sent_back(step, order, tx, number):
    wanted = [(order.quote.lines[step[0] % len(order.quote.lines)].line_id, step[1])]
    due = refunds(order.quote, wanted, tx.returns.of_order(NUMBER), RmaKind.RETURN, TERMS, tip_goes_back=True)
    if not due.lines:
        return None
    rma = Rma(
        number=RmaNumber(number), order_number=NUMBER, kind=RmaKind.RETURN, lines=due.lines, delivery_refund=due.delivery,
        status=RmaStatus.RESOLVED, requested_at=OPENING, fee_refund=due.fees, tip_refund=due.tip, taxes=due.taxes,
    )  # fmt: skip
    tx.returns.save(rma)
    return rma.refund


@settings(deadline=None, max_examples=60)
@given(quotes.filter(lambda quote: quote.lines and quote.total), steps)
def test_every_paper_adds_up_and_nothing_is_credited_twice(quote, steps):
    tx = MemoryTransaction()
    open_lantern(tx)
    paid = OrderEvent(kind="paid", at=OPENING, amount=quote.total)
    order = Order(
        id=OrderId("o"), number=NUMBER, checkout_id=CheckoutId("chk"), placed_at=OPENING, payment_method=PaymentMethod.CARD,
        quote=replace(quote, credit=()), events=(paid,), status=OrderStatus.DELIVERED,
    )  # fmt: skip
    tx.orders.save(order)
    for turn, step in enumerate(steps):
        moment = Moment(now=OPENING + timedelta(hours=turn + 1), actor="operator")
        number = f"RMA-{turn}"
        wanted = Money(minor=step, currency="EUR") if isinstance(step, int) else _sent_back(step, order, tx, number)
        amount = min(wanted, left_of(order, tx)) if wanted is not None else None
        if amount:
            order, _ = give_back(order, Wish(amount=amount, reason=number, key=number), tx, moment)
    papers = settle_papers(NUMBER, tx, OPENING + timedelta(days=1))
    assert papers == list(settle_papers(NUMBER, tx, OPENING + timedelta(days=2))), "asking again issues nothing"
    assert [paper.number for paper in papers] == [f"{at:06d}" for at in range(1, len(papers) + 1)]
    assert all(paper.adds_up for paper in papers)
    sold, notes = papers[0], papers[1:]
    assert (sold.kind, sold.total) == (InvoiceKind.INVOICE, quote.total)
    back = sum_money((-event.amount for event in order.events if event.kind.startswith("refund_")), "EUR")
    assert sum_money((note.total for note in notes), "EUR") == back <= quote.total
    assert all(note.corrects == sold.number for note in notes)
    for tax in quote.taxes:
        credited = [one.base + one.tax for note in notes for one in note.taxes if one.rate_bp == tax.rate_bp]
        assert sum_money(credited, "EUR") <= tax.base + tax.tax
