"""Shoppers' photos and voice notes: kept apart from all else, for a time, and never under a public address."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from shopkeeper.domain.core.ids import ConversationId


class MediaStore(Protocol):
    """Keys are a conversation and the digest (hex SHA-256) its events hold."""

    async def put(self, conversation_id: ConversationId, sha256: str, data: bytes, *, at: datetime) -> None:
        """Keep `data`; again under the same key is no error and changes nothing."""
        ...

    async def get(self, conversation_id: ConversationId, sha256: str) -> bytes | None: ...
    async def forget(self, conversation_id: ConversationId) -> tuple[str, ...]:
        """Erase everything of one conversation; the digests of what that was."""
        ...

    async def forget_before(self, moment: datetime) -> int:
        """Erase what was put before `moment`; how many files that were."""
        ...
