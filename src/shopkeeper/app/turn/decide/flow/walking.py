"""What comes next in a flow: a pure function of what is known, and of nothing else, so that a correction leaves nothing stale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from shopkeeper.app.turn.decide.flow.asking import ask_confirm, ask_slot
from shopkeeper.app.turn.decide.flow.values import flow_facts, holds, told, worth
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.conversation.flow_events import FlowEnded, FlowStarted, SlotsForgotten, StepDone
from shopkeeper.domain.conversation.frame import Frame
from shopkeeper.domain.core.digest import digest_of
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Decision, Do, Note
from shopkeeper.domain.dialogue.decision import Tell as TellNow
from shopkeeper.domain.dialogue.flow.acting import make_act
from shopkeeper.domain.dialogue.flow.flow import Branch, Call, Collect, Confirm, DoAct, Flow, FlowFacts, Forget, Link, Step, Tell
from shopkeeper.domain.dialogue.say import Say

ONCE = "once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Decisions to carry out, then an act to decide about as if the shopper had said it."""

    decisions: tuple[Decision, ...] = ()
    act: acts.Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    flow: Flow
    frame: Frame
    facts: Facts
    given: FlowFacts


def following(flow: Flow, frame: Frame, facts: Facts) -> Move:
    """The one next thing; a flow with nothing left to do ends."""
    walk = _Walk(flow=flow, frame=frame, facts=facts, given=flow_facts(flow, frame, facts))
    found = _first(walk, flow.steps, ONCE)
    return found if found is not None else _end(walk, "done")


def _end(walk: _Walk, reason: str) -> Move:
    return Move(decisions=(Note(event=FlowEnded(flow=walk.flow.id, reason=reason)),))


def _first(walk: _Walk, steps: Sequence[Step], round_: str) -> Move | None:
    for step in steps:
        move = _of(walk, step, round_)
        if move is not None:
            return move
    return None


def _of(walk: _Walk, step: Step, round_: str) -> Move | None:
    """What `step` still wants; None when it is through. `round_` tells one run through refused steps from the next."""
    frame = walk.frame
    match step:
        case Collect(slot=name):
            known = name in frame.slots or name in frame.skipped
            return None if known else Move(decisions=(ask_slot(walk.flow, walk.flow.slots[name], frame, walk.facts),))
        case Branch(cases=cases):
            chosen = next((case for case in cases if case.when is None or holds(case.when, walk.given)), None)
            return _first(walk, chosen.steps, round_) if chosen else None
        case Confirm():
            digest = digest_of(frame.slots)
            return (
                None
                if frame.confirmed.get(step.id) == digest
                else Move(decisions=(ask_confirm(walk.flow, step, digest, frame, walk.facts),))
            )
        case Tell(key=key):
            say = TellNow(says=(Say(key=key, facts=told(walk.flow, frame, walk.facts)),))
            return _once(walk, step.id, round_, (say,))
        case Forget(slots=slots):
            gone = Note(event=SlotsForgotten(flow=walk.flow.id, slots=slots, step=step.id, digest=round_))
            return None if frame.done.get(step.id) == round_ else Move(decisions=(gone,))
        case DoAct():
            values = _arguments(walk, step)
            digest = digest_of(values)
            done = Note(event=StepDone(flow=walk.flow.id, step=step.id, digest=digest))
            return None if frame.done.get(step.id) == digest else Move(decisions=(done,), act=make_act(step.act, values))
        case Link():
            given = {name: value for name, value in _arguments(walk, step).items() if value is not None}
            return _once(walk, step.id, round_, (Note(event=FlowStarted(flow=step.flow, given=given)),))
        case Call():
            return _call(walk, step)
        case _:
            assert_never(step)


def _once(walk: _Walk, step_id: str, round_: str, decisions: tuple[Decision, ...]) -> Move | None:
    if walk.frame.done.get(step_id) == round_:
        return None
    return Move(decisions=(Note(event=StepDone(flow=walk.flow.id, step=step_id, digest=round_)), *decisions))


def _arguments(walk: _Walk, step: Call | DoAct | Link) -> Mapping[str, object]:
    return {name: worth(expression, walk.given) for name, expression in step.arguments.items()}


def _call(walk: _Walk, step: Call) -> Move | None:
    """A command runs once for what it is told; when it was refused the steps under `refused` follow, or the flow ends."""
    state = walk.facts.state
    values = {
        "cart_id": state.cart_id,
        "conversation_id": state.id,
        "customer_id": state.customer_id,
        "checkout_id": state.checkout_id,
        **_arguments(walk, step),
    }
    digest = digest_of(values)
    if walk.frame.done.get(step.id) == digest:
        if walk.frame.results.get(step.id, {}).get("ok"):
            return None
        return _first(walk, step.refused, digest) or _end(walk, "refused")
    try:
        command = step.make(values)
    except InvalidInput:
        sorry = TellNow(says=(Say(key="flow.cannot", facts=told(walk.flow, walk.frame, walk.facts)),))
        return Move(decisions=(sorry, *_end(walk, "given_up").decisions))
    then = Say(key=step.then, facts=told(walk.flow, walk.frame, walk.facts)) if step.then else None
    return Move(decisions=(Do(command=command, then=then, step=step.id, step_digest=digest, confirmed=walk.frame.confirmed.get(step.id)),))
