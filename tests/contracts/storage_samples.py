"""Small valid values for the storage suite."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.catalog.offer import Offer
from shopkeeper.domain.catalog.product import THE_SHOP, Product, ProductKind, Variant
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus, PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod, Quote, QuoteLine
from shopkeeper.domain.conversation.events import ConversationStarted, TurnTaken
from shopkeeper.domain.core.ids import (
    CartId,
    CheckoutId,
    ConversationId,
    LineId,
    OrderId,
    OrderNumber,
    ProductId,
    ReservationId,
    Sku,
    StoreId,
    TurnId,
)
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.fulfillment.stock import StockReservation
from shopkeeper.domain.orders.order import Order

BACKENDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
NOW = datetime(2026, 9, 15, 8, 0, tzinfo=UTC)
MITTE, NORD = StoreId("mitte"), StoreId("nord")


def euros(minor: int) -> Money:
    return Money(minor=minor, currency="EUR")


def product(name: str, *skus: str, category: str = "fashion/jackets", kind: ProductKind = ProductKind.GOODS) -> Product:
    variants = tuple(Variant(sku=Sku(sku), product_id=ProductId(name), options={"size": sku[-1]}) for sku in skus or (name.upper(),))
    return Product(id=ProductId(name), title={"en": name, "zh": "夹克"}, category=category, kind=kind, variants=variants)


def offers(of: Product, minor: int = 8900) -> list[Offer]:
    return [Offer(sku=variant.sku, price=euros(minor), seller_id=THE_SHOP, available=None) for variant in of.variants]


def hold(name: str, sku: str, quantity: int = 1, *, checkout: str = "co-1", store: StoreId = MITTE, minutes: int = 15) -> StockReservation:
    return StockReservation(
        id=ReservationId(name),
        checkout_id=CheckoutId(checkout),
        sku=Sku(sku),
        store_id=store,
        quantity=quantity,
        expires_at=NOW + timedelta(minutes=minutes),
    )


def started(name: str = "c-1") -> ConversationStarted:
    return ConversationStarted(
        conversation_id=ConversationId(name), cart_id=CartId(f"cart-{name}"), locale="de-DE", storefront="default", customer_id=None
    )


def taken(name: str = "t-1") -> TurnTaken:
    return TurnTaken(turn_id=TurnId(name), language="en", parts=({"type": "text", "text": "zwölf Eier"},), acts=("add_line_item",))


def quote(checkout: str = "co-1", *, minutes: int = 15, price: int = 4500) -> Quote:
    line = QuoteLine(
        line_id=LineId("li-1"),
        sku=Sku("BAG-TAN"),
        title="Leather tote",
        quantity=2,
        unit_price=euros(price),
        discount=euros(0),
        tax_rate_bp=1900,
    )
    return Quote(
        checkout_id=CheckoutId(checkout),
        revision=1,
        currency="EUR",
        lines=(line,),
        applied=(),
        rejected=(),
        delivery=DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=MITTE),
        delivery_fee=euros(0),
        taxes=(),
        rule_versions={"SAVE10": 2},
        priced_at=NOW,
        expires_at=NOW + timedelta(minutes=minutes),
    )


def checkout(name: str = "co-1", *, cart: str = "cart-1", minutes: int | None = 15) -> Checkout:
    opened = Checkout(id=CheckoutId(name), cart_id=CartId(cart), conversation_id=ConversationId("c-1"))
    return opened if minutes is None else replace(opened.offer(quote(name, minutes=minutes)), status=CheckoutStatus.READY_FOR_COMPLETE)


def order(number: str, *, checkout_name: str | None = None, minutes: int = 0) -> Order:
    name = checkout_name or f"co-{number}"
    return Order(
        id=OrderId(f"ord-{number}"),
        number=OrderNumber(number),
        checkout_id=CheckoutId(name),
        quote=quote(name),
        placed_at=NOW + timedelta(minutes=minutes),
        payment_method=PaymentMethod.CARD,
    )


def entry(subject: str = "co-1", **facts: object) -> AuditEntry:
    return AuditEntry(at=NOW, actor="shopper", action="checkout.started", subject=subject, facts=facts)
