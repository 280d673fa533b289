"""Hearing what a shopper's voice note says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from shopkeeper.domain.dialogue.voice import Transcript


class Unheard(StrEnum):
    """Why a voice note gave no words."""

    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    UNKNOWN = "unknown"
    """No sound file, or of a kind that is not read."""
    BROKEN = "broken"
    SILENCE = "silence"
    NO_SPEECH = "no_speech"
    """There is sound, but nobody speaks in it."""
    UNCLEAR = "unclear"
    """Somebody speaks, but what was made of it cannot be relied on."""
    BUSY = "busy"
    UNAVAILABLE = "unavailable"
    """Listening does not work here at the moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotHeard:
    reason: Unheard


Hearing: TypeAlias = Transcript | NotHeard


class SpeechToText(Protocol):
    async def hear(self, data: bytes, *, language: str | None, languages: Sequence[str], hints: Sequence[str]) -> Hearing:
        """Whatever `data` is, this answers, within a bounded time, and never blocks the event loop.

        `language` is the one to expect (None: nobody knows), `languages` all that may be spoken here, `hints` words that are
        likely to be said, most likely first.
        """
        ...
