"""From "if there's no oat milk, soy milk is fine" to the goods that it names."""

from __future__ import annotations

from shopkeeper.app.understanding.phrases import Phrase, resolve
from shopkeeper.domain.cart.substitution import SubstituteRule
from shopkeeper.domain.dialogue.acts import WishSubstitute
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.substitutes import SubstituteWords
from shopkeeper.domain.dialogue.reference import ByFocus, Reference
from shopkeeper.ports.catalog_index import CatalogIndex

POINTERS = frozenset(
    {"it", "them", "that", "those", "this", "anything", "something", "any", "everything", "es", "sie", "das", "etwas", "was", "ello", "eso"}
    | {"esto", "algo", "ça", "cela", "rien", "它", "这个", "那个", "он", "она", "его"}
)


def substitute_act(said: SubstituteWords, index: CatalogIndex, language: str) -> WishSubstitute:
    return WishSubstitute(
        rule=SubstituteRule(said.rule), reference=_named(said.missing, index, language), to=_named(said.instead, index, language)
    )


def _named(words: str, index: CatalogIndex, language: str) -> Reference | None:
    if not words:
        return None
    if fold(words) in POINTERS:
        return ByFocus()
    return resolve(index, Phrase(text=words, start=0, end=len(words), tokens=()), language)[0]
