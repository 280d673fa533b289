"""From labelled messages to a classifier: one pass of exact arithmetic, no chance, no epochs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shopkeeper.adapters.learning.certainty import NO_ODDS, features, learn_odds, least_evidence, weighed_evidence
from shopkeeper.adapters.learning.classifier import (
    Classifier,
    Head,
    Room,
    Scores,
    joined,
    mixed_kernel,
    nearness,
    vectors_of,
    words_kernel,
)
from shopkeeper.adapters.learning.contexts import with_context
from shopkeeper.adapters.learning.examples import OUT_OF_SCOPE, Example, takes_several
from shopkeeper.adapters.learning.lexical import index_texts
from shopkeeper.adapters.learning.ngrams import Floats, learn_ngrams, normal
from shopkeeper.adapters.learning.ridge import solve, solve_leaving_out
from shopkeeper.adapters.learning.softmax import leaning, learn_softmax, softmax_left_out
from shopkeeper.adapters.learning.spaces import learn_space
from shopkeeper.adapters.learning.spelling import learn_spelling
from shopkeeper.adapters.learning.thresholds import label_cuts
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.text_embedder import TextEmbedder

LARGEST = 16_000
"""Training texts used at most: time grows with the third power of their number."""
LEAVE_OUT_AT_MOST = 5_000
"""Texts of which certainty is learned; a share of a larger set tells it as well."""
FEW = 12
"""Examples per label up to which the label's own name helps as one more example."""
NAMED_FIRST = 0.6

BLOCK = 512
"""Rows of a kernel made at a time, so that little more than the kernel itself is held."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Material:
    """The training texts as numbers; the last `named` rows are the labels' own names."""

    texts: tuple[str, ...]
    contexts: tuple[str | None, ...]
    languages: tuple[str, ...]
    targets: Floats
    labels: tuple[str, ...]
    several: bool
    named: int

    @property
    def classes(self) -> NDArray[np.int64]:
        return np.unique(self.targets, axis=0, return_inverse=True)[1].ravel().astype(np.int64)


@dataclass(frozen=True, slots=True)
class Ground:
    """The training texts' likeness to one another, made in blocks of rows when asked for. Tier 0 is shared words."""

    matrix: Any
    rooms: Sequence[Room]
    several: bool

    def part(self, rows: NDArray[np.int64]) -> Ground:
        return Ground(self.matrix[rows], [replace(room, placed=room.placed[rows]) for room in self.rooms], self.several)

    def shared(self, rows: slice) -> Floats:
        return (self.matrix[rows] @ self.matrix.T).toarray().astype(np.float32)

    def alike(self, tier: int, rows: slice) -> Floats:
        """By the first `tier` encoders."""
        likeness, weight = np.zeros((1, 1), np.float32), 0.0
        for room in self.rooms[:tier]:
            likeness = likeness + np.float32(room.weight) * (room.placed[rows] @ room.placed.T)
            weight += room.weight
        return likeness / np.float32(weight)

    def placed(self, tier: int) -> Floats:
        """By the first `tier` encoders, side by side."""
        return joined([np.sqrt(np.float32(room.weight)) * room.placed for room in self.rooms[:tier]])

    def kernel(self, tier: int) -> Floats:
        size = self.matrix.shape[0]
        made = np.empty((size, size), np.float32)
        for start in range(0, size, BLOCK):
            rows = slice(start, start + BLOCK)
            shared = self.shared(rows)
            if tier:
                made[rows] = mixed_kernel(shared, self.alike(tier, rows), several=self.several)
            else:
                made[rows] = words_kernel(shared, several=self.several)
        return made


def train(
    examples: Sequence[Example],
    embedders: Sequence[TextEmbedder],
    *,
    validation: Sequence[Example] = (),
    progress: Progress = lambda _: None,
) -> Classifier:
    """A classifier of `examples`; `validation` (out-of-scope messages included) sets the threshold.

    Without validation the threshold comes from leaving out each training text in turn. Raises InvalidInput when there
    are fewer than two labels or no text.
    """
    material = _material(examples)
    progress("Words")
    ngrams = with_context(learn_ngrams(material.texts), material.texts, material.contexts, material.targets, several=material.several)
    matrix = ngrams.matrix(material.texts, material.contexts)
    rooms = _rooms(material, embedders, progress)
    ground = Ground(matrix, tuple(rooms.values()), material.several)
    progress("Weights")
    draft = Classifier(
        labels=material.labels,
        lexical=index_texts(ngrams, matrix),
        spelling=learn_spelling(ngrams),
        rooms=rooms,
        heads=tuple(_head(ground, tier, material) for tier in range(len(rooms) + 1)),
        least=float("-inf"),
        cuts=None,
    )
    progress("Certainty")
    calibrated = _calibrate(draft, material, ground)
    return _threshold(calibrated, validation, embedders) if validation and not material.several else calibrated


def _material(examples: Sequence[Example]) -> Material:
    kept = _spread([example for example in examples if example.text.strip()])
    labels = tuple(sorted({label for example in kept for label in example.labels}))
    if len(labels) < 2:
        raise InvalidInput("too_few_labels", "training needs texts of at least two different labels")
    several = takes_several(kept)
    if several and all(len(example.labels) < 2 for example in kept):
        unlabelled = next(example.text for example in kept if not example.labels)
        raise InvalidInput(
            "no_label", f"a message without a label: {unlabelled[:60]!r}; give it one, `oos` if nothing fits, or leave it out"
        )
    names = [label for label in labels if label != OUT_OF_SCOPE] if not several and len(kept) <= FEW * len(labels) else []
    named = [Example(text=" ".join(normal(name).replace("_", " ").replace("-", " ").split()), labels=(name,)) for name in names]
    rows = [*kept, *named]
    targets = np.zeros((len(rows), len(labels)), np.float32)
    places = {label: at for at, label in enumerate(labels)}
    for at, row in enumerate(rows):
        targets[at, [places[label] for label in row.labels]] = 1
    return Material(
        texts=tuple(row.text for row in rows),
        contexts=tuple(row.context for row in rows),
        languages=tuple(row.language for row in rows),
        targets=targets,
        labels=labels,
        several=several,
        named=len(named),
    )


