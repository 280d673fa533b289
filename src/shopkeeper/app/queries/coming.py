"""When what is wanted can be there: from the windows, kitchens and lead times of this moment, never from a promise. Changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shopkeeper.app.commands.plan_route import needs_of, plan_route, situation_of
from shopkeeper.app.commands.refresh_quote import shop_profile
from shopkeeper.app.commands.route_says import shipment_say
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.checkout.readiness import missing
from shopkeeper.domain.core.ids import CheckoutId, Sku
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.need import Need, has_all
from shopkeeper.domain.fulfillment.parcel import Arrival, parcel_arrival
from shopkeeper.domain.fulfillment.routing import Route, Situation, pickup_route
from shopkeeper.domain.fulfillment.shipment import Shipment, ShipmentKind, TimeWish
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.orders.work import Stage, shipments_of, stage_of
from shopkeeper.ports.storage import Transaction

MOST_SHOWN = 2
STILL_MADE = (Stage.NEW, Stage.ACCEPTED)


def coming_says(
    counts: Counter[Sku], checkout: Checkout | None, wanted: TimeWish | None, tx: Transaction, now: datetime
) -> tuple[Say, ...]:
    """Empty where nothing is wanted yet. With `wanted` it is said first whether that can be kept."""
    if not counts:
        return ()
    delivery = checkout.delivery if checkout is not None and checkout.is_open else None
    if checkout is not None and delivery is not None and missing(delivery) is None:
        route = plan_route(checkout.id, counts, delivery, tx, now, wish=wanted, standing=checkout.quote.shipments if checkout.quote else ())
        return _of_route(route, wanted, tx, now) if isinstance(route, Route) else ()
    return _of_every_way(counts, checkout, wanted, tx, now)


def order_says(order: Order, tx: Transaction) -> tuple[Say, ...]:
    """When the shipments of an order that are still to come were promised, or are to be expected."""
    stores = {store.id: store for store in tx.shop.stores()}
    says: list[Say] = []
    for index, shipment in enumerate(shipments_of(order)):
        if stage_of(order, index) in STILL_MADE:
            arrival = _arrival(tx, order.placed_at) if shipment.kind is ShipmentKind.PARCEL else None
            told = _parcel(arrival) if arrival is not None else shipment_say(shipment, stores)
            says.extend((told,) if told is not None else ())
    return tuple(says)


def _of_route(route: Route, wanted: TimeWish | None, tx: Transaction, now: datetime) -> tuple[Say, ...]:
    stores = {store.id: store for store in tx.shop.stores()}
    arrival = _arrival(tx, now)
    parcels = [one for one in route.shipments if one.kind is ShipmentKind.PARCEL]
    timed = [one for one in route.shipments if one.kind is not ShipmentKind.PARCEL]
    late = (route.late and bool(timed)) or (bool(parcels) and not _parcel_fits(arrival, wanted, tx))
    told = [said for one in timed if (said := shipment_say(one, stores)) is not None]
    told += [_parcel(arrival)] if parcels and arrival is not None else []
    ways = [Shipment(kind=way.kind, store_id=way.store_id, parts=(), starts_at=way.starts_at, ends_at=way.ends_at) for way in route.instead]
    others = [said for one in ways if late and (said := shipment_say(one, stores)) is not None]
    return (*_verdict(wanted, late=late), *told, *(said for said in others if said not in told))


def _of_every_way(
    counts: Mapping[Sku, int], checkout: Checkout | None, wanted: TimeWish | None, tx: Transaction, now: datetime
) -> tuple[Say, ...]:
    """No way is chosen yet: by parcel, where that goes, and the branches where it is ready soonest."""
    needs = needs_of(counts, shop_profile(tx), tx)
    at = situation_of(
        checkout.id if checkout else CheckoutId(""), needs, DeliveryChoice(method=DeliveryMethod.PICKUP), tx, now, wish=wanted
    )
    arrival = _arrival(tx, now) if not any(need.local or need.made for need in needs) else None
    pickups = _pickups(needs, at)
    in_time = [one for one in pickups if wanted is None or (one.starts_at is not None and wanted.fits_pickup(one.starts_at))]
    fits = bool(in_time) or (arrival is not None and _parcel_fits(arrival, wanted, tx))
    stores = {store.id: store for store in at.stores}
    told = [said for one in (in_time or pickups)[:MOST_SHOWN] if (said := shipment_say(one, stores)) is not None]
    told += [_parcel(arrival)] if arrival is not None else []
    return (*_verdict(wanted, late=not fits), *told) if told else ()


def _pickups(needs: Sequence[Need], at: Situation) -> list[Shipment]:
    routes = [pickup_route(needs, store.id, at) for store in at.stores if has_all(needs, store, at.stock)]
    found = [one for route in routes if isinstance(route, Route) for one in route.shipments if one.starts_at is not None]
    return sorted(found, key=lambda one: (one.starts_at is None, one.starts_at or at.now))


def _verdict(wanted: TimeWish | None, *, late: bool) -> tuple[Say, ...]:
    return () if wanted is None else (Say(key="when.no" if late else "when.yes"),)


def _arrival(tx: Transaction, now: datetime) -> Arrival | None:
    profile = shop_profile(tx)
    closed = {day for store in tx.shop.stores() for day, hours in store.special.items() if hours is None}
    return parcel_arrival(profile.delivery, now, profile.zone, closed=closed)


def _parcel_fits(arrival: Arrival | None, wanted: TimeWish | None, tx: Transaction) -> bool:
    """What is promised is the last day; a time of day no parcel can promise."""
    if wanted is None or wanted.end is None:
        return True
    return arrival is not None and arrival.latest < _first_day_after(wanted.end, tx)


def _first_day_after(end: datetime, tx: Transaction) -> date:
    """Midnight is the end of the day before it; any other time is too early for that day's parcel."""
    return end.astimezone(ZoneInfo(shop_profile(tx).zone)).date()


def _parcel(arrival: Arrival) -> Say:
    return Say(key="when.parcel", facts={"earliest": arrival.earliest, "latest": arrival.latest})
