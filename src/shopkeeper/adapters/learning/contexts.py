"""Whether the turn before helps to understand a message, told by the examples themselves."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from shopkeeper.adapters.learning.classifier import words_kernel
from shopkeeper.adapters.learning.ngrams import Floats, Ngrams, with_before
from shopkeeper.adapters.learning.ridge import solve_leaving_out

SHARES = (0.3, 0.6, 1.0)
"""How much the turn before may weigh against the message."""
TRIED_AT_MOST = 2_000
LEAST_GAIN = 0.003
"""Fewer examples than this share put right by it are chance, and words nobody needs cost time."""


def with_context(ngrams: Ngrams, texts: Sequence[str], contexts: Sequence[str | None], targets: Floats, *, several: bool = False) -> Ngrams:
    """`ngrams` with the weight of the turn before that explains examples left out best; without it where that is none."""
    if all(context is None for context in contexts):
        return ngrams
    count = min(len(texts), TRIED_AT_MOST)
    rows = [int(at * len(texts) / count) for at in range(count)]
    some, before, meant = [texts[at] for at in rows], [contexts[at] for at in rows], targets[rows]
    tried = [ngrams, *(with_before(ngrams, contexts, share) for share in SHARES)]
    right = [_right(one, some, before, meant, several=several) for one in tried]
    best = int(np.argmax(right))
    return tried[best] if right[best] >= right[0] + LEAST_GAIN else ngrams


def _right(ngrams: Ngrams, texts: Sequence[str], contexts: Sequence[str | None], targets: Floats, *, several: bool) -> float:
    """The share of texts told right by all the others."""
    matrix = ngrams.matrix(texts, contexts)
    _, scores = solve_leaving_out(words_kernel((matrix @ matrix.T).toarray().astype(np.float32), several=several), targets)
    return float((targets[np.arange(len(texts)), scores.argmax(axis=1)] > 0).mean())
