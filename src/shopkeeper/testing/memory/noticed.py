"""Flags, the gallery and the marks that are watched for, over dicts."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.domain.catalog.gallery import GalleryPhoto
from shopkeeper.domain.catalog.protected import ProtectedMark
from shopkeeper.domain.conversation.flag import Flag, FlagStatus
from shopkeeper.domain.core.ids import ConversationId, FlagId, ProtectedMarkId


class MemoryFlags:
    def __init__(self) -> None:
        self._flags: dict[FlagId, Flag] = {}

    def get(self, flag_id: FlagId) -> Flag | None:
        return self._flags.get(flag_id)

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Flag]:
        mine = [one for one in self._flags.values() if one.conversation_id == conversation_id]
        return sorted(mine, key=lambda one: (one.raised_at, one.id), reverse=True)

    def in_status(self, *statuses: FlagStatus, limit: int) -> Sequence[Flag]:
        return sorted((one for one in self._flags.values() if one.status in statuses), key=lambda one: (one.raised_at, one.id))[:limit]

    def save(self, flag: Flag) -> None:
        self._flags[flag.id] = flag

    def erase(self, conversation_id: ConversationId) -> None:
        self._flags = {key: one for key, one in self._flags.items() if one.conversation_id != conversation_id}


class MemoryGallery:
    def __init__(self) -> None:
        self._photos: dict[tuple[ConversationId, str], GalleryPhoto] = {}
        self._revision = 0

    def all(self) -> Sequence[GalleryPhoto]:
        return sorted(self._photos.values(), key=lambda one: (one.at, one.conversation_id, one.sha256))

    def get(self, conversation_id: ConversationId, sha256: str) -> GalleryPhoto | None:
        return self._photos.get((conversation_id, sha256))

    def count(self) -> int:
        return len(self._photos)

    def revision(self) -> int:
        return self._revision

    def save(self, photo: GalleryPhoto) -> None:
        self._photos[photo.conversation_id, photo.sha256] = photo
        self._revision += 1

    def erase(self, conversation_id: ConversationId) -> int:
        gone = [key for key in self._photos if key[0] == conversation_id]
        for key in gone:
            del self._photos[key]
        self._revision += bool(gone)
        return len(gone)


class MemoryProtected:
    def __init__(self) -> None:
        self._marks: dict[ProtectedMarkId, ProtectedMark] = {}

    def all(self) -> Sequence[ProtectedMark]:
        return sorted(self._marks.values(), key=lambda one: (one.at, one.id))

    def save(self, mark: ProtectedMark) -> None:
        self._marks[mark.id] = mark

    def remove(self, mark_id: ProtectedMarkId) -> bool:
        return self._marks.pop(mark_id, None) is not None
