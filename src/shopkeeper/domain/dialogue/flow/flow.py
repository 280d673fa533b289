"""A flow as compiled values: slots to fill and steps to walk. It does nothing itself; its steps end in acts and commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

from shopkeeper.domain.policy.command import Command

FlowFacts: TypeAlias = Mapping[str, object]
"""What conditions and expressions may name: `slots`, `calls`, `customer`, `cart`, and `value` while a slot is checked."""

Condition: TypeAlias = Callable[[FlowFacts], bool]
"""Raises UnclearCondition when the facts do not answer it; that counts as no."""

Expression: TypeAlias = Callable[[FlowFacts], object]
MakeCommand: TypeAlias = Callable[[Mapping[str, object]], Command]
"""A command from plain values; raises InvalidInput when one does not fit."""


class SlotType(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    DATE_TIME = "date_time"
    MONEY = "money"
    EMAIL = "email"
    PHONE = "phone"
    ORDER = "order"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a choice. `label` is a reply key, `words` what shoppers may say for it."""

    value: str
    label: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowSlot:
    """One thing to know. `ask`, `why` and `invalid` are reply keys; `check` is over `value` and what is known.

    `called` are words a shopper may name it by ("the date"), so that it can be corrected. `of_variant`: a product slot wants one variant.
    """

    name: str
    type: SlotType
    ask: str
    why: str | None = None
    invalid: str | None = None
    check: Condition | None = None
    optional: bool = False
    options: tuple[Option, ...] = ()
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    depends_on: tuple[str, ...] = ()
    of_variant: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Collect:
    type: Literal["collect"] = "collect"
    id: str
    slot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """Says reply `key` with the slots as facts."""

    type: Literal["say"] = "say"
    id: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """Asks for a yes to everything known by then; a later change of it asks again."""

    type: Literal["confirm"] = "confirm"
    id: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Runs a command of the closed registry through the gate. `refused` is what follows when it is refused."""

    type: Literal["call"] = "call"
    id: str
    command: str
    make: MakeCommand
    arguments: Mapping[str, Expression]
    then: str | None = None
    refused: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DoAct:
    """Goes on as if the shopper had asked for `act` in so many words."""

    type: Literal["act"] = "act"
    id: str
    act: str
    arguments: Mapping[str, Expression]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Goes on with another flow, which gets `arguments` as known."""

    type: Literal["link"] = "link"
    id: str
    flow: str
    arguments: Mapping[str, Expression]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget:
    """Drops slots, so that they are asked again."""

    type: Literal["forget"] = "forget"
    id: str
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`when` None = else. `condition` is its text, for drawings."""

    when: Condition | None
    condition: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """The first case that holds; none is fine."""

    type: Literal["branch"] = "branch"
    id: str
    cases: tuple[Case, ...]


Step: TypeAlias = Collect | Tell | Confirm | Call | DoAct | Link | Forget | Branch


class GiveUp(StrEnum):
    """What happens when a question was answered beside the point too often."""

    PERSON = "person"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    tries: int = 3
    then: GiveUp = GiveUp.PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """`intents` are example sentences per language, `title` what the flow is called when it is talked about."""

    id: str
    version: int
    title: Mapping[str, str]
    intents: Mapping[str, tuple[str, ...]]
    slots: Mapping[str, FlowSlot]
    steps: tuple[Step, ...]
    fallback: Fallback = field(default_factory=Fallback)
    file: str = ""

    def all_steps(self) -> Iterator[Step]:
        return every_step(self.steps)


def every_step(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps with those inside them, in reading order."""
    for step in steps:
        yield step
        match step:
            case Branch(cases=cases):
                for case in cases:
                    yield from every_step(case.steps)
            case Call(refused=refused):
                yield from every_step(refused)
            case _:
                pass
