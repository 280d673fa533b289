"""Texts as index terms: folded words, bigrams where words are written without spaces, light stems for comparing."""

from __future__ import annotations

import re
from itertools import pairwise

from shopkeeper.domain.dialogue.grammar.folding import CJK, MARKS, fold

_TERM = re.compile(rf"[{CJK}]+|(?:(?![{CJK}])[^\W_]|[{MARKS}])+")
_ASCII_TERM = re.compile(r"[a-z0-9]+")
_CJK_RUN = re.compile(rf"[{CJK}]+")
_CLITICS = re.compile(r"'(?:s|m|d|t|ll|re|ve)\b|\b(?:l|d|j|m|t|n|c|qu)'")

QUERY_TERM_LIMIT = 24
"""More words than this are not a product's name; the rest of the text is not searched for."""

_FUNCTION_WORDS = """
a an the and or of for with without in on at to from by is are be it its this that these those my your our me i you we any some
please do does have has can der die das ein eine einen einem einer und oder für mit ohne im am aus von zu zum zur auf ist sind den
dem des el la los las un una unos unas y o de del para con sin en por es son le les du et ou pour avec sans dans sur au aux il lo
gli e di da per su se si mi ne
"""
SIZE_WORDS = frozenset(
    fold(
        "size sz größe talla tamaño taille taglia misura maat tamanho beden numara размер размера размере مقاس قياس साइज़ साइज سائز ukuran"
    ).split()
)
"""Words that say that a size follows, and name neither a thing nor a size themselves."""

FUNCTION_WORDS = frozenset(fold(_FUNCTION_WORDS).split()) | SIZE_WORDS


def raw_terms(text: str) -> list[str]:
    """The folded words of `text`, a run of han or kana as one piece."""
    folded = fold(text)
    plain = _CLITICS.sub(" ", folded) if "'" in folded else folded
    return (_ASCII_TERM if plain.isascii() else _TERM).findall(plain)


def is_cjk(term: str) -> bool:
    return term[:1] >= "\u3005" and _CJK_RUN.fullmatch(term) is not None


def bigrams(run: str) -> list[str]:
    return [left + right for left, right in pairwise(run)]


def document_terms(text: str) -> list[str]:
    """What is indexed for `text`: words; for han and kana each character and each pair."""
    words = raw_terms(text)
    if text.isascii():
        return words
    return [part for word in words for part in ([*word, *bigrams(word)] if is_cjk(word) else [word])]


def query_terms(text: str) -> list[str]:
    """What is asked for: words without function words (unless there are no others); pairs for han and kana."""
    terms: list[str] = []
    for term in raw_terms(text):
        terms.extend(bigrams(term) or [term]) if is_cjk(term) else terms.append(term)
    distinct = list(dict.fromkeys(terms))
    content = [term for term in distinct if term not in FUNCTION_WORDS and (len(term) > 1 or not term.isascii() or term.isdigit())]
    return (content or distinct)[:QUERY_TERM_LIMIT]


def stem(term: str) -> str:
    """The term without a plural ending, the same on both sides of a comparison."""
    if len(term) <= 3 or not term.isascii() or not term.isalpha():
        return term
    if term.endswith("ies"):
        return term[:-3] + "y"
    if term.endswith(("sses", "shes", "ches", "xes", "zes")):
        return term[:-2]
    if term.endswith("s") and not term.endswith(("ss", "us", "is")):
        return term[:-1]
    return term


def compact_code(text: str) -> str:
    """A sku, GTIN or part number without punctuation and case: "JKT-BLU-M" and "jkt blu m" are one."""
    return "".join(char for char in fold(text) if char.isalnum())
