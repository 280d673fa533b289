"""What can happen to the flows of a conversation, and how it changes the stack. All but a start are about the flow on top."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, assert_never

from shopkeeper.domain.conversation.frame import Frame
from shopkeeper.domain.conversation.question import Question

DEEPEST = 8
"""More flows than this do not wait for one another; the one that waited longest is forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowStarted:
    """`given` is known from the start. `behind`: it waits until the flow on top is through."""

    type: Literal["flow_started"] = "flow_started"
    flow: str
    given: Mapping[str, object] = field(default_factory=dict[str, object])
    behind: bool = False
    interrupted: Question | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotFilled:
    """`dropped` are slots that hung on the old value."""

    type: Literal["slot_filled"] = "slot_filled"
    flow: str
    slot: str
    value: object
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotSkipped:
    type: Literal["slot_skipped"] = "slot_skipped"
    flow: str
    slot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotMissed:
    """An answer did not fit the question."""

    type: Literal["slot_missed"] = "slot_missed"
    flow: str
    slot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotsForgotten:
    """Slots are to be asked again; `step` is the step that dropped them, when one did."""

    type: Literal["slots_forgotten"] = "slots_forgotten"
    flow: str
    slots: tuple[str, ...]
    step: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowConfirmed:
    """The shopper said yes to `step`, as it stood with `digest`."""

    type: Literal["flow_confirmed"] = "flow_confirmed"
    flow: str
    step: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    type: Literal["step_done"] = "step_done"
    flow: str
    step: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDone:
    """A command of the flow ran (`ok`) or was refused; `facts` is what it said about it."""

    type: Literal["call_done"] = "call_done"
    flow: str
    step: str
    digest: str
    ok: bool
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRestarted:
    type: Literal["flow_restarted"] = "flow_restarted"
    flow: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowEnded:
    """`reason`: done, canceled, refused, given_up or gone."""

    type: Literal["flow_ended"] = "flow_ended"
    flow: str
    reason: str


FlowEvent: TypeAlias = (
    FlowStarted | SlotFilled | SlotSkipped | SlotMissed | SlotsForgotten | FlowConfirmed | StepDone | CallDone | FlowRestarted | FlowEnded
)
Stack: TypeAlias = tuple[Frame, ...]


def fold(stack: Stack, event: FlowEvent) -> Stack:
    """The stack after `event`; an event about a flow that is not on top changes nothing."""
    if isinstance(event, FlowStarted):
        return _started(stack, event)
    if not stack or stack[-1].flow != event.flow:
        return stack
    if isinstance(event, FlowEnded):
        return stack[:-1]
    return (*stack[:-1], _changed(stack[-1], event))


def _started(stack: Stack, event: FlowStarted) -> Stack:
    frame = Frame(flow=event.flow, slots=event.given, interrupted=event.interrupted)
    if event.behind and stack:
        return (*stack[:-1], frame, stack[-1])[-DEEPEST:]
    return (*stack, frame)[-DEEPEST:]


def _changed(
    frame: Frame, event: SlotFilled | SlotSkipped | SlotMissed | SlotsForgotten | FlowConfirmed | StepDone | CallDone | FlowRestarted
) -> Frame:
    match event:
        case SlotFilled(slot=slot):
            kept = {name: value for name, value in frame.slots.items() if name not in event.dropped}
            skipped = tuple(name for name in frame.skipped if name != slot and name not in event.dropped)
            return replace(frame, slots={**kept, slot: event.value}, skipped=skipped, last=slot, missed=0)
        case SlotSkipped(slot=slot):
            return replace(frame, skipped=(*frame.skipped, slot), missed=0)
        case SlotMissed():
            return replace(frame, missed=frame.missed + 1)
        case SlotsForgotten(slots=gone):
            left = {name: value for name, value in frame.slots.items() if name not in gone}
            done = {**frame.done, event.step: event.digest} if event.step else frame.done
            return replace(frame, slots=left, skipped=tuple(name for name in frame.skipped if name not in gone), done=done, missed=0)
        case FlowConfirmed():
            return replace(frame, confirmed={**frame.confirmed, event.step: event.digest}, missed=0)
        case StepDone():
            return replace(frame, done={**frame.done, event.step: event.digest})
        case CallDone():
            result = {"ok": event.ok, **event.facts}
            return replace(frame, done={**frame.done, event.step: event.digest}, results={**frame.results, event.step: result})
        case FlowRestarted():
            return Frame(flow=frame.flow, interrupted=frame.interrupted)
        case _:
            assert_never(event)
