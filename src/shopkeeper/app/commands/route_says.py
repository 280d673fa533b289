"""What is told about how an order gets there: by whom, from where, when, and where that differs from what was wished."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.shipment import Shipment, ShipmentKind
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.ports.storage import Transaction

WORTH_SAYING_MINUTES = 10


def route_says(checkout: Checkout, tx: Transaction) -> tuple[Say, ...]:
    quote = checkout.quote
    if quote is None:
        return ()
    stores = {store.id: store for store in tx.shop.stores()}
    says: list[Say] = []
    parts = len(quote.shipments) > 1
    if parts:
        fetched = quote.delivery.method is DeliveryMethod.PICKUP
        key = "route.split_pickup" if fetched else "route.split_each" if quote.rides_charged > 1 else "route.split"
        says.append(Say(key=key, facts={"count": len(quote.shipments), "rides": quote.rides_charged}))
    titles = {line.sku: line.title for line in quote.lines}
    for shipment in quote.shipments:
        told = shipment_say(shipment, stores, tuple(titles.get(part.sku, part.sku) for part in shipment.parts) if parts else ())
        says.extend((told,) if told is not None else ())
    if checkout.waits_minutes >= WORTH_SAYING_MINUTES:
        says.append(Say(key="route.waits", facts={"minutes": checkout.waits_minutes}))
    return (*_late(checkout), *says)


def _late(checkout: Checkout) -> tuple[Say, ...]:
    wanted = checkout.wanted
    if not checkout.late or wanted is None or (wanted.end or wanted.start) is None:
        return ()
    return (Say(key="route.late", facts={"wanted": wanted.end or wanted.start}),)


def drafted_says(checkout: Checkout, shipments: Sequence[Shipment], tx: Transaction) -> tuple[Say, ...]:
    """How goods would get there that are not checked out yet."""
    stores = {store.id: store for store in tx.shop.stores()}
    return (*_late(checkout), *(told for shipment in shipments if (told := shipment_say(shipment, stores)) is not None))


def shipment_say(shipment: Shipment, stores: Mapping[StoreId, Store], titles: tuple[str, ...] = ()) -> Say | None:
    """One shipment in words; with `titles` it says which goods are in it."""
    store = stores.get(shipment.store_id) if shipment.store_id is not None else None
    goods = {"titles": titles} if titles else {}
    match shipment.kind:
        case ShipmentKind.PARCEL:
            return Say(key="route.parcel_part", facts=goods) if titles else None
        case ShipmentKind.COURIER if store is not None and shipment.starts_at is not None and shipment.ends_at is not None:
            said = {"store": store.name, "starts": shipment.starts_at, "ends": local_time(shipment.ends_at, store.zone), "zone": store.zone}
            return Say(key="route.courier_part" if titles else "route.courier", facts={**said, **goods})
        case ShipmentKind.PICKUP if store is not None and titles and shipment.starts_at is not None:
            return Say(key="route.pickup_part", facts={"store": store.name, "ready": shipment.starts_at, "zone": store.zone, **goods})
        case ShipmentKind.PICKUP if store is not None and shipment.starts_at is not None:
            return Say(key="checkout.pickup", facts={"store": store.name, "ready": shipment.starts_at, "zone": store.zone})
        case ShipmentKind.PICKUP if store is not None:
            return Say(key="checkout.pickup_closed", facts={"store": store.name})
        case _:
            return None


def local_time(at: datetime, zone: str) -> object:
    return at.astimezone(ZoneInfo(zone)).time()
