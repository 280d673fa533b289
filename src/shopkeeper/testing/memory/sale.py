"""What becomes of a sale, in memory: carts, checkouts, payments, orders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.core.ids import CartId, CheckoutId, ConversationId, CustomerId, OrderNumber, PaymentId, StoreId
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.orders.work import OPEN, works_of
from shopkeeper.domain.payments.payment import Payment, PaymentStatus

FIRST_ORDER_NUMBER = 1103


class MemoryCarts:
    def __init__(self) -> None:
        self._carts: dict[CartId, Cart] = {}

    def get(self, cart_id: CartId) -> Cart | None:
        return self._carts.get(cart_id)

    def save(self, cart: Cart) -> None:
        self._carts[cart.id] = cart


class MemoryCheckouts:
    def __init__(self) -> None:
        self._checkouts: dict[CheckoutId, Checkout] = {}

    def get(self, checkout_id: CheckoutId) -> Checkout | None:
        return self._checkouts.get(checkout_id)

    def save(self, checkout: Checkout) -> None:
        self._checkouts[checkout.id] = checkout

    def open_for(self, cart_id: CartId) -> Checkout | None:
        return next((checkout for checkout in self._checkouts.values() if checkout.cart_id == cart_id and checkout.is_open), None)

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Checkout]:
        return [checkout for checkout in self._checkouts.values() if checkout.conversation_id == conversation_id]

    def remove(self, checkout_id: CheckoutId) -> None:
        self._checkouts.pop(checkout_id, None)

    def expired(self, now: datetime, *, limit: int) -> Sequence[Checkout]:
        quoted = [checkout for checkout in self._checkouts.values() if checkout.is_open and checkout.quote is not None]
        return [checkout for checkout in quoted if checkout.quote is not None and checkout.quote.expires_at < now][:limit]


class MemoryPayments:
    def __init__(self) -> None:
        self._payments: dict[PaymentId, Payment] = {}

    def get(self, payment_id: PaymentId) -> Payment | None:
        return self._payments.get(payment_id)

    def by_provider_ref(self, provider: str, provider_ref: str) -> Payment | None:
        return next((p for p in self._payments.values() if (p.provider, p.provider_ref) == (provider, provider_ref)), None)

    def for_checkout(self, checkout_id: CheckoutId) -> Sequence[Payment]:
        return [payment for payment in self._payments.values() if payment.checkout_id == checkout_id]

    def save(self, payment: Payment) -> None:
        self._payments[payment.id] = payment

    def in_status(self, *statuses: PaymentStatus, limit: int) -> Sequence[Payment]:
        return [payment for payment in self._payments.values() if payment.status in statuses][:limit]


class MemoryOrders:
    def __init__(self) -> None:
        self._orders: dict[OrderNumber, Order] = {}
        self._next = FIRST_ORDER_NUMBER

    def get(self, number: OrderNumber) -> Order | None:
        return self._orders.get(number)

    def for_checkout(self, checkout_id: CheckoutId) -> Order | None:
        return next((order for order in self._orders.values() if order.checkout_id == checkout_id), None)

    def of_customer(self, customer_id: CustomerId, *, limit: int = 20) -> Sequence[Order]:
        return [order for order in self.recent(limit=len(self._orders)) if order.customer_id == customer_id][:limit]

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Order]:
        return [order for order in self._orders.values() if order.conversation_id == conversation_id]

    def recent(self, *, limit: int) -> Sequence[Order]:
        return sorted(self._orders.values(), key=lambda order: order.placed_at, reverse=True)[:limit]

    def next_number(self) -> OrderNumber:
        number = OrderNumber(str(self._next))
        self._next += 1
        return number

    def save(self, order: Order) -> None:
        self._orders[order.number] = order

    def open_work(self, store_id: StoreId | None, *, limit: int) -> Sequence[OrderNumber]:
        works = [work for order in self._orders.values() for work in works_of(order) if work.stage in OPEN]
        mine = [work for work in works if store_id in (None, work.store_id)]
        return list(dict.fromkeys(work.number for work in sorted(mine, key=lambda work: (work.due_at, work.number))))[:limit]

    def by_pickup_code(self, code: str) -> Sequence[Order]:
        return [order for order in self._orders.values() if order.pickup_code == code]
