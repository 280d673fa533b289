"""A conversation that a person is asked to take: why, what is known already, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from shopkeeper.domain.core.ids import ConversationId, CustomerId, HandoffId


class HandoffStatus(StrEnum):
    QUEUED = "queued"
    TAKEN = "taken"
    CLOSED = "closed"


class Emotion(StrEnum):
    CALM = "calm"
    UPSET = "upset"
    ANGRY = "angry"


class Risk(StrEnum):
    """What should be looked at first, whoever is waiting longer."""

    NONE = "none"
    LEGAL = "legal"
    SAFETY = "safety"
    MONEY = "money"


URGENT = frozenset({Risk.SAFETY, Risk.LEGAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Handoff:
    """A ticket. `facts` are plain values from records; `wishes` the sentences of the shopper that led here (their words: data)."""

    id: HandoffId
    number: str
    conversation_id: ConversationId
    customer_id: CustomerId | None
    reason: str
    emotion: Emotion
    risk: Risk
    language: str
    requested_at: datetime
    status: HandoffStatus = HandoffStatus.QUEUED
    summary: str = ""
    facts: Mapping[str, object] = field(default_factory=dict[str, object])
    callback: str | None = None
    """The phone number they want to be called on."""
    taken_at: datetime | None = None
    closed_at: datetime | None = None
    resolution: str = ""

    def take(self, at: datetime) -> Handoff:
        return replace(self, status=HandoffStatus.TAKEN, taken_at=at)

    def close(self, at: datetime, resolution: str) -> Handoff:
        return replace(self, status=HandoffStatus.CLOSED, closed_at=at, resolution=resolution)


def waiting_order(ticket: Handoff) -> tuple[bool, datetime, str]:
    """Urgent ones first, then who waits longest."""
    return (ticket.risk not in URGENT, ticket.requested_at, ticket.id)


def position(ticket: Handoff, waiting: list[Handoff]) -> int:
    """1 = next. Counted over everyone who really waits."""
    return sorted(waiting, key=waiting_order).index(ticket) + 1
