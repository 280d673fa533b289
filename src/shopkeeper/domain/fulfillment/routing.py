"""How an order reaches the shopper: which branch gives what, which goes by courier, parcel or pickup, and when it is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from shopkeeper.domain.core.geo import Point
from shopkeeper.domain.core.ids import Sku, StoreId
from shopkeeper.domain.fulfillment.allotment import Allotment, Shortage, Stock, allot
from shopkeeper.domain.fulfillment.capacity import Load, Slot
from shopkeeper.domain.fulfillment.need import Need, counted, has_all, lacks_of, made_count
from shopkeeper.domain.fulfillment.promise import Promise, courier_promises, pickup_promise
from shopkeeper.domain.fulfillment.sharing import Share, shared
from shopkeeper.domain.fulfillment.shipment import Shipment, ShipmentKind, ShipmentPart, TimeWish
from shopkeeper.domain.fulfillment.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a courier would go; `point` where the shop knows it."""

    postal_code: str
    point: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Another way that can really be had: a courier's window, or a pickup ready at `starts_at`."""

    kind: ShipmentKind
    store_id: StoreId
    starts_at: datetime
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """`shipments` with the stock and capacity they stand on. `instead` is filled when the wished time cannot be kept.

    `waits` is how long the kitchen's queue makes it; `split` says that no one branch has it all.
    """

    shipments: tuple[Shipment, ...]
    stock: tuple[Allotment, ...]
    slots: tuple[Slot, ...] = ()
    waits: timedelta = timedelta()
    late: bool = False
    instead: tuple[Way, ...] = ()

    @property
    def split(self) -> bool:
        return len(self.shipments) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRoute:
    """`code`: `outside_area` (`skus` go by courier only), `no_kitchen` (`stores` have one), `no_window` (nothing free for days),
    `scattered` (no one branch has it all: the best of `stores` lacks `skus`; together they have it).
    """

    code: str
    skus: tuple[Sku, ...] = ()
    stores: tuple[StoreId, ...] = ()


