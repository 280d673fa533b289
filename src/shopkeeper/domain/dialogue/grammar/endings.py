"""Light cutting of endings and joined small words, so that "молока", "sütü" and "والحليب" are found under their base form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind

SHORTEST_STEM = 3
_CYRILLIC = (
    *("ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими"),
    *(
        "ах",
        "ях",
        "ов",
        "ев",
        "ей",
        "ой",
        "ый",
        "ий",
        "ая",
        "яя",
        "ое",
        "ее",
        "ую",
        "юю",
        "ые",
        "ие",
        "ом",
        "ем",
        "ам",
        "ям",
        "ия",
        "ии",
        "ию",
    ),
    *("а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й"),
)
_DEVANAGARI = ("ियों", "ियाँ", "ियां", "ाएँ", "ों", "ें", "ा", "े", "ी", "ो", "ि")
_TURKISH = (
    *("lari", "leri", "lar", "ler", "dan", "den", "tan", "ten", "nin", "nun", "yla", "yle"),
    *("yi", "yu", "ni", "nu", "ya", "ye", "na", "ne", "da", "de", "ta", "te", "in", "un", "la", "le", "si", "su", "im", "um"),
    *("i", "u", "a", "e", "m", "n"),
)
_SOFTENED = {"g": "k", "b": "p", "d": "t"}
_LATIN = ("nya", "es", "os", "as", "en", "s", "n", "o", "a", "e", "i")
_ARABIC_JOINED = ("وال", "بال", "فال", "کال", "لل", "ال", "و", "ف", "ب", "ل")
_ARABIC_SMALL = frozenset({"و", "ف", "ب", "ل"})


@lru_cache(maxsize=16_384)
def stem(word: str, language: str) -> str:
    """`word` (folded) without what its language hangs on at the end; the same on both sides of a comparison."""
    first = word[:1]
    if "\u0400" <= first <= "\u04ff":
        return _cut(word, _CYRILLIC, shortest=2)  # "чай", "чая"
    if "\u0900" <= first <= "\u097f":
        return _cut(word, _DEVANAGARI, shortest=2)
    if not word.isascii():
        return word
    if language == "tr":
        for _ in range(3):
            word = _cut(word, _TURKISH)
        return word[:-1] + _SOFTENED.get(word[-1:], word[-1:])
    return _cut(word, _LATIN)


def _cut(word: str, endings: Sequence[str], *, shortest: int = SHORTEST_STEM) -> str:
    ending = next((one for one in endings if word.endswith(one) and len(word) - len(one) >= shortest), "")
    return word[: len(word) - len(ending)] if ending else word


def split_joined(tokens: Sequence[Token], knows: Callable[[str], bool]) -> list[Token]:
    """Arabic words cut off from the small words written onto them ("وبيض" is "and eggs"), where what is left is a known word."""
    return [piece for token in tokens for piece in _pieces(token, knows)]


def _pieces(token: Token, knows: Callable[[str], bool]) -> list[Token]:
    if token.kind is not TokenKind.WORD or not "\u0600" <= token.norm[:1] <= "\u06ff" or knows(token.norm):
        return [token]
    for joined in _ARABIC_JOINED:
        rest = token.norm[len(joined) :]
        # The folded form must have kept the letters' places, or the cut would fall beside them in the text.
        if not token.norm.startswith(joined) or len(rest) < 2 or len(token.text) != len(token.norm) or not knows(rest):
            continue
        cut = token.start + len(joined)
        body = Token(token.text[len(joined) :], rest, cut, token.end, TokenKind.WORD)
        small = joined[0]
        if small not in _ARABIC_SMALL or joined == "ال":
            return [body]
        head = token.text[0]
        return [Token(head, fold(head), token.start, token.start + 1, TokenKind.WORD), body]
    return [token]
