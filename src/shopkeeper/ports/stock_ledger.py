"""Stock per store and the holds on it. A hold either fits whole or is not made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shopkeeper.domain.core.ids import CheckoutId, Sku, StoreId
from shopkeeper.domain.fulfillment.stock import StockReservation


class StockLedger(Protocol):
    def available(self, skus: Iterable[Sku]) -> Mapping[Sku, Mapping[StoreId, int]]:
        """On hand less active holds. Skus without stock keeping are absent."""
        ...

    def set_on_hand(self, sku: Sku, store_id: StoreId, quantity: int) -> None: ...
    def set_many(self, counts: Sequence[tuple[Sku, StoreId, int]]) -> None:
        """`set_on_hand` for many at once."""
        ...

    def uncount(self, skus: Iterable[Sku]) -> None:
        """Keep no count of these any more, as if none had ever been given; holds on them stay as records."""
        ...

    def reserve(self, reservation: StockReservation) -> bool:
        """Hold it; False when less than that is available (or none is counted there). The same id twice is one hold.

        A hold that was released and is reserved again under its id is made anew.
        """
        ...

    def held_for(self, checkout_id: CheckoutId) -> Sequence[StockReservation]: ...
    def short(self, checkout_id: CheckoutId) -> Sequence[Sku]:
        """Skus the checkout holds of which less lies there than it holds (a recount found fewer)."""
        ...

    def extend(self, checkout_id: CheckoutId, expires_at: datetime) -> None: ...
    def release(self, checkout_id: CheckoutId) -> int:
        """Give back what the checkout holds; how many holds that were."""
        ...

    def commit(self, checkout_id: CheckoutId) -> int:
        """Turn held stock into sold stock (on hand goes down); how many holds that were."""
        ...

    def restock(self, checkout_id: CheckoutId, *, skus: Collection[Sku] | None = None, store_id: StoreId | None = None) -> int:
        """Put back on the shelf what was sold to the checkout (its order is not carried out); once, however often it is asked.

        Only of these `skus` and only of that store, where they are given.
        """
        ...

    def expired(self, now: datetime, *, limit: int) -> Sequence[StockReservation]: ...
    def all_held(self) -> Sequence[StockReservation]: ...
