"""Words of printed rows, read with the mistakes in mind that reading pictures makes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

_TO_LETTER = str.maketrans("01358|", "olesbl")
_TO_DIGIT = str.maketrans("OoQDlI|SB", "000011158")
_WORD = re.compile(r"[^\W_]+")
LEAST_FUZZY = 5
ALIKE = 0.8


def plain_words(row: str) -> tuple[str, ...]:
    """Folded words; digits inside a word of letters become the letters they are mistaken for."""
    flat = unicodedata.normalize("NFKD", row.casefold().replace("ß", "ss"))
    return tuple(_repaired(word) for word in _WORD.findall("".join(char for char in flat if not unicodedata.combining(char))))


def _repaired(word: str) -> str:
    letters = sum(char.isalpha() for char in word)
    return word.translate(_TO_LETTER) if letters > len(word) / 2 else word


def says(words: tuple[str, ...], phrases: Iterable[str]) -> bool:
    """Whether one of `phrases` (folded; several words apart by a space) stands in the row, small misreadings allowed."""
    return any(_has(words, tuple(phrase.split())) for phrase in phrases)


def _has(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(all(map(_same, words[at:], phrase)) for at in range(len(words) - len(phrase) + 1))


def _same(read: str, meant: str) -> bool:
    if read == meant or len(meant) < LEAST_FUZZY or abs(len(read) - len(meant)) > 1:
        return read == meant
    return SequenceMatcher(None, read, meant, autojunk=False).ratio() >= ALIKE


def as_digits(token: str) -> str:
    """`token` with the letters that are mistaken for digits turned back."""
    return token.translate(_TO_DIGIT)
