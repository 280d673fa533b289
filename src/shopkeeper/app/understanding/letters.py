"""What the letters of a word say about its language: whole scripts, and letters only some languages write."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SCRIPTS: Sequence[tuple[tuple[str, ...], re.Pattern[str]]] = (
    (("ja",), re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff]")),
    (("zh", "ja"), re.compile("[\u4e00-\u9fff]")),
    (("ar", "ur", "fa"), re.compile("[\u0600-\u06ff]")),
    (("hi", "mr", "ne"), re.compile("[\u0900-\u097f]")),
    (("ru", "uk", "bg", "sr", "mk", "kk", "be"), re.compile("[\u0400-\u04ff]")),
)
"""The languages of a script, the most spoken first."""

_OWN_LETTERS = {
    letter: frozenset(languages.split())
    for letters, languages in {
        "ß": "de", "ñ¿¡": "es", "ãõ": "pt vi", "ığş": "tr az kk", "œ": "fr", "ąęłńśźż": "pl lt",
        "ыэ": "ru be kk", "ё": "ru be", "ї": "uk", "іґ": "uk be kk", "є": "uk",
        "\u0679\u0688\u0691\u06ba\u06d2": "ur pa", "\u067e\u0686\u06af\u0698\u06a9\u06cc": "ur fa ps",
        "\u0629\u0649\u0623\u0625\u0643\u064a": "ar",
    }.items()
    for letter in letters
}  # fmt: skip


OTHER_SCRIPTS = frozenset(
    [
        "ar",
        "be",
        "bg",
        "bn",
        "el",
        "fa",
        "he",
        "hi",
        "ja",
        "ka",
        "kk",
        "ko",
        "mk",
        "mr",
        "ne",
        "pa",
        "ru",
        "ta",
        "te",
        "th",
        "uk",
        "ur",
        "zh",
    ]
)
"""Languages not written in Latin letters."""
_LAST_LATIN = "\u024f"


def in_latin_letters(text: str) -> bool:
    return all(char <= _LAST_LATIN for char in text if char.isalpha())


def by_script(word: str, languages: Sequence[str]) -> tuple[str, ...]:
    """Those of `languages` that write the script of `word`; none for scripts many languages share."""
    found = next((owners for owners, script in _SCRIPTS if script.search(word)), ())
    return tuple(code for code in found if code in languages)


def foreign_letters(text: str, language: str) -> int:
    """How many different letters of `text` are written in some other languages but not in `language`."""
    if text.isascii():
        return 0
    return sum(letter in _OWN_LETTERS and language not in _OWN_LETTERS[letter] for letter in set(text.casefold()))
