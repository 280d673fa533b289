"""A payment for one agreed quote, in the provider's states plus "we do not know yet"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from shopkeeper.domain.core.ids import CheckoutId, Digest, PaymentId, derive
from shopkeeper.domain.core.money import Money, sum_money


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


NOT_WANTED = "not_wanted"
"""The reason of a part that was taken although it had been let go at the same moment."""

GONE = frozenset({PaymentStatus.DECLINED, PaymentStatus.CANCELED, PaymentStatus.REFUNDED})


class NotHeld(ValueError):
    """More was to be given back than is kept."""


class NotTakenYet(NotHeld):
    """What was not taken yet cannot be owed on a gift card instead: it may still be let go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRefund:
    """A part that goes back, or has gone (`done`); `key` is its own idempotency key."""

    key: str
    amount: Money
    reason: str
    at: datetime
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """`id` doubles as the idempotency key at the provider: derived from checkout, digest and attempt.

    `to_capture` is set where less than the authorized `amount` is to be taken; `captured` once the provider has said how much it took.
    """

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
    to_capture: Money | None = None
    captured: Money | None = None
    refunds: tuple[PartRefund, ...] = ()

    @property
    def wanted(self) -> Money:
        """What is to be taken of the authorized amount."""
        return self.to_capture if self.to_capture is not None else self.amount

    @property
    def given_back(self) -> Money:
        """All parts that went back or are on their way."""
        return sum_money((refund.amount for refund in self.refunds), self.amount.currency)

    @property
    def left(self) -> Money:
        """What is (or will be) kept and can still be given back."""
        return Money.zero(self.amount.currency) if self.status in GONE else self.outstanding

    @property
    def outstanding(self) -> Money:
        """What was taken, or is to be, less the parts that go back."""
        return (self.captured if self.captured is not None else self.wanted) - self.given_back

    def take_less(self, by: Money) -> Payment:
        """Before it is captured: `by` of it is let go. Raises NotHeld when that is not there."""
        if not 0 < by.minor <= self.left.minor:
            raise NotHeld(f"{by.minor} of {self.left.minor} cannot be let go")
        return replace(self, to_capture=self.wanted - by)

    def give_back(self, refund: PartRefund) -> Payment:
        """With a part that goes back, once per key. Raises NotHeld when that much is not kept."""
        if any(known.key == refund.key for known in self.refunds):
            return self
        if not 0 < refund.amount.minor <= self.left.minor:
            raise NotHeld(f"{refund.amount.minor} of {self.left.minor} cannot be given back")
        return replace(self, refunds=(*self.refunds, refund))

    def took(self, amount: Money) -> Payment:
        """The provider said what it captured; what it took first stays."""
        return self if self.captured is not None else replace(self, captured=amount)

    def settled(self, key: str) -> Payment:
        return replace(self, refunds=tuple(replace(one, done=True) if one.key == key else one for one in self.refunds))

    def refund_of(self, key: str) -> PartRefund | None:
        return next((refund for refund in self.refunds if refund.key == key), None)

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