def _spread(examples: Sequence[Example]) -> Sequence[Example]:
    """At most LARGEST of them, evenly from the whole list."""
    step = len(examples) / LARGEST
    return examples if step <= 1 else [examples[int(at * step)] for at in range(LARGEST)]


def _rooms(material: Material, embedders: Sequence[TextEmbedder], progress: Progress) -> dict[str, Room]:
    rooms: dict[str, Room] = {}
    for embedder, share in zip(embedders, _weights(embedders), strict=True):
        progress(f"Meaning by {embedder.name}")
        vectors = vectors_of(embedder, material.texts)
        space = learn_space(vectors, material.classes, material.languages)
        rooms[embedder.name] = Room(space, space.place(vectors, material.languages), share, embedder.languages)
    return rooms


def _weights(embedders: Sequence[TextEmbedder]) -> Sequence[float]:
    """The encoder for more languages counts a little more where there are two."""
    raw = [NAMED_FIRST if embedder.languages is None else 1 - NAMED_FIRST for embedder in embedders]
    return [one / sum(raw) for one in raw]


def _head(ground: Ground, tier: int, material: Material) -> Head:
    straight = learn_softmax(ground.placed(tier), material.targets) if tier and not material.several else None
    return Head(_fit(ground.kernel(tier), material.targets), NO_ODDS, straight)


def _fit(kernel: Floats, targets: Floats) -> Floats:
    scale = kernel.diagonal().max()
    # Weights belong to the kernel as it is served, not to the scaled one that is solved.
    return solve(kernel, targets) / scale


def _calibrate(draft: Classifier, material: Material, ground: Ground) -> Classifier:
    """Certainty from what each text would be called by a model that never saw it."""
    own = len(material.texts) - material.named
    count = min(len(material.texts), LEAVE_OUT_AT_MOST)
    rows = np.unique((np.arange(count) * (len(material.texts) / count)).astype(np.int64))
    some, asked, targets = ground.part(rows), rows < own, material.targets[rows]
    everything = slice(0, len(rows))
    heads: list[Head] = []
    left, nearest = Scores(np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float32)), np.zeros(0, np.float32)
    for tier, head in enumerate(draft.heads):
        apart = _apart(some.shared(everything))
        alike = _apart(some.alike(tier, everything)) if tier else None
        nearest = (apart.max(axis=1) if alike is None else nearness(apart, alike))[asked]
        left = _left_out(some.kernel(tier), targets, asked)
        if head.straight is not None and alike is not None:
            chances = softmax_left_out(some.placed(tier), targets, asked)[asked]
            left = replace(left, best=leaning(left.proven, chances, alike.max(axis=1)[asked]))
        heads.append(replace(head, odds=learn_odds(features(left.proven, nearest), _right(left.best, targets[asked]))))
    return _cut(replace(draft, heads=tuple(heads)), left, targets[asked], nearest, several=material.several)


def _apart(likeness: Floats) -> Floats:
    """The same with no text like itself."""
    return (likeness - 2 * np.eye(len(likeness))).astype(np.float32)


def _left_out(kernel: Floats, targets: Floats, asked: NDArray[np.bool_]) -> Scores:
    proven = solve_leaving_out(kernel, targets)[1][asked]
    return Scores(proven, proven)


def _right(scores: Floats, targets: Floats) -> NDArray[np.bool_]:
    return targets[np.arange(len(scores)), scores.argmax(axis=1)] > 0


def _cut(draft: Classifier, scores: Scores, targets: Floats, nearest: Floats, *, several: bool) -> Classifier:
    if several:
        return replace(draft, cuts=label_cuts(scores.best, targets))
    proofs = draft.proof(scores.proven, nearest)
    if OUT_OF_SCOPE not in draft.labels:
        return replace(draft, least=least_evidence(proofs, _right(scores.proven, targets), np.ones(len(targets), bool)))
    outside = draft.labels.index(OUT_OF_SCOPE)
    right = _right(np.delete(scores.proven, outside, axis=1), np.delete(targets, outside, axis=1))
    return replace(draft, least=weighed_evidence(proofs, right, targets[:, outside] == 0))


def _threshold(draft: Classifier, validation: Sequence[Example], embedders: Sequence[TextEmbedder]) -> Classifier:
    """`least` by the validation messages."""
    by_name = {embedder.name: embedder for embedder in embedders}
    # Encoding them in one go first lets a caching embedder work in batches.
    for embedder in embedders:
        embedder.embed([example.text for example in validation])
    free = replace(draft, least=float("-inf"))
    guesses = [free.read(example.text, by_name, example.language, context=example.context) for example in validation]
    inside = np.asarray([not example.out_of_scope for example in validation])
    right = np.asarray([guess.labels == example.labels for guess, example in zip(guesses, validation, strict=True)])
    proofs = np.asarray([guess.evidence for guess in guesses], np.float32)
    return replace(draft, least=least_evidence(proofs, right, inside))
