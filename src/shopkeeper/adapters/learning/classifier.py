"""What a message is about, by a shop's own examples: shared words first, meaning by encoders where those leave doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from shopkeeper.adapters.learning.certainty import Odds, evidence, features
from shopkeeper.adapters.learning.examples import OUT_OF_SCOPE
from shopkeeper.adapters.learning.lexical import LexicalIndex
from shopkeeper.adapters.learning.ngrams import Floats
from shopkeeper.adapters.learning.softmax import leaning, softmax
from shopkeeper.adapters.learning.spaces import Space, unit
from shopkeeper.adapters.learning.spelling import Spelling
from shopkeeper.ports.text_embedder import TextEmbedder

WORDS_CURVE, WORDS_CURVE_SEVERAL = 2.0, 1.0
MEANING_CURVE, MEANING_CURVE_SEVERAL = 1.5, 0.5
WORDS_SHARE, WORDS_SHARE_SEVERAL = 0.2, 0.4
"""Where messages carry several labels, their parts add up: likeness counts more evenly and single words count more."""
SURE = 0.93
"""The chance of being right from which a cheap tier decides and no dearer one is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """`ranking` best first with scores; `labels` is empty below the threshold. `confidence` is the chance of being right."""

    labels: tuple[str, ...]
    ranking: tuple[tuple[str, float], ...]
    confidence: float
    evidence: float
    tier: str


@dataclass(frozen=True, slots=True)
class Room:
    """One encoder's part: where it puts the training texts, how much its opinion weighs, and for which languages."""

    space: Space
    placed: Floats
    weight: float
    languages: frozenset[str] | None

    def covers(self, language: str) -> bool:
        return self.languages is None or not language or language in self.languages


@dataclass(frozen=True, slots=True)
class Head:
    """One tier's weights (training texts x labels) with what it knows about its own certainty.

    `straight` (width of its encoders x labels) is the softmax beside the kernel; none for shared words and for several labels.
    """

    weights: Floats
    odds: Odds
    straight: Floats | None = None

    def scores(self, kernel: Floats, placed: Sequence[Floats] = (), closest: Floats | None = None) -> Scores:
        proven = kernel @ self.weights
        if self.straight is None or closest is None:
            return Scores(proven, proven)
        return Scores(proven, leaning(proven, softmax(joined(placed) @ self.straight), closest))


