"""What a shop promises about returns, and what the law asks for beside it: numbers, as data."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.core.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnTerms:
    """Categories are path beginnings (`grocery` covers `grocery/bakery`). Days count from the day after delivery."""

    window_days: int
    auto_refund_up_to: Money
    excluded_categories: tuple[str, ...] = ()
    withdrawal_days: int = 14
    withdrawal_excluded: tuple[str, ...] = ()
    refunds_standard_delivery: bool = True


def is_under(category: str, above: tuple[str, ...]) -> bool:
    """Whether `category` is one of `above`, or lies under one."""
    return any(category == one or category.startswith(f"{one}/") for one in above)
