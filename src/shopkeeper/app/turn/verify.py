"""Nothing leaves that a record does not back: every claim of a reworded text must stand in the sentences it rewords."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from shopkeeper.domain.dialogue.claims import ClaimWords
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind, tokenize

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
PUNCTUATION = frozenset(".,;:!…'’\"“”„«»()-–—·、。，！；：،۔¡ \n")
LONGEST = 900
GROWTH = 3
"""A rewording may be so many times as long as what it rewords (short sentences a little more)."""


def unbacked(text: str, backed_by: Iterable[str]) -> tuple[str, ...]:
    """The numbers in `text` that occur in none of `backed_by` (finished sentences of the phrase book, records' own words)."""
    known = {number for source in backed_by for number in NUMBER.findall(source)}
    return tuple(number for number in NUMBER.findall(text) if number not in known)


def false_claims(text: str, sentences: Sequence[str], names: Sequence[str], words: ClaimWords) -> tuple[str, ...]:
    """Why `text` may not stand for `sentences`; empty when it claims the same and nothing else.

    `names` are titles and other words of records that the sentences quote. A word that is neither in the sentences nor free in
    the language is a claim nobody made; numbers, names and the words that turn a sentence's meaning keep number and order.
    """
    said, source = _normal(text), _normal(" ".join(sentences))
    if len(said) > min(LONGEST, GROWTH * len(source) + 80):
        return ("too_long",)
    return tuple(
        dict.fromkeys(
            (
                *_marks(text, said, source),
                *_words(said, source, words),
                *_order(said, source, names, words),
                *_names(said, source, names),
                *(f"promise:{' '.join(phrase)}" for phrase in promised(said, words) if phrase not in promised(source, words)),
            )
        )
    )


def promised(text: str, words: ClaimWords) -> tuple[tuple[str, ...], ...]:
    """The promises of the language's list that stand in `text`."""
    said = [token.norm for token in tokenize(text)]
    return tuple(p for p in words.promises if any(tuple(said[at : at + len(p)]) == p for at in range(len(said) - len(p) + 1)))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _marks(raw: str, said: str, source: str) -> Iterator[str]:
    """Signs a template did not write: hidden characters, emoji, links, lists, and questions (a turn asks at most one)."""
    allowed = PUNCTUATION | set(source)
    for character in dict.fromkeys(raw):
        if unicodedata.category(character) in ("Cf", "Cc", "Co", "Cs", "Cn") and character not in allowed:
            yield f"hidden:U+{ord(character):04X}"
    for character in dict.fromkeys(said):
        if not character.isalnum() and character not in allowed and unicodedata.category(character)[0] != "M":
            yield f"sign:{character}"


def _words(said: str, source: str, words: ClaimWords) -> Iterator[str]:
    """Words that no sentence has, or not so often."""
    backed = Counter(token.norm for token in tokenize(source))
    used = Counter(token.norm for token in _content(said, words))
    for norm, count in used.items():
        if count > backed[norm]:
            yield f"word:{norm}"


def _order(said: str, source: str, names: Sequence[str], words: ClaimWords) -> Iterator[str]:
    """Numbers, names and meaning-turning words: the same ones, in the same order, or the sentence says something else."""
    named = {token.norm for name in names for token in tokenize(_normal(name))}

    def bearing(text: str) -> list[str]:
        return [token.norm for token in _content(text, words) if _bears(token, named, words)]

    if bearing(said) != bearing(source):
        yield "meaning"


def _bears(token: Token, named: set[str], words: ClaimWords) -> bool:
    return token.kind is TokenKind.NUMBER or token.norm in words.kept or token.norm in named or any(c.isdigit() for c in token.norm)


def _content(text: str, words: ClaimWords) -> list[Token]:
    """The tokens that could claim something; money signs count as words."""
    tokens = tokenize(text)
    return [token for token in tokens if token.norm not in words.free and (token.kind is not TokenKind.MARK or _is_money(token.text))]


def _is_money(character: str) -> bool:
    return unicodedata.category(character) in ("Sc", "Sm") or character in "%‰×"


def _names(said: str, source: str, names: Sequence[str]) -> Iterator[str]:
    for name in dict.fromkeys(_normal(name) for name in names):
        if name and said.count(name) < source.count(name):
            yield f"name:{name}"
