"""A statistical guess at the language of a text, for texts no word list knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class LanguageGuesser(Protocol):
    def weigh(self, text: str, languages: Sequence[str]) -> Mapping[str, float]:
        """How likely each of `languages` is (shares that sum to 1), likeliest first; those it does not know are left out."""
        ...
