"""What a voice note says, word by word with how sure each is; and which words of a message came from which part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shopkeeper.domain.dialogue.understanding import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """`start` and `end` are characters of the transcript's text; `confidence` is from 0 to 1."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What was said. `language` is what was spoken, `confidence` that of the whole, `duration_s` the length of the recording."""

    text: str
    language: str
    confidence: float
    duration_s: float
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceReading:
    """A voice note of a message. `notice` is the code of why there is no transcript."""

    part: int
    sha256: str
    transcript: Transcript | None = None
    notice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters `start` to `end` of a message's words, and the part that they came from. Typed words carry no `words`."""

    source: Source
    part: int
    start: int
    end: int
    words: tuple[Word, ...] = ()

    def confidence(self, start: int, end: int) -> float:
        """How surely the characters `start` to `end` of the message were understood: as surely as the least sure word among them."""
        here = (start - self.start, end - self.start)
        return min((word.confidence for word in self.words if word.start < here[1] and word.end > here[0]), default=1.0)


def piece_at(pieces: Sequence[Piece], start: int) -> Piece | None:
    return next((piece for piece in pieces if piece.start <= start < piece.end), None)
