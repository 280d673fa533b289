"""The room of one encoder's vectors, turned so that a shop's own classes lie apart in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shopkeeper.adapters.learning.ngrams import Floats

WHITEN = 0.3
WHITEN_FEW = 12
"""Examples per class at which half of WHITEN is left: with many, the classes' own spread is better kept."""


@dataclass(frozen=True, slots=True)
class Space:
    """`means` by language, "" for all: what a language adds to every sentence says nothing about its meaning."""

    means: Mapping[str, Floats]
    turn: Floats

    def place(self, vectors: Floats, languages: Sequence[str]) -> Floats:
        middles = np.stack([self.means.get(language, self.means[""]) for language in languages])
        return unit(unit(vectors - middles) @ self.turn)


def unit(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)


def learn_space(vectors: Floats, classes: NDArray[np.int64], languages: Sequence[str]) -> Space:
    """Centre each language seen often enough, then shrink the directions in which one class's sentences differ."""
    means = {"": vectors.mean(axis=0), **_language_means(vectors, languages)}
    middles = np.stack([means.get(language, means[""]) for language in languages])
    return Space(means=means, turn=_whitening(unit(vectors - middles), classes))


LEAST_FOR_MEAN = 50


def _language_means(vectors: Floats, languages: Sequence[str]) -> dict[str, Floats]:
    spoken = np.asarray(languages)
    return {str(one): vectors[spoken == one].mean(axis=0) for one in np.unique(spoken) if one and (spoken == one).sum() >= LEAST_FOR_MEAN}


def _whitening(placed: Floats, classes: NDArray[np.int64]) -> Floats:
    size, width = placed.shape
    known = np.unique(classes)
    spread = placed.astype(np.float64)
    for one in known:
        spread[classes == one] -= spread[classes == one].mean(axis=0)
    covariance = spread.T @ spread / max(size, 1)
    trace = float(np.trace(covariance))
    if trace <= 1e-9:
        return np.eye(width, dtype=np.float32)
    per_class = size / len(known)
    share = WHITEN * WHITEN_FEW / (WHITEN_FEW + per_class)
    values, directions = np.linalg.eigh(share * covariance * width / trace + (1 - share) * np.eye(width))
    return ((directions * values**-0.5) @ directions.T).astype(np.float32)
