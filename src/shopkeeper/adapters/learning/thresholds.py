"""From which score on a label is said, where a message may carry several."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from shopkeeper.adapters.learning.ngrams import Floats

OWN_FROM = 10
"""Messages with a label at which its own threshold counts as much as the common one."""
CHOICES = np.linspace(0.1, 0.7, 31, dtype=np.float32)


def label_cuts(scores: Floats, targets: Floats) -> Floats:
    """A threshold per label: its own best F1, drawn towards the common best one where examples are few."""
    truth = targets > 0
    common = float(CHOICES[np.argmax([_f1(scores >= choice, truth) for choice in CHOICES])])
    cuts: list[float] = []
    for column, known in zip(scores.T, truth.T, strict=True):
        own = float(CHOICES[np.argmax([_f1(column >= choice, known) for choice in CHOICES])])
        count = float(known.sum())
        cuts.append((count * own + OWN_FROM * common) / (count + OWN_FROM))
    return np.asarray(cuts, np.float32)


def _f1(said: NDArray[np.bool_], truth: NDArray[np.bool_]) -> float:
    both = float((said & truth).sum())
    return 2 * both / max(float(said.sum() + truth.sum()), 1.0)
