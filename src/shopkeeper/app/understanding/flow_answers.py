"""Answers inside a flow: the slot asked for, others said along, corrections, and what is about something else altogether."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shopkeeper.app.understanding.flow_acts import flow_of, said_along, started
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.app.understanding.slot_reading import Read, is_bare, read_slot
from shopkeeper.domain.conversation.frame import Frame
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.flow.flow import Flow, FlowSlot, SlotType
from shopkeeper.domain.dialogue.grammar.clauses import Clause, joined_clause, split_at
from shopkeeper.domain.dialogue.grammar.lexicon import phrase_key
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind
from shopkeeper.domain.dialogue.reference import ByWords

Compose = Callable[[Sequence[Clause]], list[acts.Act]]
"""What the shop's grammar reads in clauses."""

SHORT = 8
"""Words; a longer message without a question mark is the text that was asked for, whatever words it holds."""

REPAIRS = ("cancel", "start_over", "repeat", "clarify", "skip", "person", "help")
CORRECTING = ("change", "instead", "wrong")
COPULAS = frozenset(
    {"is", "are", "was", "should", "shall", "be", "to", "now", "ist", "sind", "soll", "sollen", "lautet", "sein"}
    | {"es", "son", "debe", "ser", "sea", "est", "sont", "doit", "是", "должен", "это"}
)
"""Words between the name of a slot and its value."""

UNMISTAKABLE = frozenset({SlotType.CHOICE, SlotType.ORDER, SlotType.EMAIL, SlotType.PHONE, SlotType.DATE_TIME, SlotType.MONEY})
_ASIDE = (
    acts.AskPolicy,
    acts.AskOrderStatus,
    acts.AskAboutProduct,
    acts.CompareProducts,
    acts.ShowCart,
    acts.CheckOut,
    acts.AskPerson,
    acts.Help,
)
_OWN = (acts.Cancel, acts.StartOver, acts.Repeat, acts.Clarify, acts.Skip)


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """The flow under way, what it asked for (None: a yes, or what to change), and how the rest of a message is read."""

    flow: Flow
    frame: Frame
    slot: FlowSlot | None
    compose: Compose


def flow_answer(scene: Scene, clauses: Sequence[Clause], compose: Compose) -> list[acts.Act]:
    """The acts of a message while a flow's question is open; empty when it has nothing to do with the flow."""
    state = scene.context.state
    question, frame = state.question, state.stack[-1] if state.stack else None
    flow = scene.flows.get(frame.flow) if frame else None
    if question is None or flow is None or frame is None or not question.topic.startswith("flow"):
        return []
    slot = flow.slots.get(str(question.context.get("slot", "")))
    clauses = [clause for clause in clauses if not is_bare(scene, clause)]
    if not clauses or _repairs(scene, clauses, slot):
        return []
    talk = Talk(flow=flow, frame=frame, slot=slot, compose=compose)
    return _corrected(scene, clauses, talk) or (_answered(scene, clauses, talk, slot) if slot else [])


def _words(scene: Scene, clauses: Sequence[Clause]) -> int:
    return sum(scene.reading.tokens[at].kind is not TokenKind.MARK for clause in clauses for at in range(clause.start, clause.end))


def _repairs(scene: Scene, clauses: Sequence[Clause], slot: FlowSlot | None) -> bool:
    """ "forget it", "what did you say?": about the talk itself, unless such words are part of a longer text that was asked for."""
    cue = next((cue for clause in clauses for cue in clause.cues if cue.kind in REPAIRS), None)
    if cue is None:
        return False
    said = _words(scene, clauses)
    if slot is not None and slot.type is SlotType.TEXT:
        return said <= SHORT and said - (cue.end - cue.start) <= 3
    return said <= SHORT or any(clause.asks for clause in clauses)


