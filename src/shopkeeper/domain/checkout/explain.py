"""Why the total is what it is, one step after another, with the running sum beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shopkeeper.domain.checkout.pricing import Pricing
from shopkeeper.domain.checkout.taxes import percent_text
from shopkeeper.domain.core.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceStep:
    """`key` names the sentence (`explain.line`, `.discount`, `totals.delivery`, `.fee`, `.tax`, `.tip`), `running` the sum so far."""

    key: str
    label: str
    amount: Money
    running: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryLabel:
    """How the delivery fee is named: `key` is `totals.delivery`, or, where several couriers come, what that costs."""

    key: str
    count: int
    each: Money


def delivery_label(pricing: Pricing) -> DeliveryLabel:
    each = pricing.delivery_fee.allocate([1] * pricing.rides_charged)[0]
    split = "delivery_each" if pricing.rides_charged > 1 else "delivery_once"
    return DeliveryLabel(key=f"totals.{split if pricing.rides > 1 else 'delivery'}", count=pricing.rides, each=each)


def explain(pricing: Pricing) -> tuple[PriceStep, ...]:
    """The steps from nothing to the total; the last running sum is the total."""
    running = Money.zero(pricing.currency)
    steps: list[PriceStep] = []
    for key, label, amount in _changes(pricing):
        running = running + amount
        steps.append(PriceStep(key=key, label=label, amount=amount, running=running))
    return tuple(steps)


def _changes(pricing: Pricing) -> Iterator[tuple[str, str, Money]]:
    for line in pricing.lines:
        yield "explain.line", line.title, line.subtotal
    for discount in pricing.applied:
        yield "explain.discount", discount.title, -discount.amount
    yield "totals.delivery", "", pricing.delivery_fee
    for title, amount in pricing.fee_sums:
        yield "explain.fee", title, amount
    if not pricing.tax_included:
        for tax in pricing.taxes:
            yield "explain.tax", percent_text(tax.rate_bp), tax.tax
    if pricing.tip:
        yield "explain.tip", "", pricing.tip
