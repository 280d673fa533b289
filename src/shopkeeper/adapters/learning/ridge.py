"""Kernel ridge regression with its leave-one-out answers, which come for free and calibrate everything else."""

from __future__ import annotations

from typing import Any

import numpy as np

from shopkeeper.adapters.learning.ngrams import Floats

RIDGE = 0.1


def solve(kernel: Floats, targets: Floats) -> Floats:
    """The weights of the training rows. `kernel` is overwritten."""
    return _linear().cho_solve(_factor(kernel), targets, check_finite=False).astype(np.float32)


def solve_leaving_out(kernel: Floats, targets: Floats) -> tuple[Floats, Floats]:
    """(weights, scores each row would get from a model trained on all the others). `kernel` is overwritten."""
    factor, _ = _factor(kernel)
    inverse, failed = _linear().lapack.spotri(factor, lower=1, overwrite_c=1)
    if failed:
        raise ArithmeticError("the kernel matrix cannot be inverted")
    inverse = np.tril(inverse) + np.tril(inverse, -1).T
    weights = inverse @ targets
    return weights, targets - weights / inverse.diagonal()[:, None]


def _factor(kernel: Floats) -> tuple[Any, bool]:
    # The largest value stands on the diagonal; RIDGE is relative to it.
    kernel /= kernel.diagonal().max()
    kernel[np.diag_indices(len(kernel))] += RIDGE
    # Being symmetric it is its own transpose, which has the order that is factored in place.
    return _linear().cho_factor(kernel.T, lower=True, overwrite_a=True, check_finite=False)


def _linear() -> Any:
    import scipy.linalg  # pyright: ignore

    return scipy.linalg
