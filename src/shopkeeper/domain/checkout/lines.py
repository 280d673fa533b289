"""The lines that a price is made of, and the sums over them: the one place where a total is added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shopkeeper.domain.core.ids import LineId, Sku
from shopkeeper.domain.core.money import Money, sum_money


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    line_id: LineId
    sku: Sku
    title: str
    quantity: int
    unit_price: Money
    discount: Money
    tax_rate_bp: int
    """Basis points of tax (1900 = 19 %), inside the price or on top of it as the quote says."""
    modifiers: Mapping[str, str] = field(default_factory=dict[str, str])
    tax: Money | None = None
    """The tax of the line's total, rounded here; None in quotes from before it was kept."""

    @property
    def subtotal(self) -> Money:
        return self.unit_price * self.quantity

    @property
    def total(self) -> Money:
        return self.subtotal - self.discount


class FeeReturn(StrEnum):
    """When a fee goes back: with the goods it was for, with a withdrawal from the whole order only, or never."""

    WITH_GOODS = "with_goods"
    WITHDRAWAL = "withdrawal"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """`line_id` is set for a fee per piece of that line, None for one on the whole order. `amount` is for all pieces."""

    fee_id: str
    title: str
    amount: Money
    tax_rate_bp: int | None
    """None: it shares the rates of the goods."""
    goes_back: FeeReturn
    line_id: LineId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxLine:
    rate_bp: int
    base: Money
    tax: Money


class Sums:
    """Amounts that re-add exactly: `total = goods - discount + delivery_fee + fee_total + tax_added + tip`.

    Taxes are inside `total` where `tax_included`, else they are `tax_added`. A tip is outside all taxes.
    """

    __slots__ = ()
    currency: str
    lines: tuple[QuoteLine, ...]
    delivery_fee: Money
    taxes: tuple[TaxLine, ...]
    tax_included: bool
    fees: tuple[FeeLine, ...]
    tip: Money | None

    @property
    def goods(self) -> Money:
        return sum_money((line.subtotal for line in self.lines), self.currency)

    @property
    def discount(self) -> Money:
        return sum_money((line.discount for line in self.lines), self.currency)

    @property
    def goods_after_discount(self) -> Money:
        return self.goods - self.discount

    @property
    def fee_total(self) -> Money:
        return sum_money((fee.amount for fee in self.fees), self.currency)

    @property
    def fee_sums(self) -> tuple[tuple[str, Money], ...]:
        """Each fee once, by its title, however many lines it is on."""
        sums: dict[str, Money] = {}
        for fee in self.fees:
            sums[fee.title] = sums[fee.title] + fee.amount if fee.title in sums else fee.amount
        return tuple(sums.items())

    @property
    def tax_added(self) -> Money:
        none = Money.zero(self.currency)
        return none if self.tax_included else sum_money((tax.tax for tax in self.taxes), self.currency)

    @property
    def before_added_tax(self) -> Money:
        return self.goods_after_discount + self.delivery_fee + self.fee_total

    @property
    def total(self) -> Money:
        taxed = self.before_added_tax + self.tax_added
        return taxed + self.tip if self.tip else taxed
