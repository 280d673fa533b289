"""One flow under way: what is known so far. Where it stands is not kept but follows from that, so nothing can be stale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shopkeeper.domain.conversation.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """`done` maps a step to the digest of what it did; `results` holds what calls gave back.

    `last` is the slot filled last ("no, I meant 3"), `interrupted` the question that was open when the flow began.
    """

    flow: str
    slots: Mapping[str, object] = field(default_factory=dict[str, object])
    skipped: tuple[str, ...] = ()
    done: Mapping[str, str] = field(default_factory=dict[str, str])
    results: Mapping[str, Mapping[str, object]] = field(default_factory=dict[str, Mapping[str, object]])
    confirmed: Mapping[str, str] = field(default_factory=dict[str, str])
    last: str = ""
    missed: int = 0
    interrupted: Question | None = None

    @property
    def is_fresh(self) -> bool:
        """Whether the shopper has told nothing yet."""
        return not self.slots and not self.skipped
