"""What training sentences say of words: which were marked (a menu's dishes, first names), and which they never hold (other names)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from shopkeeper.adapters.learning.tagging.sentences import Piece, Sentence, Slot, pieces

RARE = 2
"""Sentences' worth of occurrences up to which a word is rare."""
EDGE = "<edge>"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How often a word was marked, by slot name; and how often it was seen at all."""

    marked: Mapping[str, Mapping[str, int]]
    seen: Mapping[str, int] = field(default_factory=dict[str, int])

    def hints(self, words: Sequence[Piece], own: Iterable[Slot] | None = None) -> list[list[str]]:
        """Features per word. With `own`, the slots marked in it, this is a training sentence: what only it shows is unknown."""
        lower = [word.text.lower() for word in words]
        mine = Counter(_marked(words, own or ()))
        here = Counter(lower) if own is not None else Counter[str]()
        counts = [self.seen.get(word, 0) - here[word] if word.isalpha() else RARE + 1 for word in lower]
        new = _new(lower, counts)
        return [
            [f"known={name}" for name, marks in self.marked.items() if marks.get(word, 0) > mine[name, word]] + new[at]
            for at, word in enumerate(lower)
        ]


def learn_lexicon(sentences: Sequence[Sentence]) -> Lexicon:
    marked: dict[str, Counter[str]] = {}
    seen = Counter[str]()
    for sentence in sentences:
        words = pieces(sentence.text)
        seen.update(word.text.lower() for word in words)
        for name, word in _marked(words, sentence.slots):
            marked.setdefault(name, Counter())[word] += 1
    return Lexicon(dict(sorted(marked.items())), seen)


def _new(lower: Sequence[str], counts: Sequence[int]) -> list[list[str]]:
    """For each word: whether it is new or rare, and what stands around it. "Transfer to <new> <new>" is a name, whoever's."""
    around = [EDGE, *lower, EDGE]
    found: list[list[str]] = []
    lead = 0
    for at, count in enumerate(counts):
        before, after = around[at], around[at + 2]
        lead = at if count > 0 else lead if at and counts[at - 1] <= 0 else at
        own: list[str] = []
        if count <= 0:
            first, earlier = around[lead], around[max(0, lead - 1)]
            own = ["new", f"new<{before}", f"new>{after}", f"new<<{first}", f"new<<<{earlier} {first}", f"new#{min(at - lead, 2)}"]
        elif count <= RARE:
            own = ["rare", f"rare<{before}", f"rare>{after}"]
        own += ["after_new"] * (at > 0 and counts[at - 1] <= 0) + ["before_new"] * (at + 1 < len(counts) and counts[at + 1] <= 0)
        found.append(own)
    return found


def _marked(words: Sequence[Piece], slots: Iterable[Slot]) -> Iterator[tuple[str, str]]:
    for slot in slots:
        for word in words:
            if word.start < slot.end and word.end > slot.start and word.text.isalpha():
                yield slot.name, word.text.lower()
