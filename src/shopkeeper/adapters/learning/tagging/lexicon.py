"""Words a shop marked in its sentences (a menu's dishes, first names), to be recognized in other sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from shopkeeper.adapters.learning.tagging.sentences import Piece, Sentence, Slot, pieces


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How often a word was marked, by slot name."""

    marked: Mapping[str, Mapping[str, int]]

    def hints(self, words: Sequence[Piece], own: Iterable[Slot] = ()) -> list[list[str]]:
        """Features per word. `own` are the slots marked in this very sentence: in training, what only they show is unknown."""
        mine = Counter(_marked(words, own))
        return [
            [f"known={name}" for name, counts in self.marked.items() if counts.get(word.text.lower(), 0) > mine[name, word.text.lower()]]
            for word in words
        ]


def learn_lexicon(sentences: Sequence[Sentence]) -> Lexicon:
    marked: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for name, word in _marked(pieces(sentence.text), sentence.slots):
            marked.setdefault(name, Counter())[word] += 1
    return Lexicon(dict(sorted(marked.items())))


def _marked(words: Sequence[Piece], slots: Iterable[Slot]) -> Iterator[tuple[str, str]]:
    for slot in slots:
        for word in words:
            if word.start < slot.end and word.end > slot.start and word.text.isalpha():
                yield slot.name, word.text.lower()
