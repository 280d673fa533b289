"""Messages nobody was sure about, kept for a person to label; what they say becomes training examples."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shopkeeper.domain.core.ids import ConversationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """`text` is redacted before it comes here. `guess` is what it was taken for, empty = nothing.

    `conversation_id` is where it was said, so that it goes when that is erased; empty in what earlier versions kept.
    """

    text: str
    language: str
    guess: str
    confidence: float
    at: datetime
    conversation_id: str = ""


class LabelQueue(Protocol):
    def add(self, doubt: Doubt) -> None:
        """Keep it; a full queue or the same text again is not an error and changes nothing."""
        ...

    def forget(self, conversation_id: ConversationId) -> int:
        """Erase what was said in one conversation; how many messages that were."""
        ...

    def all(self) -> Iterable[Doubt]: ...
