"""Turning a message into acts. Tiers of it (rules, classifier, vectors, model) share this one shape."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.dialogue.photo import PhotoReading
from shopkeeper.domain.dialogue.understanding import Understanding
from shopkeeper.domain.dialogue.voice import Piece, VoiceReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Perception:
    """What the parts of a message hold once seen and heard: text with its source, taps, language."""

    text: str
    language: str
    notices: tuple[str, ...] = ()
    """Codes of parts that could not be read, said to the shopper; the rest goes on."""
    photos: tuple[PhotoReading, ...] = ()
    voices: tuple[VoiceReading, ...] = ()
    pieces: tuple[Piece, ...] = ()
    """Which part each stretch of `text` came from, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What understanding may lean on: the conversation so far, its cart, the present moment and zone."""

    state: ConversationState
    cart: Cart
    cart_titles: tuple[tuple[str, str], ...]
    """(line id, title in the conversation's language) of the cart's lines, in order."""
    now: datetime
    zone: str


class Understander(Protocol):
    async def understand(self, perception: Perception, context: Context) -> Understanding: ...
