"""What a shopper gives of their own accord: said by them, never proposed as chosen, outside taxes and discounts."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.core.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """Either an `amount`, or `percent_bp` of the goods after discounts; an amount of nothing takes a tip back."""

    amount: Money | None = None
    percent_bp: int | None = None

    def on(self, goods_after_discount: Money) -> Money:
        if self.amount is not None:
            return self.amount
        return goods_after_discount.percent(self.percent_bp or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TipTerms:
    """Whether and how a shop takes tips: `percents_bp` can be tapped, `most` is the largest one taken.

    `goes_back`: whether it is refunded once everything of the order has gone back.
    """

    percents_bp: tuple[int, ...]
    most: Money
    goes_back: bool = True
