"""From a phrase inside a sentence to products: exact codes first, then option words, mended words, ranked hits."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from shopkeeper.adapters.search.fts5.options import OptionLexicon, OptionMention
from shopkeeper.adapters.search.fts5.ranking import Ranked
from shopkeeper.adapters.search.fts5.terms import FUNCTION_WORDS, SIZE_WORDS, bigrams, compact_code, is_cjk, query_terms, raw_terms, stem
from shopkeeper.adapters.search.fts5.vocabulary import Vocabulary
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.ports.catalog_index import Hit, Resolution

ALWAYS_OPTIONS = ("color", "size")
"""Options a shopper names even where the product has none; other names count only where the product comes in them."""

_SIZE_LETTERS = frozenset({"s", "m", "l", "xs", "xl"})
_CODE = re.compile(r"[^\W_][\w\-./#]{2,39}")
FAR = 2
_DISCOUNT_PER_EDIT = 0.06
_DISCOUNT_PER_UNKNOWN = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """What a typed word is searched as; `distance` 0 = as typed; no terms = in no product."""

    terms: tuple[str, ...]
    distance: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeMatch:
    product_id: ProductId
    sku: Sku | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolver:
    connection: sqlite3.Connection
    vocabulary: Vocabulary
    options: OptionLexicon
    ranked: Callable[[Sequence[str]], list[Ranked]]

    def resolve(self, phrase: str, *, limit: int) -> Resolution:
        matches = self.by_code(phrase)
        words = query_terms(phrase)
        mended = {word: self.mended(word) for word in words}
        unmatched = tuple(word for word in words if not mended[word].terms)
        ranked = self._ranked(phrase, words, mended)
        corrected = {word: " ".join(fix.terms) for word, fix in mended.items() if fix.distance}
        trust = 1.0 - _DISCOUNT_PER_EDIT * sum(fix.distance for fix in mended.values())
        known = 1.0 - _DISCOUNT_PER_UNKNOWN * len(unmatched) / max(len(words), 1)
        hits = tuple(Hit(product_id=ProductId(r.found.product_id), score=round(r.score * trust * known, 4)) for r in ranked[:limit])
        options, rest = self._options(phrase, words, ranked[0] if ranked else None)
        exact = _the_one(matches)
        if matches:
            named = dict.fromkeys(match.product_id for match in matches)
            hits = (*(Hit(product_id=p, score=1.0) for p in named), *(hit for hit in hits if hit.product_id not in named))[:limit]
        return Resolution(
            hits=hits,
            options=options,
            corrected=corrected,
            unmatched=unmatched,
            rest=rest,
            exact=bool(ranked) and not unmatched and not ranked[0].missing and not _guessed(mended.values()),
            exact_sku=exact.sku if exact else None,
            exact_product_id=exact.product_id if exact else None,
        )

    def _ranked(self, phrase: str, words: Sequence[str], mended: Mapping[str, Mended]) -> list[Ranked]:
        """By all words; where no product holds all, by those that name no color or size: "a rain jacket in blue" is no blue jacket."""
        ranked = self.ranked([term for word in words for term in mended[word].terms])
        if not ranked or not ranked[0].missing:
            return ranked
        said = [word for word in raw_terms(phrase) if word not in SIZE_WORDS]
        looks = [one for one in self._mentions(said) if not one.run and any(name in ALWAYS_OPTIONS for name, _ in one.readings)]
        optional = {word for mention in looks for word in said[mention.start : mention.end]}
        naming = [term for word in words if word not in optional for term in mended[word].terms]
        named = self.ranked(naming) if optional and naming else []
        return named if named and not named[0].missing else ranked

    def by_code(self, phrase: str) -> list[CodeMatch]:
        """Products whose sku, GTIN or part number stands in the phrase."""
        pieces = [match.group() for match in _CODE.finditer(phrase) if _looks_like_code(match.group(), phrase)]
        codes = list(dict.fromkeys(compact_code(piece) for piece in pieces[:8]))
        found: list[CodeMatch] = []
        for code in codes:
            rows = self.connection.execute("SELECT product_id, sku FROM code WHERE code = ? LIMIT 20", (code,)).fetchall()
            found.extend(CodeMatch(product_id=ProductId(row[0]), sku=Sku(row[1]) if row[1] else None) for row in rows)
        return found

    def mended(self, word: str) -> Mended:
        """The word itself where the catalog has it, else what it sounds like, its base form, its two halves, or the nearest word."""
        if self.vocabulary.knows(word):
            return Mended(terms=(word,))
        if is_cjk(word):
            return Mended(terms=())
        if not word.isascii() and (heard := self.vocabulary.sounding(word)) is not None:
            return Mended(terms=(heard,))
        if not word.isalpha():
            return Mended(terms=())
        base = self.vocabulary.base_form(word)
        if base is not None:
            return Mended(terms=(base,))
        nearest = self.vocabulary.nearest(word)
        if nearest is not None and nearest[1] == 1:
            return Mended(terms=(nearest[0],), distance=1)
        halves = self.vocabulary.split(word)
        if halves is not None:
            return Mended(terms=halves)
        return Mended(terms=(nearest[0],), distance=nearest[1]) if nearest else Mended(terms=())

    def _options(self, phrase: str, words: list[str], best: Ranked | None) -> tuple[dict[str, str], tuple[str, ...]]:
        """The option values named (by the best hit's reading of them), and the content words that name none."""
        said = [word for word in raw_terms(phrase) if word not in SIZE_WORDS]
        carried: dict[str, list[str]] = json.loads(best.found.options) if best else {}
        titled = frozenset(best.found.titles.split()) if best else frozenset[str]()
        named: dict[str, str] = {}
        used: set[str] = set()
        mentions = [(one, said[one.start : one.end] if not one.run else bigrams(one.run) or [one.run]) for one in self._mentions(said)]
        every = {word for _, mentioned in mentions for word in mentioned}
        # "Black, M" is nothing but options, although a tea is called black.
        whole = every >= {word for word in said if word not in FUNCTION_WORDS} and not _called(best, said)
        for mention, mentioned in mentions:
            reading = _reading(mention, carried, in_title=titled.issuperset(map(stem, mentioned)) and not whole)
            if reading is not None:
                named.setdefault(*reading)
                used.update(mentioned)
        return named, tuple(word for word in words if word not in used)

    def _mentions(self, words: list[str]) -> list[OptionMention]:
        """Mentions among `words`, including misspelled option words and those inside han runs."""
        found = self.options.mentions([word if self.vocabulary.knows(word) else self._as_option(word) for word in words])
        for at, word in enumerate(words):
            if is_cjk(word):
                found.extend(OptionMention(start=at, end=at + 1, readings=readings, run=run) for run, readings in self.options.inside(word))
        return found

    def _as_option(self, word: str) -> str:
        mended = self.mended(word)
        return mended.terms[0] if len(mended.terms) == 1 else word


def _guessed(mended: Collection[Mended]) -> bool:
    """Whether nothing was found as typed or nearly so: two slips in every word are another word."""
    return bool(mended) and all(fix.distance >= FAR for fix in mended)


def _reading(mention: OptionMention, carried: dict[str, list[str]], *, in_title: bool) -> tuple[str, str] | None:
    offered = [(name, value) for name, value in mention.readings if value in carried.get(name, ())]
    if offered:
        return offered[0]
    if in_title:
        return None
    return next(((n, v) for n, v in mention.readings if n in carried or n in ALWAYS_OPTIONS), None)


def _called(best: Ranked | None, words: Sequence[str]) -> bool:
    """Whether exactly these words are the best hit's title or one of its names."""
    phrase = " ".join(map(stem, words))
    return best is not None and phrase in (*best.found.titles.split("\n"), *best.found.names.split("\n"))


def _looks_like_code(piece: str, phrase: str) -> bool:
    """Whether a word can be a code: with digits and letters, with an inner hyphen, long digits, or alone in capitals."""
    digits = sum(char.isdigit() for char in piece)
    if digits == len(piece):
        return len(piece) >= 6 or piece == phrase.strip()
    if digits or "-" in piece:
        return True
    return piece.isupper() and piece == phrase.strip()


def _the_one(matches: Sequence[CodeMatch]) -> CodeMatch | None:
    """The match, when the code names one product only."""
    products = {match.product_id for match in matches}
    if len(products) != 1:
        return None
    return next((match for match in matches if match.sku), matches[0]) if len({m.sku for m in matches}) <= 1 else matches[0]
