"""Invoices on every storage: one series without gaps however many issue at once, and nothing issued twice."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from shopkeeper.domain.checkout.lines import TaxLine
from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.invoices.invoice import Buyer, Invoice, InvoiceKind, InvoiceNumber, InvoiceRow, PaidPart, RowKind, Seller
from shopkeeper.ports.storage import Storage, Transaction

NOW = datetime(2026, 9, 15, 8, tzinfo=UTC)
TOTAL = Money(minor=119, currency="EUR")


def paper(position: int, order: str, key: str = "sold") -> Invoice:
    return Invoice(
        number=InvoiceNumber(f"LM-{position:06d}"),
        kind=InvoiceKind.INVOICE,
        key=key,
        order_number=OrderNumber(order),
        issued_at=NOW,
        supplied_at=NOW,
        seller=Seller(name="Lantern Market", lines=("Lampionstraße 7",)),
        buyer=Buyer(name="Ana", lines=("Berlin",)),
        rows=(InvoiceRow(kind=RowKind.GOODS, title="Tea", quantity=1, unit_price=TOTAL, amount=TOTAL, rate_bp=1900),),
        taxes=(TaxLine(rate_bp=1900, base=Money(minor=100, currency="EUR"), tax=Money(minor=19, currency="EUR")),),
        tax_included=True,
        total=TOTAL,
        paid=(PaidPart(way="card", label="", amount=TOTAL),),
    )


def issue(tx: Transaction, order: str, key: str = "sold") -> Invoice:
    position = tx.invoices.next_number()
    issued = paper(position, order, key)
    tx.invoices.add(issued, position)
    return issued


async def test_a_paper_comes_back_as_it_was_issued(storage: Storage) -> None:
    issued = await storage.write(lambda tx: issue(tx, "1001"))
    assert issued.adds_up
    assert list(await storage.read(lambda tx: tx.invoices.of_order(OrderNumber("1001")))) == [issued]


async def test_no_number_is_missing_or_twice_when_some_fail(storage: Storage) -> None:
    def failing(tx: Transaction) -> Invoice:
        issue(tx, "9999")
        raise ValueError("on second thought")

    work = [storage.write(failing if at % 3 == 0 else lambda tx, at=at: issue(tx, f"{1000 + at}")) for at in range(15)]
    done = await asyncio.gather(*work, return_exceptions=True)
    numbers = sorted(one.number for one in done if isinstance(one, Invoice))
    assert numbers == [f"LM-{at:06d}" for at in range(1, 11)]


async def test_one_thing_has_one_paper(storage: Storage) -> None:
    await storage.write(lambda tx: issue(tx, "1001"))
    with pytest.raises(Exception):  # noqa: B017, PT011  each database names it in its own way
        await storage.write(lambda tx: issue(tx, "1001"))
    await storage.write(lambda tx: issue(tx, "1001", "back"))
    assert [one.number for one in await storage.read(lambda tx: tx.invoices.of_order(OrderNumber("1001")))] == ["LM-000001", "LM-000002"]
