"""What the assistant decides to do about an act: run a command, tell, ask one thing, or hand over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.conversation.flow_events import FlowEvent
from shopkeeper.domain.conversation.state import Focus, Question
from shopkeeper.domain.core.ids import BookingId, MandateId, OrderNumber, Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.acts import Act
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy.command import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One product to show; `sku` when one variant is meant, `reason` a reply key with facts."""

    listing: Listing
    sku: Sku | None = None
    reason: Say | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowProducts:
    cards: tuple[Card, ...]
    layout: Literal["cards", "list", "compare"] = "cards"
    limit: Money | None = None
    """What each of them had to cost less than."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceCard:
    """`label` is a finished text (a record's own words) or a reply key to be put into words."""

    value: str
    label: str | Say
    detail: Say | None = None
    sku: Sku | None = None
    disabled: bool = False
    crop: tuple[int, tuple[float, float, float, float]] | None = None
    """Part of the message and box (left, top, right, bottom as shares) of the photo that this choice is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowChoices:
    choices: tuple[ChoiceCard, ...]
    style: Literal["chips", "list"] = "chips"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCart:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowTeach:
    """The offer to let the shop learn from a photo that was told to show `sku`."""

    sha256: str
    sku: Sku


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCheckout:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowOrder:
    number: OrderNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowReturn:
    """The newest return of the conversation for this order."""

    order_number: OrderNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBooking:
    """A booking (None: the conversation's newest). `others` are further windows that can be tapped: (start in ISO 8601, staff)."""

    booking_id: BookingId | None = None
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowMandate:
    """What the shop may buy for the customer, with its limits and how to stop it."""

    mandate_id: MandateId


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    title: str
    text: str
    clause_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowNotice:
    say: Say
    level: Literal["info", "success", "warning", "error"] = "info"


Show: TypeAlias = (
    ShowProducts
    | ShowChoices
    | ShowCart
    | ShowCheckout
    | ShowOrder
    | ShowReturn
    | ShowBooking
    | ShowMandate
    | Cite
    | ShowNotice
    | ShowTeach
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Do:
    """Run `command` if the gate permits; `then` is said when it ran, with the facts it returned added."""

    command: Command
    then: Say | None = None
    focus: Focus | None = None
    shows: tuple[Show, ...] = ()
    confirmed: str | None = None
    """The digest of this very command, when the shopper has said yes to it."""
    step: str = ""
    """The step of the flow under way that this is, with the digest of what it was told to do."""
    step_digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    says: tuple[Say, ...] = ()
    shows: tuple[Show, ...] = ()
    focus: Focus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    question: Question
    say: Say
    shows: tuple[Show, ...] = ()
    focus: Focus | None = None
    before: tuple[Say, ...] = ()
    """What has to be known to answer, said ahead of the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """The open question is answered or given up."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """Another act to decide about, once what stands before it is done."""

    act: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckBudget:
    """Say how the cart's total compares with what the shopper wants to spend."""

    limit: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something happened to the flow under way."""

    event: FlowEvent


Decision: TypeAlias = Do | Tell | Ask | Close | Next | CheckBudget | Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Decisions in order, for one act."""

    decisions: tuple[Decision, ...] = ()
    notes: Mapping[str, object] = field(default_factory=dict[str, object])


def plan(*decisions: Decision) -> Plan:
    return Plan(decisions=decisions)
