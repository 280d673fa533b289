"""A conditional random field over words: the likeliest row of slots as a whole, in a fraction of a millisecond."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from shopkeeper.adapters.learning.tagging.features import features
from shopkeeper.adapters.learning.tagging.sentences import Piece, Sentence, Slot, pieces

OUTSIDE = "O"
TRAINING = {"c1": 0.05, "c2": 0.02, "max_iterations": 120, "feature.minfreq": 1, "feature.possible_transitions": True}
KNOWN_FROM = 2
"""Times a value must have been marked before its words are a hint: once would only repeat the example itself."""


@dataclass(frozen=True, slots=True)
class Tagger:
    """`model` is crfsuite's own file format."""

    model: bytes
    known: Mapping[str, frozenset[str]]
    tagger: Any

    def find(self, text: str, requested: Sequence[str] = ()) -> tuple[Slot, ...]:
        words = pieces(text)
        if not words:
            return ()
        tags: list[str] = self.tagger.tag(features(words, requested, self.known))
        return _slots(words, tags)


def train_tagger(sentences: Sequence[Sentence]) -> Tagger:
    """The same sentences always give the same tagger."""
    import pycrfsuite  # pyright: ignore

    known = _known(sentences)
    trainer = cast(Any, pycrfsuite).Trainer(algorithm="lbfgs", params=TRAINING, verbose=False)
    for sentence in sentences:
        words = pieces(sentence.text)
        if words:
            trainer.append(features(words, sentence.requested, known), _tags(words, sentence.slots))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "slots.crf"
        trainer.train(str(path))
        return open_tagger(path.read_bytes(), known)


def open_tagger(model: bytes, known: Mapping[str, frozenset[str]]) -> Tagger:
    import pycrfsuite  # pyright: ignore

    tagger = cast(Any, pycrfsuite).Tagger()
    tagger.open_inmemory(model)
    return Tagger(model, known, tagger)


def _known(sentences: Sequence[Sentence]) -> dict[str, frozenset[str]]:
    seen: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for slot in sentence.slots:
            counter = seen.setdefault(slot.name, Counter())
            counter.update({piece.text.lower() for piece in pieces(sentence.text[slot.start : slot.end]) if piece.text.isalpha()})
    return {name: frozenset(word for word, count in counter.items() if count >= KNOWN_FROM) for name, counter in sorted(seen.items())}


def _tags(words: Sequence[Piece], slots: Sequence[Slot]) -> list[str]:
    tags = [OUTSIDE] * len(words)
    for slot in slots:
        inside = [at for at, word in enumerate(words) if word.start < slot.end and word.end > slot.start]
        for at in inside:
            tags[at] = f"{'B' if at == inside[0] else 'I'}-{slot.name}"
    return tags


def _slots(words: Sequence[Piece], tags: Sequence[str]) -> tuple[Slot, ...]:
    found: list[Slot] = []
    for word, tag in zip(words, tags, strict=True):
        if tag == OUTSIDE:
            continue
        begins, name = tag[0] == "B", tag[2:]
        goes_on = found and not begins and found[-1].name == name and _touches(words, found[-1], word)
        if goes_on:
            found[-1] = Slot(found[-1].start, word.end, name)
        else:
            found.append(Slot(word.start, word.end, name))
    return tuple(found)


def _touches(words: Sequence[Piece], slot: Slot, word: Piece) -> bool:
    """No other word lies between."""
    return not any(slot.end <= other.start < word.start for other in words)
