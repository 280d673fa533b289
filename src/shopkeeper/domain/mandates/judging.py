"""Whether a mandate buys now: it waits, it is over, it asks first, or it buys. Pure; the caller brings prices and time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.mandates.mandate import Mandate, MandateStatus


class Standing(StrEnum):
    BUY = "buy"
    NOT_ACTIVE = "not_active"
    EXPIRED = "expired"
    USED_UP = "used_up"
    TOO_SOON = "too_soon"
    TOO_DEAR = "too_dear"
    SOLD_OUT = "sold_out"
    OTHER_CATEGORY = "other_category"
    OTHER_STORE = "other_store"


OVER = frozenset({Standing.EXPIRED, Standing.USED_UP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What the records say about the goods now; `available` None = not counted."""

    unit_price: Money
    category: str
    available: int | None
    store_id: StoreId | None = None


def standing(mandate: Mandate, sight: Sight, now: datetime) -> Standing:
    """The first reason not to buy now, else `BUY`. Money limits are for `over_limit`, once there is a quote."""
    limits = mandate.limits
    if mandate.status is not MandateStatus.ACTIVE:
        return Standing.NOT_ACTIVE
    if now >= limits.expires_at:
        return Standing.EXPIRED
    if limits.times is not None and len(mandate.counted()) >= limits.times:
        return Standing.USED_UP
    if any(use.at + limits.every > now for use in mandate.uses):
        return Standing.TOO_SOON
    if limits.categories and not any(is_within(sight.category, path) for path in limits.categories):
        return Standing.OTHER_CATEGORY
    if limits.stores and sight.store_id not in limits.stores:
        return Standing.OTHER_STORE
    if sight.available is not None and sight.available < mandate.quantity:
        return Standing.SOLD_OUT
    if limits.below is not None and (sight.unit_price.currency != limits.below.currency or sight.unit_price >= limits.below):
        return Standing.TOO_DEAR
    return Standing.BUY


def over_limit(mandate: Mandate, total: Money, now: datetime) -> Money | None:
    """The limit that a purchase of `total` would break, if any."""
    limits = mandate.limits
    if total.currency != limits.most_each.currency or total > limits.most_each:
        return limits.most_each
    if limits.most_per is not None and limits.period is not None:
        spent = mandate.spent_since(now - limits.period.length)
        if spent + total > limits.most_per:
            return limits.most_per
    return None


def is_within(category: str, path: str) -> bool:
    """Whether `category` is `path` or lies under it."""
    return category == path or category.startswith(f"{path}/")
