"""A payment provider, as small protocols; what one can do beyond the first is declared in `capabilities`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from shopkeeper.domain.core.money import Money
from shopkeeper.domain.customers.customer import SavedMethod
from shopkeeper.domain.payments.payment import PaymentStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepFor:
    """Keep the card that is typed on the page for this customer, who agreed to it; `beside` is a token kept for them before."""

    customer: str
    beside: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizeRequest:
    """`key` is the idempotency key and our reference; `method_token` a saved method, None = hosted page.

    `keep` asks a provider that is a `MethodKeeper` to keep what is typed there; one that is none ignores it.
    """

    key: str
    amount: Money
    description: str
    return_url: str
    lines: tuple[tuple[str, int, Money], ...] = ()
    method_token: str | None = None
    checkout_id: str = ""
    keep: KeepFor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentNews:
    """What the provider says about a payment, by answer or by webhook. `event_id` makes webhooks idempotent."""

    key: str
    status: PaymentStatus
    provider_ref: str | None = None
    action_url: str | None = None
    decline_code: str | None = None
    event_id: str | None = None
    captured: Money | None = None
    """How much was taken, where the provider says so with CAPTURED or REFUNDED."""
    kept: SavedMethod | None = None
    """The card that was kept by this payment; said with any answer once there is one, by webhooks perhaps not."""


class Authorizer(Protocol):
    @property
    def name(self) -> str: ...

    async def authorize(self, request: AuthorizeRequest) -> PaymentNews:
        """Ask for an authorization; the same key is one authorization, however often it is asked for.

        DECLINED is final for a key: a provider whose page lets the shopper try another card says REQUIRES_ACTION, with the
        `decline_code` of the last attempt, until it gives up. Raises UnknownOutcome on a time-out, TransientFault when surely not received.
        """
        ...

    async def look_up(self, key: str) -> PaymentNews | None:
        """What became of `key`; None when the provider never saw it."""
        ...


class Capturer(Protocol):
    async def capture(self, key: str, amount: Money) -> PaymentNews:
        """Take the authorized money, once; less than all of it lets go of the rest. Raises PermanentFault when that much is
        not authorized under `key`.
        """
        ...


class Voider(Protocol):
    async def void(self, key: str) -> PaymentNews:
        """Let go of whatever is authorized under `key` and close it: nothing can be authorized under it later, even if
        the provider had never seen it. Answers CAPTURED (and changes nothing) when it was captured already.
        """
        ...


class Refunder(Protocol):
    async def refund(self, key: str, amount: Money, *, refund_key: str) -> PaymentNews:
        """Give back `amount` of what was captured, once per `refund_key`: REFUNDED when nothing is left, else CAPTURED.
        Raises PermanentFault when that much is not there.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What a delegated token may be used for: one payment of one checkout, up to an amount, before a moment (ACP's delegate payment)."""

    max_amount: Money
    checkout_id: str
    expires_at: datetime


@runtime_checkable
class Delegator(Protocol):
    async def delegate(self, method_token: str, allowance: Allowance, *, key: str) -> str:
        """A token that pays with the saved method within `allowance`, once; the same `key` gives the same token.

        The provider itself refuses what goes beyond it: DECLINED with `allowance_exceeded`, `allowance_expired` or `allowance_used`.
        """
        ...


@runtime_checkable
class MethodKeeper(Protocol):
    async def keep_method(self, key: str, keep: KeepFor | None) -> None:
        """From now on the page of `key` keeps the card typed there, or keeps none. Saying it twice is saying it once.

        Changes nothing once it is paid. Raises TransientFault while nothing is known under `key`.
        """
        ...

    async def forget_method(self, token: str) -> None:
        """Let go of a kept card; one that is gone already is gone."""
        ...


@runtime_checkable
class WebhookReader(Protocol):
    def read_webhook(self, headers: Mapping[str, str], body: bytes) -> PaymentNews | None:
        """The verified news; None where it is genuine but about nothing of ours. Raises InvalidInput (401) on a bad signature."""
        ...


class PaymentProvider(Authorizer, Capturer, Voider, Refunder, WebhookReader, Protocol):
    """What checkout needs of a provider."""
