"""What a customer lets the shop buy for them: which goods, when, and within which limits; and what it was used for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from shopkeeper.domain.checkout.quote import DeliveryChoice
from shopkeeper.domain.core.digest import digest_of, plain
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, CustomerId, Digest, MandateId, ProductId, Sku, StoreId, TurnId
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.customers.customer import SavedMethod


class MandateStatus(StrEnum):
    PROPOSED = "proposed"
    ACTIVE = "active"
    REVOKED = "revoked"
    ENDED = "ended"
    """Its time is over, or it was used as often as it may be."""


class Period(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    @property
    def length(self) -> timedelta:
        """As long as the longest of its kind, so that no calendar month or year sees more than was allowed."""
        return timedelta(days={"day": 1, "week": 7, "month": 31, "year": 366}[self.value])


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`below`: bought only while one costs less than this. `most_each` is for a whole purchase with delivery, `most_per` for all
    purchases of any `period`. `every_days` lie between two purchases at least, `times` how many there may be altogether.
    Empty `stores` and `categories` do not limit.
    """

    most_each: Money
    every_days: int
    expires_at: datetime
    below: Money | None = None
    most_per: Money | None = None
    period: Period | None = None
    times: int | None = None
    stores: tuple[StoreId, ...] = ()
    categories: tuple[str, ...] = ()

    @property
    def every(self) -> timedelta:
        return timedelta(days=self.every_days)


class UseState(StrEnum):
    OPEN = "open"
    """The provider has not answered yet; it counts like money spent."""
    PAID = "paid"
    FAILED = "failed"
    """No money moved. It still counts as a try, so that a refused card is not tried again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    number: int
    checkout_id: CheckoutId
    at: datetime
    amount: Money
    state: UseState = UseState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """`terms` is what the customer says yes to; anything else about it may change without asking them."""

    id: MandateId
    customer_id: CustomerId
    conversation_id: ConversationId
    sku: Sku
    product_id: ProductId
    title: str
    quantity: int
    limits: Limits
    delivery: DeliveryChoice
    method: SavedMethod
    proposed_at: datetime
    only: str = ""
    """The category in `limits.categories` as the customer called it."""
    status: MandateStatus = MandateStatus.PROPOSED
    agreed_at: datetime | None = None
    consent_text: str = ""
    consent_turn: TurnId | None = None
    ended_at: datetime | None = None
    uses: tuple[Use, ...] = ()
    asked: tuple[str, ...] = ()
    """What it could not do by itself and has asked the customer about, each once."""

    @property
    def terms(self) -> Mapping[str, object]:
        return {
            "mandate": self.id,
            "customer": self.customer_id,
            "sku": self.sku,
            "quantity": self.quantity,
            "limits": plain(self.limits),
            "delivery": plain(self.delivery),
            "method": self.method.token,
        }

    @property
    def digest(self) -> Digest:
        return digest_of(self.terms)

    @property
    def is_live(self) -> bool:
        return self.status in (MandateStatus.PROPOSED, MandateStatus.ACTIVE)

    def agree(self, *, text: str, turn_id: TurnId | None, at: datetime) -> Mandate:
        return replace(self, status=MandateStatus.ACTIVE, consent_text=text, consent_turn=turn_id, agreed_at=at)

    def close(self, status: MandateStatus, at: datetime) -> Mandate:
        return replace(self, status=status, ended_at=at)

    def use(self, use: Use) -> Mandate:
        return replace(self, uses=(*self.uses, use))

    def settle(self, checkout_id: CheckoutId, state: UseState) -> Mandate:
        """The mandate once it is known what became of a purchase; what was decided stays decided."""
        return replace(
            self,
            uses=tuple(
                replace(use, state=state) if use.checkout_id == checkout_id and use.state is UseState.OPEN else use for use in self.uses
            ),
        )

    def ask(self, about: str) -> Mandate:
        return self if about in self.asked else replace(self, asked=(*self.asked, about))

    def counted(self) -> tuple[Use, ...]:
        """Purchases that took money, or may have."""
        return tuple(use for use in self.uses if use.state is not UseState.FAILED)

    def spent_since(self, since: datetime) -> Money:
        return sum_money((use.amount for use in self.counted() if use.at > since), self.limits.most_each.currency)
