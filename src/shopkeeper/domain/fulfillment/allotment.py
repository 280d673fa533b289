"""Which store gives which goods: one store for all of it where one has it all, else as few parcels as possible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from shopkeeper.domain.core.ids import Sku, StoreId

Stock: TypeAlias = Mapping[Sku, Mapping[StoreId, int]]
"""What is free per sku and store; a sku that is absent is not counted by the shop and needs no hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotment:
    sku: Sku
    store_id: StoreId
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """The first sku that falls short, and how much of it there is where it is wanted (and anywhere)."""

    sku: Sku
    wanted: int
    available: int
    elsewhere: Mapping[StoreId, int]


def allot(needs: Mapping[Sku, int], stock: Stock, *, store_id: StoreId | None = None) -> tuple[Allotment, ...] | Shortage:
    """Cover `needs` whole or say what is short. `store_id` binds it to one store (pickup)."""
    counted = {sku: quantity for sku, quantity in sorted(needs.items()) if sku in stock}
    for sku, wanted in counted.items():
        there = _free(stock, sku, store_id)
        if there < wanted:
            return Shortage(sku=sku, wanted=wanted, available=there, elsewhere=_elsewhere(stock[sku], store_id))
    single = store_id if store_id is not None else _store_with_all(counted, stock)
    if single is not None:
        return tuple(Allotment(sku=sku, store_id=single, quantity=quantity) for sku, quantity in counted.items())
    return _split(counted, stock)


def _free(stock: Stock, sku: Sku, store_id: StoreId | None) -> int:
    per_store = stock[sku]
    return max(0, per_store.get(store_id, 0)) if store_id is not None else sum(max(0, free) for free in per_store.values())


def _elsewhere(per_store: Mapping[StoreId, int], store_id: StoreId | None) -> dict[StoreId, int]:
    return {store: free for store, free in sorted(per_store.items()) if free > 0 and store != store_id}


def _store_with_all(needs: Mapping[Sku, int], stock: Stock) -> StoreId | None:
    """The store that has everything; among several the one with the most left of it, so that shelves empty evenly."""
    stores = sorted({store for sku in needs for store in stock[sku]})
    whole = [store for store in stores if all(stock[sku].get(store, 0) >= quantity for sku, quantity in needs.items())]
    return max(whole, key=lambda store: min(stock[sku].get(store, 0) - quantity for sku, quantity in needs.items()), default=None)


def _split(needs: Mapping[Sku, int], stock: Stock) -> tuple[Allotment, ...]:
    used: set[StoreId] = set()
    parts: list[Allotment] = []
    for sku, quantity in needs.items():
        left = quantity
        whole_first = sorted(stock[sku].items(), key=lambda entry: (entry[1] < quantity, entry[0] not in used, -entry[1], entry[0]))
        for store, free in whole_first:
            part = min(left, max(0, free))
            if part:
                parts.append(Allotment(sku=sku, store_id=store, quantity=part))
                used.add(store)
                left -= part
    return tuple(parts)
