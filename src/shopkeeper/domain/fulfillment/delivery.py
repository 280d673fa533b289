"""What delivery costs and when it comes: the shop's own table, as data."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.core.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryTerms:
    """Standard delivery: `fee`, free from `free_from` of goods after discounts; working days from..to."""

    fee: Money
    free_from: Money | None
    days_min: int
    days_max: int
    countries: frozenset[str]
