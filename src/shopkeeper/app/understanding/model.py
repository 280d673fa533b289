"""Understanding with a model's help: the rules read every message, the model only what they are unsure of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from shopkeeper.app.models.asking import Asker
from shopkeeper.app.understanding.proposals import UnreadableProposal, acts_schema, read_proposals, said_by
from shopkeeper.domain.core.narrow import as_sequence
from shopkeeper.domain.dialogue.acts import Act, Constraints, FindProduct, Unknown
from shopkeeper.domain.dialogue.grammar.lexicon import Lexicon, phrase_key
from shopkeeper.domain.dialogue.grammar.tokens import readable
from shopkeeper.domain.dialogue.reference import ByWords
from shopkeeper.domain.dialogue.understanding import Understanding
from shopkeeper.ports.catalog_index import CatalogIndex
from shopkeeper.ports.language_model import CallRecord, CallWatch
from shopkeeper.ports.understander import Context, Perception, Understander

USE = "acts"
UNSURE = 0.5
LONGEST_MESSAGE = 1_200
RULES_ONLY_CUES = frozenset({"allergy", "allergen", "diet"})
RULES_ONLY_SLOTS = frozenset({"age", "allergen"})
"""What somebody's health or the law hangs on is read by rules or not at all."""


class ModelUnderstander:
    """Wraps any understander. Whatever the model does, the turn is answered: by its rules at worst."""

    def __init__(
        self, rules: Understander, asker: Asker, *, index: CatalogIndex, lexicons: Mapping[str, Lexicon], watch: CallWatch
    ) -> None:
        self._rules = rules
        self._asker = asker
        self._index = index
        self._watch = watch
        self._schema = acts_schema()
        self._numbers = {" ".join(phrase_key(word)): value for lexicon in lexicons.values() for word, value in lexicon.numbers.items()}

    async def understand(self, perception: Perception, context: Context) -> Understanding:
        understood = await self._rules.understand(perception, context)
        return await self._boosted(understood, perception, context) if is_for_the_model(understood) else understood

    async def _boosted(self, understood: Understanding, perception: Perception, context: Context) -> Understanding:
        text = readable(perception.text)[:LONGEST_MESSAGE]
        asked = await self._asker.ask(USE, _data(text, perception, context), scope=context.state.id, schema=self._schema)
        record, proposed = asked.record, ()
        if asked.text is not None:
            record, proposed = self._read(asked.redaction.restore(asked.text), record, text, understood, context)
        self._watch.model_called(record)
        evidence = {**understood.evidence, "model": (record.plain(),), "model_down": record.is_down}
        if not proposed:
            return replace(understood, evidence=evidence)
        kept = tuple(act for act in understood.acts if not _is_unread(act))
        return replace(understood, acts=kept, proposed=proposed, tier="model", evidence=evidence)

    def _read(
        self, answer: str, record: CallRecord, text: str, understood: Understanding, context: Context
    ) -> tuple[CallRecord, tuple[Act, ...]]:
        said = said_by(
            text,
            understood.language,
            self._numbers,
            has_shown=bool(context.state.shown),
            constraints=_constraints(understood),
        )
        try:
            proposed = read_proposals(answer, said, self._index)
        except UnreadableProposal:
            return record.unused("garbage"), ()
        return (record, proposed) if proposed else (record.unused("nothing_proposed"), ())


def is_for_the_model(understood: Understanding) -> bool:
    if understood.confidence >= UNSURE or not understood.acts:
        return False
    return not is_for_rules_alone(understood)


def is_for_rules_alone(understood: Understanding) -> bool:
    cues = {str(cue).split(":", maxsplit=1)[0] for cue in as_sequence(understood.evidence.get("cues"))}
    return bool(cues & RULES_ONLY_CUES) or any(slot.name in RULES_ONLY_SLOTS for slot in understood.slots)


def _is_unread(act: Act) -> bool:
    if isinstance(act, FindProduct):
        return isinstance(act.reference, ByWords) and not act.reference.candidates
    return isinstance(act, Unknown)


def _constraints(understood: Understanding) -> Constraints:
    """The limits the rules did read hold for whatever the model looks up."""
    return next((act.constraints for act in understood.acts if isinstance(act, FindProduct)), Constraints())


def _data(text: str, perception: Perception, context: Context) -> Mapping[str, object]:
    state = context.state
    standing = {
        "language": perception.language,
        "open_question": state.question.topic if state.question else None,
        "choices": [list(choice.words)[:6] for choice in state.question.choices[:8]] if state.question else [],
        "shown_count": len(state.shown),
        "cart": [title for _, title in context.cart_titles[:12]],
        "checkout_open": state.checkout_id is not None,
    }
    return {"conversation": standing, "message": text}
