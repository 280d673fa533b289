"""An event as it is told outside: CloudEvents 1.0, thin, without personal data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

TYPES = {
    "quote.offered": "checkout.quoted",
    "quote.agreed": "checkout.agreed",
    "quote.expired": "checkout.expired",
    "checkout.canceled": "checkout.canceled",
    "order.placed": "order.placed",
    "order.refused": "order.refused",
    "payment.authorized": "payment.authorized",
    "payment.captured": "payment.captured",
    "payment.declined": "payment.declined",
    "payment.canceled": "payment.canceled",
    "payment.refunded": "refund.settled",
    "payment.let_go": "payment.let_go",
    "mandate.granted": "mandate.granted",
    "mandate.used": "mandate.used",
    "mandate.bought": "mandate.bought",
    "mandate.not_bought": "mandate.not_bought",
    "mandate.asked": "mandate.asked",
    "mandate.revoked": "mandate.revoked",
    "mandate.ended": "mandate.ended",
}
"""Audit actions by the name they have outside."""

FAMILIES = ("order.", "fulfillment.", "refund.", "return.", "booking.", "cart.")
"""Actions that go outside under their own name."""

PRIVATE = frozenset({"text", "email", "name", "phone", "address", "note"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideEvent:
    """`id` is the same however often it is sent: receivers forget what they have seen by it."""

    id: str
    type: str
    subject: str
    at: datetime
    data: Mapping[str, object]

    def envelope(self, source: str) -> Mapping[str, object]:
        return {
            "specversion": "1.0",
            "id": self.id,
            "source": source,
            "type": self.type,
            "subject": self.subject,
            "time": self.at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "datacontenttype": "application/json",
            "data": dict(self.data),
        }


def outside_type(action: str) -> str | None:
    """What an audit action is called outside; None for what stays inside."""
    if action in TYPES:
        return TYPES[action]
    return action if action.startswith(FAMILIES) else None


def outside_facts(facts: Mapping[str, object]) -> Mapping[str, object]:
    return {name: value for name, value in facts.items() if name not in PRIVATE}
