"""What can be done about a basket that cannot be had as it was asked for: another branch, several branches, or only a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.fulfillment.need import Lack, Need, has_all, has_of, lacks_of
from shopkeeper.domain.fulfillment.routing import Place, Route, Situation, by_distance, delivery_route, pickup_route
from shopkeeper.domain.fulfillment.store import Store

MOST_OF_A_KIND = 2


class WayKind(StrEnum):
    WHOLE = "whole"
    """All of it, fetched at another branch."""
    SPLIT = "split"
    """All of it, from several branches."""
    PART = "part"
    """Only what one branch (or courier, or parcel) can give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BasketWay:
    """`store_id` is where it is fetched (first); None = delivered. `lacks` is what is left out."""

    kind: WayKind
    store_id: StoreId | None
    route: Route
    lacks: tuple[Lack, ...] = ()


def pickup_ways(needs: Sequence[Need], store_id: StoreId, at: Situation) -> tuple[BasketWay, ...]:
    """In place of fetching `needs` at a branch that has not all of it; empty when it has."""
    store = next((store for store in at.stores if store.id == store_id), None)
    if store is None or has_all(needs, store, at.stock):
        return ()
    near = by_distance(store, at.stores)
    split = _fetched(WayKind.SPLIT, needs, store, replace(at, split=True))
    return (*_whole(needs, near, at), *((split,) if split is not None and split.route.split else ()), *_parts(needs, near, at))


def delivery_ways(needs: Sequence[Need], place: Place, at: Situation) -> tuple[BasketWay, ...]:
    """In place of bringing `needs`, which cannot be done as it stands; empty when it can."""
    single = replace(at, split=False)
    if isinstance(delivery_route(needs, place, single), Route):
        return ()
    ways: list[BasketWay] = []
    split = delivery_route(needs, place, replace(at, split=True))
    if isinstance(split, Route):
        ways.append(BasketWay(kind=WayKind.SPLIT, store_id=None, route=split))
    part = _brought(needs, place, single)
    ways.extend((part,) if part is not None else ())
    ways.extend(_whole(needs, at.stores, single))
    if not any(way.kind is WayKind.SPLIT or way.kind is WayKind.WHOLE for way in ways):
        fetched = (_fetched(WayKind.SPLIT, needs, store, replace(at, split=True)) for store in at.stores)
        ways.extend([way for way in fetched if way is not None and way.route.split][:1])
    return tuple(ways)


def _whole(needs: Sequence[Need], stores: Sequence[Store], at: Situation) -> list[BasketWay]:
    """The branches that have it all, soonest first."""
    able = [_fetched(WayKind.WHOLE, needs, store, at) for store in stores if has_all(needs, store, at.stock)]
    found = [way for way in able if way is not None]
    return sorted(found, key=lambda way: _ready(way, at))[:MOST_OF_A_KIND]


def _parts(needs: Sequence[Need], stores: Sequence[Store], at: Situation) -> list[BasketWay]:
    """What the first branch has of it, and another where that one has more of it, without having all."""
    parts = [way for store in stores if (way := _part_at(needs, store, at)) is not None]
    first = [way for way in parts if way.store_id == stores[0].id]
    best = min(parts, key=_left_out, default=None)
    better = best is not None and best.lacks and best not in first and (not first or _left_out(best) < _left_out(first[0]))
    return [*first, *([best] if best is not None and better else [])]


def _part_at(needs: Sequence[Need], store: Store, at: Situation) -> BasketWay | None:
    lacks = lacks_of(needs, store, at.stock)
    kept = without(needs, lacks)
    way = _fetched(WayKind.PART, kept, store, at) if kept and lacks else None
    return replace(way, lacks=lacks) if way is not None else None


def _brought(needs: Sequence[Need], place: Place, at: Situation) -> BasketWay | None:
    """The most that can be brought, by a courier of one branch with a parcel for the rest, else by parcel alone."""
    ways: list[BasketWay] = []
    for store in (*at.stores, None):
        lacks = tuple(lack for need in needs if (lack := _lack(need, store, at)) is not None)
        kept = without(needs, lacks)
        route = delivery_route(kept, place, at) if kept and lacks else None
        if isinstance(route, Route):
            ways.append(BasketWay(kind=WayKind.PART, store_id=None, route=route, lacks=lacks))
    return min(ways, key=_left_out, default=None)


def _lack(need: Need, store: Store | None, at: Situation) -> Lack | None:
    """What is short of one need where a courier of `store` (None: none) brings what no parcel takes."""
    if need.local or need.made:
        had = has_of(need, store, at.stock) if store is not None else 0
    else:
        had = (
            min(need.quantity, sum(max(0, free) for free in at.stock.get(need.sku, {}).values())) if need.sku in at.stock else need.quantity
        )
    return Lack(sku=need.sku, wanted=need.quantity, had=had) if had < need.quantity else None


def _fetched(kind: WayKind, needs: Sequence[Need], store: Store, at: Situation) -> BasketWay | None:
    route = pickup_route(needs, store.id, at)
    return BasketWay(kind=kind, store_id=store.id, route=route) if isinstance(route, Route) else None


def without(needs: Sequence[Need], lacks: Sequence[Lack]) -> tuple[Need, ...]:
    """`needs` cut to what there is."""
    had = {lack.sku: lack.had for lack in lacks}
    cut = (replace(need, quantity=had.get(need.sku, need.quantity)) for need in needs)
    return tuple(need for need in cut if need.quantity)


def _left_out(way: BasketWay) -> int:
    return sum(lack.wanted - lack.had for lack in way.lacks)


def _ready(way: BasketWay, at: Situation) -> float:
    due = [shipment.due_at.timestamp() for shipment in way.route.shipments if shipment.due_at is not None]
    return max(due, default=float("inf"))
