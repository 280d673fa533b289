"""What a branch can do in a stretch of time, and the holds on it: drinks per ten minutes, deliveries per courier window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from shopkeeper.domain.core.ids import CheckoutId, ReservationId, StoreId
from shopkeeper.domain.fulfillment.stock import ReservationStatus

KITCHEN_STEP = timedelta(minutes=10)

Resource: TypeAlias = str
"""What is used up: `kitchen:mitte`, `courier:mitte`."""

Load: TypeAlias = Mapping[tuple[Resource, datetime], int]
"""How much is taken already, per resource and the time (UTC) its stretch begins; what is absent is free."""


def kitchen_of(store_id: StoreId) -> Resource:
    return f"kitchen:{store_id}"


def courier_of(store_id: StoreId) -> Resource:
    return f"courier:{store_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """`quantity` of what `resource` can do in the stretch from `starts_at` (UTC), of `capacity` altogether."""

    resource: Resource
    starts_at: datetime
    quantity: int
    capacity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityHold:
    id: ReservationId
    checkout_id: CheckoutId
    resource: Resource
    starts_at: datetime
    quantity: int
    expires_at: datetime
    status: ReservationStatus = ReservationStatus.HELD
