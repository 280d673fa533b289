"""Whether a photo was sent in a conversation, by the conversation's events: after an erasure none was."""

from __future__ import annotations

from shopkeeper.domain.conversation.events import TurnTaken
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.ports.storage import Transaction

FIND_MARKS, LEARN_PHOTO = "find_marks", "learn_photo"
"""The effects that look through a photo after the answer, and that learn from one that was confirmed."""


def was_sent(conversation_id: ConversationId, sha256: str, tx: Transaction) -> bool:
    events = (recorded.event for recorded in tx.conversations.events(conversation_id))
    return any(isinstance(event, TurnTaken) and any(part.get("sha256") == sha256 for part in event.parts) for event in events)
