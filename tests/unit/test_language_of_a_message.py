"""Sizes and single letters say nothing about a language, and a short unsure guess does not change it."""

from __future__ import annotations

import pytest

from shopkeeper.adapters.understanding.lexicon import load_lexicons, shipped_languages
from shopkeeper.adapters.understanding.py3langid import Py3LangGuesser
from shopkeeper.app.understanding.language import LanguageDetector

LANGUAGES = ("en", "de", "es", "fr", "zh", "ur", "ar", "hi", "ru")


@pytest.fixture(scope="module")
def detector() -> LanguageDetector:
    return LanguageDetector(load_lexicons(shipped_languages()), LANGUAGES, Py3LangGuesser())


@pytest.mark.parametrize(
    ("text", "prior", "language"),
    [
        ("blue trail jacket M", "en", "en"),
        ("Oxford shirt white L", "en", "en"),
        ("size S please", "en", "en"),
        ("chaqueta trail azul", "es", "es"),
        ("USB C", "de", "de"),
        ("zwei Milch bitte", "en", "de"),
        ("je voudrais du lait", "en", "fr"),
    ],
)
def test_language(detector: LanguageDetector, text: str, prior: str, language: str) -> None:
    assert detector.identify(text, prior=prior) == language
