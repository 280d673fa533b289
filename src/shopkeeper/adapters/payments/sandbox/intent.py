"""The pretend provider's own nouns: an intent, its states, and what a visitor of the pay page can make happen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shopkeeper.domain.core.ids import derive
from shopkeeper.domain.core.money import Money

CODE = "123"
"""The code of the pretend bank's extra check; any other is wrong."""


class IntentStatus(StrEnum):
    OPEN = "open"
    """The page waits for the visitor."""
    CODE_NEEDED = "code_needed"
    AUTHORIZED = "authorized"
    CAPTURED = "captured"
    DECLINED = "declined"
    CANCELED = "canceled"
    REFUNDED = "refunded"


class Outcome(StrEnum):
    """Buttons of the pay page."""

    APPROVE = "approve"
    DECLINE = "decline"
    STEP_UP = "step_up"
    TIMEOUT_BEFORE = "timeout_before"
    """The page breaks before anything happened."""
    TIMEOUT_AFTER = "timeout_after"
    """The page breaks after the authorization, and its webhook is lost."""
    APPROVE_TWICE = "approve_twice"
    """Approved, and the webhook comes twice."""
    APPROVE_LATE = "approve_late"
    """Approved, and the webhook comes half a minute late."""


TOKENS = {
    "tok_visa_approve": Outcome.APPROVE,
    "tok_visa_decline": Outcome.DECLINE,
    "tok_visa_stepup": Outcome.STEP_UP,
    "tok_timeout_before": Outcome.TIMEOUT_BEFORE,
    "tok_timeout_after": Outcome.TIMEOUT_AFTER,
}
"""Saved methods and what the pretend bank does with them, without a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """`lines` are (title, quantity, total) for the page to show."""

    key: str
    amount: Money
    description: str = ""
    return_url: str = ""
    lines: tuple[tuple[str, int, Money], ...] = ()
    status: IntentStatus = IntentStatus.OPEN
    decline_code: str | None = None

    @property
    def id(self) -> str:
        return intent_id(self.key)


KEPT_LABEL = "Test card •••• 4242"
"""What may be shown of a card that was kept on the pretend page: there is only this one."""


def kept_token(key: str) -> str:
    return derive("tok", key)


def intent_id(key: str) -> str:
    return derive("int", key)
