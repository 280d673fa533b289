"""Conversations: snapshot, events, the tokens that open them, and the turns already answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from shopkeeper.domain.conversation.events import ConversationEvent, ConversationStarted
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import ConversationId, CustomerId, TurnId


class TurnStatus(StrEnum):
    PENDING = "pending"
    """Committed; a vendor call is still to be settled before the final answer."""
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTurn:
    """The inbox record of one turn. `answer` is the wire answer as stored; `trace` explains it to staff."""

    id: TurnId
    conversation_id: ConversationId
    idempotency_key: str
    request_digest: str
    status: TurnStatus
    answer: Mapping[str, object]
    trace: Mapping[str, object]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedEvent:
    sequence: int
    at: datetime
    event: ConversationEvent


class ConversationStore(Protocol):
    def start(self, event: ConversationStarted, *, token_hash: str, at: datetime) -> ConversationState: ...
    def get(self, conversation_id: ConversationId) -> ConversationState | None: ...
    def token_hash(self, conversation_id: ConversationId) -> str | None: ...

    def append(self, state: ConversationState, events: Sequence[ConversationEvent], *, at: datetime) -> ConversationState:
        """Fold `events` onto `state`, store both, return the new state.

        Raises TransientFault when the stored version is not `state.version` (someone else wrote meanwhile).
        """
        ...

    def events(self, conversation_id: ConversationId, *, after: int = 0) -> Sequence[RecordedEvent]: ...
    def recent(self, *, limit: int, before: datetime | None = None) -> Sequence[tuple[ConversationState, datetime]]: ...
    def of_customer(self, customer_id: CustomerId) -> Sequence[ConversationState]: ...
    def erase(self, conversation_id: ConversationId) -> None:
        """Remove the conversation with its events and turns, for good."""
        ...

    def find_turn(self, conversation_id: ConversationId, idempotency_key: str) -> StoredTurn | None: ...
    def turn(self, turn_id: TurnId) -> StoredTurn | None: ...
    def turns(self, conversation_id: ConversationId) -> Sequence[StoredTurn]: ...
    def save_turn(self, turn: StoredTurn) -> None:
        """Insert, or replace the answer of the pending turn with the same id."""
        ...
