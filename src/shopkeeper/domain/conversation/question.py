"""The one open question of a conversation, and the answers it offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedChoice:
    """`value` is what a tap sends; `words` are what a shopper may say instead."""

    value: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The one open question. `topic` says which step asked; `context` is what that step needs to go on.

    Topics: variant, quantity, product, line, delivery, address, store, consent, clear_cart, conflict, permission, proposal, and of flows:
    flow (a slot), flow_confirm, flow_change. `reminded` counts how often it was asked again.
    """

    topic: str
    choices: tuple[OfferedChoice, ...] = ()
    context: Mapping[str, object] = field(default_factory=dict[str, object])
    reminded: int = 0

    def is_same(self, other: Question) -> bool:
        """Whether both ask the same thing, however often it was asked."""
        return (self.topic, self.context, self.choices) == (other.topic, other.context, other.choices)
