"""A hold on stock: made when a quote is shown, gone when it expires, is voided, or becomes an order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shopkeeper.domain.core.ids import CheckoutId, ReservationId, Sku, StoreId


class ReservationStatus(StrEnum):
    HELD = "held"
    RELEASED = "released"
    COMMITTED = "committed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StockReservation:
    id: ReservationId
    checkout_id: CheckoutId
    sku: Sku
    store_id: StoreId
    quantity: int
    expires_at: datetime
    status: ReservationStatus = ReservationStatus.HELD
