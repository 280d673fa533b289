"""What an exchange costs, when its goods are sold, and when a person decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from shopkeeper.app.commands.confirm_return import THINGS
from shopkeeper.app.exchanges import hold_exchange, priced_exchange, settle_exchange
from shopkeeper.domain.core.ids import LineId, OrderNumber, RmaNumber, Sku
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.returns.exchange import Exchange, ExchangeShips, hold_id
from shopkeeper.domain.returns.rma import Rma, RmaKind, RmaLine, RmaStatus, RmaWish
from shopkeeper.domain.returns.terms import ReturnTerms
from shopkeeper.testing.memory.lantern import OPENING, euro, open_lantern
from shopkeeper.testing.memory.transaction import MemoryTransaction

TAN, BROWN, MUGS = Sku("BAG-TAN"), Sku("BAG-BRN"), Sku("MUG-2")
TERMS = ReturnTerms(window_days=30, auto_refund_up_to=euro(5000))


def _case(sku: Sku, paid: int, quantity: int = 1) -> Rma:
    line = RmaLine(line_id=LineId("line-1"), sku=sku, title=sku, quantity=quantity, refund=euro(paid))
    return Rma(
        number=RmaNumber("RMA-1-1"), order_number=OrderNumber("1"), kind=RmaKind.RETURN, lines=(line,), delivery_refund=euro(0),
        status=RmaStatus.DRAFT, requested_at=OPENING, wish=RmaWish.EXCHANGE,
    )  # fmt: skip


@pytest.fixture
def tx() -> MemoryTransaction:
    tx = MemoryTransaction()
    open_lantern(tx)
    return tx


def _priced(case: Rma, sku: Sku, tx: MemoryTransaction) -> Exchange:
    found = priced_exchange(case, sku, sku, tx)
    assert isinstance(found, Exchange)
    return found


def test_the_discount_of_the_order_stays_within_one_product(tx: MemoryTransaction) -> None:
    found = _priced(_case(TAN, paid=4050), BROWN, tx)
    assert (found.balance, found.difference) == ("even", euro(0))


def test_other_goods_are_compared_with_what_was_paid(tx: MemoryTransaction) -> None:
    less = _priced(_case(TAN, paid=4050), MUGS, tx)
    more = _priced(_case(MUGS, paid=2160), BROWN, tx)
    assert (less.balance, less.to_refund, less.to_pay) == ("less", euro(4050 - 2400), euro(0))
    assert (more.balance, more.to_pay, more.to_refund) == ("more", euro(4500 - 2160), euro(0))


def test_what_is_sold_out_is_refused(tx: MemoryTransaction) -> None:
    assert isinstance(priced_exchange(_case(MUGS, paid=2400), Sku("JKT-BLU-M"), "x", tx), Refusal)


@pytest.mark.parametrize(("ships", "left"), [(ExchangeShips.AFTER_ARRIVAL, 1), (ExchangeShips.AT_ONCE, 0)])
def test_goods_are_held_and_sold_when_the_shop_sends_at_once(ships: ExchangeShips, left: int, tx: MemoryTransaction) -> None:
    terms = replace(TERMS, exchange_ships=ships)
    case = replace(_case(TAN, paid=4500), exchange=_priced(_case(TAN, paid=4500), BROWN, tx))
    assert hold_exchange(case, terms, tx, OPENING) == OPENING + timedelta(days=14)
    assert sum(hold.quantity for hold in tx.stock.held_for(hold_id(case.number))) == 1
    settle_exchange(replace(case, status=RmaStatus.APPROVED), terms, tx)
    assert sum(hold.quantity for hold in tx.stock.held_for(hold_id(case.number))) == left


def test_more_than_there_is_cannot_be_held(tx: MemoryTransaction) -> None:
    case = replace(_case(TAN, paid=9000, quantity=2), exchange=_priced(_case(TAN, paid=9000, quantity=2), BROWN, tx))
    assert hold_exchange(case, TERMS, tx, OPENING) is None
    assert not tx.stock.held_for(hold_id(case.number))


def test_every_wish_has_its_own_words() -> None:
    assert set(THINGS) == set(RmaWish)
