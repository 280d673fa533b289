"""What a shop promises about returns, and what the law asks for beside it: numbers, as data."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.core.money import Money
from shopkeeper.domain.returns.exchange import ExchangeShips


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnTerms:
    """Categories are path beginnings (`grocery` covers `grocery/bakery`). Days count from the day after delivery."""

    window_days: int
    auto_refund_up_to: Money
    excluded_categories: tuple[str, ...] = ()
    withdrawal_days: int = 14
    withdrawal_excluded: tuple[str, ...] = ()
    refunds_standard_delivery: bool = True
    exchange_ships: ExchangeShips = ExchangeShips.AFTER_ARRIVAL
    exchange_hold_days: int = 14
    """How long the other goods of an exchange are kept for the shopper."""


def is_under(category: str, above: tuple[str, ...]) -> bool:
    """Whether `category` is one of `above`, or lies under one."""
    return any(category == one or category.startswith(f"{one}/") for one in above)
