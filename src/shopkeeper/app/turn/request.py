"""A message as it is remembered: parts without their bytes, and the digest that tells a replay from another message."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import assert_never

from shopkeeper.domain.conversation.message import ActionPart, IncomingMessage, MediaPart, Part, TextPart
from shopkeeper.domain.core.digest import digest_of
from shopkeeper.domain.dialogue.voice import VoiceReading


def stored_part(part: Part) -> Mapping[str, object]:
    """What the history shows of a part; media by digest, never by content."""
    match part:
        case TextPart(text=text):
            return {"type": "text", "text": text}
        case MediaPart(type=kind, media_type=media_type, data=data):
            return {"type": kind, "media_type": media_type, "size_bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        case ActionPart(action=action, fields=fields):
            return {"type": "action", "action": action, **fields}
        case _:
            assert_never(part)


def stored_parts(message: IncomingMessage) -> tuple[Mapping[str, object], ...]:
    return tuple(stored_part(part) for part in message.parts)


def with_transcripts(parts: tuple[Mapping[str, object], ...], voices: Sequence[VoiceReading]) -> tuple[Mapping[str, object], ...]:
    """The parts with what was heard in them, so that the conversation can be read without the recordings."""
    heard = {voice.part: voice.transcript for voice in voices if voice.transcript is not None}
    return tuple(
        {**part, "transcript": heard[at].text, "language": heard[at].language} if at in heard else part for at, part in enumerate(parts)
    )


def request_digest(message: IncomingMessage) -> str:
    return digest_of(stored_parts(message))
