"""Gift cards and store credit: an account is the sum of its entries, which are only ever added."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shopkeeper.domain.core.ids import CustomerId
from shopkeeper.domain.core.money import Money, sum_money


class CreditKind(StrEnum):
    GIFT_CARD = "gift_card"
    STORE_CREDIT = "store_credit"


class Movement(StrEnum):
    ISSUE = "issue"
    REFUND = "refund"
    HOLD = "hold"
    RELEASE = "release"
    REDEEM = "redeem"


SIGNS = {Movement.ISSUE: 1, Movement.REFUND: 1, Movement.HOLD: -1, Movement.RELEASE: 1, Movement.REDEEM: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditAccount:
    """`label` is what may be shown of it; the code itself is kept nowhere, only its hash."""

    id: str
    kind: CreditKind
    label: str
    currency: str
    code_hash: str | None = None
    customer_id: CustomerId | None = None
    expires_at: datetime | None = None

    def is_over(self, now: datetime) -> bool:
        return self.expires_at is not None and self.expires_at <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditEntry:
    """`operation` is unique for ever, so no movement happens twice; `subject` is the checkout it is about."""

    operation: str
    account_id: str
    movement: Movement
    amount: Money
    at: datetime
    subject: str = ""


def available(entries: Iterable[CreditEntry], currency: str) -> Money:
    """What can still be spent: what was put in, less what is held or spent."""
    signed = (entry.amount if SIGNS[entry.movement] > 0 else -entry.amount for entry in entries if SIGNS[entry.movement])
    return sum_money(signed, currency)


def open_holds(entries: Sequence[CreditEntry]) -> list[CreditEntry]:
    """Holds that were neither redeemed nor released."""
    ended = {entry.operation for entry in entries if entry.movement in (Movement.RELEASE, Movement.REDEEM)}
    return [entry for entry in entries if entry.movement is Movement.HOLD and end_of(entry) not in ended]


def end_of(hold: CreditEntry) -> str:
    """The one name for both ends of a hold: it is redeemed or released, never both."""
    return f"end:{hold.operation}"


def plain_code(code: str) -> str:
    """As typed, without spaces and hyphens, in capitals."""
    return "".join(character for character in code.upper() if character.isalnum())


def code_hash(code: str) -> str:
    return hashlib.sha256(f"gift-card\x1f{plain_code(code)}".encode()).hexdigest()
