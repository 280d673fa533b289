"""A statistical guess at the language of a text, for texts no word list knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class LanguageGuesser(Protocol):
    def guess(self, text: str, languages: Sequence[str]) -> str | None:
        """The most likely of `languages`, None when the text says too little."""
        ...
