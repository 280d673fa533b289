"""What can happen in a conversation. Events are append-only; `apply` folds one into the state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias, assert_never

from shopkeeper.domain.catalog.labels import language_of
from shopkeeper.domain.conversation import flow_events
from shopkeeper.domain.conversation.flow_events import (
    CallDone,
    FlowConfirmed,
    FlowEnded,
    FlowRestarted,
    FlowStarted,
    SlotFilled,
    SlotMissed,
    SlotsForgotten,
    SlotSkipped,
    StepDone,
)
from shopkeeper.domain.conversation.state import ConversationState, Focus, HandoffState, Question, Shown
from shopkeeper.domain.core.ids import CartId, CheckoutId, ConversationId, CustomerId, OrderNumber, TurnId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationStarted:
    type: Literal["conversation_started"] = "conversation_started"
    conversation_id: ConversationId
    cart_id: CartId
    locale: str
    storefront: str
    customer_id: CustomerId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnTaken:
    """A shopper's message was understood. `parts` is what the history shows (text, media digests, taps)."""

    type: Literal["turn_taken"] = "turn_taken"
    turn_id: TurnId
    language: str
    parts: tuple[Mapping[str, object], ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied:
    """The assistant answered (or spoke unasked, when `turn_id` is None)."""

    type: Literal["replied"] = "replied"
    turn_id: TurnId | None
    text: str
    blocks: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """The reply to a turn went out in other words, which say the same."""

    type: Literal["reworded"] = "reworded"
    turn_id: TurnId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGiven:
    """Something that is said once in a conversation was said."""

    type: Literal["notice_given"] = "notice_given"
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeStated:
    """The shopper said how old they are."""

    type: Literal["age_stated"] = "age_stated"
    age: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AllergyStated:
    """The shopper said what somebody must not eat; every later search of the conversation keeps to it."""

    type: Literal["allergy_stated"] = "allergy_stated"
    allergen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WishNoted:
    """The shopper said how the order should be packed or handed over; kept for the order that comes of it."""

    type: Literal["wish_noted"] = "wish_noted"
    topic: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductsShown:
    type: Literal["products_shown"] = "products_shown"
    shown: tuple[Shown, ...]
    limit_minor: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusMoved:
    type: Literal["focus_moved"] = "focus_moved"
    focus: Focus | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAsked:
    type: Literal["question_asked"] = "question_asked"
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPostponed:
    """A second question of one turn: it waits until the first is settled, so that what it was about is not lost."""

    type: Literal["question_postponed"] = "question_postponed"
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionClosed:
    """Answered, overtaken or given up."""

    type: Literal["question_closed"] = "question_closed"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandRan:
    """A permitted command changed something; `facts` is what staff and tests may read of it."""

    type: Literal["command_ran"] = "command_ran"
    command: str
    facts: Mapping[str, object]
    rule_versions: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandRefused:
    type: Literal["command_refused"] = "command_refused"
    command: str
    code: str
    rule: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckoutOpened:
    type: Literal["checkout_opened"] = "checkout_opened"
    checkout_id: CheckoutId


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckoutClosed:
    type: Literal["checkout_closed"] = "checkout_closed"
    checkout_id: CheckoutId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPlaced:
    type: Literal["order_placed"] = "order_placed"
    checkout_id: CheckoutId
    order_number: OrderNumber
    next_cart_id: CartId
    """The cart was bought; the conversation goes on with this empty one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffChanged:
    type: Literal["handoff_changed"] = "handoff_changed"
    state: HandoffState
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorReplied:
    """A person answered; never part of a turn."""

    type: Literal["operator_replied"] = "operator_replied"
    turn_id: None = None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataErased:
    """The customer was forgotten: the conversation goes on as that of a guest, without what was said before."""

    type: Literal["data_erased"] = "data_erased"
    certificate: str


ConversationEvent: TypeAlias = (
    ConversationStarted
    | TurnTaken
    | Replied
    | Reworded
    | NoticeGiven
    | AgeStated
    | AllergyStated
    | WishNoted
    | ProductsShown
    | FocusMoved
    | QuestionAsked
    | QuestionPostponed
    | QuestionClosed
    | CommandRan
    | CommandRefused
    | CheckoutOpened
    | CheckoutClosed
    | OrderPlaced
    | HandoffChanged
    | FlowStarted
    | SlotFilled
    | SlotSkipped
    | SlotMissed
    | SlotsForgotten
    | FlowConfirmed
    | StepDone
    | CallDone
    | FlowRestarted
    | FlowEnded
    | OperatorReplied
    | DataErased
)


RETURNING = frozenset({"DraftReturn", "ConfirmReturn"})
"""Commands that send something of an order back."""

MOST_SEEN = 60
"""Products that are remembered as shown."""

DROPPING = frozenset({"canceled", "start_over"})
"""Closings after which what waited to be asked is no longer wanted either."""


def start(event: ConversationStarted) -> ConversationState:
    return ConversationState(
        id=event.conversation_id,
        cart_id=event.cart_id,
        version=1,
        locale=event.locale,
        language=language_of(event.locale),
        storefront=event.storefront,
        customer_id=event.customer_id,
    )


def apply(state: ConversationState, event: ConversationEvent) -> ConversationState:
    """The state after `event`; total over all events, no clock, no I/O."""
    return replace(state, version=state.version + 1, **_changes(state, event))


def fold(state: ConversationState, events: Iterable[ConversationEvent]) -> ConversationState:
    """The state after all of `events`; most only count, and are counted together."""
    counted = 0
    for event in events:
        counted += 1
        changes = _changes(state, event)
        if changes:
            state, counted = replace(state, version=state.version + counted, **changes), 0
    return replace(state, version=state.version + counted) if counted else state


def _changes(state: ConversationState, event: ConversationEvent) -> dict[str, Any]:
    """The fields of the state that `event` sets."""
    match event:
        case ConversationStarted() | Replied() | Reworded() | CommandRefused() | OperatorReplied():
            return {}
        case CommandRan():
            number = event.facts.get("number") if event.command in RETURNING else None
            return {"returning": OrderNumber(number) if isinstance(number, str) else None}
        case TurnTaken():
            return {"language": event.language, "turns": state.turns + 1}
        case NoticeGiven():
            return {"notices": (*state.notices, event.key)}
        case AgeStated():
            return {"stated_age": event.age if state.stated_age is None else min(event.age, state.stated_age)}
        case AllergyStated():
            return {"avoids": tuple(dict.fromkeys((*state.avoids, event.allergen)))}
        case WishNoted():
            return {"wishes": _with_wish(state.wishes, event.topic, event.text)}
        case ProductsShown():
            seen = dict.fromkeys((*state.seen, *(one.product_id for one in event.shown)))
            return {"shown": event.shown, "shown_limit": event.limit_minor, "seen": tuple(seen)[-MOST_SEEN:]}
        case FocusMoved():
            return {"focus": event.focus}
        case QuestionAsked():
            return {"question": event.question, "postponed": tuple(one for one in state.postponed if not one.is_same(event.question))}
        case QuestionPostponed():
            return {"postponed": (*state.postponed, event.question)}
        case QuestionClosed():
            return {"question": None, **({"postponed": ()} if event.reason in DROPPING else {})}
        case CheckoutOpened():
            return {"checkout_id": event.checkout_id}
        case CheckoutClosed():
            return {"checkout_id": None}
        case OrderPlaced():
            return {
                "checkout_id": None,
                "cart_id": event.next_cart_id,
                "last_order": event.order_number,
                "question": None,
                "postponed": (),
                "focus": None,
                "wishes": (),
            }
        case HandoffChanged():
            # What was asked before a person came is theirs to go on with.
            return {"handoff": event.state, **({"question": None, "postponed": ()} if event.state is HandoffState.OPERATOR else {})}
        case DataErased():
            forgotten = {
                "customer_id": None,
                "checkout_id": None,
                "question": None,
                "focus": None,
                "shown": (),
                "seen": (),
                "returning": None,
                "last_order": None,
            }
            return {**forgotten, "stated_age": None, "avoids": (), "wishes": (), "stack": (), "postponed": ()}
        case (
            FlowStarted()
            | SlotFilled()
            | SlotSkipped()
            | SlotMissed()
            | SlotsForgotten()
            | FlowConfirmed()
            | StepDone()
            | CallDone()
            | FlowRestarted()
            | FlowEnded()
        ):
            return {"stack": flow_events.fold(state.stack, event)}
        case _:
            assert_never(event)


def _with_wish(wishes: tuple[tuple[str, str], ...], topic: str, text: str) -> tuple[tuple[str, str], ...]:
    """The last word on each topic counts; an empty one takes the wish back."""
    others = tuple(wish for wish in wishes if wish[0] != topic)
    return (*others, (topic, text)) if text else others


def replay(events: Iterable[ConversationEvent]) -> ConversationState:
    """The state from its whole story; raises ValueError when the story does not begin with a start."""
    story = iter(events)
    first = next(story, None)
    if not isinstance(first, ConversationStarted):
        raise ValueError("a conversation begins with conversation_started")
    return fold(start(first), story)
