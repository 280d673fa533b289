"""From consent to order: sell the held stock, number the order, close the checkout. Once per checkout."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from shopkeeper.app.commands.sell_stock import Gone, sell_holds
from shopkeeper.app.credit import hold_credit, redeem_credit, release_credit
from shopkeeper.app.invoicing import settle_papers
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import CAPTURE, MONEY_HELD, is_let_go, let_go, payment_effect
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.cart.substitution import Substitution
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus, PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryMethod, Quote
from shopkeeper.domain.conversation.events import ConversationEvent, OrderPlaced
from shopkeeper.domain.conversation.state import GIFT_NOTE
from shopkeeper.domain.core.ids import CartId, LineId, OrderId, derive
from shopkeeper.domain.core.outcome import Refusal, TransientFault
from shopkeeper.domain.orders.order import Order, OrderEvent
from shopkeeper.domain.payments.capturing import CaptureWhen, may_capture
from shopkeeper.domain.payments.payment import Payment, PaymentStatus
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction

MOST_CODES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedOrder:
    """`events` and `effects` are the caller's to append and queue; empty when the order was there already."""

    order: Order
    events: tuple[ConversationEvent, ...] = ()
    effects: tuple[QueuedEffect, ...] = ()


def place_order(checkout: Checkout, payment: Payment | None, tx: Transaction, moment: Moment) -> PlacedOrder | Refusal:
    """The order for the agreed quote of `checkout`, saved with checkout, stock and audit.

    `payment` is None when it is paid on pickup. Refuses `not_agreed` when the consent, or the payment, is not for the
    quote on the table, and `stock_gone` when the goods were sold meanwhile; money already held is then let go here.
    """
    placed = tx.orders.for_checkout(checkout.id)
    if placed is not None:
        if payment is not None and payment.id != placed.payment_id:
            let_go(payment, "paid_already", tx, moment)
        elif payment is not None and is_let_go(payment, tx):
            # The order was refused while its money was being taken: what came of that goes back too.
            let_go(payment, "order_refused", tx, moment)
        return PlacedOrder(order=placed)
    quote = checkout.quote
    if quote is None or not is_payable(checkout, payment) or (payment is not None and is_let_go(payment, tx)):
        _return_money(payment, "not_agreed", tx, moment)
        return Refusal(code="not_agreed")
    if not hold_credit(quote, tx, moment):
        _return_money(payment, "credit_gone", tx, moment)
        return Refusal(code="credit_gone")
    gone = sell_holds(checkout, quote, tx, moment.now)
    if gone is not None:
        return _refuse_gone(checkout, quote, payment, tx, moment, gone=gone)
    return _place(checkout, quote, payment, tx, moment)


def is_payable(checkout: Checkout, payment: Payment | None) -> bool:
    """Whether an order may be placed: the consent binds, and the money agreed to (if money moves now at all) is held."""
    quote = checkout.quote
    if payment is not None:
        return is_agreed(checkout, payment) and payment.status in MONEY_HELD
    free = quote is not None and not quote.due
    return _consent_binds(checkout) and (free or checkout.payment_method is PaymentMethod.PAY_ON_PICKUP)


def is_agreed(checkout: Checkout, payment: Payment) -> bool:
    """Whether `payment` is for exactly what the shopper last said yes to."""
    quote = checkout.quote
    if quote is None or not _consent_binds(checkout):
        return False
    return payment.id == checkout.payment_id and payment.quote_digest == quote.digest and payment.amount == quote.due


def _consent_binds(checkout: Checkout) -> bool:
    return checkout.consent is not None and checkout.is_open and checkout.status is not CheckoutStatus.INCOMPLETE


def _return_money(payment: Payment | None, reason: str, tx: Transaction, moment: Moment) -> None:
    if payment is not None:
        let_go(payment, reason, tx, moment)


def _refuse_gone(checkout: Checkout, quote: Quote, payment: Payment | None, tx: Transaction, moment: Moment, *, gone: Gone) -> Refusal:
    reason = "stock_gone" if gone.sku is not None else "window_gone"
    tx.checkouts.save(checkout.void_quote(reason).move(CheckoutStatus.INCOMPLETE))
    _return_money(payment, reason, tx, moment)
    release_credit(checkout.id, tx, moment)
    facts = {"sku": gone.sku, "digest": quote.digest}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="order.refused", subject=checkout.id, facts=facts))
    if gone.sku is None:
        return Refusal(code="window_gone")
    title = next(line.title for line in quote.lines if line.sku == gone.sku)
    return Refusal(code="stock_gone", params={"title": title, "sku": gone.sku})


