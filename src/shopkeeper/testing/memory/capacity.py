"""What branches can do in a stretch of time, in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from shopkeeper.domain.core.ids import CheckoutId, ReservationId
from shopkeeper.domain.fulfillment.capacity import CapacityHold, Load, Resource
from shopkeeper.domain.fulfillment.stock import ReservationStatus


class MemoryCapacity:
    def __init__(self) -> None:
        self.holds: dict[ReservationId, CapacityHold] = {}

    def taken(self, resources: Iterable[Resource], start: datetime, until: datetime) -> Load:
        wanted = set(resources)
        counts: Counter[tuple[Resource, datetime]] = Counter()
        for hold in self.holds.values():
            if hold.status is not ReservationStatus.RELEASED and hold.resource in wanted and start <= hold.starts_at < until:
                counts[hold.resource, hold.starts_at] += hold.quantity
        return counts

    def take(self, hold: CapacityHold, *, capacity: int) -> bool:
        known = self.holds.get(hold.id)
        if known is not None and known.status is not ReservationStatus.RELEASED:
            return True
        stretch = [one for one in self.holds.values() if (one.resource, one.starts_at) == (hold.resource, hold.starts_at)]
        if sum(one.quantity for one in stretch if one.status is not ReservationStatus.RELEASED) + hold.quantity > capacity:
            return False
        self.holds[hold.id] = hold
        return True

    def held_for(self, checkout_id: CheckoutId) -> Sequence[CapacityHold]:
        return self._of(checkout_id, ReservationStatus.HELD)

    def extend(self, checkout_id: CheckoutId, expires_at: datetime) -> None:
        for hold in self.held_for(checkout_id):
            self.holds[hold.id] = replace(hold, expires_at=expires_at)

    def release(self, checkout_id: CheckoutId) -> int:
        return self._end(checkout_id, ReservationStatus.HELD, ReservationStatus.RELEASED)

    def commit(self, checkout_id: CheckoutId) -> int:
        return self._end(checkout_id, ReservationStatus.HELD, ReservationStatus.COMMITTED)

    def give_back(self, checkout_id: CheckoutId, *, resources: Collection[Resource] | None = None) -> int:
        sold = [hold for hold in self._of(checkout_id, ReservationStatus.COMMITTED) if resources is None or hold.resource in resources]
        self.holds.update({hold.id: replace(hold, status=ReservationStatus.RELEASED) for hold in sold})
        return len(sold)

    def _of(self, checkout_id: CheckoutId, status: ReservationStatus) -> list[CapacityHold]:
        return [hold for hold in self.holds.values() if hold.checkout_id == checkout_id and hold.status is status]

    def _end(self, checkout_id: CheckoutId, before: ReservationStatus, after: ReservationStatus) -> int:
        held = self._of(checkout_id, before)
        self.holds.update({hold.id: replace(hold, status=after) for hold in held})
        return len(held)

    def expired(self, now: datetime, *, limit: int) -> Sequence[CapacityHold]:
        return [hold for hold in self.all_held() if hold.expires_at < now][:limit]

    def all_held(self) -> Sequence[CapacityHold]:
        return [hold for hold in self.holds.values() if hold.status is ReservationStatus.HELD]
