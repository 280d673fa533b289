"""An order as agreed, and its append-only story: fulfillment and adjustments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from shopkeeper.domain.cart.substitution import Substitution
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.checkout.quote import Quote
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, CustomerId, LineId, OrderId, OrderNumber, PaymentId, Sku
from shopkeeper.domain.core.money import Money


class OrderStatus(StrEnum):
    CONFIRMED = "confirmed"
    READY_FOR_PICKUP = "ready_for_pickup"
    DISPATCHED = "dispatched"
    DELIVERED = "delivered"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderEvent:
    """One thing that happened: `kind` such as placed, paid, dispatched, delivered, refunded, canceled."""

    kind: str
    at: datetime
    amount: Money | None = None
    note: str | None = None
    shipment: int | None = None
    """Which shipment it happened to; None = the order as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """`quantity` of a line that were missing, and what came instead at `unit_price`, never dearer than what was paid."""

    line_id: LineId
    quantity: int
    sku: Sku
    title: str
    unit_price: Money
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    id: OrderId
    number: OrderNumber
    checkout_id: CheckoutId
    quote: Quote
    placed_at: datetime
    payment_method: PaymentMethod
    status: OrderStatus = OrderStatus.CONFIRMED
    conversation_id: ConversationId | None = None
    customer_id: CustomerId | None = None
    payment_id: PaymentId | None = None
    pickup_code: str | None = None
    substitutions: Mapping[LineId, Substitution] = field(default_factory=dict[LineId, Substitution])
    """What may come instead of a line that is missing, as wished."""
    swaps: tuple[Swap, ...] = ()
    """What came instead, oldest first; appended, never changed."""
    events: tuple[OrderEvent, ...] = ()

    @property
    def wishes(self) -> tuple[str, ...]:
        """How it should be packed or handed over, in the shopper's words."""
        return tuple(event.note for event in self.events if event.kind == "wish" and event.note)

    @property
    def gift_note(self) -> str | None:
        """The words for the one who gets it."""
        return next((event.note for event in self.events if event.kind == "gift_note"), None)

    def record(self, event: OrderEvent, status: OrderStatus | None = None) -> Order:
        return replace(self, events=(*self.events, event), status=status or self.status)

    def record_status(self, status: OrderStatus) -> Order:
        return self if status is self.status else replace(self, status=status)
