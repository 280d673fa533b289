"""Flags: what staff should look at, and what they decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.conversation.flag import Flag, FlagStatus
from shopkeeper.domain.core.ids import ConversationId, FlagId


class FlagStore(Protocol):
    def get(self, flag_id: FlagId) -> Flag | None: ...
    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Flag]:
        """Newest first."""
        ...

    def in_status(self, *statuses: FlagStatus, limit: int) -> Sequence[Flag]:
        """Oldest first."""
        ...

    def save(self, flag: Flag) -> None: ...
    def erase(self, conversation_id: ConversationId) -> None: ...
