"""From the parts of a message to what they say and show; one bad part never loses the others."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from shopkeeper.domain.conversation.message import ActionPart, IncomingMessage, MediaPart, TextPart
from shopkeeper.domain.dialogue.photo import PhotoReading
from shopkeeper.ports.media_store import MediaStore
from shopkeeper.ports.photo_reader import PhotoReader
from shopkeeper.ports.understander import Perception

MAX_TEXT = 4_000
MOST_PHOTOS = 6


class LanguageIdentifier(Protocol):
    def identify(self, text: str, *, prior: str) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """Reads photos and keeps the clean copy of each; None in their place = this shop cannot see."""

    reader: PhotoReader
    media: MediaStore


async def perceive(message: IncomingMessage, identify: LanguageIdentifier, eyes: Eyes | None, *, prior: str) -> Perception:
    """Typed text with its language (the conversation's as prior), and what the photos show. What cannot be read is named in `notices`."""
    text = "\n".join(part.text for part in message.parts if isinstance(part, TextPart))[:MAX_TEXT]
    language = identify.identify(text, prior=prior) if text.strip() else prior
    photos, notices = await _look(message, eyes) if any(isinstance(part, MediaPart) for part in message.parts) else ((), ())
    return Perception(text=text, language=language, notices=notices, photos=photos)


async def _look(message: IncomingMessage, eyes: Eyes | None) -> tuple[tuple[PhotoReading, ...], tuple[str, ...]]:
    media = [(at, part) for at, part in enumerate(message.parts) if isinstance(part, MediaPart)]
    images = [(at, part) for at, part in media if part.type == "image"] if eyes is not None else []
    unread = dict.fromkeys(f"perception.{part.type}" for _, part in media if eyes is None or part.type != "image")
    if len(images) > MOST_PHOTOS:
        unread["perception.image_many"] = None
    photos: Sequence[PhotoReading] = ()
    if eyes is not None:
        photos = await asyncio.gather(*(_photo(message, at, part, eyes) for at, part in images[:MOST_PHOTOS]))
    unread.update(dict.fromkeys(photo.notice for photo in photos if photo.notice is not None))
    return tuple(photos), tuple(unread)


async def _photo(message: IncomingMessage, at: int, part: MediaPart, eyes: Eyes) -> PhotoReading:
    seen = await eyes.reader.read(part.data, part=at)
    if seen.copy:
        await eyes.media.put(message.conversation_id, seen.reading.sha256, seen.copy, at=message.received_at)
    return seen.reading


def taps(message: IncomingMessage) -> tuple[ActionPart, ...]:
    return tuple(part for part in message.parts if isinstance(part, ActionPart))