Answer: TypeAlias = Route | NoRoute | Shortage


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything a route is found from. `standing` are the shipments of the quote on the table: kept as long as they can be.

    `split`: the shopper is content with fetching it from several branches, or with several couriers.
    """

    now: datetime
    stores: Sequence[Store]
    stock: Stock
    load: Load
    wish: TimeWish | None = None
    standing: tuple[Shipment, ...] = ()
    split: bool = False


def pickup_route(needs: Sequence[Need], store_id: StoreId, at: Situation) -> Answer:
    store = next((store for store in at.stores if store.id == store_id), None)
    if store is None:
        return NoRoute(code="no_window")
    if at.split and not has_all(needs, store, at.stock):
        shares = shared(needs, by_distance(store, at.stores), at.stock, first=store.id)
        if shares:
            return _together([pickup_route(share.needs, share.store.id, replace(at, split=False)) for share in shares])
    made = [need for need in needs if need.made]
    if made and not store.kitchen_per_10_min:
        kitchens = tuple(other.id for other in at.stores if other.kitchen_per_10_min)
        return NoRoute(code="no_kitchen", skus=tuple(need.sku for need in made), stores=kitchens)
    stock = allot(counted(needs), at.stock, store_id=store_id)
    if isinstance(stock, Shortage):
        return stock
    promise = _pickup(needs, store, at, at.wish)
    if promise is None:
        # A branch that names no hours still hands over what lies there; it only cannot say when.
        return NoRoute(code="no_window") if made else Route(shipments=(_shipment(ShipmentKind.PICKUP, store_id, needs),), stock=stock)
    late = at.wish is not None and not at.wish.fits_pickup(promise.starts_at)
    shipment = _shipment(ShipmentKind.PICKUP, store_id, needs, promise, agreed=at.wish is not None)
    instead = _instead(needs, at, promise=None, other_than=store_id) if late else ()
    return Route(shipments=(shipment,), stock=stock, slots=promise.slots, waits=promise.waits, late=late, instead=instead)


def delivery_route(needs: Sequence[Need], place: Place, at: Situation) -> Answer:
    """By parcel what may go by parcel and nobody is in a hurry for; else by courier from the nearest branch that has it."""
    local = [need for need in needs if need.local or need.made]
    serving = _nearest([store for store in at.stores if store.courier is not None and store.serves(place.postal_code, place.point)], place)
    if not local and (at.wish is None or not serving):
        return _parcel(needs, at)
    if not serving:
        return NoRoute(code="outside_area", skus=tuple(need.sku for need in local))
    whole = _by_courier(needs, serving, at)
    if isinstance(whole, Route):
        return whole
    return _in_parts(needs, local, serving, at) if len(needs) > 1 else whole


def _parcel(needs: Sequence[Need], at: Situation) -> Answer:
    stock = allot(counted(needs), at.stock)
    if isinstance(stock, Shortage):
        return stock
    return Route(shipments=(_shipment(ShipmentKind.PARCEL, None, needs),), stock=stock, late=at.wish is not None)


def _by_courier(needs: Sequence[Need], serving: Sequence[Store], at: Situation) -> Answer:
    """All of it from one branch: the window that stands, else one in the wished time, else the soonest there is."""
    able = [store for store in serving if has_all(needs, store, at.stock)]
    if not able:
        return _short(needs, serving, at)
    offers = [(store, promise) for store in able for promise in courier_promises(store, now=at.now, load=at.load, made=made_count(needs))]
    if not offers:
        return NoRoute(code="no_window", stores=tuple(store.id for store in able))
    fitting = [(store, promise) for store, promise in offers if _fits(promise, at.wish)]
    store, promise = next((offer for offer in fitting if _stands(offer, at.standing)), None) or _soonest(fitting or offers)
    late = not fitting
    stock = allot(counted(needs), at.stock, store_id=store.id)
    assert not isinstance(stock, Shortage)
    shipment = _shipment(ShipmentKind.COURIER, store.id, needs, promise, agreed=True)
    soonest = Way(kind=ShipmentKind.COURIER, store_id=store.id, starts_at=promise.starts_at, ends_at=promise.ends_at)
    instead = _instead(needs, at, promise=soonest) if late else ()
    return Route(shipments=(shipment,), stock=stock, slots=promise.slots, waits=promise.waits, late=late, instead=instead)


def _in_parts(needs: Sequence[Need], local: Sequence[Need], serving: Sequence[Store], at: Situation) -> Answer:
    """No one branch has it all: what must go by courier from one or (where that was agreed to) several; the rest as a parcel."""
    brought = list(local if len(local) < len(needs) else needs)
    rest = [need for need in needs if need not in brought]
    one = next((store for store in serving if has_all(brought, store, at.stock)), None)
    shares = (Share(store=one, needs=tuple(brought)),) if one is not None else shared(brought, serving, at.stock)
    if not shares:
        return _short(brought, serving, at)
    if len(shares) > 1 and not at.split:
        best = min(
            serving, key=lambda store: (sum(lack.wanted - lack.had for lack in lacks_of(brought, store, at.stock)), serving.index(store))
        )
        missing = tuple(lack.sku for lack in lacks_of(brought, best, at.stock))
        return NoRoute(code="scattered", skus=missing, stores=(best.id, *(share.store.id for share in shares if share.store != best)))
    # Where one branch has all that must be brought, the usual choice among the branches (the soonest) is made anew.
    routes: list[Answer] = [_by_courier(share.needs, serving if one is not None else (share.store,), at) for share in shares]
    if rest:
        routes.append(_parcel(rest, replace(at, wish=None)))
    return _together(routes)


def _together(routes: Sequence[Answer]) -> Answer:
    stock: list[Allotment] = []
    slots: list[Slot] = []
    shipments: list[Shipment] = []
    for route in routes:
        if not isinstance(route, Route):
            return route
        shipments += route.shipments
        stock += route.stock
        slots += route.slots
    found = [route for route in routes if isinstance(route, Route)]
    return Route(
        shipments=tuple(shipments),
        stock=tuple(stock),
        slots=tuple(slots),
        waits=max((route.waits for route in found), default=timedelta()),
        late=any(route.late for route in found),
        instead=next((route.instead for route in found if route.instead), ()),
    )


def _instead(needs: Sequence[Need], at: Situation, *, promise: Way | None, other_than: StoreId | None = None) -> tuple[Way, ...]:
    """The soonest that can be kept, and the branches where it can be picked up in time (or soonest)."""
    pickups: list[Way] = []
    for store in at.stores:
        if store.id == other_than or not has_all(needs, store, at.stock):
            continue
        ready = _pickup(needs, store, at, None)
        if ready is not None:
            pickups.append(Way(kind=ShipmentKind.PICKUP, store_id=store.id, starts_at=ready.starts_at))
    pickups.sort(key=lambda way: way.starts_at)
    in_time = [way for way in pickups if at.wish is not None and at.wish.fits_pickup(way.starts_at)]
    return (*((promise,) if promise else ()), *(in_time or pickups)[:2])


def _pickup(needs: Sequence[Need], store: Store, at: Situation, wish: TimeWish | None) -> Promise | None:
    shelved = any(not need.made for need in needs)
    return pickup_promise(store, now=at.now, load=at.load, made=made_count(needs), shelved=shelved, wish=wish)


def _shipment(
    kind: ShipmentKind, store_id: StoreId | None, needs: Iterable[Need], promise: Promise | None = None, *, agreed: bool = False
) -> Shipment:
    return Shipment(
        kind=kind,
        store_id=store_id,
        parts=tuple(ShipmentPart(sku=need.sku, quantity=need.quantity) for need in needs),
        starts_at=promise.starts_at if promise else None,
        ends_at=promise.ends_at if promise else None,
        agreed=agreed,
    )


def _short(needs: Sequence[Need], serving: Sequence[Store], at: Situation) -> Answer:
    """What is missing at the branches that could bring it."""
    near = {store.id for store in serving}
    for sku, wanted in sorted(counted(needs).items()):
        per_store = at.stock.get(sku)
        most = max((free for store, free in (per_store or {}).items() if store in near), default=0)
        if per_store is not None and most < wanted:
            elsewhere = {store: free for store, free in sorted(per_store.items()) if free >= wanted and store not in near}
            return Shortage(sku=sku, wanted=wanted, available=max(0, most), elsewhere=elsewhere)
    made = tuple(need.sku for need in needs if need.made)
    return NoRoute(code="no_kitchen", skus=made, stores=tuple(store.id for store in at.stores if store.kitchen_per_10_min))


def _fits(promise: Promise, wish: TimeWish | None) -> bool:
    return wish is None or wish.fits(promise.starts_at, promise.due_at)


def _stands(offer: tuple[Store, Promise], standing: Sequence[Shipment]) -> bool:
    store, promise = offer
    return any((one.store_id, one.starts_at, one.ends_at) == (store.id, promise.starts_at, promise.ends_at) for one in standing)


def _soonest(offers: Sequence[tuple[Store, Promise]]) -> tuple[Store, Promise]:
    """The offers come nearest branch first, so that of two equal ones the nearer is taken."""
    return min(offers, key=lambda offer: (offer[1].due_at, offer[1].starts_at))


def by_distance(store: Store, stores: Iterable[Store]) -> list[Store]:
    """The branch itself, then the others, nearest to it first."""
    return sorted(stores, key=lambda other: (store.point.distance_km(other.point), other.id))


def _nearest(stores: Iterable[Store], place: Place) -> list[Store]:
    """Nearest first; where the place is not known on the map, branches that list its postal code come first."""

    def far(store: Store) -> tuple[bool, float, str]:
        listed = place.postal_code in store.service_postal_codes
        return (not listed and place.point is None, store.point.distance_km(place.point) if place.point else 0.0, store.id)

    return sorted(stores, key=far)
