"""A payment for one agreed quote, in the provider's states plus "we do not know yet"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from shopkeeper.domain.core.ids import CheckoutId, Digest, PaymentId, derive
from shopkeeper.domain.core.money import Money


class PaymentStatus(StrEnum):
    CREATED = "created"
    REQUIRES_ACTION = "requires_action"
    UNKNOWN = "unknown"
    AUTHORIZED = "authorized"
    CAPTURED = "captured"
    DECLINED = "declined"
    CANCELED = "canceled"
    REFUNDED = "refunded"


RANK: dict[PaymentStatus, int] = {
    PaymentStatus.CREATED: 0,
    PaymentStatus.UNKNOWN: 1,
    PaymentStatus.REQUIRES_ACTION: 2,
    PaymentStatus.DECLINED: 3,
    PaymentStatus.AUTHORIZED: 4,
    PaymentStatus.CAPTURED: 5,
    PaymentStatus.CANCELED: 6,
    PaymentStatus.REFUNDED: 7,
}
"""News never moves a payment backwards, so duplicate and late webhooks are harmless in any order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """`id` doubles as the idempotency key at the provider: derived from checkout, digest and attempt."""

    id: PaymentId
    checkout_id: CheckoutId
    quote_digest: Digest
    attempt: int
    amount: Money
    provider: str
    status: PaymentStatus = PaymentStatus.CREATED
    provider_ref: str | None = None
    action_url: str | None = None
    decline_code: str | None = None

    def learn(
        self,
        status: PaymentStatus,
        *,
        provider_ref: str | None = None,
        action_url: str | None = None,
        decline_code: str | None = None,
    ) -> Payment:
        """The payment after news from the provider; older news changes nothing."""
        if RANK[status] < RANK[self.status]:
            return self
        return replace(
            self,
            status=status,
            provider_ref=provider_ref or self.provider_ref,
            action_url=action_url or self.action_url,
            decline_code=decline_code or self.decline_code,
        )


def payment_id(checkout_id: CheckoutId, digest: Digest, attempt: int) -> PaymentId:
    return PaymentId(derive("pay", checkout_id, digest, str(attempt)))
