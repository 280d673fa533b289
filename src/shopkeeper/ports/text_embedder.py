"""Texts as vectors whose angle tells likeness of meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class TextEmbedder(Protocol):
    """`name` changes whenever the vectors do, so that stored vectors are never compared with others."""

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    @property
    def languages(self) -> frozenset[str] | None:
        """Codes of the languages it was made for; None = about a hundred."""
        ...

    def embed(self, texts: Sequence[str]) -> bytes:
        """len(texts) x dimension little-endian float32 values, row after row; each row has length 1."""
        ...

    def knows(self, word: str) -> bool | None:
        """Whether `word` (in small letters) is a word of its own to it, not put together from pieces; None = it cannot tell."""
        ...
