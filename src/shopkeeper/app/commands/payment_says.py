"""What the shopper hears about a payment: the class of a decline's reason, never blame, and what happens next."""

from __future__ import annotations

from datetime import datetime

from shopkeeper.domain.checkout.quote import DeliveryMethod, Quote
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.payments.payment import Payment

PROVIDER_UNAVAILABLE = "provider_unavailable"

REASON_CLASS = {
    "insufficient_funds": "limit",
    "limit_exceeded": "limit",
    "card_velocity_exceeded": "limit",
    "withdrawal_count_limit_exceeded": "limit",
    "expired_card": "card_details",
    "incorrect_cvc": "card_details",
    "incorrect_number": "card_details",
    "incorrect_zip": "card_details",
    "invalid_cvc": "card_details",
    "invalid_expiry_month": "card_details",
    "invalid_expiry_year": "card_details",
    "invalid_number": "card_details",
    "authentication_failed": "verification",
    "authentication_required": "verification",
    "payment_intent_authentication_failure": "verification",
    "issuer_not_available": "unavailable",
    "processing_error": "unavailable",
    "try_again_later": "unavailable",
    PROVIDER_UNAVAILABLE: "unavailable",
}
"""A provider's code to the few classes that change what the shopper can do; the rest is simply "the bank said no"."""


def paid_says(payment: Payment, order: Order) -> tuple[Say, ...]:
    placed = Say(key="payment.order_placed", facts={"number": order.number, "amount": payment.amount})
    if order.pickup_code is None:
        return (placed,)
    return placed, Say(key="payment.pickup_code", facts={"code": order.pickup_code})


def declined_says(payment: Payment, quote: Quote, kept_until: datetime) -> tuple[Say, ...]:
    reason = REASON_CLASS.get(payment.decline_code or "", "bank")
    pickup = quote.delivery.method is DeliveryMethod.PICKUP
    return (
        Say(key=f"payment.declined_{reason}"),
        Say(key="payment.kept_until", facts={"until": kept_until}),
        Say(key="payment.other_ways_pickup" if pickup else "payment.other_ways", question=True),
    )