def _place(checkout: Checkout, quote: Quote, payment: Payment | None, tx: Transaction, moment: Moment) -> PlacedOrder:
    redeem_credit(quote, tx, moment)
    order = _order(checkout, quote, payment, tx, moment)
    tx.orders.save(order)
    tx.checkouts.save(replace(checkout.move(CheckoutStatus.COMPLETED), order_number=order.number))
    event = OrderPlaced(checkout_id=checkout.id, order_number=order.number, next_cart_id=_next_cart(checkout, tx))
    facts = {"order": order.number, "digest": quote.digest, "total": quote.total.minor, "payment": payment.id if payment else None}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="order.placed", subject=checkout.id, facts=facts))
    if payment is None and not quote.due:
        settle_papers(order.number, tx, moment.now)
    wants_capture = payment is not None and payment.status is PaymentStatus.AUTHORIZED and is_due(order, tx, moment.now)
    effects = (payment_effect(CAPTURE, payment.id, moment.now),) if payment is not None and wants_capture else ()
    return PlacedOrder(order=order, events=(event,), effects=effects)


def is_due(order: Order, tx: Transaction, now: datetime) -> bool:
    """Whether the money of an order may be taken now, as the shop has it."""
    profile = tx.shop.profile()
    return may_capture(order, profile.capture_when if profile is not None else CaptureWhen.PLACED, now)


def _order(checkout: Checkout, quote: Quote, payment: Payment | None, tx: Transaction, moment: Moment) -> Order:
    order_id = OrderId(derive("ord", checkout.id))
    pickup = quote.delivery.method is DeliveryMethod.PICKUP
    events = [OrderEvent(kind="placed", at=moment.now)]
    events += [OrderEvent(kind=f"paid_{part.kind}", at=moment.now, amount=part.amount) for part in quote.credit]
    if payment is not None:
        events.append(OrderEvent(kind="paid", at=moment.now, amount=payment.amount))
    conversation = tx.conversations.get(checkout.conversation_id)
    wishes = conversation.wishes if conversation is not None and checkout.mandate_id is None else ()
    events.extend(OrderEvent(kind=GIFT_NOTE if topic == GIFT_NOTE else "wish", at=moment.now, note=text) for topic, text in wishes)
    return Order(
        id=order_id,
        number=tx.orders.next_number(),
        checkout_id=checkout.id,
        quote=quote,
        placed_at=moment.now,
        payment_method=checkout.payment_method,
        conversation_id=checkout.conversation_id,
        customer_id=checkout.customer_id,
        payment_id=payment.id if payment else None,
        pickup_code=_pickup_code(order_id, tx) if pickup else None,
        substitutions=_substitutions(checkout, tx),
        events=tuple(events),
    )


def _substitutions(checkout: Checkout, tx: Transaction) -> dict[LineId, Substitution]:
    cart = tx.carts.get(checkout.cart_id)
    return {line.id: line.substitution for line in (cart.lines if cart is not None else ()) if line.substitution is not None}


def _pickup_code(order_id: OrderId, tx: Transaction) -> str:
    """Six digits that stay the same however often they are asked for, and that no other order has."""
    for attempt in range(MOST_CODES):
        number = int.from_bytes(hashlib.sha256(f"pickup\x1f{order_id}\x1f{attempt}".encode()).digest()[:8], "big")
        code = f"{number % 1_000_000:06d}"
        if all(order.id == order_id for order in tx.orders.by_pickup_code(code)):
            return code
    raise TransientFault("no free pickup code")


def _next_cart(checkout: Checkout, tx: Transaction) -> CartId:
    """The cart the conversation goes on with: a fresh one, or the other one it already uses."""
    conversation = tx.conversations.get(checkout.conversation_id)
    if conversation is not None and conversation.cart_id != checkout.cart_id:
        return conversation.cart_id
    fresh = CartId(derive("crt", checkout.id))
    tx.carts.save(Cart(id=fresh, customer_id=checkout.customer_id))
    return fresh
