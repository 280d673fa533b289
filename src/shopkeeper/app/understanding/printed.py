"""Text found in photos: it helps to find a product and fills slots, and whatever it orders is noted and left undone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from shopkeeper.app.understanding.rules import RulesUnderstander
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.conversation.message import IncomingMessage, MediaPart
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.dialogue.acts import Act, AddLineItem, FindProduct
from shopkeeper.domain.dialogue.photo import Means, PhotoCandidate, PhotoReading, PrintedGoods, Verdict, judge
from shopkeeper.domain.dialogue.printed.asked import asks_for_text
from shopkeeper.domain.dialogue.printed.facts import facts_in
from shopkeeper.domain.dialogue.printed.words import plain_words
from shopkeeper.domain.dialogue.reference import ByWords
from shopkeeper.domain.dialogue.understanding import SlotValue, Source
from shopkeeper.ports.catalog_index import CatalogIndex, Resolution
from shopkeeper.ports.understander import Context, Perception

MOST_ROWS = 24
LONGEST_ROW = 80
MOST_READ = 3
BY_CODE, BY_NAME, BY_WORD = 0.7, 0.6, 0.25
"""How likely the thing is what a number, a name of several words, or one word printed on it names."""
LOOKS_BESIDE = 0.5
_NAME_MARKS = re.compile(r"[_\-+.]+")
HARMLESS = frozenset(
    {"find_product", "ask_about_product", "greet", "thank", "help", "unknown", "show_cart", "give_quantity", "order_status"}
)


def recognized(photo: PhotoReading, index: CatalogIndex, language: str, shop: str = "") -> PhotoReading:
    """`photo` with the products its text names among the candidates. Never more than a question: print is nobody's word.

    The name of the `shop` itself (its letterhead) names no product.
    """
    if photo.verdict is Verdict.THIS or not photo.lines:
        return photo
    return with_named(photo, _named(_without_name(photo.lines, shop), index, language), Means.TEXT)


def _without_name(rows: Sequence[str], shop: str) -> list[str]:
    own = set(plain_words(shop))
    return [row for row in rows if not own or not set(plain_words(row)) <= own]


def with_lists(
    photos: Sequence[PhotoReading], rules: RulesUnderstander, context: Context, language: str, shop: str = ""
) -> tuple[PhotoReading, ...]:
    """The photos, with the goods that a shopping list in print names. Receipts and papers of an order list what was bought already."""
    return tuple(replace(photo, listed=_listed(photo, rules, context, language, shop)) if photo.lines else photo for photo in photos)


def _listed(photo: PhotoReading, rules: RulesUnderstander, context: Context, language: str, shop: str) -> tuple[PrintedGoods, ...]:
    bought = {"order_number", "receipt_total", "error", "ingredients"} & {fact.name for fact in facts_in(photo.lines)}
    if photo.means in (Means.CODE, Means.CATALOG_PICTURE) or bought:
        return ()
    # A list is read as a list would be spoken: by itself, whatever was talked about before.
    blank = replace(
        context, state=replace(context.state, question=None, shown=(), focus=None), cart=Cart(id=context.cart.id), cart_titles=()
    )
    named: dict[ProductId, PrintedGoods] = {}
    # What a list is called ("shopping list") names nothing on it.
    for row in (row for row in _without_name(photo.lines[:MOST_ROWS], shop) if not asks_for_text(row)):
        read = rules.read(Perception(text=row[:LONGEST_ROW], language=language), blank)
        goods = [found for act in read.acts if (found := _goods(act)) is not None]
        if len(goods) == len(read.acts) == 1:
            named.setdefault(goods[0].product_id, goods[0])
    return tuple(named.values()) if len(named) > 1 else ()


def _goods(act: Act) -> PrintedGoods | None:
    """A line that names one of the shop's goods in full and says nothing else."""
    reference = act.reference if isinstance(act, AddLineItem | FindProduct) else None
    if not isinstance(reference, ByWords) or not reference.exact or not reference.candidates:
        return None
    counted = act if isinstance(act, AddLineItem) else None
    best = reference.candidates[0].product_id
    return PrintedGoods(product_id=best, quantity=counted.quantity if counted else None, pieces=counted.pieces if counted else None)


