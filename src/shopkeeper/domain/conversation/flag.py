"""Something a person should look at: what was noticed, the evidence, what they made of it. A flag accuses nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from shopkeeper.domain.core.ids import ConversationId, FlagId, derive


class FlagKind(StrEnum):
    CLAIM = "claim"
    SHOPPER_PHOTO = "shopper_photo"
    PHOTO_MARKS = "photo_marks"
    """A shopper's photo that shows what others have the rights to."""
    CATALOG_PICTURE = "catalog_picture"


class FlagStatus(StrEnum):
    """`cleared`: nothing is wrong with it. `upheld`: it is as it seemed."""

    OPEN = "open"
    CLEARED = "cleared"
    UPHELD = "upheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """`subject` is what it is about (an order line, a photo's digest, a picture's address), `signs` codes of what was noticed.

    `photos` are digests of kept copies in the conversation; `facts` are plain values from records.
    """

    id: FlagId
    kind: FlagKind
    subject: str
    signs: tuple[str, ...]
    raised_at: datetime
    conversation_id: ConversationId | None = None
    photos: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict[str, object])
    status: FlagStatus = FlagStatus.OPEN
    decided_at: datetime | None = None
    note: str = ""

    def with_more(self, signs: Sequence[str], photos: Sequence[str]) -> Flag:
        return replace(self, signs=tuple(dict.fromkeys((*self.signs, *signs))), photos=tuple(dict.fromkeys((*self.photos, *photos))))

    def decide(self, status: FlagStatus, *, at: datetime, note: str = "") -> Flag:
        return replace(self, status=status, decided_at=at, note=note)


def flag_id(kind: FlagKind, subject: str, conversation_id: ConversationId | None = None) -> FlagId:
    """The same thing noticed again is the same flag."""
    return FlagId(derive("flg", kind.value, subject, conversation_id or ""))
