"""What running a command came to: facts for the reply, events for the story, effects for the outbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shopkeeper.domain.conversation.events import ConversationEvent
from shopkeeper.ports.outbox import QueuedEffect


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """`events` are folded into the conversation by the turn; `effects` go to the outbox in the same transaction."""

    facts: Mapping[str, object] = field(default_factory=dict[str, object])
    events: tuple[ConversationEvent, ...] = ()
    effects: tuple[QueuedEffect, ...] = ()
