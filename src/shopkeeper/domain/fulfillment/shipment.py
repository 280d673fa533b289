"""One way a part of an order goes: a parcel, a courier's window, or a pickup; with the time that was promised for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shopkeeper.domain.core.ids import Sku, StoreId


class ShipmentKind(StrEnum):
    PARCEL = "parcel"
    COURIER = "courier"
    PICKUP = "pickup"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipmentPart:
    sku: Sku
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """`starts_at` to `ends_at` is the courier's window; a pickup is ready at `starts_at`.

    `agreed`: the time is part of what the shopper says yes to, and may not move without asking again.
    """

    kind: ShipmentKind
    store_id: StoreId | None
    parts: tuple[ShipmentPart, ...]
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    agreed: bool = False

    @property
    def due_at(self) -> datetime | None:
        """When it has to be there, or ready."""
        return self.ends_at or self.starts_at


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWish:
    """When the shopper wants it: not before `start`, there by `end`; both the same moment is "at"."""

    start: datetime | None = None
    end: datetime | None = None

    def fits(self, starts_at: datetime, ends_at: datetime) -> bool:
        if self.start is not None and self.start == self.end:
            return starts_at <= self.start <= ends_at
        return (self.start is None or starts_at >= self.start) and (self.end is None or ends_at <= self.end)

    def fits_pickup(self, ready_at: datetime) -> bool:
        return self.end is None or ready_at <= self.end


def rides_of(shipments: Iterable[Shipment]) -> int:
    """How many couriers bring it. A parcel beside a courier is no other ride: those goods never could come together."""
    return max(1, sum(one.kind is ShipmentKind.COURIER for one in shipments))
