"""Which part of a split payment gives back first, and how much: never more than it paid, the same every time.

What was paid by the payment method (card, or at the till) goes back first, then gift cards and credit, the last one used first. Money
that was real goes back as real money for as long as there is any, and nobody's gift card becomes cash.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.payments.payment import NotHeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something that paid a part: `account_id` of a gift card or credit, empty for the payment method. `left` can still go back."""

    account_id: str
    label: str
    left: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    source: Source
    amount: Money


def split_refund(amount: Money, method: Source, credits_used: Sequence[Source]) -> tuple[Share, ...]:
    """`credits_used` in the order they paid. Raises NotHeld when together less than `amount` is left."""
    order = (method, *reversed(credits_used))
    if not 0 < amount.minor <= sum_money((source.left for source in order), amount.currency).minor:
        raise NotHeld(f"{amount.minor} cannot be given back")
    shares: list[Share] = []
    open_part = amount
    for source in order:
        part = min(open_part, source.left, key=lambda money: money.minor)
        if part:
            shares.append(Share(source=source, amount=part))
            open_part = open_part - part
    return tuple(shares)
