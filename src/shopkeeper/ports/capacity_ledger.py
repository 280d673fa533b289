"""Holds on what a branch can do in a stretch of time. A hold either fits whole or is not made; nothing is ever above capacity."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from shopkeeper.domain.core.ids import CheckoutId
from shopkeeper.domain.fulfillment.capacity import CapacityHold, Load, Resource


class CapacityLedger(Protocol):
    def taken(self, resources: Iterable[Resource], start: datetime, until: datetime) -> Load:
        """What is held or sold of stretches that begin from `start` (inclusive) to `until` (exclusive)."""
        ...

    def take(self, hold: CapacityHold, *, capacity: int) -> bool:
        """Hold it; False when less than that is left of `capacity`. The same id twice is one hold; one that was released is made anew."""
        ...

    def held_for(self, checkout_id: CheckoutId) -> Sequence[CapacityHold]: ...
    def extend(self, checkout_id: CheckoutId, expires_at: datetime) -> None: ...
    def release(self, checkout_id: CheckoutId) -> int:
        """Give back what the checkout holds; how many holds that were."""
        ...

    def commit(self, checkout_id: CheckoutId) -> int:
        """What is held is sold: it stays taken and never expires."""
        ...

    def give_back(self, checkout_id: CheckoutId, *, resources: Collection[Resource] | None = None) -> int:
        """An order (or its part that needs these `resources`) is not carried out: what was sold to it is free again."""
        ...

    def expired(self, now: datetime, *, limit: int) -> Sequence[CapacityHold]: ...
    def all_held(self) -> Sequence[CapacityHold]: ...
