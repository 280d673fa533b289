"""Tickets for people: who waits, who is being helped, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.conversation.handoff import Handoff, HandoffStatus
from shopkeeper.domain.core.ids import ConversationId, HandoffId


class HandoffStore(Protocol):
    def get(self, handoff_id: HandoffId) -> Handoff | None: ...
    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Handoff]:
        """Newest first."""
        ...

    def in_status(self, *statuses: HandoffStatus, limit: int) -> Sequence[Handoff]:
        """Oldest first."""
        ...

    def recent(self, *, limit: int) -> Sequence[Handoff]:
        """Newest first."""
        ...

    def save(self, handoff: Handoff) -> None: ...
    def erase(self, conversation_id: ConversationId) -> None: ...
