"""What staff read before they take over: a model's summary if all it claims is in the records, else the plain facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shopkeeper.app.models.asking import Asker
from shopkeeper.app.queries.messages import messages_of
from shopkeeper.app.turn.verify import unbacked
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.ports.language_model import CallRecord, CallWatch
from shopkeeper.ports.storage import Storage, Transaction

USE = "summary"
MOST_MESSAGES = 40
LONGEST_MESSAGE = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A conversation as the summary may use it."""

    facts: Mapping[str, object]
    messages: Sequence[Mapping[str, str]]

    @property
    def plain(self) -> str:
        return "; ".join(f"{name.replace('_', ' ')}: {value}" for name, value in self.facts.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """A model that may write summaries, and what holds it to the records: telling words and number words of the summaries' language."""

    asker: Asker
    telling: frozenset[str]
    number_words: Mapping[str, Fraction]
    watch: CallWatch


async def summary_of(conversation_id: ConversationId, storage: Storage, teller: Teller | None) -> Mapping[str, object] | None:
    """`text` with the `level` that wrote it; None for an unknown conversation. Without a `teller` the facts are told plainly."""
    standing = await storage.read(lambda tx: _standing(tx, conversation_id))
    if standing is None:
        return None
    text, record = await _told(standing, conversation_id, teller) if teller is not None else (None, None)
    if record is not None and teller is not None:
        teller.watch.model_called(record)
    return {
        "conversation_id": conversation_id,
        "text": text or standing.plain,
        "level": "model" if text else "rules",
        "facts": standing.facts,
        "model": record.plain() if record else None,
    }


async def _told(standing: Standing, scope: ConversationId, teller: Teller) -> tuple[str | None, CallRecord]:
    asked = await teller.asker.ask(USE, {"conversation": standing.facts, "messages": standing.messages}, scope=scope, max_tokens=300)
    if asked.text is None:
        return None, asked.record
    sources = [standing.plain, *(message["text"] for message in standing.messages), *asked.redaction.originals]
    invented = unbacked(asked.text, sources, teller.telling, teller.number_words)
    if invented:
        return None, asked.record.unused(f"claims: {', '.join(invented)[:200]}")
    return " ".join(asked.text.split()), asked.record


def _standing(tx: Transaction, conversation_id: ConversationId) -> Standing | None:
    state = tx.conversations.get(conversation_id)
    if state is None:
        return None
    cart = tx.carts.get(state.cart_id)
    facts: dict[str, object] = {
        "language": state.language,
        "turns": state.turns,
        "in_cart": [f"{line.quantity} x {line.sku}" for line in cart.lines] if cart else [],
        "open_question": state.question.topic if state.question else None,
        "checkout_open": state.checkout_id is not None,
        "last_order": state.last_order,
        "handoff": state.handoff.value,
    }
    story = messages_of(tx.conversations.events(conversation_id))[-MOST_MESSAGES:]
    said = [{"role": str(m["role"]), "text": str(m["text"])[:LONGEST_MESSAGE]} for m in story]
    return Standing(facts=facts, messages=said)
