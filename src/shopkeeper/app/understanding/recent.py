"""What was said last in each conversation under way: what a correction corrects, and what an answer answers."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from shopkeeper.domain.core.ids import ConversationId

AT_MOST = 2_000
"""Conversations remembered; the one silent longest is forgotten first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """`text` is redacted. `guess` is the label it was taken for, empty = none."""

    text: str
    language: str
    guess: str
    confidence: float


class Recent:
    """In this process's memory only: a lost word is one message fewer to label."""

    def __init__(self) -> None:
        self._said: OrderedDict[ConversationId, Said] = OrderedDict()

    def of(self, conversation: ConversationId) -> Said | None:
        return self._said.get(conversation)

    def forget(self, conversation_id: ConversationId) -> int:
        """Let go of what was said in one conversation; how many messages that were."""
        return int(self._said.pop(conversation_id, None) is not None)

    def note(self, conversation: ConversationId, said: Said | None) -> None:
        self._said.pop(conversation, None)
        if said is None:
            return
        self._said[conversation] = said
        if len(self._said) > AT_MOST:
            self._said.popitem(last=False)
