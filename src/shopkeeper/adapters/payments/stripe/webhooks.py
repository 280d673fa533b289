"""Stripe's webhooks: only genuine ones, and of those only what is about a payment of ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import stripe

from shopkeeper.adapters.payments.stripe.reading import KEY, metadata_of, news_of
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.payments import PaymentNews

HEADER = "stripe-signature"
INTENTS = "payment_intent."
REFUNDED = "charge.refunded"


def read_event(headers: Mapping[str, str], body: bytes, secrets: Sequence[str], page_url: Callable[[str], str]) -> PaymentNews | None:
    """The news in a signed event, None where it is about something else. Raises InvalidInput (401, 400)."""
    event = _genuine(headers, body, secrets)
    try:
        return _news(event, page_url)
    except (AttributeError, KeyError, TypeError) as error:
        raise _malformed() from error


def _news(event: stripe.Event, page_url: Callable[[str], str]) -> PaymentNews | None:
    subject: Any = event.data.object
    if KEY not in metadata_of(subject):
        return None
    if event.type.startswith(INTENTS):
        return news_of(subject, page_url, event_id=event.id)
    if event.type == REFUNDED:
        status = PaymentStatus.REFUNDED if subject.refunded else PaymentStatus.CAPTURED
        return PaymentNews(key=metadata_of(subject)[KEY], status=status, event_id=event.id)
    return None


def _genuine(headers: Mapping[str, str], body: bytes, secrets: Sequence[str]) -> stripe.Event:
    signature = next((value for name, value in headers.items() if name.lower() == HEADER), None)
    for secret in secrets:
        try:
            return stripe.Webhook.construct_event(body, signature, secret)
        except stripe.SignatureVerificationError:
            continue
        except (ValueError, AttributeError, TypeError, RecursionError) as error:
            raise _malformed() from error
    raise InvalidInput("webhook_not_genuine", "Stripe-Signature is missing, wrong or too old", status=401)


def _malformed() -> InvalidInput:
    return InvalidInput("webhook_malformed", "the webhook's body is not an event", status=400)
