"""How what is wanted reaches the shopper, found from the shop's records of this moment. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from shopkeeper.app.hold_stock import stock_for
from shopkeeper.domain.catalog.product import ProductKind
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.core.ids import CheckoutId, Sku
from shopkeeper.domain.fulfillment.capacity import KITCHEN_STEP, Load, courier_of, kitchen_of
from shopkeeper.domain.fulfillment.need import Need
from shopkeeper.domain.fulfillment.promise import HORIZON_DAYS
from shopkeeper.domain.fulfillment.routing import Answer, NoRoute, Place, Situation, delivery_route, pickup_route
from shopkeeper.domain.fulfillment.shipment import Shipment, TimeWish
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction

LOOK_BACK = timedelta(hours=6)
"""Windows that began before now and are not over are looked at as well."""


def plan_route(
    checkout_id: CheckoutId,
    counts: Mapping[Sku, int],
    delivery: DeliveryChoice,
    tx: Transaction,
    now: datetime,
    *,
    wish: TimeWish | None = None,
    standing: tuple[Shipment, ...] = (),
) -> Answer:
    """What the checkout itself holds counts as free. `delivery` must be complete."""
    profile = tx.shop.profile()
    if profile is None:
        return NoRoute(code="no_window")
    needs = needs_of(counts, profile, tx)
    situation = situation_of(checkout_id, needs, delivery, tx, now, wish=wish, standing=standing)
    if delivery.method is DeliveryMethod.PICKUP:
        return pickup_route(needs, delivery.store_id, situation) if delivery.store_id else NoRoute(code="no_window")
    return delivery_route(needs, place_of(delivery, profile), situation)


def situation_of(
    checkout_id: CheckoutId,
    needs: Sequence[Need],
    delivery: DeliveryChoice,
    tx: Transaction,
    now: datetime,
    *,
    wish: TimeWish | None = None,
    standing: tuple[Shipment, ...] = (),
) -> Situation:
    stores = tx.shop.stores()
    return Situation(
        now=now,
        stores=stores,
        stock=stock_for(checkout_id, [need.sku for need in needs], tx),
        load=load_for(checkout_id, stores, tx, now) if _needs_load(needs, delivery, wish) else {},
        wish=wish,
        standing=standing,
        split=delivery.split,
    )


def place_of(delivery: DeliveryChoice, profile: ShopProfile) -> Place:
    postal_code = delivery.address.postal_code if delivery.address else ""
    return Place(postal_code=postal_code, point=profile.places.get(postal_code))


def _needs_load(needs: Iterable[Need], delivery: DeliveryChoice, wish: TimeWish | None) -> bool:
    return wish is not None or any(need.made or (need.local and delivery.method is DeliveryMethod.DELIVERY) for need in needs)


def needs_of(counts: Mapping[Sku, int], profile: ShopProfile, tx: Transaction) -> list[Need]:
    product_of = tx.catalog.products_of(counts)
    listings = tx.catalog.listings(set(product_of.values()))
    needs: list[Need] = []
    for sku, quantity in counts.items():
        listing = listings.get(product_of[sku]) if sku in product_of else None
        made = listing is not None and listing.product.kind is ProductKind.MADE_TO_ORDER
        local = listing is not None and profile.delivery.is_local(listing.product.category)
        needs.append(Need(sku=sku, quantity=quantity, local=local or made, made=made))
    return needs


def load_for(checkout_id: CheckoutId | None, stores: Iterable[Store], tx: Transaction, now: datetime) -> Load:
    """What kitchens and couriers have to do already, without what this checkout holds."""
    resources = [name for store in stores for name in (kitchen_of(store.id), courier_of(store.id))]
    load = dict(tx.capacity.taken(resources, now - LOOK_BACK - KITCHEN_STEP, now + timedelta(days=HORIZON_DAYS + 1)))
    for hold in tx.capacity.held_for(checkout_id) if checkout_id is not None else ():
        key = (hold.resource, hold.starts_at)
        if key in load:
            load[key] -= hold.quantity
    return load
