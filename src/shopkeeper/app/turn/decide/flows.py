"""What to do about acts that begin, answer, correct or end a flow."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.app.turn.decide.flow.asking import CHANGE, CONFIRM, SKIP, SLOT, ask_change
from shopkeeper.app.turn.decide.flow.fitting import Fits, Fitting, Misfit, fitted, product_fitted
from shopkeeper.app.turn.decide.flow.values import title, told
from shopkeeper.app.turn.decide.proposal import ask_first
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.conversation.flow_events import (
    FlowConfirmed,
    FlowEnded,
    FlowRestarted,
    FlowStarted,
    SlotFilled,
    SlotMissed,
    SlotsForgotten,
    SlotSkipped,
)
from shopkeeper.domain.conversation.frame import Frame
from shopkeeper.domain.conversation.state import Question
from shopkeeper.domain.core.digest import plain
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, Close, Decision, Note, Plan, Tell, plan
from shopkeeper.domain.dialogue.flow.flow import Flow, FlowSlot, GiveUp
from shopkeeper.domain.dialogue.say import Say


def current(facts: Facts) -> tuple[Flow, Frame] | None:
    """The flow on top of the stack."""
    frame = facts.state.stack[-1] if facts.state.stack else None
    flow = facts.flows.get(frame.flow) if frame else None
    return (flow, frame) if flow is not None and frame is not None else None


def is_asked(facts: Facts, *topics: str) -> bool:
    """Whether the open question is one of the flow's."""
    question = facts.state.question
    return question is not None and question.topic in (topics or (SLOT, CONFIRM, CHANGE)) and current(facts) is not None


def start(act: acts.StartFlow, facts: Facts) -> Plan:
    """A flow already under way only hears what was said along with it."""
    flow = facts.flows.get(act.flow)
    if flow is None:
        return plan(Tell(says=(Say(key="unknown.plain"),)))
    under_way = current(facts)
    if under_way is not None and under_way[0].id == flow.id:
        frame = under_way[1]
        return Plan(decisions=tuple(_filled(flow, frame, name, value) for name, value in _given(flow, frame, act, facts).items()))
    if any(frame.flow == flow.id for frame in facts.state.stack):
        return plan(Tell(says=(Say(key="flow.waits", facts={"flow": title(flow, facts)}),)))
    given = _given(flow, Frame(flow=flow.id), act, facts)
    question = facts.state.question
    interrupted = question if question is not None and not is_asked(facts) else None
    return plan(Note(event=FlowStarted(flow=flow.id, given=given, interrupted=interrupted)))


def _given(flow: Flow, frame: Frame, act: acts.StartFlow, facts: Facts) -> dict[str, object]:
    """What was said along and fits; the rest is asked for."""
    found: dict[str, object] = {}
    for name, slot in flow.slots.items():
        if name in act.references:
            fits = product_fitted(flow, frame, slot, act.references[name], facts)
        elif name in act.given:
            fits = fitted(flow, frame, slot, act.given[name], facts)
        else:
            continue
        if isinstance(fits, Fits):
            found[name] = plain(fits.value)
    return found


def give(act: acts.GiveSlot, facts: Facts) -> Plan:
    here = current(facts)
    slot = here[0].slots.get(act.slot) if here else None
    if here is None or slot is None:
        return plan(Tell(says=(Say(key="unknown.plain"),)))
    flow, frame = here
    fits: Fitting = (
        product_fitted(flow, frame, slot, act.reference, facts)
        if act.reference is not None
        else fitted(flow, frame, slot, act.value, facts)
    )
    if isinstance(fits, Fits) and act.corrects:
        return plan(_filled(flow, frame, slot.name, plain(fits.value)), Tell(says=(Say(key="flow.changed"),)))
    return _taken(flow, frame, slot, fits, facts)


def _taken(flow: Flow, frame: Frame, slot: FlowSlot, fits: Fitting, facts: Facts) -> Plan:
    match fits:
        case Fits(value=value):
            return plan(_filled(flow, frame, slot.name, plain(value)))
        case Misfit(say=say):
            return _missed(flow, frame, slot.name, say, facts)
        case Ask():
            return plan(fits)


def _filled(flow: Flow, frame: Frame, name: str, value: object) -> Decision:
    dropped = () if frame.slots.get(name) == value else tuple(sorted(_hanging_on(flow, name) & frame.slots.keys()))
    return Note(event=SlotFilled(flow=flow.id, slot=name, value=value, dropped=dropped))


def _hanging_on(flow: Flow, name: str) -> set[str]:
    """Slots that hang on `name`, also through others."""
    found: set[str] = set()
    while more := {slot.name for slot in flow.slots.values() if {name, *found} & set(slot.depends_on)} - found:
        found |= more
    return found


