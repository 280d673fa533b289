"""A payment intent of Stripe's as news of ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import stripe

from shopkeeper.domain.core.money import Money
from shopkeeper.domain.customers.customer import SavedMethod
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.payments import PaymentNews

KEY = "payment_key"
WAY = "payment_way"
SAVED, PAGE, CLOSED = "saved", "page", "closed"
"""How an intent came to be: a saved method, our page with Stripe's card field, or only to close its key."""

IN_HUNDREDTHS = frozenset({"ISK", "UGX"})
"""Currencies without minor units that Stripe's API takes with two decimals all the same."""

MEANING = {
    "requires_confirmation": PaymentStatus.REQUIRES_ACTION,
    "requires_action": PaymentStatus.REQUIRES_ACTION,
    "processing": PaymentStatus.UNKNOWN,
    "requires_capture": PaymentStatus.AUTHORIZED,
    "succeeded": PaymentStatus.CAPTURED,
    "canceled": PaymentStatus.CANCELED,
}


def amount_of(money: Money) -> int:
    return money.minor * 100 if money.currency in IN_HUNDREDTHS else money.minor


def metadata_of(found: stripe.StripeObject) -> Mapping[str, str]:
    given: Any = getattr(found, "metadata", None)
    return dict(given.to_dict()) if given is not None else {}


def news_of(intent: stripe.PaymentIntent, page_url: Callable[[str], str], *, event_id: str | None = None) -> PaymentNews:
    """Only for intents that carry our key. A refusal on the page leaves it open: the shopper may try another card there."""
    metadata = metadata_of(intent)
    status, key = _status(intent, metadata), metadata[KEY]
    waits = status is PaymentStatus.REQUIRES_ACTION
    return PaymentNews(
        key=key,
        status=status,
        provider_ref=intent.id,
        action_url=(_redirect(intent) or page_url(key)) if waits else None,
        decline_code=_decline_code(intent) if waits or status is PaymentStatus.DECLINED else None,
        event_id=event_id,
        captured=_captured(intent) if status in (PaymentStatus.CAPTURED, PaymentStatus.REFUNDED) else None,
        kept=_kept(intent) if status in (PaymentStatus.AUTHORIZED, PaymentStatus.CAPTURED) else None,
    )


def _captured(intent: stripe.PaymentIntent) -> Money | None:
    received: Any = getattr(intent, "amount_received", None)
    currency = intent.currency.upper()
    if not isinstance(received, int) or received <= 0:
        return None
    return Money(minor=received // 100 if currency in IN_HUNDREDTHS else received, currency=currency)


def _kept(intent: stripe.PaymentIntent) -> SavedMethod | None:
    """The card that Stripe attached to its customer. An event names it by id only: what may be shown of it comes with the next answer."""
    found: Any = intent
    method, customer = getattr(found, "payment_method", None), getattr(found, "customer", None)
    if getattr(found, "setup_future_usage", None) is None or not isinstance(method, stripe.PaymentMethod) or not customer:
        return None
    card: Any = getattr(method, "card", None)
    if card is None:
        return None
    label = f"{str(card.brand).title()} •••• {card.last4} ({card.exp_month:02d}/{card.exp_year % 100:02d})"
    owner = customer if isinstance(customer, str) else customer.id
    return SavedMethod(token=f"{owner}/{method.id}", label=label, provider="stripe")


def _status(intent: stripe.PaymentIntent, metadata: Mapping[str, str]) -> PaymentStatus:
    if intent.status == "requires_payment_method":
        refused = metadata.get(WAY) == SAVED and intent.last_payment_error is not None
        return PaymentStatus.DECLINED if refused else PaymentStatus.REQUIRES_ACTION
    status = MEANING[intent.status]
    return PaymentStatus.REFUNDED if status is PaymentStatus.CAPTURED and _is_refunded(intent) else status


def _is_refunded(intent: stripe.PaymentIntent) -> bool:
    """Where the charge came along (looked up, not sent by webhook): whether nothing is left of it."""
    charge: Any = intent.latest_charge
    return isinstance(charge, stripe.StripeObject) and bool(getattr(charge, "refunded", False))


def _redirect(intent: stripe.PaymentIntent) -> str | None:
    """The bank's own page, where the next step is one."""
    action: Any = getattr(intent, "next_action", None)
    redirect: Any = getattr(action, "redirect_to_url", None) if action is not None else None
    url: Any = getattr(redirect, "url", None) if redirect is not None else None
    return str(url) if url else None


def _decline_code(intent: stripe.PaymentIntent) -> str | None:
    """The bank's reason where there is one (`insufficient_funds`), else Stripe's (`expired_card`)."""
    error: Any = intent.last_payment_error
    if error is None:
        return None
    return getattr(error, "decline_code", None) or getattr(error, "code", None) or "card_declined"
