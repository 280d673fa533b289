"""A conditional random field over words: the likeliest row of slots as a whole, in a fraction of a millisecond."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from shopkeeper.adapters.learning.tagging.features import features
from shopkeeper.adapters.learning.tagging.lexicon import Lexicon, learn_lexicon
from shopkeeper.adapters.learning.tagging.sentences import Piece, Sentence, Slot, pieces

OUTSIDE = "O"
TRAINING = {"c1": 0.05, "c2": 0.02, "max_iterations": 120, "feature.minfreq": 1, "feature.possible_transitions": True}
BOTH = "|"
"""Between the tags of slots that share a word ("8:00 tonight" is a time, its "tonight" a date)."""


@dataclass(frozen=True, slots=True)
class Tagger:
    """`model` is crfsuite's own file format."""

    model: bytes
    lexicon: Lexicon
    tagger: Any

    def find(self, text: str, requested: Sequence[str] = ()) -> tuple[Slot, ...]:
        words = pieces(text)
        if not words:
            return ()
        tags: list[str] = self.tagger.tag(features(words, requested, self.lexicon.hints(words)))
        return _slots(words, tags)


def train_tagger(sentences: Sequence[Sentence]) -> Tagger:
    """The same sentences always give the same tagger."""
    import pycrfsuite  # pyright: ignore

    lexicon = learn_lexicon(sentences)
    trainer = cast(Any, pycrfsuite).Trainer(algorithm="lbfgs", params=TRAINING, verbose=False)
    for sentence in sentences:
        words = pieces(sentence.text)
        if words:
            trainer.append(features(words, sentence.requested, lexicon.hints(words, sentence.slots)), _tags(words, sentence.slots))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "slots.crf"
        trainer.train(str(path))
        return open_tagger(path.read_bytes(), lexicon)


def open_tagger(model: bytes, lexicon: Lexicon) -> Tagger:
    import pycrfsuite  # pyright: ignore

    tagger = cast(Any, pycrfsuite).Tagger()
    tagger.open_inmemory(model)
    return Tagger(model, lexicon, tagger)


def _tags(words: Sequence[Piece], slots: Sequence[Slot]) -> list[str]:
    tags: list[list[str]] = [[] for _ in words]
    for slot in slots:
        inside = [at for at, word in enumerate(words) if word.start < slot.end and word.end > slot.start]
        for at in inside:
            tags[at].append(f"{'B' if at == inside[0] else 'I'}-{slot.name}")
    return [BOTH.join(sorted(own)) or OUTSIDE for own in tags]


def _slots(words: Sequence[Piece], tags: Sequence[str]) -> tuple[Slot, ...]:
    found: list[Slot] = []
    open_slots: dict[str, int] = {}
    """By name the place in `found` of the slot that the word before belongs to."""
    for word, tag in zip(words, tags, strict=True):
        going_on: dict[str, int] = {}
        for one in tag.split(BOTH) if tag != OUTSIDE else ():
            begins, name = one[0] == "B", one[2:]
            if begins or name not in open_slots:
                found.append(Slot(word.start, word.end, name))
                going_on[name] = len(found) - 1
            else:
                going_on[name] = open_slots[name]
                found[going_on[name]] = Slot(found[going_on[name]].start, word.end, name)
        open_slots = going_on
    return tuple(sorted(found))
