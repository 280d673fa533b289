"""How likely an answer is right, and below which certainty none is given."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shopkeeper.adapters.learning.ngrams import Floats

NEAREST_WEIGHT = 0.6
SLIGHT_LOSS = 0.01
"""Right answers a threshold may cost at the least, as a share of all in-scope messages."""
INSIDE_SHARE = 0.6
STEPS = 30
DOUBTS = 3


def evidence(scores: Floats, nearest: Floats) -> Floats:
    """What speaks for the best class being meant at all: its score, and how near any known example lies."""
    return scores.max(axis=1) + np.float32(NEAREST_WEIGHT) * nearest


def features(scores: Floats, nearest: Floats) -> Floats:
    """(best score, lead over the second, nearest example) of each row."""
    best = np.sort(scores, axis=1)[:, ::-1]
    second = best[:, 1] if scores.shape[1] > 1 else np.zeros(len(best), np.float32)
    return np.stack([best[:, 0], best[:, 0] - second, nearest], axis=1)


@dataclass(frozen=True, slots=True)
class Odds:
    """A logistic curve from features to the probability of being right."""

    weights: tuple[float, ...]
    offset: float

    def of(self, rows: Floats) -> NDArray[np.float64]:
        return 1 / (1 + np.exp(-np.clip(rows @ np.asarray(self.weights) + self.offset, -30, 30)))


NO_ODDS = Odds(weights=(0.0, 0.0, 0.0), offset=-30.0)
"""Of a tier that has learned nothing about itself yet."""


def learn_odds(rows: Floats, right: NDArray[np.bool_]) -> Odds:
    """A logistic curve that never falls as evidence grows. The same rows always give the same curve.

    Beside the rows stand a few wrong answers that looked their best, so that a handful of examples is never sure of itself.
    """
    inputs = np.vstack([rows, np.repeat(rows.max(axis=0, keepdims=True), DOUBTS, axis=0)]).astype(np.float64)
    truth = np.concatenate([right, np.zeros(DOUBTS, bool)])
    used = list(range(inputs.shape[1]))
    while True:
        weights, offset = _newton(inputs[:, used], truth)
        if not used or weights.min() >= 0:
            break
        # More evidence cannot speak against an answer: the feature that says so is noise here.
        used.pop(int(weights.argmin()))
    found = dict(zip(used, weights, strict=True))
    return Odds(weights=tuple(float(found.get(at, 0.0)) for at in range(inputs.shape[1])), offset=offset)


def _newton(inputs: NDArray[np.float64], truth: NDArray[np.bool_]) -> tuple[NDArray[np.float64], float]:
    """(weights, offset) of a lightly held logistic curve."""
    inputs = np.column_stack([inputs, np.ones(len(inputs))])
    weights = np.zeros(inputs.shape[1])
    hold = np.diag([0.1] * (inputs.shape[1] - 1) + [1e-6])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        slope = inputs.T @ (truth - chances) - hold @ weights
        bend = (inputs * (chances * (1 - chances))[:, None]).T @ inputs + hold + 1e-9 * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights[:-1], float(weights[-1])


def least_evidence(values: Floats, right: NDArray[np.bool_], inside: NDArray[np.bool_]) -> float:
    """The threshold under which a message counts as out of scope.

    The higher of two: the one that costs SLIGHT_LOSS of the in-scope answers, and (where out-of-scope
    messages are among the rows) the one with the most rows right in all.
    """
    cheap = _slight(values, right, inside)
    if inside.all():
        return cheap
    order = np.argsort(values, kind="stable")
    # Raising the threshold past a row wins it if it is out of scope and loses it if it was right.
    gains = np.cumsum(np.where(inside[order], -right[order].astype(int), 1))
    best = int(np.argmax(gains))
    most = float(values[order[best]]) + 1e-6 if gains[best] > 0 else float("-inf")
    return max(cheap, most)


def weighed_evidence(values: Floats, right: NDArray[np.bool_], inside: NDArray[np.bool_]) -> float:
    """The threshold where examples of what is out of scope were learned.

    Their number says nothing about how often shoppers write such things, so that all of them together weigh a fixed
    share; in-scope examples weigh a little more, being cleaner than what shoppers write.
    """
    if inside.all() or not inside.any():
        return float("-inf")
    order = np.argsort(values, kind="stable")
    loss, win = INSIDE_SHARE / float(inside.sum()), (1 - INSIDE_SHARE) / float((~inside).sum())
    gains: NDArray[np.float64] = np.cumsum(np.where(inside[order], -loss * right[order].astype(np.float64), win))
    best = int(np.argmax(gains))
    return float(values[order[best]]) + 1e-6 if gains[best] > 0 else float("-inf")


def _slight(values: Floats, right: NDArray[np.bool_], inside: NDArray[np.bool_]) -> float:
    kept = np.sort(values[right & inside])
    if not len(kept):
        return 0.0
    return float(kept[min(len(kept) - 1, int(SLIGHT_LOSS * inside.sum()))])


def ranked_apart(inside: Floats, outside: Floats) -> float:
    """Area under the curve: how often an in-scope message has more evidence than an out-of-scope one."""
    if not len(inside) or not len(outside):
        return float("nan")
    order = np.sort(outside)
    below = np.searchsorted(order, inside, "left") + np.searchsorted(order, inside, "right")
    return float(below.mean() / (2 * len(outside)))
