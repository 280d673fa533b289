"""A conversation's history as messages: what was said, by whom and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from shopkeeper.domain.conversation.events import OperatorReplied, Replied, Reworded, TurnTaken
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
        case OperatorReplied(text=text):
            return {"id": f"m{recorded.sequence}", "role": "operator", "at": at, "text": text, "parts": [], "blocks": []}
        case _:
            return None


def messages_of(story: Iterable[RecordedEvent]) -> Sequence[Mapping[str, object]]:
    """The messages of a conversation in order, each in the words in which it went out."""
    recorded = list(story)
    reworded = {entry.event.turn_id: entry.event.text for entry in recorded if isinstance(entry.event, Reworded)}
    messages: list[Mapping[str, object]] = []
    for entry in recorded:
        message = message_of(entry)
        if message is None:
            continue
        sent = reworded.get(entry.event.turn_id) if isinstance(entry.event, Replied) and entry.event.turn_id else None
        messages.append({**message, "text": sent} if sent is not None else message)
    return messages
