"""Card numbers leave a message before it is stored, logged, understood or shown to a model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never, cast

from shopkeeper.domain.conversation.card_numbers import mask_card_numbers, mask_rest_of_split
from shopkeeper.domain.conversation.events import TurnTaken
from shopkeeper.domain.conversation.message import ActionPart, IncomingMessage, MediaPart, Part, TextPart
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.dialogue.photo import PhotoReading
from shopkeeper.ports.storage import Transaction

LOOK_BACK = 40
"""Events: enough for the messages over which somebody spreads a number."""

MACHINE_MADE = frozenset({"digest", "line_id", "sku", "product_id", "store_id", "checkout_id", "code"})
CARD_SHOWN = "privacy.card_photo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unburdened:
    """`masked` is how many card numbers were taken out."""

    message: IncomingMessage
    masked: int


def unburden(message: IncomingMessage, state: ConversationState, tx: Transaction) -> Unburdened:
    """The message as it may be kept. A number spread over messages is looked for where this one begins with digits."""
    cleaned = [_clean(part) for part in message.parts]
    parts, count = [part for part, _ in cleaned], sum(found for _, found in cleaned)
    first = next((at for at, part in enumerate(parts) if isinstance(part, TextPart) and part.text.strip()), None)
    if first is not None and not count:
        text = cast("TextPart", parts[first]).text
        if text.lstrip(" #.,:-").lstrip()[:1].isdecimal():
            rest = mask_rest_of_split(_said_before(state, tx), text)
            parts[first], count = TextPart(text=rest.text), rest.count
    return Unburdened(message=replace(message, parts=tuple(parts)) if count else message, masked=count)


def unburden_photo(reading: PhotoReading) -> PhotoReading:
    """The reading as it may be kept: of a photo with a card number on it, nothing is."""
    shown = "\n".join(reading.lines)
    if not mask_card_numbers(shown).count:
        return reading
    return PhotoReading(part=reading.part, sha256=reading.sha256, notice=CARD_SHOWN)


def _clean(part: Part) -> tuple[Part, int]:
    match part:
        case TextPart():
            masked = mask_card_numbers(part.text)
            return replace(part, text=masked.text), masked.count
        case ActionPart():
            fields, count = _clean_fields(part.fields)
            return replace(part, fields=fields), count
        case MediaPart():
            masked = mask_card_numbers(part.file_name or "")
            return (replace(part, file_name=masked.text), masked.count) if masked.count else (part, 0)
        case _:
            assert_never(part)


def _clean_fields(fields: Mapping[str, object]) -> tuple[dict[str, object], int]:
    """What a person typed into a card's form; ids and digests are left as they are."""
    cleaned: dict[str, object] = {}
    count = 0
    for name, value in fields.items():
        found = 0
        cleaned[name] = value
        if isinstance(value, str) and name not in MACHINE_MADE:
            masked = mask_card_numbers(value)
            cleaned[name], found = masked.text, masked.count
        elif isinstance(value, Mapping):
            cleaned[name], found = _clean_fields(cast("Mapping[str, object]", value))
        count += found
    return cleaned, count


def _said_before(state: ConversationState, tx: Transaction) -> Sequence[str]:
    """The texts of the messages before this one, oldest first."""
    recorded = tx.conversations.events(state.id, after=max(0, state.version - LOOK_BACK))
    taken = (entry.event for entry in recorded if isinstance(entry.event, TurnTaken))
    return [str(part.get("text", "")) for event in taken for part in event.parts if part.get("type") == "text"]
