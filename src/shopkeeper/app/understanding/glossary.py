"""Common words for things in languages the catalog has no names in, looked up under the names it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.dialogue.grammar.endings import stem
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind, tokenize
from shopkeeper.domain.dialogue.resolve import EXACT_NAME
from shopkeeper.ports.catalog_index import CatalogIndex, Hit, Resolution

_ELIDED = re.compile(r"\b(?:[ldjcmtsn]|qu|un|dell|all|nell|sull)['’]", re.IGNORECASE)
_SMALL_WORDS = (
    "de du des d la le les l aux au a à en avec del los las con al di da della alle il lo gli do dos das com da van met der "
    "die das den mit von im с со из для в на और का की के को वाला वाली वाले والا والی والے کا کی کے من في مع の "
)
PARTICLES = frozenset(_SMALL_WORDS.split())
"""Small words inside a name, which grammar takes out of what is said ("thé aux perles")."""
LONGEST_NAME = 8
"""Tokens; han and kana count one each."""


class Glossary:
    """`things` are (what the catalog calls it, language, the word there)."""

    def __init__(self, things: Iterable[tuple[str, str, str]] = ()) -> None:
        self._by_language: dict[str, dict[tuple[str, ...], str]] = {}
        self._words: set[str] = set()
        for name, language, word in things:
            tokens = tokenize(word)
            self._by_language.setdefault(language, {}).setdefault(_key(tokens, language), name)
            self._words.update(token.norm for token in tokens)

    def __bool__(self) -> bool:
        return bool(self._by_language)

    def knows(self, word: str) -> bool:
        """Whether `word` (folded) is part of some thing's name."""
        return word in self._words

    def translated(self, phrase: str, language: str) -> str | None:
        """`phrase` with the things in it under their catalog names; None when it holds none of `language`."""
        names = self._by_language.get(language)
        if not names:
            return None
        tokens = tokenize(_ELIDED.sub("", phrase))
        pieces: list[str] = []
        found = False
        at = 0
        while at < len(tokens):
            name, end = _longest(tokens, at, names, language)
            pieces.append(name or tokens[at].text)
            found = found or name is not None
            at = end
        return " ".join(pieces) if found else None

    def readings(self, phrase: str, language: str, *, others: bool = True) -> Iterator[str]:
        """Ways to put the phrase: its own language's first, then (`others`) any other."""
        for code in (language, *(code for code in self._by_language if code != language and others)):
            put = self.translated(phrase, code)
            if put is not None:
                yield put


def _longest(tokens: Sequence[Token], at: int, names: dict[tuple[str, ...], str], language: str) -> tuple[str | None, int]:
    for end in range(min(len(tokens), at + LONGEST_NAME), at, -1):
        name = names.get(_key(tokens[at:end], language))
        if name is not None:
            return name, end
    return None, at + 1


def _key(tokens: Sequence[Token], language: str) -> tuple[str, ...]:
    first = next((at for at, token in enumerate(tokens) if token.kind is not TokenKind.MARK), 0)
    said = [token for at, token in enumerate(tokens) if token.kind is not TokenKind.MARK and (at == first or token.norm not in PARTICLES)]
    return tuple(token.norm if token.kind is TokenKind.CJK else stem(token.norm, language) for token in said)


class TranslatingIndex:
    """CatalogIndex that asks again with the glossary's words where the catalog itself does not know the phrase."""

    def __init__(self, index: CatalogIndex, glossary: Glossary) -> None:
        self._index = index
        self._glossary = glossary

    @property
    def revision(self) -> int:
        return self._index.revision

    def search(self, query: str, *, language: str = "en", limit: int = 10, category: str | None = None) -> Sequence[Hit]:
        put = next(self._glossary.readings(query, language), query)
        return self._index.search(put, language=language, limit=limit, category=category)

    def resolve(self, phrase: str, *, language: str = "en", limit: int = 5) -> Resolution:
        said = self._index.resolve(phrase, language=language, limit=limit)
        if said.exact_sku is not None or _is_its_name(said):
            return said
        best = said
        strange = bool(said.unmatched or said.corrected or not said.hits)
        for put in self._glossary.readings(phrase, language, others=strange):
            found = self._index.resolve(put, language=language, limit=limit)
            if _better(found, best):
                best = replace(found, corrected={})
            if best.exact:
                break
        return best

    def known_word(self, word: str) -> bool:
        return self._index.known_word(word)

    def modifiers(self, product_id: ProductId) -> Mapping[str, Sequence[str]]:
        return self._index.modifiers(product_id)


def _is_its_name(found: Resolution) -> bool:
    """Whether a product is called exactly so."""
    return found.exact and not found.corrected and bool(found.hits) and found.hits[0].score >= EXACT_NAME


def _better(found: Resolution, than: Resolution) -> bool:
    """Fewer words that nothing is called by, then the surer product or a plain option."""
    if (found.exact and not than.exact) or (found.options and not found.rest and than.rest):
        return True
    top, other = (one.hits[0].score if one.hits else 0.0 for one in (found, than))
    return len(found.unmatched) + len(found.corrected) < len(than.unmatched) + len(than.corrected) or top > other
