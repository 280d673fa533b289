"""The ways out for a basket that cannot be had as asked: each with what it costs, what it leaves out, when it is there, and its tap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shopkeeper.app.commands.cut_cart import cart_without, left_out
from shopkeeper.app.commands.find_ways import find_ways
from shopkeeper.app.commands.route_says import shipment_say
from shopkeeper.app.queries.cart_pricing import price_cart
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.explain import delivery_label
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.core.ids import Sku, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.shipment import Shipment, rides_of
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.fulfillment.ways import BasketWay, WayKind
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.storage import Transaction

MOST_OFFERED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedWay:
    """`says` is the trade-off in words, `label` the short form on a button; `send` the tap."""

    value: str
    kind: WayKind
    delivery: DeliveryChoice
    total: Money
    delivery_fee: Money
    left_out: tuple[str, ...]
    shipments: tuple[Shipment, ...]
    label: Say
    says: tuple[Say, ...]
    store_words: tuple[str, ...] = ()

    @property
    def send(self) -> Mapping[str, object]:
        tap: dict[str, object] = {"type": "action", "action": "set_delivery", "method": self.delivery.method.value}
        if self.delivery.store_id is not None:
            tap["store_id"] = self.delivery.store_id
        return {**tap, **({self.kind.value: True} if self.kind is not WayKind.WHOLE else {})}


def offered_ways(
    checkout: Checkout, delivery: DeliveryChoice | None, cart: Cart, tx: Transaction, *, now: datetime, labels: Labels
) -> tuple[OfferedWay, ...]:
    found = find_ways(checkout, delivery, cart, tx, now)[:MOST_OFFERED]
    if delivery is None or not found:
        return ()
    stores = {store.id: store for store in tx.shop.stores()}
    return tuple(_offered(way, checkout, delivery, cart, stores, tx=tx, now=now, labels=labels) for way in found)


def ways_json(ways: Sequence[OfferedWay], phrases: PhraseBook, locale: str) -> list[dict[str, object]]:
    return [
        {
            "id": way.value,
            "kind": way.kind.value,
            "method": way.delivery.method.value,
            "store_id": way.delivery.store_id,
            "label": phrases.render(way.label, locale=locale),
            "detail": " ".join(phrases.render(say, locale=locale) for say in way.says),
            "total": way.total.minor,
            "delivery_fee": way.delivery_fee.minor,
            "left_out": list(way.left_out),
            "shipments": [
                {"store_id": one.store_id, "lines": [{"sku": part.sku, "quantity": part.quantity} for part in one.parts]}
                for one in way.shipments
            ],
            "send": way.send,
        }
        for way in ways
    ]


def _offered(
    way: BasketWay,
    checkout: Checkout,
    asked: DeliveryChoice,
    cart: Cart,
    stores: Mapping[StoreId, Store],
    *,
    tx: Transaction,
    now: datetime,
    labels: Labels,
) -> OfferedWay:
    fetched = way.store_id is not None
    split = way.kind is WayKind.SPLIT
    delivery = DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=way.store_id, split=split) if fetched else replace(asked, split=split)
    rides = rides_of(way.route.shipments)
    kept = price_cart(cart_without(cart, way.lacks), replace(checkout, delivery=delivery), tx, labels, now, rides=rides)
    priced = kept.pricing
    fee = delivery_label(priced)
    missing = left_out(cart, way.lacks, tx, labels.language)
    titles: dict[Sku, str] = {line.sku: line.title for line in kept.basket.lines}
    store = stores.get(way.store_id) if way.store_id is not None else None
    facts = {"total": priced.total, "fee": fee.each, "count": len(way.route.shipments), "left_out": missing}
    named = {**facts, "store": store.name if store is not None else ""}
    place = "pickup" if fetched else "delivery"
    each = "_each" if priced.rides_charged > 1 else ""
    several = len(way.route.shipments) > 1
    goods = [tuple(titles.get(part.sku, part.sku) for part in one.parts) if several else () for one in way.route.shipments]
    parts = [shipment_say(one, stores, named_goods) for one, named_goods in zip(way.route.shipments, goods, strict=True)]
    return OfferedWay(
        value=f"{way.kind.value}|{way.store_id or ''}",
        kind=way.kind,
        delivery=delivery,
        total=priced.total,
        delivery_fee=priced.delivery_fee,
        left_out=missing,
        shipments=way.route.shipments,
        label=Say(key=f"choice.way_{way.kind.value}_{place}", facts=named),
        says=(Say(key=f"ways.{way.kind.value}_{place}{each}", facts=named), *(say for say in parts if say is not None)),
        store_words=(*store.name.casefold().split(), store.id) if store is not None else (),
    )
