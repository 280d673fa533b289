"""Seeing what a shopper's photo shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from shopkeeper.domain.dialogue.photo import PhotoReading


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPhoto:
    """`copy` is the photo drawn anew, upright, smaller and without metadata; empty when it could not be read."""

    reading: PhotoReading
    copy: bytes = b""
    media_type: str = "image/webp"
    glimpse: bytes = b""
    """The copy at its smallest, for whom else may be asked what it shows; empty where nobody needs to be."""


class PhotoReader(Protocol):
    async def read(self, data: bytes, *, part: int, text: bool = False, cleared: bool = False) -> SeenPhoto:
        """Whatever `data` is, this answers: what cannot be read is told in the reading's `notice`. Never blocks the event loop.

        `text` asks for the text in the picture, which costs seconds; without it text is read only where looks settle nothing.
        `cleared`: a person has said that the photo may be shown.
        """
        ...

    async def forget(self, digests: Iterable[str]) -> None:
        """Let go of whatever is held in memory of these photos (hex SHA-256), and of what was learned from photos that are gone."""
        ...
