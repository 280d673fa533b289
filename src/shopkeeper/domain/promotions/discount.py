"""What a promotion took off, or why it did not."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.core.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedDiscount:
    promotion_id: str
    promotion_version: int
    title: str
    amount: Money
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedDiscount:
    title: str
    reason: str
    """Code of why: `not_stackable`, `not_eligible`, `expired`, `unknown_code`."""
    amount: Money | None = None
    code: str | None = None
