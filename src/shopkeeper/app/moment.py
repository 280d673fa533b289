"""When and for whom a command runs: the time, who caused it, which turn and conversation it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shopkeeper.domain.core.ids import ConversationId, CustomerId, TurnId


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """`actor` is shopper, operator, provider or sweep."""

    now: datetime
    actor: str
    conversation_id: ConversationId | None = None
    turn_id: TurnId | None = None
    customer_id: CustomerId | None = None
    language: str = "en"
