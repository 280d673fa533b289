"""What a turn was understood to mean: acts in the order they were said, slots with their sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shopkeeper.domain.dialogue.acts import Act
from shopkeeper.domain.dialogue.say import Say


class Source(StrEnum):
    TEXT = "text"
    IMAGE = "image"
    AUDIO = "audio"
    ACTION = "action"
    CONTEXT = "context"


class Signal(StrEnum):
    """What the tone and the words of a message tell beside its acts; the value of a slot called "signal"."""

    ANGER = "anger"
    URGENCY = "urgency"
    LEGAL = "legal"
    INJURY = "injury"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotValue:
    """`span` is a half-open character range in the source part's text, where it has text."""

    name: str
    value: object
    source: Source
    confidence: float
    part: int | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """`tier` names who answered (action, rules, classifier, vectors, model); `evidence` explains it in the trace.

    `proposed` acts are a model's reading. They are worked through after `acts`, and none of them can stand for the
    shopper's own yes. `asides` are said before anything else: a number read back, a yes that was not heard surely.
    """

    acts: tuple[Act, ...]
    proposed: tuple[Act, ...] = ()
    slots: tuple[SlotValue, ...] = ()
    asides: tuple[Say, ...] = ()
    language: str = "en"
    tier: str = "rules"
    confidence: float = 1.0
    evidence: Mapping[str, object] = field(default_factory=dict[str, object])
