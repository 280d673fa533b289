"""Where Stripe is, who we are there, and what a card form in the shopper's browser needs."""

from __future__ import annotations

from dataclasses import dataclass, field

API = "https://api.stripe.com"
SCRIPT = "https://js.stripe.com/v3/"
TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StripeOptions:
    """Several `webhook_secrets` are valid at once, so that one can be rotated without losing news."""

    secret_key: str = field(repr=False)
    publishable_key: str = ""
    webhook_secrets: tuple[str, ...] = field(default=(), repr=False)
    api_base: str = API
    script_url: str = SCRIPT
    timeout_s: float = TIMEOUT_S


@dataclass(frozen=True, slots=True, kw_only=True)
class CardForm:
    """For the page that hosts Stripe's card field: what is typed there goes from the browser to Stripe, never to us."""

    client_secret: str = field(repr=False)
    publishable_key: str
    script_url: str
