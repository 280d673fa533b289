"""What delivery costs and when it comes: the shop's own table, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from shopkeeper.domain.core.money import Money


class SplitFee(StrEnum):
    """What several couriers cost, where no one branch has it all: one fee for the order, or one for each of them."""

    ONCE = "once"
    EACH = "each"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryTerms:
    """Standard delivery: `fee`, free from `free_from` of goods after discounts; working days from..to."""

    fee: Money
    free_from: Money | None
    days_min: int
    days_max: int
    countries: frozenset[str]
    working_days: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    """ISO weekdays on which parcels leave and arrive."""
    cutoff: time | None = None
    """Orders after this time of day start on the next working day."""
    courier_only: tuple[str, ...] = ()
    """Categories that no parcel takes: fresh, frozen, alcohol."""
    split_fee: SplitFee = SplitFee.ONCE

    def is_local(self, category: str) -> bool:
        return any(category == path or category.startswith(f"{path}/") for path in self.courier_only)
