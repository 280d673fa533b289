"""The shop's own photos of its goods, as shoppers and staff confirmed them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.catalog.gallery import GalleryPhoto
from shopkeeper.domain.core.ids import ConversationId


class GalleryStore(Protocol):
    def all(self) -> Sequence[GalleryPhoto]:
        """Oldest first."""
        ...

    def get(self, conversation_id: ConversationId, sha256: str) -> GalleryPhoto | None: ...
    def count(self) -> int: ...
    def revision(self) -> int:
        """Moves with every change."""
        ...

    def save(self, photo: GalleryPhoto) -> None:
        """One per conversation and photo; again replaces it."""
        ...

    def erase(self, conversation_id: ConversationId) -> int:
        """Forget everything of one conversation; how many that were."""
        ...
