"""What a shop adds beside goods and delivery: for a small basket, for packaging, for the deposit on bottles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shopkeeper.domain.checkout.basket import BasketLine
from shopkeeper.domain.checkout.lines import FeeLine, FeeReturn
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.checkout.taxes import TaxTerms
from shopkeeper.domain.core.money import Money

EVERY_WAY = frozenset(DeliveryMethod)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRule:
    """`amount` per piece or per order; None = the deposit that the goods themselves declare, per piece.

    Only with these `ways`, only on these `categories` (path beginnings, empty = all), and, for an order, only while its goods
    after discounts are `below` that. `tax` is a tax category; empty: a fee per piece is taxed like its goods, one per order
    shares their rates.
    """

    id: str
    title: str
    amount: Money | None
    per_piece: bool = False
    ways: frozenset[DeliveryMethod] = EVERY_WAY
    categories: tuple[str, ...] = ()
    below: Money | None = None
    tax: str = ""
    goes_back: FeeReturn = FeeReturn.WITHDRAWAL

    def is_for(self, category: str) -> bool:
        return not self.categories or any(category == path or category.startswith(f"{path}/") for path in self.categories)

    def counts(self, method: DeliveryMethod | None) -> bool:
        """While no way is chosen, what is due either way."""
        return self.ways == EVERY_WAY if method is None else method in self.ways


def charge(
    rules: Sequence[FeeRule],
    lines: Sequence[BasketLine],
    goods_after_discount: Money,
    method: DeliveryMethod | None,
    *,
    taxes: TaxTerms,
    rates_bp: Mapping[str, int],
) -> tuple[FeeLine, ...]:
    """The fees due, rule after rule, each line by line."""
    found: list[FeeLine] = []
    for rule in (one for one in rules if one.counts(method) and lines):
        own_rate = taxes.rate(rates_bp, rule.tax) if rule.tax else None
        touched = [line for line in lines if rule.is_for(line.category)]
        found += _per_piece(rule, touched, own_rate) if rule.per_piece else _per_order(rule, touched, goods_after_discount, own_rate)
    return tuple(found)


def _per_piece(rule: FeeRule, lines: Sequence[BasketLine], own_rate: int | None) -> Iterator[FeeLine]:
    for line in lines:
        each = rule.amount or line.deposit
        if each:
            yield FeeLine(
                fee_id=rule.id,
                title=rule.title,
                amount=each * line.quantity,
                tax_rate_bp=line.tax_rate_bp if own_rate is None else own_rate,
                goes_back=rule.goes_back,
                line_id=line.line_id,
            )


def _per_order(rule: FeeRule, lines: Sequence[BasketLine], goods_after_discount: Money, own_rate: int | None) -> Iterator[FeeLine]:
    if lines and rule.amount and (rule.below is None or goods_after_discount < rule.below):
        yield FeeLine(fee_id=rule.id, title=rule.title, amount=rule.amount, tax_rate_bp=own_rate, goes_back=rule.goes_back)
