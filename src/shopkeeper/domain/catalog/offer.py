"""What a variant costs and whether it can be had: price, stock, seller of one variant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shopkeeper.domain.core.ids import SellerId, Sku, StoreId
from shopkeeper.domain.core.money import Money

LOW_STOCK = 3


class StockState(StrEnum):
    IN_STOCK = "in_stock"
    LOW = "low"
    SOLD_OUT = "sold_out"
    MADE_TO_ORDER = "made_to_order"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The record a price or a stock word is rendered from.

    `available` is on hand less active reservations, per store; `None` = the shop keeps no count.
    """

    sku: Sku
    price: Money
    seller_id: SellerId
    compare_at: Money | None = None
    available: Mapping[StoreId, int] | None = field(default_factory=dict[StoreId, int])

    @property
    def total_available(self) -> int | None:
        return None if self.available is None else sum(self.available.values())

    def state(self, *, made_to_order: bool = False) -> StockState:
        if made_to_order:
            return StockState.MADE_TO_ORDER
        total = self.total_available
        if total is None:
            return StockState.UNKNOWN
        if total <= 0:
            return StockState.SOLD_OUT
        return StockState.LOW if total <= LOW_STOCK else StockState.IN_STOCK
