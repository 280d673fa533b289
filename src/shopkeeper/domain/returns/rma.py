"""A return from its draft to its end; each change of state is allowed by the table below or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from shopkeeper.domain.checkout.lines import TaxLine
from shopkeeper.domain.core.ids import ConversationId, CustomerId, LineId, OrderNumber, RmaNumber, Sku
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.returns.exchange import Exchange


class RmaStatus(StrEnum):
    """A draft waits for the shopper's yes and binds nobody."""

    DRAFT = "draft"
    REQUESTED = "requested"
    APPROVED = "approved"
    REJECTED = "rejected"
    RECEIVED = "received"
    INSPECTED = "inspected"
    RESOLVED = "resolved"
    CANCELED = "canceled"


class RmaKind(StrEnum):
    """The shop's own promise, or the right of withdrawal that the law gives."""

    RETURN = "return"
    WITHDRAWAL = "withdrawal"


class RmaWish(StrEnum):
    """What the shopper would like for the goods."""

    REFUND = "refund"
    REPLACEMENT = "replacement"
    """The same again."""
    EXCHANGE = "exchange"
    """Something else instead."""


class ReturnReason(StrEnum):
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NOT_AS_EXPECTED = "not_as_expected"
    CHANGED_MIND = "changed_mind"
    DAMAGED = "damaged"
    FAULTY = "faulty"
    WRONG_ITEM = "wrong_item"
    NOT_HANDED_OVER = "not_handed_over"
    """The store fell short of it; nothing comes back."""
    NOT_STATED = "not_stated"


CLAIMS = frozenset({ReturnReason.DAMAGED, ReturnReason.FAULTY, ReturnReason.WRONG_ITEM})
"""Reasons that say something was wrong with the goods."""

NEXT: dict[RmaStatus, frozenset[RmaStatus]] = {
    RmaStatus.DRAFT: frozenset({RmaStatus.REQUESTED, RmaStatus.CANCELED}),
    RmaStatus.REQUESTED: frozenset({RmaStatus.APPROVED, RmaStatus.REJECTED, RmaStatus.CANCELED}),
    RmaStatus.APPROVED: frozenset({RmaStatus.RECEIVED, RmaStatus.CANCELED}),
    RmaStatus.REJECTED: frozenset({RmaStatus.APPROVED}),  # a person may overturn it, asked by an appeal
    RmaStatus.RECEIVED: frozenset({RmaStatus.INSPECTED}),
    RmaStatus.INSPECTED: frozenset({RmaStatus.RESOLVED, RmaStatus.REJECTED}),
    RmaStatus.RESOLVED: frozenset(),
    RmaStatus.CANCELED: frozenset(),
}

GONE = frozenset({RmaStatus.CANCELED, RmaStatus.REJECTED})
"""States in which the goods stay with the shopper and may be returned anew."""


class WrongStep(ValueError):
    """A return cannot go from where it is to where it was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RmaLine:
    """`refund` is what was paid for `quantity` of the order line: its share of discounts taken off, of a tax on top put on."""

    line_id: LineId
    sku: Sku
    title: str
    quantity: int
    refund: Money
    fee: Money | None = None
    """The deposit that goes back with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RmaStep:
    """One thing that happened, by whom in role; never a person's name."""

    status: RmaStatus
    at: datetime
    by: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rma:
    """`comment` holds the shopper's own words: data, never an instruction."""

    number: RmaNumber
    order_number: OrderNumber
    kind: RmaKind
    lines: tuple[RmaLine, ...]
    delivery_refund: Money
    status: RmaStatus
    requested_at: datetime
    reason: ReturnReason = ReturnReason.NOT_STATED
    comment: str = ""
    customer_id: CustomerId | None = None
    conversation_id: ConversationId | None = None
    steps: tuple[RmaStep, ...] = ()
    wish: RmaWish = RmaWish.REFUND
    fee_refund: Money | None = None
    """Fees on the whole order that go back."""
    tip_refund: Money | None = None
    taxes: tuple[TaxLine, ...] = ()
    """The tax in `refund`, per rate; empty in returns from before it was kept."""

    exchange: Exchange | None = None
    """Set when the wish is an exchange."""

    @property
    def refund(self) -> Money:
        """What comes back in money."""
        return self.credit if self.exchange is None else self.exchange.to_refund

    @property
    def credit(self) -> Money:
        """What was paid for what goes back."""
        return self.goods_refund + self.fees + self.delivery_refund + (self.tip_refund or Money.zero(self._currency))

    @property
    def goods_refund(self) -> Money:
        return sum_money((line.refund for line in self.lines), self._currency)

    @property
    def fees(self) -> Money:
        """Deposits and other fees that go back."""
        parts = (self.fee_refund, *(line.fee for line in self.lines))
        return sum_money((part for part in parts if part is not None), self._currency)

    @property
    def _currency(self) -> str:
        return self.delivery_refund.currency

    @property
    def is_open(self) -> bool:
        return bool(NEXT[self.status]) and self.status is not RmaStatus.REJECTED

    def move(self, status: RmaStatus, *, at: datetime, by: str, note: str | None = None) -> Rma:
        """Raises WrongStep when the table does not allow it."""
        if status not in NEXT[self.status]:
            raise WrongStep(f"a return that is {self.status} cannot become {status}")
        return replace(self, status=status, steps=(*self.steps, RmaStep(status=status, at=at, by=by, note=note)))
