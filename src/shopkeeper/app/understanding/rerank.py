"""Products found by words, put in order by a model that knows the talk: it can move them, and do nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from shopkeeper.app.models.asking import Asker
from shopkeeper.domain.catalog.product import text_in
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.core.narrow import as_int, as_mapping, as_sequence
from shopkeeper.domain.dialogue.acts import Act, FindProduct
from shopkeeper.domain.dialogue.grammar.tokens import readable
from shopkeeper.domain.dialogue.reference import ByWords, Candidate
from shopkeeper.domain.dialogue.resolve import clear_winner
from shopkeeper.domain.dialogue.understanding import Understanding
from shopkeeper.ports.language_model import CallRecord, CallWatch
from shopkeeper.ports.storage import Storage
from shopkeeper.ports.understander import Context, Perception, Understander

USE = "rerank"
FEWEST, MOST = 3, 8
LONGEST_MESSAGE = 600
SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {"order": {"type": "array", "items": {"type": "integer"}, "maxItems": MOST}},
    "required": ["order"],
    "additionalProperties": False,
}


class Reranker:
    """Wraps any understander. Asked only where several products fit and none of them clearly."""

    def __init__(self, understander: Understander, asker: Asker, *, storage: Storage, watch: CallWatch) -> None:
        self._understander = understander
        self._asker = asker
        self._storage = storage
        self._watch = watch

    async def understand(self, perception: Perception, context: Context) -> Understanding:
        understood = await self._understander.understand(perception, context)
        act = next((act for act in understood.acts if is_worth_asking(act)), None)
        if not isinstance(act, FindProduct) or not isinstance(act.reference, ByWords):
            return understood
        candidates = act.reference.candidates[:MOST]
        order, record = await self._ask(candidates, perception, context)
        self._watch.model_called(record)
        calls = (*as_sequence(understood.evidence.get("model")), record.plain())
        down = record.is_down or bool(understood.evidence.get("model_down"))
        evidence = {**understood.evidence, "model": calls, "model_down": down, "reranked": bool(order)}
        ranked = replace(act, reference=replace(act.reference, candidates=(*moved(candidates, order), *act.reference.candidates[MOST:])))
        return replace(understood, acts=tuple(ranked if one is act else one for one in understood.acts), evidence=evidence)

    async def _ask(self, candidates: Sequence[Candidate], perception: Perception, context: Context) -> tuple[tuple[int, ...], CallRecord]:
        titles = await self._titles([one.product_id for one in candidates], perception.language)
        data = {
            "message": readable(perception.text)[:LONGEST_MESSAGE],
            "conversation": {"cart": [title for _, title in context.cart_titles[:MOST]], "turns": context.state.turns},
            "products": [f"{at}. {titles.get(one.product_id, one.product_id)}" for at, one in enumerate(candidates, start=1)],
        }
        asked = await self._asker.ask(USE, data, scope=context.state.id, schema=SCHEMA, max_tokens=80)
        if asked.text is None:
            return (), asked.record
        order = read_order(asked.text, len(candidates))
        return order, asked.record if order else asked.record.unused("garbage")

    async def _titles(self, products: Sequence[ProductId], language: str) -> Mapping[ProductId, str]:
        listings = await self._storage.read(lambda tx: tx.catalog.listings(set(products)))
        return {product_id: text_in(listing.product.title, language) for product_id, listing in listings.items()}


def is_worth_asking(act: Act) -> bool:
    if not isinstance(act, FindProduct) or not isinstance(act.reference, ByWords):
        return False
    reference = act.reference
    return len(reference.candidates) >= FEWEST and not reference.superlative and clear_winner(reference.candidates) is None


def read_order(answer: str, count: int) -> tuple[int, ...]:
    """The places of the answer, each of 1 to `count` once; those it forgot follow as they were. Empty for anything else."""
    start, end = answer.find("{"), answer.rfind("}")
    try:
        content = as_mapping(json.loads(answer[start : end + 1]))
    except (ValueError, RecursionError):
        return ()
    told = [as_int(place) for place in as_sequence(content.get("order"))]
    places = [place for place in told if place is not None and 1 <= place <= count]
    if not places or len(places) != len(told) or len(set(places)) != len(places):
        return ()
    return (*places, *(place for place in range(1, count + 1) if place not in places))


def moved(candidates: Sequence[Candidate], order: Sequence[int]) -> tuple[Candidate, ...]:
    """The same products with the same scores between them: no order makes a clear winner of what was none."""
    if not order:
        return tuple(candidates)
    scores = sorted((one.score for one in candidates), reverse=True)
    return tuple(replace(candidates[place - 1], score=score) for place, score in zip(order, scores, strict=True))
