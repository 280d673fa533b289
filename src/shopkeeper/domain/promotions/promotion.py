"""A promotion: who earns it (codes, required skus) and what it takes off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shopkeeper.domain.core.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """`requires` are sku patterns (`BAG-*`) that must all be matched by lines, each set earning once.

    Exactly one of `percent_bp` (basis points) and `amount` is set. Promotions that share an
    `exclusive_group` never meet in one quote: the better one for the shopper wins.
    """

    id: str
    version: int
    title: str
    code: str | None = None
    percent_bp: int | None = None
    amount: Money | None = None
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    """Categories (whole branches) whose goods neither earn the discount nor get it."""
    exclusive_group: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    active: bool = True

    def runs_at(self, now: datetime) -> bool:
        """Whether it may lower a price at this moment."""
        begun = self.starts_at is None or self.starts_at <= now
        return self.active and begun and (self.ends_at is None or now <= self.ends_at)
