"""py3langid limited to the shop's languages; loaded on the first text that needs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any


class Py3LangGuesser:
    def weigh(self, text: str, languages: Sequence[str]) -> Mapping[str, float]:
        """How likely each of `languages` is, likeliest first; those the model does not know are left out."""
        return {str(code): float(share) for code, share in _model(tuple(languages)).rank(text)}


@lru_cache(maxsize=8)
def _model(languages: tuple[str, ...]) -> Any:
    # A second of numpy and model loading that most messages never need.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # pyright: ignore

    made: Any = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)  # pyright: ignore[reportUnknownMemberType]
    made.set_languages([code for code in languages if code in made.labels])
    # Made once more of what is left: the other languages' weights would stay in memory, tens of megabytes of them.
    return LanguageIdentifier(
        made.nb_ptc, made.nb_pc, made.nb_classes, made.tk_nextmove, made.tk_output, norm_probs=True, tk_row=made.tk_row
    )