def _corrected(scene: Scene, clauses: Sequence[Clause], talk: Talk) -> list[acts.Act]:
    """ "no, I meant 3", "the order is 1041, not 1042", "that is wrong"."""
    flow, frame, slot = talk.flow, talk.frame, talk.slot
    first = clauses[0].cues[0] if clauses[0].cues else None
    marked = any(clause.first(*CORRECTING) for clause in clauses)
    denies = first is not None and first.kind in ("no", "not", "wrong") and first.start == clauses[0].start
    named = _named(scene, flow, frame)
    if not (marked or denies or (named is not None and named is not slot)):
        return []
    opens = first is not None and first.kind in CORRECTING and first.start == clauses[0].start
    if slot is not None and slot.type is SlotType.TEXT and not denies and (named is None or not (opens or _words(scene, clauses) <= SHORT)):
        return []
    if slot is not None and slot.type is SlotType.BOOLEAN and denies and not marked and named is None:
        return []
    whole = _after_no(_joined(clauses), scene)
    if whole is not None:
        for earlier in _earlier(flow, frame, named):
            if named is None and _fits_better(scene, whole, slot, earlier, marked=marked):
                continue
            said = _after_name(scene, whole, earlier) if earlier is named and earlier.type is SlotType.TEXT else whole
            read = _value(scene, said, earlier, explicit=marked or named is not None)
            if read is not None:
                return [_given(scene, flow, earlier, read, corrects=True)]
    if (whole is None or named is not None) and any(clause.first(*CORRECTING) for clause in clauses) and frame.slots:
        return [acts.Correct(slot=named.name if named else "")] if named is None or named.name in frame.slots else []
    return []


def _earlier(flow: Flow, frame: Frame, named: FlowSlot | None) -> Sequence[FlowSlot]:
    """What may be meant: the slot that is named, else the one told last, else any other that cannot be mistaken."""
    if named is not None:
        return (named,)
    last = flow.slots.get(frame.last) if frame.last in frame.slots else None
    others = (flow.slots[name] for name in reversed(tuple(frame.slots)) if name in flow.slots and name != frame.last)
    return (*((last,) if last else ()), *(slot for slot in others if slot.type in UNMISTAKABLE))


def _fits_better(scene: Scene, clause: Clause, slot: FlowSlot | None, earlier: FlowSlot, *, marked: bool) -> bool:
    """Whether the words fit what is asked now rather than what was said before; a bare number after "no" never does."""
    if slot is None or slot.type in (SlotType.TEXT, SlotType.NUMBER, SlotType.MONEY) or (marked and slot.type is earlier.type):
        return False
    return read_slot(slot, scene, clause, asked=True) is not None


def _value(scene: Scene, clause: Clause, slot: FlowSlot, *, explicit: bool) -> Read | None:
    """The new value; a text is only replaced where the words say so."""
    clause = _without_cues(clause, scene)
    if slot.type is SlotType.TEXT:
        return read_slot(slot, scene, clause, asked=True) if explicit and clause.end > clause.start else None
    return read_slot(slot, scene, _before_not(clause), asked=True)


def _before_not(clause: Clause) -> Clause:
    """ "1041, not 1042" is 1041."""
    cue = clause.first("not", "instead")
    if cue is None:
        return clause
    head, tail = split_at(clause, cue.start)
    return head if head.end > head.start and (head.numbers or head.cues) else split_at(tail, cue.end)[1]


def _without_cues(clause: Clause, scene: Scene) -> Clause:
    """The clause after "I meant", "change it to" and the like."""
    start = clause.start
    while (
        cue := next((c for c in clause.cues if c.start == start and c.kind in (*CORRECTING, "no", "but", "to", "filler")), None)
    ) is not None:
        start = cue.end
    while start < clause.end and scene.reading.tokens[start].kind is TokenKind.MARK:
        start += 1
    return split_at(clause, start)[1] if start > clause.start else clause


def _after_no(clause: Clause, scene: Scene) -> Clause | None:
    """What follows "no, "; None when nothing does."""
    rest = _without_cues(clause, scene)
    return rest if rest.end > rest.start and not is_bare(scene, rest) else None


def _after_name(scene: Scene, clause: Clause, slot: FlowSlot) -> Clause:
    """ "the text is LUNA" is LUNA."""
    tokens = scene.reading.tokens
    keys = [key for words in slot.called.values() for key in map(phrase_key, words) if key]
    ends = [
        at + len(key)
        for key in keys
        for at in range(clause.start, clause.end - len(key) + 1)
        if tuple(token.norm for token in tokens[at : at + len(key)]) == key
    ]
    start = max(ends, default=clause.start)
    while start < clause.end and (tokens[start].norm in COPULAS or tokens[start].kind is TokenKind.MARK):
        start += 1
    return split_at(clause, start)[1] if clause.start < start < clause.end else clause


def _named(scene: Scene, flow: Flow, frame: Frame) -> FlowSlot | None:
    """The slot that the words name ("the date"); one that is known already before others."""
    norms = [token.norm for token in scene.reading.tokens]
    for slot in sorted(flow.slots.values(), key=lambda slot: slot.name not in frame.slots):
        for words in slot.called.values():
            for key in map(phrase_key, words):
                if key and any(tuple(norms[at : at + len(key)]) == key for at in range(len(norms) - len(key) + 1)):
                    return slot
    return None


