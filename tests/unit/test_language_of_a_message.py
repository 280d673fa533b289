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
        ("hola", "en", "es"),
        ("no", "es", "es"),
        ("👍👍", "fr", "fr"),
        ("أريد إرجاع هذا القميص", "ur", "ar"),
        ("یہ قمیض واپس کرنی ہے", "ar", "ur"),
        ("can you send it to me by the 5th", "de", "en"),
        ("詹姆斯·尤因 (James Ewing) 將軍", "en", "zh"),
    ],
)
def test_language(detector: LanguageDetector, text: str, prior: str, language: str) -> None:
    assert detector.identify(text, prior=prior) == language


def test_neighbors_are_told_apart_by_the_whole_sentence() -> None:
    known = tuple(shipped_languages())
    wide = LanguageDetector(load_lexicons(known), known, Py3LangGuesser())
    assert wide.identify("quero devolver o meu pedido de ontem", prior="es") == "pt"
    assert wide.identify("quiero devolver mi pedido de ayer", prior="pt") == "es"


def test_languages_without_a_word_list_are_told_too() -> None:
    known = ("en", "ru", "uk", "th", "pl", "xx")
    wide = LanguageDetector(load_lexicons(known), known, Py3LangGuesser())
    assert wide.identify("де моє замовлення і коли воно приїде", prior="en") == "uk"
    assert wide.identify("ฉันต้องการคืนสินค้านี้", prior="en") == "th"
    assert wide.identify("chciałbym zwrócić tę kurtkę", prior="en") == "pl"


@pytest.mark.parametrize("text", ["mujhe do kilo aloo chahiye", "mera paisa kab wapas aayega", "bhai 2 litre doodh bhej do"])
def test_hindi_and_urdu_in_latin_letters(detector: LanguageDetector, text: str) -> None:
    assert detector.identify(text, prior="en") in {"hi", "ur"}
