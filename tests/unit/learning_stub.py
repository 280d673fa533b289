"""A stand-in encoder: words of one meaning share a direction, so that tests know what is alike."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

MEANINGS = (("return", "refund", "back"), ("deliver", "ship", "arrive"), ("hello", "hi", "hallo"), ("open", "hours", "close"))


class StubEmbedder:
    name = "stub"
    dimension = len(MEANINGS) + 1
    languages: frozenset[str] | None = None

    def __init__(self) -> None:
        self.asked: list[str] = []

    def knows(self, word: str) -> bool | None:
        return None

    def embed(self, texts: Sequence[str]) -> bytes:
        self.asked.extend(texts)
        rows = np.full((len(texts), self.dimension), 0.05, "<f4")
        for row, text in zip(rows, texts, strict=True):
            for at, words in enumerate(MEANINGS):
                row[at] += sum(word in text.lower() for word in words)
            row[-1] += not any(row[:-1] > 0.5)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows.tobytes()