def with_named(photo: PhotoReading, named: Mapping[ProductId, float], means: Means) -> PhotoReading:
    """`photo` with products that somebody or something named beside what it looks like; at most a question between them."""
    if not named:
        return photo
    seen = {candidate.product_id: candidate for candidate in reversed(photo.candidates)}
    both = [_fused(product, score, seen.get(product)) for product, score in named.items()]
    spared = 1 - min(0.9, max(named.values()))
    others = [replace(candidate, score=candidate.score * spared) for candidate in photo.candidates if candidate.product_id not in named]
    judgment = judge(_at_most_whole([*both, *others]))
    if judgment.verdict is Verdict.UNKNOWN:
        return photo
    verdict = Verdict.EITHER if judgment.verdict is Verdict.THIS else judgment.verdict
    return replace(photo, verdict=verdict, means=means, candidates=judgment.candidates, open=judgment.open)


def _fused(product: ProductId, score: float, seen: PhotoCandidate | None) -> PhotoCandidate:
    together = 1 - (1 - score) * (1 - LOOKS_BESIDE * seen.score) if seen else score
    return PhotoCandidate(product_id=product, skus=seen.skus if seen else (), score=round(together, 3))


def _at_most_whole(candidates: Sequence[PhotoCandidate]) -> list[PhotoCandidate]:
    total = max(1.0, sum(candidate.score for candidate in candidates))
    return [replace(candidate, score=round(candidate.score / total, 3)) for candidate in candidates]


def _named(rows: Sequence[str], index: CatalogIndex, language: str) -> dict[ProductId, float]:
    """Products that a printed row names in full, with how much that tells."""
    named: dict[ProductId, float] = {}
    kept = [row[:LONGEST_ROW] for row in rows[:MOST_ROWS]]
    for row in [*kept, *map(" ".join, pairwise(kept))]:
        for product, score in _told(index.resolve(row, language=language, limit=3)):
            named[product] = max(named.get(product, 0.0), score)
    return named


def _told(found: Resolution) -> Iterable[tuple[ProductId, float]]:
    if found.exact_product_id is not None:
        yield found.exact_product_id, BY_CODE
    elif found.exact and found.hits and not found.corrected:
        best = [hit for hit in found.hits if hit.score >= found.hits[0].score]
        yield best[0].product_id, (BY_NAME if len(found.rest) > 1 else BY_WORD) / len(best)


def printed_slots(photo: PhotoReading) -> list[SlotValue]:
    """What the text tells, marked as the picture's."""
    return [
        SlotValue(name=fact.name, value=fact.value, source=Source.IMAGE, confidence=fact.confidence, part=photo.part)
        for fact in facts_in(photo.lines)
    ]


def reads(photo: PhotoReading) -> dict[str, str | int]:
    """The same for the answer, with the longest rows as `text`."""
    if not photo.lines:
        return {}
    longest = sorted(sorted(photo.lines, key=len)[-MOST_READ:], key=photo.lines.index)
    return {"text": " · ".join(row[:LONGEST_ROW] for row in longest), **{fact.name: fact.value for fact in facts_in(photo.lines)}}


def blocked(acts: Iterable[Act]) -> tuple[str, ...]:
    """Of what printed text would have done had the shopper said it, whatever is more than a look-up: the trace shows that it was left."""
    return tuple(dict.fromkeys(act.type for act in acts if act.type not in HARMLESS))


def tainted(
    message: IncomingMessage, photos: Sequence[PhotoReading], rules: RulesUnderstander, context: Context
) -> list[dict[str, object]]:
    """Per text that came with a message and was not said by anybody: where it stood, and which acts it does not become."""
    texts = [(photo.part, "picture", line) for photo in photos for line in photo.lines[:MOST_ROWS]]
    texts += [(photo.part, "code", code) for photo in photos for code in photo.codes if not code.isdigit()]
    named = ((at, part.file_name) for at, part in enumerate(message.parts) if isinstance(part, MediaPart) and part.file_name)
    texts += [(at, "file_name", _NAME_MARKS.sub(" ", name.rpartition(".")[0] or name)) for at, name in named]
    noted: list[dict[str, object]] = []
    for part, origin, text in texts:
        read = rules.read(Perception(text=text[:LONGEST_ROW], language=context.state.language), context)
        left = blocked(read.acts)
        if left:
            noted.append({"part": part, "from": origin, "text": text[:LONGEST_ROW], "blocked": list(left)})
    return noted
