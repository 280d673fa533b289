"""The part of a clause that names a product, and what it points at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shopkeeper.app.understanding.reading import Reading
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind, adjacent
from shopkeeper.domain.dialogue.reference import (
    ByFocus,
    ByOption,
    ByOther,
    ByPosition,
    BySku,
    BySuperlative,
    ByWords,
    Candidate,
    Reference,
    Superlative,
)
from shopkeeper.ports.catalog_index import CatalogIndex, Resolution

KEPT_CUES = frozenset(
    {"allergen", "counted", "diet", "content", "label", "unit", "measure", "volume", "currency", "size_word", "cheap", "payment_word"}
    | {"book", "gift", "fit_it", "visit", "people"}
)
"""Cues that may as well be part of a product's name; everything else is grammar."""

LEAST_SCORE = 0.5
"""A bare mention weaker than this is not taken for a product."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of a clause that grammar has no use for. `start` and `end` are characters."""

    text: str
    start: int
    end: int
    tokens: tuple[int, ...]


def phrase_of(reading: Reading, clause: Clause, used: frozenset[int]) -> Phrase | None:
    """What is left of `clause` once `used` tokens, grammar words, punctuation and branch names are taken away."""
    grammar = {at for cue in clause.cues if cue.kind not in KEPT_CUES for at in range(cue.start, cue.end)}
    stores = {at for at, _ in reading.stores}
    dropped = grammar | used | stores | reading.taken
    kept = [at for at in range(clause.start, clause.end) if at not in dropped and not _is_loose_mark(reading, at, dropped)]
    if not any(reading.tokens[at].kind is not TokenKind.MARK for at in kept):
        return None
    tokens = reading.tokens
    return Phrase(text=_joined(reading, kept), start=tokens[kept[0]].start, end=tokens[kept[-1]].end, tokens=tuple(kept))


def _is_loose_mark(reading: Reading, at: int, dropped: set[int] | frozenset[int]) -> bool:
    tokens = reading.tokens
    if tokens[at].kind is not TokenKind.MARK:
        return False
    if at == 0 or at + 1 >= len(tokens) or at - 1 in dropped or at + 1 in dropped:
        return True
    return not (adjacent(tokens[at - 1], tokens[at]) and adjacent(tokens[at], tokens[at + 1]))


def _joined(reading: Reading, kept: Sequence[int]) -> str:
    """The kept tokens as written where they touch, with single spaces elsewhere; han runs stay together."""
    pieces: list[str] = []
    for before, at in zip([None, *kept], kept, strict=False):
        token = reading.tokens[at]
        if before is not None:
            last = reading.tokens[before]
            touching = adjacent(last, token) or (last.kind is TokenKind.CJK and token.kind is TokenKind.CJK)
            pieces.append("" if touching else " ")
        pieces.append(token.text)
    return "".join(pieces)


def resolve(index: CatalogIndex, phrase: Phrase, language: str) -> tuple[Reference, Resolution]:
    """What the phrase points at: a code, an option of what is talked about, or products by words."""
    found = index.resolve(phrase.text, language=language)
    if found.exact_sku is not None and found.exact_product_id is not None:
        return BySku(sku=found.exact_sku, product_id=found.exact_product_id), found
    if found.options and not found.rest:
        return ByOption(options=found.options), found
    return by_words(phrase, found), found


def by_words(phrase: Phrase, found: Resolution) -> ByWords:
    candidates = tuple(Candidate(product_id=hit.product_id, score=min(1.0, max(0.0, hit.score))) for hit in found.hits)
    return ByWords(text=phrase.text, candidates=candidates, options=found.options, exact=found.exact)


def is_mention(reference: Reference) -> bool:
    """Whether the words can be taken for a product without any other sign that one is meant."""
    if not isinstance(reference, ByWords):
        return True
    return bool(reference.candidates) and reference.candidates[0].score >= LEAST_SCORE


SURELY_NAMED = 0.75


def names_goods(index: CatalogIndex, phrase: Phrase | None, language: str) -> bool:
    """Whether the words surely name something the shop sells ("a brown tote, delivered to Torstraße 5")."""
    if phrase is None:
        return False
    found = resolve(index, phrase, language)[1]
    return found.exact or (bool(found.hits) and found.hits[0].score >= SURELY_NAMED)


def pointed(clause: Clause) -> Reference | None:
    """A reference without words: a place in the list, a superlative, "it"."""
    ordinal = clause.first("ordinal")
    if ordinal is not None:
        return ByPosition(position=int(ordinal.value))
    if clause.has("other_one"):
        return ByOther()
    superlative = clause.first("superlative")
    if superlative is not None:
        return BySuperlative(superlative=Superlative(superlative.value))
    return ByFocus() if clause.first("focus", "of_them") else None