def _joined(clauses: Sequence[Clause]) -> Clause:
    whole = clauses[0]
    for clause in clauses[1:]:
        whole = joined_clause(whole, clause)
    return whole


def _given(scene: Scene, flow: Flow, slot: FlowSlot, read: Read, *, corrects: bool = False) -> acts.GiveSlot:
    if read.reference is None:
        scene.slot(f"{flow.id}.{slot.name}", read.value, read.start, max(read.end, read.start + 1))
    return acts.GiveSlot(slot=slot.name, value=read.value, reference=read.reference, corrects=corrects)


def _answered(scene: Scene, clauses: Sequence[Clause], talk: Talk, slot: FlowSlot) -> list[acts.Act]:
    if slot.type is SlotType.TEXT:
        return _told(scene, clauses, talk, slot)
    for at, clause in enumerate(clauses):
        read = None if _asks_something(scene, clause, slot) else read_slot(slot, scene, clause, asked=True)
        if read is not None:
            rest = [*clauses[:at], *clauses[at + 1 :]]
            return [_given(scene, talk.flow, slot, read), *_along(scene, rest, talk, slot), *_wishes(talk.compose(rest))]
    return _along(scene, clauses, talk, slot)


def _asks_something(scene: Scene, clause: Clause, slot: FlowSlot) -> bool:
    """ "how much is delivery to 10115?" holds a number and answers nothing."""
    return clause.asks and any(clause.has(kind) for kind in ("policy", "order_status", "ask", "find")) and slot.type is not SlotType.CHOICE


def _told(scene: Scene, clauses: Sequence[Clause], talk: Talk, slot: FlowSlot) -> list[acts.Act]:
    """A text: the whole message, unless it is short and plainly about something else."""
    if _words(scene, clauses) <= SHORT or all(clause.asks for clause in clauses):
        other = flow_of(scene, clauses)
        if other is not None and other.id != talk.flow.id:
            return [started(scene, other, clauses)]
        if _is_aside(talk.compose(clauses), clauses):
            return []
    read = read_slot(slot, scene, _joined(clauses), asked=True)
    if read is None:
        return []
    return [_given(scene, talk.flow, slot, read), *_along(scene, clauses, talk, slot)]


def _is_aside(found: Sequence[acts.Act], clauses: Sequence[Clause]) -> bool:
    if any(isinstance(act, _OWN) for act in found):
        return True
    if any(isinstance(act, acts.AddLineItem | acts.ApplyCode | acts.RemoveLineItem | acts.ChangeQuantity) for act in found):
        return any(clause.first("add", "remove", "change", "code") for clause in clauses) and _is_sure(found)
    if any(isinstance(act, _ASIDE) for act in found):
        return all(clause.asks for clause in clauses) or any(
            isinstance(act, acts.ShowCart | acts.CheckOut | acts.AskPerson) for act in found
        )
    return (
        any(isinstance(act, acts.FindProduct) for act in found) and clauses[0].asks and bool(clauses[0].first("find")) and _is_sure(found)
    )


def _is_sure(found: Sequence[acts.Act]) -> bool:
    """Whether what is named is a product of the shop."""
    named = [
        act.reference for act in found if isinstance(act, acts.FindProduct | acts.AddLineItem | acts.RemoveLineItem | acts.ChangeQuantity)
    ]
    return all(not isinstance(one, ByWords) or bool(one.candidates) for one in named)


def _along(scene: Scene, clauses: Sequence[Clause], talk: Talk, asked: FlowSlot) -> list[acts.Act]:
    """Other slots told beside the answer."""
    given, references = said_along(scene, talk.flow, clauses, taken=frozenset({asked.name, *talk.frame.slots}))
    found: list[acts.Act] = [acts.GiveSlot(slot=name, value=value) for name, value in given.items()]
    found += (
        [acts.GiveSlot(slot=name, reference=reference) for name, reference in references.items()] if asked.type is not SlotType.TEXT else []
    )
    return found


def _wishes(found: Sequence[acts.Act]) -> list[acts.Act]:
    """What stands beside an answer and is a wish of its own."""
    own = (acts.Greet, acts.Thank, acts.Confirm, acts.Decline, acts.Unknown, acts.Choose, acts.GiveQuantity, acts.GiveEmail)
    return [act for act in found if not isinstance(act, own) and _is_sure([act])]
