"""Keeps for labelling what nobody was sure of and what the shopper said was taken wrongly."""

from __future__ import annotations

from typing import cast

from shopkeeper.app.understanding.model import is_for_rules_alone, is_for_the_model
from shopkeeper.app.understanding.recent import Recent, Said
from shopkeeper.domain.conversation.redaction import redact
from shopkeeper.domain.dialogue.acts import Correct
from shopkeeper.domain.dialogue.understanding import Understanding
from shopkeeper.ports.label_queue import Doubt, LabelQueue
from shopkeeper.ports.understander import Context, Perception, Understander

TIER = "classifier"
PERSONAL_SLOTS = frozenset({"address", "email"})
"""A message that holds one is kept nowhere but in its conversation: names and streets are not redacted surely."""
_DENIALS = frozenset({"no", "not", "wrong"})
_CHANGES = frozenset({"change", "instead"})


class DoubtKeeper:
    """Wraps rules and classifier, and changes nothing of what they read."""

    def __init__(self, inner: Understander, queue: LabelQueue, recent: Recent) -> None:
        self._inner = inner
        self._queue = queue
        self._recent = recent

    async def understand(self, perception: Perception, context: Context) -> Understanding:
        read = await self._inner.understand(perception, context)
        before = self._recent.of(context.state.id)
        said = _said(perception.text, read)
        if _corrects(read):
            self._keep(before, context)
        elif is_for_the_model(read):
            self._keep(said, context)
        self._recent.note(context.state.id, said)
        return read

    def _keep(self, said: Said | None, context: Context) -> None:
        if said is None:
            return
        self._queue.add(
            Doubt(
                text=said.text,
                language=said.language,
                guess=said.guess,
                confidence=said.confidence,
                at=context.now,
                conversation_id=context.state.id,
            )
        )


def _said(text: str, read: Understanding) -> Said | None:
    """None for what is not kept: nothing typed, somebody's health or address."""
    if not text.strip() or is_for_rules_alone(read) or any(slot.name in PERSONAL_SLOTS for slot in read.slots):
        return None
    told = cast(dict[str, object], read.evidence.get(TIER) or {})
    ranking = cast(list[list[object]], told.get("ranking") or [])
    confidence = float(cast(float, told.get("confidence", read.confidence)))
    return Said(text=redact(text, {}).text, language=read.language, guess=str(ranking[0][0]) if ranking else "", confidence=confidence)


def _corrects(read: Understanding) -> bool:
    """ "that's wrong", "no, I meant the blue one"."""
    if any(isinstance(act, Correct) for act in read.acts):
        return True
    kinds = [str(cue).split(":", maxsplit=1)[0] for cue in cast(list[object], read.evidence.get("cues") or [])]
    return "wrong" in kinds or (bool(kinds) and kinds[0] in _DENIALS and bool(_CHANGES.intersection(kinds)))
