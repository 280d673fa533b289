"""What comes in: one request with its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from shopkeeper.domain.core.ids import ConversationId


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    type: Literal["text"] = "text"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaPart:
    """An uploaded photo or voice note; `data` never enters an event, only its digest does."""

    type: Literal["image", "audio"]
    media_type: str
    data: bytes
    file_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPart:
    """A tap on a card: `action` and its fields as the client sent them (see reply-blocks)."""

    type: Literal["action"] = "action"
    action: str
    fields: Mapping[str, object]


Part: TypeAlias = TextPart | MediaPart | ActionPart


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingMessage:
    conversation_id: ConversationId
    idempotency_key: str
    parts: tuple[Part, ...]
    received_at: datetime
