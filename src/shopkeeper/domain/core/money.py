"""An amount of money that never loses a cent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Money:
    """`minor` units (cents for EUR, yen for JPY) of an ISO 4217 `currency`."""

    minor: int
    currency: str

    @classmethod
    def zero(cls, currency: str) -> Self:
        return cls(minor=0, currency=currency)

    def __add__(self, other: Money) -> Money:
        return Money(minor=self.minor + self._same(other), currency=self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(minor=self.minor - self._same(other), currency=self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(minor=self.minor * times, currency=self.currency)

    def __neg__(self) -> Money:
        return Money(minor=-self.minor, currency=self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            raise ValueError(f"cannot mix {self.currency} with {other.currency}")
        return other.minor

    def percent(self, basis_points: int) -> Money:
        """The share of `basis_points` (1000 = 10 %), half cents rounded away from zero."""
        product = abs(self.minor) * basis_points
        rounded = (product + 5000) // 10_000
        return Money(minor=rounded if self.minor >= 0 else -rounded, currency=self.currency)

    def allocate(self, weights: Sequence[int]) -> tuple[Money, ...]:
        """Split by `weights` (largest remainder first) so that the parts add up to the whole.

        Raises ValueError when no weight is positive.
        """
        total = sum(weights)
        if total <= 0 or min(weights) < 0:
            raise ValueError("allocate needs non-negative weights with a positive sum")
        sign = 1 if self.minor >= 0 else -1
        whole = abs(self.minor)
        shares = [whole * weight // total for weight in weights]
        remainders = [whole * weight % total for weight in weights]
        by_remainder = sorted(range(len(weights)), key=lambda index: (-remainders[index], index))
        for index in by_remainder[: whole - sum(shares)]:
            shares[index] += 1
        return tuple(Money(minor=sign * share, currency=self.currency) for share in shares)


def sum_money(amounts: Iterable[Money], currency: str) -> Money:
    """The sum of `amounts`; zero in `currency` when there are none."""
    # One value at the end, not one for every amount: a turn adds hundreds.
    minor = 0
    for amount in amounts:
        if amount.currency != currency:
            raise ValueError(f"cannot mix {currency} with {amount.currency}")
        minor += amount.minor
    return Money(minor=minor, currency=currency)
