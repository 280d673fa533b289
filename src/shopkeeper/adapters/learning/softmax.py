"""A softmax over the encoders' vectors, for messages far from every example: in another language, or said in another way.

Near its examples a kernel is more exact; far away it has little left to go by, and straight lines reach further.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from shopkeeper.adapters.learning.ngrams import Floats

FAR, FAR_SHARE = 0.7, 2.0
"""Likeness to the closest example below which the softmax counts, and how fast its share grows from there."""
HOLD = 0.05
"""Weight decay against the sum over all examples: many examples outweigh it."""
STEPS = 80
FOLDS = 3


def learn_softmax(inputs: Floats, targets: Floats) -> Floats:
    """Weights (width x labels) of rows of length 1 and their one-hot labels. No chance in it: it starts from nothing."""
    from scipy.optimize import minimize  # pyright: ignore

    shape = inputs.shape[1], targets.shape[1]

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(shape).astype(np.float32)
        chances = softmax(inputs @ weights)
        missed = -np.log(np.maximum((chances * targets).sum(axis=1), 1e-12)).sum()
        slope = inputs.T @ (chances - targets) + np.float32(HOLD) * weights
        return float(missed + HOLD / 2 * np.square(weights).sum()), slope.ravel().astype(np.float64)

    found: Any = cast(Any, minimize)(loss, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return found.x.reshape(shape).astype(np.float32)


def softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def leaning(scores: Floats, chances: Floats, closest: Floats) -> Floats:
    """The kernel's scores with the softmax's `chances` beside them, the more the farther each row's closest example is."""
    share = np.float32(FAR_SHARE) * np.maximum(np.float32(FAR) - closest, 0)
    return (scores + share[:, None] * chances).astype(np.float32)


def softmax_left_out(inputs: Floats, targets: Floats, asked: NDArray[np.bool_]) -> Floats:
    """What each `asked` row would get from the other parts of the rows; rows that are not asked are always learned from."""
    part = np.full(len(inputs), -1)
    by_label = np.flatnonzero(asked)[np.argsort(targets[asked].argmax(axis=1), kind="stable")]
    part[by_label] = np.arange(len(by_label)) % FOLDS
    chances = np.zeros_like(targets)
    for fold in range(FOLDS):
        left = part == fold
        if left.any() and not left.all():
            chances[left] = softmax(inputs[left] @ learn_softmax(inputs[~left], targets[~left]))
    return chances
