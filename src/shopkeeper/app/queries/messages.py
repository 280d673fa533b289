"""A conversation's history as messages: what was said, by whom and when."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.domain.conversation.events import Replied, TurnTaken
from shopkeeper.ports.conversation_store import RecordedEvent


def message_of(recorded: RecordedEvent) -> Mapping[str, object] | None:
    """A history message, for the events that are one."""
    event = recorded.event
    at = recorded.at.isoformat()
    match event:
        case TurnTaken(parts=parts):
            text = "\n".join(str(part.get("text", "")) for part in parts if part.get("type") == "text")
            return {"id": f"m{recorded.sequence}", "role": "shopper", "at": at, "text": text, "parts": list(parts), "blocks": []}
        case Replied(text=text, blocks=blocks):
            return {"id": f"m{recorded.sequence}", "role": "assistant", "at": at, "text": text, "parts": [], "blocks": list(blocks)}
        case _:
            return None
