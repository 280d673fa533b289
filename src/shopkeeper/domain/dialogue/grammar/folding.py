"""One folded form of written words, so that "Größe", "GRÖSSE" and "grosse" are the same word to search and grammar."""

from __future__ import annotations

import re
import unicodedata

_COMBINING = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_SAME_LETTERS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "\u064a": "\u06cc",  # Arabic and Persian/Urdu yeh are typed for one another, as are kaf and heh
        "\u0649": "\u06cc",
        "\u0643": "\u06a9",
        "\u0647": "\u06c1",
        "\u06be": "\u06c1",
        "\u0623": "\u0627",
        "\u0625": "\u0627",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "ё": "е",
    }
)

CJK = "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Character ranges written without spaces between words (han and kana), for use inside a regex class."""

MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0e31-\u0e4e"
)
"""Vowel signs that belong to the letter before them though `\\w` does not match them."""


def fold(text: str) -> str:
    """`text` case-folded, without accents, in one spelling per letter. Length may change."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", _COMBINING.sub("", decomposed)).translate(_SAME_LETTERS)
