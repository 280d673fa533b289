"""Texts as weighted word and letter groups: the cheap half of the classifier, served without any library's vectorizer."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

WORDS = re.compile(r"[^\W_]+|[^\w\s]")
LETTER_GROUPS = (3,)
BEFORE = "\u2039"
"""Stands before the words of the turn before, and alone for a conversation's start."""
LONGEST_TEXT = 2000
"""Letters read of one message; more cannot change its class and would only cost time."""

Floats = NDArray[np.float32]


def normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).casefold()


def grams(text: str) -> tuple[Counter[str], Counter[str]]:
    """(word groups of 1 and 2, letter groups inside a word and its borders) with their counts."""
    words = WORDS.findall(normal(text))
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    letters: Counter[str] = Counter()
    for word in words:
        padded = f" {word} "
        for size in LETTER_GROUPS:
            letters.update(padded[at : at + size] for at in range(max(1, len(padded) - size + 1)))
    return Counter([*words, *pairs]), letters


def words_before(context: str | None) -> Counter[str]:
    """The words of the turn before as terms of their own; none where nobody knows what was said."""
    if context is None:
        return Counter()
    return Counter(BEFORE + word for word in WORDS.findall(normal(context)) or ("",))


@dataclass(frozen=True, slots=True)
class Ngrams:
    """A vocabulary and the weight of each of its terms (smoothed inverse document frequency)."""

    words: Mapping[str, int]
    letters: Mapping[str, int]
    """Numbers go on after those of the words."""
    weights: Floats
    before: Mapping[str, int] = field(default_factory=dict[str, int])
    """Terms of the turn before, numbered after the letters; none where it does not help."""
    before_share: float = 0.0

    def row(self, text: str, context: str | None = None) -> tuple[NDArray[np.int64], Floats]:
        """(term numbers, weights) of one text; words and letters count half each, the whole has length 1."""
        parts = [self._half(counts, known) for counts, known in zip(grams(text), (self.words, self.letters), strict=True)]
        if self.before:
            places, values = self._half(words_before(context), self.before)
            parts.append((places, values * np.float32(self.before_share)))
        places = np.concatenate([place for place, _ in parts])
        values = np.concatenate([value for _, value in parts])
        length = float(np.linalg.norm(values))
        return places, values / np.float32(length) if length else values

    def _half(self, counts: Mapping[str, int], known: Mapping[str, int]) -> tuple[NDArray[np.int64], Floats]:
        found = [(known[term], count) for term, count in counts.items() if term in known]
        places = np.fromiter((place for place, _ in found), np.int64, len(found))
        tallies = np.fromiter((1.0 + math.log(count) for _, count in found), np.float32, len(found))
        values = tallies * self.weights[places]
        length = float(np.linalg.norm(values))
        return places, values / np.float32(length) if length else values

    def matrix(self, texts: Iterable[str], contexts: Iterable[str | None]) -> Any:
        """A scipy CSR matrix, one row a text with the turn before it."""
        from scipy.sparse import csr_matrix  # pyright: ignore

        rows = [self.row(text, context) for text, context in zip(texts, contexts, strict=True)]
        ends = np.cumsum([0, *(len(places) for places, _ in rows)])
        places = np.concatenate([places for places, _ in rows]) if rows else np.zeros(0, np.int64)
        values = np.concatenate([values for _, values in rows]) if rows else np.zeros(0, np.float32)
        return csr_matrix((values, places, ends), shape=(len(rows), len(self.weights)))


def learn_ngrams(texts: Sequence[str], *, least_texts: int = 2) -> Ngrams:
    """The vocabulary of `texts`: words always, letter groups and pairs from `least_texts` texts on."""
    spread: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for text in texts:
        for counter, counts in zip(spread, grams(text), strict=True):
            counter.update(counts.keys())
    words = sorted(term for term, count in spread[0].items() if count >= least_texts or " " not in term)
    letters = sorted(term for term, count in spread[1].items() if count >= least_texts)
    rarity = [math.log((1 + len(texts)) / (1 + spread[0][term])) + 1 for term in words]
    rarity += [math.log((1 + len(texts)) / (1 + spread[1][term])) + 1 for term in letters]
    return Ngrams(
        words={term: at for at, term in enumerate(words)},
        letters={term: at for at, term in enumerate(letters, start=len(words))},
        weights=np.asarray(rarity, np.float32),
    )


def with_before(ngrams: Ngrams, contexts: Sequence[str | None], share: float, *, least_texts: int = 2) -> Ngrams:
    """`ngrams` that reads the turn before as well, weighing `share` of the message's own words."""
    spread = Counter(term for context in contexts for term in words_before(context))
    terms = sorted(term for term, count in spread.items() if count >= least_texts)
    known = sum(context is not None for context in contexts)
    rarity = np.asarray([math.log((1 + known) / (1 + spread[term])) + 1 for term in terms], np.float32)
    before = {term: at for at, term in enumerate(terms, start=len(ngrams.weights))}
    return replace(ngrams, before=before, before_share=share, weights=np.concatenate([ngrams.weights, rarity]))
