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
        return self.idle_at(now) is None

    def idle_at(self, now: datetime) -> str | None:
        """Why it does not: `expired` (or taken off) or `not_started`; None while it runs."""
        if not self.active or (self.ends_at is not None and self.ends_at < now):
            return "expired"
        return "not_started" if self.starts_at is not None and now < self.starts_at else None
