"""Slips of the finger mended towards the words of the examples: "prduct" is their "product"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from shopkeeper.adapters.learning.ngrams import Ngrams

SHORTEST, LONGEST = 4, 24
_LETTERS = re.compile(r"[^\W\d_]+")
_LAST_SPELLED = "\u058f"
"""Latin, Greek, Cyrillic and Armenian end here; after it come scripts whose words are not told by spaces or are short."""
_ENDINGS = ("s", "es", "ed", "ing", "er", "d", "ly", "en", "n", "e", "t")

Knows = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Spelling:
    """The examples' words with their rarity (a common word is meant rather than a rare one), and the same by length."""

    rarity: Mapping[str, float]
    by_length: Mapping[int, tuple[str, ...]]

    def mended(self, text: str, knows: Knows) -> str:
        """`text` with words that neither the examples nor `knows` have put right where one slip explains them."""
        return _LETTERS.sub(lambda found: self._word(found.group(), knows), text)

    def _word(self, written: str, knows: Knows) -> str:
        word = written.casefold()
        if not SHORTEST <= len(word) <= LONGEST or word in self.rarity or max(word) > _LAST_SPELLED or _is_form(word, knows):
            return written
        close = [
            choice
            for length in (len(word) - 1, len(word), len(word) + 1)
            for choice, _, _ in process.extract(word, self.by_length.get(length, ()), scorer=OSA.distance, score_cutoff=1, limit=None)
            # A slip at the first letter is rare, and a plural is no slip.
            if choice[0] == word[0] and word != f"{choice}s" and choice != f"{word}s"
        ]
        return min(close, key=lambda choice: (self.rarity[choice], choice), default=written)


def learn_spelling(ngrams: Ngrams) -> Spelling:
    words = [word for word in ngrams.words if word.isalpha() and SHORTEST <= len(word) <= LONGEST]
    by_length: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        by_length[len(word)].append(word)
    rarity = {word: float(ngrams.weights[ngrams.words[word]]) for word in words}
    return Spelling(rarity, {length: tuple(same) for length, same in by_length.items()})


def _is_form(word: str, knows: Knows) -> bool:
    """Whether it is a known word, or one with a common ending."""
    if knows(word):
        return True
    stems = (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= SHORTEST - 1)
    return any(knows(stem) or knows(f"{stem}e") for stem in stems)
