"""py3langid limited to the shop's languages; loaded on the first text that needs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

LEAST_CONFIDENCE = 0.8


class Py3LangGuesser:
    def __init__(self) -> None:
        self._models: dict[tuple[str, ...], Any] = {}

    def guess(self, text: str, languages: Sequence[str]) -> str | None:
        """The most likely of `languages`, None when the text says too little to be sure."""
        code, confidence = self._model(tuple(languages)).classify(text)
        return str(code) if float(confidence) >= LEAST_CONFIDENCE else None

    def _model(self, languages: tuple[str, ...]) -> Any:
        if languages not in self._models:
            # A second of numpy and model loading that most messages never need.
            from py3langid.langid import MODEL_FILE, LanguageIdentifier  # pyright: ignore

            made: Any = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)  # pyright: ignore[reportUnknownMemberType]
            made.set_languages(list(languages))
            self._models[languages] = made
        return self._models[languages]
