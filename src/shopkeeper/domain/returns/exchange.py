"""Other goods instead of the money: what they cost against what goes back, and when they are sent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shopkeeper.domain.core.ids import CheckoutId, RmaNumber, Sku, derive
from shopkeeper.domain.core.money import Money


class ExchangeShips(StrEnum):
    """When a shop sends the other goods."""

    AFTER_ARRIVAL = "after_arrival"
    AT_ONCE = "at_once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """`difference` is what the shopper still owes for the other goods; below zero, what comes back."""

    sku: Sku
    title: str
    quantity: int
    difference: Money

    @property
    def balance(self) -> str:
        """`even`, `more` (to pay) or `less` (comes back)."""
        return "even" if not self.difference else "more" if self.difference.minor > 0 else "less"

    @property
    def amount(self) -> Money:
        """The difference without its sign."""
        return self.difference if self.difference.minor >= 0 else -self.difference

    @property
    def to_pay(self) -> Money:
        return self.difference if self.difference.minor > 0 else Money.zero(self.difference.currency)

    @property
    def to_refund(self) -> Money:
        return -self.difference if self.difference.minor < 0 else Money.zero(self.difference.currency)


def hold_id(number: RmaNumber) -> CheckoutId:
    """Under which the other goods are held: stock is held for checkouts, and an exchange has none."""
    return CheckoutId(derive("exc", number))
