"""Saying a reply aloud."""

from __future__ import annotations

from typing import Protocol


class TextToSpeech(Protocol):
    async def speak(self, text: str, *, language: str) -> bytes | None:
        """WAV of `text` in `language`; None when that language is not spoken here or the voice is busy or broken.

        Answers within a bounded time and never blocks the event loop.
        """
        ...
