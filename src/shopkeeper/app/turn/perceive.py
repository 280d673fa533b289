"""From the parts of a message to one text with its language; one bad part never loses the others."""

from __future__ import annotations

from typing import Protocol

from shopkeeper.domain.conversation.message import ActionPart, IncomingMessage, MediaPart, TextPart
from shopkeeper.ports.understander import Perception

MAX_TEXT = 4_000


class LanguageIdentifier(Protocol):
    def identify(self, text: str, *, prior: str) -> str: ...


def perceive(message: IncomingMessage, identify: LanguageIdentifier, *, prior: str) -> Perception:
    """Typed text and its language (the conversation's as prior). Media this shop cannot read is named in `notices`."""
    text = "\n".join(part.text for part in message.parts if isinstance(part, TextPart))[:MAX_TEXT]
    kinds = dict.fromkeys(part.type for part in message.parts if isinstance(part, MediaPart))
    language = identify.identify(text, prior=prior) if text.strip() else prior
    return Perception(text=text, language=language, notices=tuple(f"perception.{kind}" for kind in kinds))


def taps(message: IncomingMessage) -> tuple[ActionPart, ...]:
    return tuple(part for part in message.parts if isinstance(part, ActionPart))
