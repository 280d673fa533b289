"""Messages nobody was sure about, kept for a person to label; what they say becomes training examples."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """`text` is redacted before it comes here. `guess` is what it was taken for, empty = nothing."""

    text: str
    language: str
    guess: str
    confidence: float
    at: datetime


class LabelQueue(Protocol):
    def add(self, doubt: Doubt) -> None:
        """Keep it; a full queue or the same text again is not an error and changes nothing."""
        ...

    def all(self) -> Iterable[Doubt]: ...
