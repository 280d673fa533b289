"""How alike two texts are by the words and letters they share, over all training texts at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shopkeeper.adapters.learning.ngrams import Floats, Ngrams


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """Postings: for term t, `texts[starts[t]:starts[t + 1]]` hold it with `values` beside them."""

    ngrams: Ngrams
    starts: NDArray[np.int64]
    texts: NDArray[np.int32]
    values: Floats
    size: int

    def likeness(self, text: str, context: str | None = None) -> Floats:
        """Cosine with every training text.

        Gathered by hand: a library's product of one sparse row makes a dense copy of the matrix, ten times slower.
        """
        terms, weights = self.ngrams.row(text, context)
        if not len(terms):
            return np.zeros(self.size, np.float32)
        begins, counts = self.starts[terms], self.starts[terms + 1] - self.starts[terms]
        # One flat list of all posting places: each term's run, laid end to end.
        offsets = np.repeat(begins - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
        places = offsets + np.arange(int(counts.sum()))
        products = self.values[places] * np.repeat(weights, counts)
        return np.bincount(self.texts[places], weights=products, minlength=self.size).astype(np.float32)


def index_texts(ngrams: Ngrams, matrix: Any) -> LexicalIndex:
    """The postings of a CSR matrix made by `ngrams.matrix`."""
    columns = matrix.tocsc()
    columns.sort_indices()
    return LexicalIndex(
        ngrams=ngrams,
        starts=columns.indptr.astype(np.int64),
        texts=columns.indices.astype(np.int32),
        values=columns.data.astype(np.float32),
        size=matrix.shape[0],
    )
