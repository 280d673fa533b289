"""The catalog's words, for mending typed ones: optimal string alignment within two edits, commonest first."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from shopkeeper.adapters.search.fts5.terms import stem
from shopkeeper.domain.dialogue.grammar.sounds import skeleton, spelled

SHORTEST_CORRECTED = 4
LONGEST_CORRECTED = 24
COMMONEST = 10**9
LEAST_SOUNDS = 3
"""Words of fewer consonants sound alike too often."""
LEAST_ALIKE = 0.55
_FOREIGN_ENDINGS = ("ая", "ую", "ой", "ый", "ий", "ое", "ые", "ов", "ев", "ы", "и", "а", "у", "е", "ों", "ें", "ي", "ات")

# Endings that inflect a word without making it another one; tried before a word counts as misspelled.
_ENDINGS = ("en", "er", "es", "em", "e", "n", "s", "ing", "ed", "a", "i", "o")


class Vocabulary:
    """Words by length, loaded on the first word that needs mending."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._by_length: dict[int, list[str]] | None = None
        self._weights: dict[str, int] = {}
        self._by_sound: dict[str, list[str]] | None = None

    def knows(self, word: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM vocabulary WHERE word = ? LIMIT 1", (word,)).fetchone()
        return found is not None or self._knows_stem(stem(word))

    def _knows_stem(self, form: str) -> bool:
        return self._connection.execute("SELECT 1 FROM vocabulary WHERE stem = ? LIMIT 1", (form,)).fetchone() is not None

    def rarest(self, words: Sequence[str], count: int) -> list[str]:
        """The words that tell products apart best; numbers and single letters tell least."""
        if len(words) <= count:
            return list(words)
        marks = ",".join("?" * len(words))
        weights = dict(self._connection.execute(f"SELECT word, weight FROM vocabulary WHERE word IN ({marks})", list(words)).fetchall())
        return sorted(words, key=lambda word: weights.get(word, 0) or COMMONEST)[:count]

    def base_form(self, word: str) -> str | None:
        """A known word that `word` is an inflection of ("Jacken" -> "jacke")."""
        for ending in _ENDINGS:
            if len(word) - len(ending) >= 3 and word.endswith(ending) and self._knows_stem(word[: -len(ending)]):
                return word[: -len(ending)]
        return next((word + ending for ending in ("e", "en", "n") if self._knows_stem(word + ending)), None) if len(word) >= 4 else None

    def split(self, word: str) -> tuple[str, str] | None:
        """Two known words written as one ("trailjacket")."""
        cuts = range(4, len(word) - 3)
        return next(((word[:cut], word[cut:]) for cut in cuts if self.knows(word[:cut]) and self.knows(word[cut:])), None)

    def nearest(self, word: str) -> tuple[str, int] | None:
        """The closest catalog word and its distance, if one is close enough for the word's length."""
        if not SHORTEST_CORRECTED <= len(word) <= LONGEST_CORRECTED or not word.isalpha():
            return None
        allowed = 1 if len(word) <= 5 else 2
        nearby = self._near(word, allowed)
        if not nearby:
            return None
        best = min(nearby, key=lambda found: (found[1], found[0][0] != word[0], -self._weights[found[0]], found[0]))
        return best if best[1] < 2 or best[0][0] == word[0] else None

    def sounding(self, word: str) -> str | None:
        """The Latin word of the catalog that `word`, in another script, sounds like ("ट्रेल", "трейл": "trail")."""
        if word.isascii():
            return None
        forms = [word]
        for _ in range(2):  # an adjective made of a foreign word has two endings ("трейл-ов-ая")
            cut = next((ending for ending in _FOREIGN_ENDINGS if forms[-1].endswith(ending) and len(forms[-1]) - len(ending) >= 3), "")
            forms.extend([forms[-1].removesuffix(cut)] if cut else [])
        likely = [(self._alike(form, latin), latin) for form in forms for latin in self._sounds().get(skeleton(form), ())]
        best = max(likely, key=lambda found: (found[0], self._weights[found[1]]), default=(0.0, ""))
        return best[1] if best[0] >= LEAST_ALIKE else None

    def _alike(self, word: str, latin: str) -> float:
        return OSA.normalized_similarity(spelled(word), latin)

    def _sounds(self) -> dict[str, list[str]]:
        """The catalog's Latin words by their consonants, put together on the first word that needs it."""
        if self._by_sound is None:
            by_sound: dict[str, list[str]] = defaultdict(list)
            for words in self._load().values():
                for word in words:
                    if word.isascii() and word.isalpha() and len(heard := skeleton(word)) >= LEAST_SOUNDS:
                        by_sound[heard].append(word)
            self._by_sound = by_sound
        return self._by_sound

    def _near(self, word: str, allowed: int) -> list[tuple[str, int]]:
        by_length = self._load()
        near: list[tuple[str, int]] = []
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            matches = process.extract(word, by_length.get(length, ()), scorer=OSA.distance, score_cutoff=allowed, limit=16)
            near.extend((match, int(distance)) for match, distance, _ in matches)
        return near

    def _load(self) -> dict[int, list[str]]:
        if self._by_length is None:
            by_length: dict[int, list[str]] = defaultdict(list)
            for word, weight in self._connection.execute("SELECT word, weight FROM vocabulary WHERE weight > 0"):
                by_length[len(word)].append(word)
                self._weights[word] = weight
            self._by_length = by_length
        return self._by_length


def corrigible(words: Iterable[str]) -> dict[str, int]:
    """How often each word is worth correcting to: digits and single characters never are."""
    counts: dict[str, int] = defaultdict(int)
    for word in words:
        counts[word] += 1 if len(word) >= 3 and word.isalpha() else 0
    return counts
