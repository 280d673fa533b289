"""How a checkout's goods reach the shopper, in words and with the ways that could be chosen instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice

from shopkeeper.app.commands.plan_route import load_for, needs_of
from shopkeeper.app.commands.refresh_quote import shop_profile
from shopkeeper.app.commands.route_says import local_time
from shopkeeper.app.queries.basket_ways import OfferedWay, ways_json
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.explain import delivery_label
from shopkeeper.domain.checkout.pricing import Pricing, delivery_fee
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.core.digest import plain
from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.promise import courier_promises, pickup_promise
from shopkeeper.domain.fulfillment.shipment import Shipment, ShipmentKind
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.storage import Transaction

MOST_WINDOWS = 8


def fulfillment_json(
    checkout: Checkout,
    pricing: Pricing,
    tx: Transaction,
    phrases: PhraseBook,
    locale: str,
    *,
    now: datetime,
    ways: Sequence[OfferedWay] = (),
) -> dict[str, object]:
    """`ways` are what can be done where the goods cannot all be had as they were asked for, each with its tap."""
    choice = checkout.delivery
    return {
        "method": choice.method.value if choice else None,
        "store_id": choice.store_id if choice else None,
        "label": _label(checkout, choice, tx, phrases, locale, now=now) if choice else "",
        "address": plain(choice.address) if choice and choice.address else None,
        "options": _options(checkout, pricing, tx, phrases, locale, now=now),
        "shipments": shipments_json(checkout.quote.shipments if checkout.quote else (), tx, phrases, locale),
        "windows": windows_json(checkout, tx, phrases, locale, now=now),
        "wanted": {"start": iso(checkout.wanted.start), "end": iso(checkout.wanted.end)} if checkout.wanted else None,
        "late": checkout.late,
        "ways": ways_json(ways, phrases, locale),
    }


def shipments_json(shipments: Iterable[Shipment], tx: Transaction, phrases: PhraseBook, locale: str) -> list[dict[str, object]]:
    stores = {store.id: store for store in tx.shop.stores()}
    return [
        {
            "kind": shipment.kind.value,
            "store_id": shipment.store_id,
            "store": next((store.name for store in stores.values() if store.id == shipment.store_id), None),
            "starts_at": iso(shipment.starts_at),
            "ends_at": iso(shipment.ends_at),
            "label": phrases.render(label, locale=locale) if (label := shipment_label(shipment, stores)) else "",
            "lines": [{"sku": part.sku, "quantity": part.quantity} for part in shipment.parts],
        }
        for shipment in shipments
    ]


def shipment_label(shipment: Shipment, stores: Mapping[StoreId, Store]) -> Say | None:
    store = stores.get(shipment.store_id) if shipment.store_id is not None else None
    if store is None or shipment.starts_at is None:
        return None
    if shipment.ends_at is None:
        return Say(key="delivery.pickup_ready", facts={"store": store.name, "ready": shipment.starts_at, "zone": store.zone})
    said = {"store": store.name, "starts": shipment.starts_at, "ends": local_time(shipment.ends_at, store.zone), "zone": store.zone}
    return Say(key="delivery.courier", facts=said)


def windows_json(checkout: Checkout, tx: Transaction, phrases: PhraseBook, locale: str, *, now: datetime) -> list[dict[str, object]]:
    """The courier windows that could be taken instead, each with the tap that does so."""
    quote = checkout.quote
    courier = next((one for one in quote.shipments if one.kind is ShipmentKind.COURIER), None) if quote and checkout.is_open else None
    stores = {store.id: store for store in tx.shop.stores()}
    store = stores.get(courier.store_id) if courier is not None and courier.store_id is not None else None
    if courier is None or store is None or quote is None or len(quote.shipments) > 1:
        return []
    made = sum(need.quantity for need in needs_of({p.sku: p.quantity for p in courier.parts}, shop_profile(tx), tx) if need.made)
    load = load_for(checkout.id, (store,), tx, now)
    free = list(islice(courier_promises(store, now=now, load=load, made=made), MOST_WINDOWS))
    shown = [replace(courier, starts_at=promise.starts_at, ends_at=promise.ends_at) for promise in free]
    return [
        {
            "starts_at": iso(one.starts_at),
            "ends_at": iso(one.ends_at),
            "label": phrases.render(label, locale=locale) if (label := shipment_label(one, stores)) else "",
            "chosen": (one.starts_at, one.ends_at) == (courier.starts_at, courier.ends_at),
            "send": {"type": "action", "action": "set_time", "starts_at": iso(one.starts_at), "ends_at": iso(one.ends_at)},
        }
        for one in shown
    ]


def iso(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if at is not None else None


def delivery_text(method: DeliveryMethod, pricing: Pricing, phrases: PhraseBook, locale: str) -> str:
    """What the fee for getting it there is called, with what several couriers cost."""
    if method is not DeliveryMethod.DELIVERY:
        return phrases.word(f"totals.{method.value}", locale=locale)
    label = delivery_label(pricing)
    return phrases.word(label.key, locale=locale, facts={"count": label.count, "fee": label.each})


def _label(checkout: Checkout, choice: DeliveryChoice, tx: Transaction, phrases: PhraseBook, locale: str, *, now: datetime) -> str:
    stores = {store.id: store for store in tx.shop.stores()}
    promised = [label for one in (checkout.quote.shipments if checkout.quote else ()) if (label := shipment_label(one, stores))]
    if promised:
        return " · ".join(phrases.render(label, locale=locale) for label in promised)
    if choice.method is DeliveryMethod.DELIVERY:
        return _delivery_way(checkout, tx, phrases, locale)
    store = stores.get(choice.store_id) if choice.store_id is not None else None
    if store is None:
        return phrases.word("delivery.pickup", locale=locale)
    promise = pickup_promise(store, now=now, load={}, made=0, shelved=True, wish=checkout.wanted)
    if promise is None:
        return phrases.word("delivery.pickup_at", locale=locale, facts={"store": store.name})
    return phrases.word("delivery.pickup_ready", locale=locale, facts={"store": store.name, "ready": promise.starts_at, "zone": store.zone})


def _delivery_way(checkout: Checkout, tx: Transaction, phrases: PhraseBook, locale: str) -> str:
    """How it would be delivered while no times are promised: what no parcel takes goes by courier, the rest in working days.
    Where a time was wished it may be either, so neither is said."""
    profile, cart = shop_profile(tx), tx.carts.get(checkout.cart_id)
    counts = {line.sku: line.quantity for line in cart.lines} if cart is not None else {}
    if any(need.local for need in needs_of(counts, profile, tx)):
        return phrases.word("delivery.by_courier", locale=locale)
    if checkout.wanted is not None and checkout.quote is None:
        return phrases.word("choice.delivery", locale=locale)
    return phrases.word(
        "delivery.standard", locale=locale, facts={"days_min": profile.delivery.days_min, "days_max": profile.delivery.days_max}
    )


def _options(
    checkout: Checkout, pricing: Pricing, tx: Transaction, phrases: PhraseBook, locale: str, *, now: datetime
) -> list[dict[str, object]]:
    """The one that is chosen says what was promised for it."""
    choice = checkout.delivery
    fee = pricing.delivery_fee if choice is not None and choice.method is DeliveryMethod.DELIVERY else _fee_if_delivered(pricing, tx)
    said = (
        {DeliveryMethod.DELIVERY: _delivery_way(checkout, tx, phrases, locale)}
        if choice is None or choice.method is not DeliveryMethod.DELIVERY
        else {}
    )
    said[DeliveryMethod.PICKUP] = phrases.word("delivery.pickup", locale=locale)
    if choice is not None:
        said[choice.method] = _label(checkout, choice, tx, phrases, locale, now=now)
    return [
        {"id": method.value, "label": said[method], "amount": fee.minor if method is DeliveryMethod.DELIVERY else 0}
        for method in DeliveryMethod
    ]


def _fee_if_delivered(pricing: Pricing, tx: Transaction) -> Money:
    return delivery_fee(shop_profile(tx).delivery, pricing.goods_after_discount)
