"""The second tier: where the rules are unsure, what the shop's own examples say."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.understanding.labels import LabelMeanings
from shopkeeper.app.understanding.model import is_for_the_model
from shopkeeper.app.understanding.recent import Recent
from shopkeeper.domain.dialogue.acts import Act, Unknown
from shopkeeper.domain.dialogue.understanding import Understanding
from shopkeeper.ports.message_classifier import Classified, MessageClassifier
from shopkeeper.ports.understander import Context, Perception, Understander

TIER = "classifier"
SURE = 0.6
"""The chance of being right from which a label is acted on; every act it may stand for is harmless."""


class ClassifierUnderstander:
    """Wraps the rules. Acts the rules did read are kept; only what they could not read is filled in."""

    def __init__(self, rules: Understander, classifier: MessageClassifier, meanings: LabelMeanings, recent: Recent) -> None:
        self._rules = rules
        self._classifier = classifier
        self._meanings = meanings
        self._recent = recent

    async def understand(self, perception: Perception, context: Context) -> Understanding:
        read = await self._rules.understand(perception, context)
        # What the rules alone may read (health, law) is theirs here for the same reasons as with a model.
        if not is_for_the_model(read):
            return read
        found = await self._classifier.classify(perception.text, read.language, context=self._before(context))
        act = self._act(found, perception.text)
        if act is None or found.confidence < SURE:
            return replace(read, evidence={**read.evidence, TIER: _told(found)})
        return replace(
            read,
            acts=_filled(read.acts, act),
            tier=TIER,
            confidence=found.confidence,
            evidence={**read.evidence, TIER: _told(found)},
        )

    def _act(self, found: Classified, text: str) -> Act | None:
        act = self._meanings.act(found.labels[0], text.strip()) if found.labels else None
        return None if isinstance(act, Unknown) else act

    def _before(self, context: Context) -> str | None:
        """The turn before: empty at the start of a conversation, None where nobody knows."""
        said = self._recent.of(context.state.id)
        return said.text if said is not None else None if context.state.turns else ""


def _filled(read: tuple[Act, ...], act: Act) -> tuple[Act, ...]:
    """What was not understood gives way to `act`; without such a part the rules' weak reading does."""
    if not any(isinstance(one, Unknown) for one in read):
        return (act,)
    kept = [act if isinstance(one, Unknown) else one for one in read]
    return tuple(one for at, one in enumerate(kept) if one not in kept[:at])


def _told(found: Classified) -> dict[str, object]:
    return {
        "by": found.tier,
        "confidence": round(found.confidence, 3),
        "ranking": [[label, round(score, 3)] for label, score in found.ranking[:3]],
    }
