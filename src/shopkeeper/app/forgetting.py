"""What a conversation left outside the database: photos, voice notes, what is held of them in memory, messages kept for labelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.ports.media_store import MediaStore
from shopkeeper.ports.photo_reader import PhotoReader


class Forgetful(Protocol):
    """Keeps something by conversation, and can let go of it."""

    def forget(self, conversation_id: ConversationId) -> int:
        """Erase everything of one conversation; how much that was."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    media: tuple[MediaStore, ...]
    photos: PhotoReader | None = None
    words: tuple[Forgetful, ...] = ()

    async def forget(self, conversation_id: ConversationId) -> None:
        """Erase it all; again does no harm. Another process's memory of a photo lasts ten minutes at most."""
        for kept in self.media:
            gone = await kept.forget(conversation_id)
            if self.photos is not None:
                await self.photos.forget(gone)
        for memory in self.words:
            memory.forget(conversation_id)
