"""What a conversation test consists of, once its file has been read: a set-up, steps, and what is expected after each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeAlias

from shopkeeper.testing.conversations.nodes import Place
from shopkeeper.testing.conversations.seen import Seen
from shopkeeper.testing.models.courteous import Script

SHOPPER = "shopper"
"""Who speaks where a step does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """`what` is the expectation's path, such as `cart.EGG-12`; without a `place` it is about the step as a whole."""

    what: str
    expected: object
    got: object
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One thing that must be true after a step. `inside`: only the shop's own records can tell."""

    name: str
    place: Place
    check: Callable[[Seen], Iterable[Mismatch]]
    inside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody in the test: a known customer by id, or a guest."""

    customer: str | None = None
    locale: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSetup:
    """The language model the shop knows: `kind` is a double that is put behind an endpoint, or the address of a real one.

    `script`: what a scripted model proposes for which message.
    """

    kind: str
    name: str = "double"
    profile: str = "vllm"
    script: Script = field(default_factory=dict[str, Sequence[Mapping[str, object]]])
    timeout_s: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    pack: str
    plugins: Path | None = None
    """Folder of the shop's own commands and flows, told in the file as relative to it."""
    clock: datetime
    speakers: Mapping[str, Speaker]
    settings: Mapping[str, int] = field(default_factory=dict[str, int])
    database: str | None = None
    payments: str | None = None
    """Only with this provider: `sandbox` or `stripe`."""
    model: ModelSetup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """One request: its parts as the wire has them. Values beginning with `$` are filled in from what was seen."""

    parts: tuple[Mapping[str, object], ...]
    key: str | None = None
    by: str = SHOPPER
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel:
    sends: tuple[Send, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveClock:
    to: datetime | None = None
    by: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something outside the conversation; `kind` is one of those in `happenings.py`."""

    kind: str
    facts: Mapping[str, object]
    by: str = SHOPPER


Doing: TypeAlias = Send | Parallel | MoveClock | Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    place: Place
    doing: Doing
    expectations: tuple[Expectation, ...] = ()
    repeat: int = 1
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationTest:
    """`forbidden` words must never be seen by the shopper, at any step."""

    name: str
    journey: str
    place: Place
    setup: Setup
    steps: tuple[Step, ...]
    forbidden: tuple[str, ...] = ()
    settles: bool = True
    """Whether the books must balance once everything outstanding has run its course."""
