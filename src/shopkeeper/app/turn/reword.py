"""A verified reply in warmer words: after the commit, checked claim by claim, stored in place of the template or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shopkeeper.app.models.asking import Asker
from shopkeeper.app.turn.verify import false_claims
from shopkeeper.domain.conversation.events import ConversationEvent, NoticeGiven, Reworded
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.core.outcome import TransientFault, UnknownOutcome
from shopkeeper.domain.dialogue.claims import ClaimWords
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.ports.clock import Clock
from shopkeeper.ports.conversation_store import StoredTurn
from shopkeeper.ports.language_model import CallRecord, CallWatch
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.storage import Storage, Transaction

USE = "rephrase"
REDUCED = "model.reduced"
REWORDABLE = frozenset(
    {
        "talk.greet",
        "talk.thank",
        "find.one",
        "find.one_plain",
        "find.one_from",
        "find.several",
        "find.sold_out",
        "find.instead",
        "answer.price",
        "answer.price_from",
        "answer.stock",
        "answer.options",
        "compare.done",
        "cart.added",
        "cart.packs",
        "cart.quantity",
        "cart.variant",
        "cart.removed",
        "cart.here_total",
    }
)
"""Small talk and shopping. Nothing about consent, money taken, orders, health, law or terms, and nothing that quotes the shopper."""

PLAIN_QUESTIONS = frozenset({"ask.which_product", "ask.variant", "ask.quantity", "ask.which_line"})
"""Questions that may stand beside a reworded statement. They themselves are asked as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of the call: other words, or none, and perhaps a notice that it went wrong."""

    record: CallRecord
    text: str | None = None
    notice: Mapping[str, object] | None = None


class Reworder:
    def __init__(
        self, *, storage: Storage, asker: Asker, phrases: PhraseBook, words: Mapping[str, ClaimWords], clock: Clock, watch: CallWatch
    ) -> None:
        self._storage = storage
        self._asker = asker
        self._phrases = phrases
        self._words = words
        self._clock = clock
        self._watch = watch

    async def finish(self, turn: StoredTurn, says: Sequence[Say], state: ConversationState, locale: str) -> StoredTurn:
        """The stored turn, reworded if that went well. `state` is the conversation as the turn left it.

        The model is called with no transaction open; a conversation that moved on meanwhile keeps the template.
        """
        words = self._words.get(locale.split("-", maxsplit=1)[0])
        statements = [say for say in says if not say.question]
        if words is None or not statements or not _may_be_reworded(says):
            return turn
        sentences = list(dict.fromkeys(self._phrases.render(say, locale=locale) for say in statements))
        text, record = await self._ask(sentences, statements, words, state)
        self._watch.model_called(record)
        questions = [self._phrases.render(say, locale=locale) for say in says if say.question]
        space = self._phrases.word("sentence.space", locale=locale, otherwise=" ")
        whole = space.join([text, *dict.fromkeys(questions)]) if text else None
        outcome = Outcome(record=record, text=whole, notice=self._notice(record, state, locale))
        try:
            return await self._storage.write(lambda tx: _stored(tx, turn, state, outcome, now=self._clock.now()))
        except TransientFault:
            return turn
        except UnknownOutcome:
            return await self._storage.read(lambda tx: tx.conversations.turn(turn.id)) or turn

    async def _ask(
        self, sentences: Sequence[str], statements: Sequence[Say], words: ClaimWords, state: ConversationState
    ) -> tuple[str | None, CallRecord]:
        asked = await self._asker.ask(USE, {"reply": " ".join(sentences)}, scope=state.id, max_tokens=300, temperature=0.6)
        if asked.text is None:
            return None, asked.record
        text = " ".join(asked.redaction.restore(asked.text).split())
        claims = false_claims(text, sentences, list(_names(statements)), words)
        return (None, asked.record.unused(f"claims: {', '.join(claims)[:200]}")) if claims else (text, asked.record)

    def _notice(self, record: CallRecord, state: ConversationState, locale: str) -> Mapping[str, object] | None:
        if not record.is_down or REDUCED in state.notices:
            return None
        return {"type": "notice", "level": "info", "text": self._phrases.render(Say(key=REDUCED), locale=locale)}


def _may_be_reworded(says: Sequence[Say]) -> bool:
    return all(say.key in (PLAIN_QUESTIONS if say.question else REWORDABLE) for say in says)


def _names(says: Sequence[Say]) -> Iterator[str]:
    """The words of records that the sentences quote."""
    for say in says:
        for fact in say.facts.values():
            if isinstance(fact, str):
                yield fact
            else:
                yield from (part for part in as_sequence(fact) if isinstance(part, str))


def _stored(tx: Transaction, turn: StoredTurn, state: ConversationState, outcome: Outcome, *, now: datetime) -> StoredTurn:
    """The turn with what came of the call, in a small write of its own."""
    standing = tx.conversations.get(state.id)
    if standing is None or standing.version != state.version:
        return tx.conversations.turn(turn.id) or turn
    reply = dict(as_mapping(turn.answer.get("reply")))
    events: list[ConversationEvent] = []
    if outcome.text is not None:
        reply["text"] = outcome.text
        events.append(Reworded(turn_id=turn.id, text=outcome.text))
    if outcome.notice is not None:
        reply["blocks"] = [*as_sequence(reply.get("blocks")), outcome.notice]
        events.append(NoticeGiven(key=REDUCED))
    level = "model" if outcome.text is not None else turn.answer.get("level")
    trace = {**turn.trace, "model": [*as_sequence(turn.trace.get("model")), outcome.record.plain()]}
    finished = replace(turn, answer={**turn.answer, "reply": reply, "level": level}, trace=trace)
    tx.conversations.save_turn(finished)
    tx.conversations.append(standing, events, at=now)
    return finished