def answered(question: Question, value: str, facts: Facts) -> Plan:
    """A tap, or words that name a choice."""
    here = current(facts)
    if here is None:
        return plan(Tell(says=(Say(key="choose.what"),)))
    flow, frame = here
    if question.topic == CONFIRM:
        return agreed(facts) if value == "yes" else plan(ask_change(flow, frame, facts))
    if question.topic == CHANGE:
        return plan(Note(event=SlotsForgotten(flow=flow.id, slots=(value,))))
    slot = flow.slots.get(str(question.context.get("slot", "")))
    if slot is None:
        return plan(Tell(says=(Say(key="choose.what"),)))
    if value == SKIP:
        return skip(facts)
    return _taken(flow, frame, slot, fitted(flow, frame, slot, value, facts), facts)


def agreed(facts: Facts) -> Plan:
    """Yes to everything as it was shown."""
    here, question = current(facts), facts.state.question
    if here is None or question is None or question.topic != CONFIRM:
        return not_understood(facts)
    step, digest = str(question.context.get("step")), str(question.context.get("digest"))
    return plan(Note(event=FlowConfirmed(flow=here[0].id, step=step, digest=digest)))


def declined(facts: Facts) -> Plan:
    """No to everything asks what to change; no to a single question leaves it out."""
    here = current(facts)
    if here is not None and is_asked(facts, CONFIRM):
        return plan(ask_change(*here, facts))
    return skip(facts)


def correct(act: acts.Correct, facts: Facts) -> Plan:
    here = current(facts)
    if here is None:
        return plan(Tell(says=(Say(key="unknown.plain"),)))
    flow, frame = here
    name = act.slot or frame.last
    if name not in frame.slots:
        return plan(ask_change(flow, frame, facts)) if frame.slots else plan(Tell(says=(Say(key="unknown.plain"),)))
    return plan(Note(event=SlotsForgotten(flow=flow.id, slots=(name,))))


def skip(facts: Facts) -> Plan:
    here, slot = current(facts), _asked_slot(facts)
    if here is None:
        return plan(Tell(says=(Say(key="decline.fine"),)))
    if slot is None:
        return plan(Tell(says=(Say(key="skip.needed"),)))
    flow, frame = here
    if slot.optional:
        return plan(Note(event=SlotSkipped(flow=flow.id, slot=slot.name)))
    why = Say(key=slot.why, facts=told(flow, frame, facts)) if slot.why else Say(key="skip.needed")
    return _missed(flow, frame, slot.name, why, facts)


def clarify(facts: Facts) -> Plan:
    """Why it is asked, or what would be an answer."""
    here, slot = current(facts), _asked_slot(facts)
    if here is None or slot is None:
        return plan(Tell(says=(Say(key="clarify.yes_no"),)))
    if slot.why:
        return plan(Tell(says=(Say(key=slot.why, facts=told(*here, facts)),)))
    return plan(Tell(says=(Say(key=f"flow.invalid_{slot.type.value}"),)))


def not_understood(facts: Facts) -> Plan:
    """Words that answer nothing: what would be an answer is said, and asked for again, until it is too often."""
    here, slot = current(facts), _asked_slot(facts)
    if here is None:
        return plan(Tell(says=(Say(key="unknown.plain"),)))
    say = (
        Say(key=slot.invalid or f"flow.invalid_{slot.type.value}", facts={**told(*here, facts), "said": ""})
        if slot
        else Say(key="clarify.yes_no")
    )
    return _missed(*here, slot.name if slot else "", say, facts)


def _missed(flow: Flow, frame: Frame, name: str, say: Say, facts: Facts) -> Plan:
    note = Note(event=SlotMissed(flow=flow.id, slot=name))
    if frame.missed + 1 < flow.fallback.tries:
        return plan(note, Tell(says=(say,)))
    return plan(note, *_given_up(flow, facts))


def _given_up(flow: Flow, facts: Facts) -> Sequence[Decision]:
    over = (Close(reason="given_up"), Note(event=FlowEnded(flow=flow.id, reason="given_up")))
    said = Tell(says=(Say(key="flow.given_up", facts={"flow": title(flow, facts)}),))
    return (*over, said, *(ask_first(acts.AskPerson()).decisions if flow.fallback.then is GiveUp.PERSON else ()))


def _asked_slot(facts: Facts) -> FlowSlot | None:
    here, question = current(facts), facts.state.question
    return here[0].slots.get(str(question.context.get("slot", ""))) if here and question is not None and question.topic == SLOT else None


def cancel(facts: Facts) -> tuple[Decision, ...]:
    """Give up the flow on top; what it interrupted goes on."""
    here = current(facts)
    if here is None:
        return ()
    said = Tell(says=(Say(key="flow.canceled", facts={"flow": title(here[0], facts)}),))
    return (Close(reason="canceled"), Note(event=FlowEnded(flow=here[0].id, reason="canceled")), said)


def restart(facts: Facts) -> Plan | None:
    """From the beginning of the flow, when something was told already; None leaves it to the whole conversation."""
    here = current(facts)
    if here is None or here[1].is_fresh or not is_asked(facts):
        return None
    return plan(Close(reason="start_over"), Note(event=FlowRestarted(flow=here[0].id)), Tell(says=(Say(key="flow.restarted"),)))


def end_all(facts: Facts) -> tuple[Decision, ...]:
    return tuple(Note(event=FlowEnded(flow=frame.flow, reason="canceled")) for frame in reversed(facts.state.stack))
