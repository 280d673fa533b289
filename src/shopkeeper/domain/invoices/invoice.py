"""An invoice or a credit note as it was issued: never changed, and its rows add up to its total."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from shopkeeper.domain.checkout.lines import TaxLine
from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.core.money import Money, sum_money

InvoiceNumber = NewType("InvoiceNumber", str)


class InvoiceKind(StrEnum):
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """Who sells, as the law wants it on an invoice; empty where the shop says nothing."""

    name: str
    lines: tuple[str, ...] = ()
    """The postal address, line by line."""
    vat_id: str = ""
    tax_number: str = ""
    register: str = ""
    contact: str = ""
    number_prefix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    name: str
    lines: tuple[str, ...] = ()


class RowKind(StrEnum):
    GOODS = "goods"
    DISCOUNT = "discount"
    DELIVERY = "delivery"
    FEE = "fee"
    TIP = "tip"
    REFUND = "refund"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceRow:
    """`rate_bp` of goods; what is shared over the rates of the goods, or bears no tax, has none."""

    kind: RowKind
    title: str
    amount: Money
    quantity: int | None = None
    unit_price: Money | None = None
    rate_bp: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidPart:
    """How a part was paid, or where it went back to: a code such as `card`, `gift_card`, `till`."""

    way: str
    label: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """`key` is what of its order it is for, once. Amounts of a credit note are what goes back, above zero.

    The rows, with the taxes where those are not inside them, add up to `total`.
    """

    number: InvoiceNumber
    kind: InvoiceKind
    key: str
    order_number: OrderNumber
    issued_at: datetime
    supplied_at: datetime
    seller: Seller
    buyer: Buyer | None
    rows: tuple[InvoiceRow, ...]
    taxes: tuple[TaxLine, ...]
    tax_included: bool
    total: Money
    paid: tuple[PaidPart, ...] = ()
    corrects: InvoiceNumber | None = None

    @property
    def adds_up(self) -> bool:
        rows = sum_money((row.amount for row in self.rows), self.total.currency)
        added = Money.zero(self.total.currency) if self.tax_included else self.tax
        return rows + added == self.total and self.taxed + self._untaxed == self.total

    @property
    def tax(self) -> Money:
        return sum_money((tax.tax for tax in self.taxes), self.total.currency)

    @property
    def taxed(self) -> Money:
        """Everything that bears tax, with it."""
        return sum_money((tax.base + tax.tax for tax in self.taxes), self.total.currency)

    @property
    def _untaxed(self) -> Money:
        return sum_money((row.amount for row in self.rows if row.kind is RowKind.TIP), self.total.currency)
