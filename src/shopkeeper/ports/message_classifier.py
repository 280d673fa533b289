"""Which of a shop's own labels a message carries, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Classified:
    """`labels` is empty or "oos" when nothing fits. `confidence` is the chance of being right; `tier` names who decided."""

    labels: tuple[str, ...]
    confidence: float
    ranking: tuple[tuple[str, float], ...]
    tier: str


class MessageClassifier(Protocol):
    async def classify(self, text: str, language: str, *, context: str | None = None) -> Classified:
        """`context` is the turn before: empty at the start of a conversation, None where nobody knows."""
        ...
