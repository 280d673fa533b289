"""Which language a message is in, so that the answer can be in it too."""

from __future__ import annotations

from typing import Protocol


class LanguageIdentifier(Protocol):
    def identify(self, text: str, *, prior: str) -> str:
        """The language most of `text` is in; `prior` (spoken so far) where the text does not say."""
        ...