@dataclass(frozen=True, slots=True)
class Scores:
    """Rows of scores by label: `proven` by the kernel alone, which falls far from all examples; `best` decides among labels."""

    proven: Floats
    best: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Classifier:
    """Tiers from cheap to dear: `heads[0]` reads shared words, `heads[k]` the first k encoders of `rooms` as well.

    `least` is the evidence below which a message is out of scope (-inf = never).
    """

    labels: tuple[str, ...]
    lexical: LexicalIndex
    spelling: Spelling
    rooms: Mapping[str, Room]
    heads: tuple[Head, ...]
    least: float
    cuts: Floats | None
    """Where several labels are possible: each label's own threshold."""

    def read(self, text: str, embedders: Mapping[str, TextEmbedder], language: str = "", *, context: str | None = None) -> Guess:
        """One message, by the cheapest tier that is sure. `embedders` by name must hold every encoder of `rooms`.

        `context` is the turn before, which counts only if it did so among the examples.
        """
        text = self._mended(text, embedders)
        shared = self.lexical.likeness(text, context)[None]
        several = self.cuts is not None
        guess = self._guess(self.heads[0].scores(words_kernel(shared, several=several)), shared.max(axis=1, initial=0.0), 0)
        alike, weight, placed = np.zeros_like(shared), 0.0, list[Floats]()
        for tier, (name, room) in enumerate(self.rooms.items(), start=1):
            if self._settled(guess):
                return guess
            if not room.covers(language):
                placed.append(np.zeros((1, room.placed.shape[1]), np.float32))
                continue
            put = room.space.place(vectors_of(embedders[name], [text]), [language])
            placed.append(np.sqrt(np.float32(room.weight)) * put)
            alike += np.float32(room.weight) * (put @ room.placed.T)
            weight += room.weight
            near = alike / np.float32(weight)
            kernel = mixed_kernel(shared, near, several=several)
            guess = self._guess(self.heads[tier].scores(kernel, placed, near.max(axis=1)), nearness(shared, near), tier)
        return guess

    def _mended(self, text: str, embedders: Mapping[str, TextEmbedder]) -> str:
        def knows(word: str) -> bool:
            said = [embedders[name].knows(word) for name in self.rooms]
            # Only an encoder with a vocabulary tells a slip from a word the examples happen not to have.
            return any(said) or all(one is None for one in said)

        return self.spelling.mended(text, knows)

    def _settled(self, guess: Guess) -> bool:
        """Several labels and doubts about the scope are for the last tier."""
        return self.cuts is None and guess.confidence >= SURE and OUT_OF_SCOPE not in (guess.ranking[0][0], *guess.labels)

    def _guess(self, scores: Scores, nearest: Floats, tier: int) -> Guess:
        order = [int(at) for at in np.argsort(-scores.best[0], kind="stable")]
        confidence = float(self.heads[tier].odds.of(features(scores.proven, nearest))[0])
        proof = float(self.proof(scores.proven, nearest)[0])
        early = tier < len(self.rooms) and confidence >= SURE and self.labels[order[0]] != OUT_OF_SCOPE
        # An early answer counts as proven: tiers have scales of their own, the odds speak for all of them.
        # (In single precision, as the thresholds are.)
        proof = max(proof, float(np.float32(1 + confidence))) if early else proof
        return Guess(
            labels=self._chosen(scores.best[0], order, proof),
            ranking=tuple((self.labels[at], float(scores.best[0, at])) for at in order[:5]),
            confidence=confidence,
            evidence=proof,
            tier=("words", *self.rooms)[tier],
        )

    def proof(self, scores: Floats, nearest: Floats) -> Floats:
        """The evidence of being in scope; a trained out-of-scope class speaks against it."""
        if OUT_OF_SCOPE not in self.labels:
            return evidence(scores, nearest)
        outside = self.labels.index(OUT_OF_SCOPE)
        return evidence(np.delete(scores, outside, axis=1), nearest) - scores[:, outside]

    def _chosen(self, scores: Floats, order: Sequence[int], proof: float) -> tuple[str, ...]:
        if self.cuts is not None:
            return tuple(label for label, score, cut in zip(self.labels, scores, self.cuts, strict=True) if score >= cut)
        best = next(self.labels[at] for at in order if self.labels[at] != OUT_OF_SCOPE)
        return (best,) if proof >= self.least else (OUT_OF_SCOPE,)


def words_kernel(shared: Floats, *, several: bool) -> Floats:
    return np.exp(np.float32(WORDS_CURVE_SEVERAL if several else WORDS_CURVE) * (shared - np.float32(1)))


def mixed_kernel(shared: Floats, alike: Floats, *, several: bool) -> Floats:
    """Likeness by meaning (a radial curve over the angle) and, weighing less, by shared words."""
    curve, share = (MEANING_CURVE_SEVERAL, WORDS_SHARE_SEVERAL) if several else (MEANING_CURVE, WORDS_SHARE)
    return np.exp(np.float32(2 * curve) * (alike - np.float32(1))) + np.float32(share) * words_kernel(shared, several=several)


def joined(placed: Sequence[Floats]) -> Floats:
    """The encoders' vectors side by side, of length 1 together."""
    return unit(np.concatenate(placed, axis=1))


def nearness(shared: Floats, alike: Floats) -> Floats:
    return alike.max(axis=1, initial=-1.0) + np.float32(0.25) * shared.max(axis=1, initial=0.0)


def vectors_of(embedder: TextEmbedder, texts: Sequence[str]) -> Floats:
    return np.frombuffer(embedder.embed(texts), "<f4").reshape(len(texts), embedder.dimension)
