"""Beginning a flow: a message, or a part of it, that is like one of the flow's example sentences."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.app.understanding.scene import Scene
from shopkeeper.app.understanding.slot_reading import read_slot
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.flow.flow import Flow, SlotType
from shopkeeper.domain.dialogue.flow.matching import SURE
from shopkeeper.domain.dialogue.grammar.clauses import Clause, joined_clause
from shopkeeper.domain.dialogue.reference import Reference

GIVEN_UNASKED = frozenset(
    {SlotType.ORDER, SlotType.EMAIL, SlotType.PHONE, SlotType.MONEY, SlotType.CHOICE, SlotType.DATE_TIME, SlotType.PRODUCT}
)
"""Slots whose values can be told from the words around them; a bare number or any text cannot."""


def flow_of(scene: Scene, clauses: Sequence[Clause], least: float = SURE) -> Flow | None:
    """The flow that the clauses together ask for."""
    if not clauses or not scene.flows.flows:
        return None
    start, end = scene.reading.span(clauses[0].start, clauses[-1].end)
    match = scene.flows.meant(scene.reading.text[start:end], least)
    if match is None:
        return None
    scene.notes["flow"] = {"flow": match.flow, "score": round(match.score, 3), "example": match.example}
    return scene.flows.get(match.flow)


def started(scene: Scene, flow: Flow, clauses: Sequence[Clause]) -> acts.StartFlow:
    """The act that begins `flow`, with what the clauses say of its slots."""
    given, references = said_along(scene, flow, clauses, taken=frozenset())
    return acts.StartFlow(flow=flow.id, given=given, references=references)


def said_along(
    scene: Scene, flow: Flow, clauses: Sequence[Clause], *, taken: frozenset[str]
) -> tuple[dict[str, object], dict[str, Reference]]:
    """The slots, apart from `taken`, that the clauses tell without being asked for."""
    given: dict[str, object] = {}
    references: dict[str, Reference] = {}
    if not clauses:
        return given, references
    whole = clauses[0]
    for clause in clauses[1:]:
        whole = joined_clause(whole, clause)
    for slot in flow.slots.values():
        read = read_slot(slot, scene, whole, asked=False) if slot.type in GIVEN_UNASKED and slot.name not in taken else None
        if read is None:
            continue
        if read.reference is not None:
            references[slot.name] = read.reference
        else:
            given[slot.name] = read.value
            scene.slot(f"{flow.id}.{slot.name}", read.value, read.start, read.end)
    return given, references
