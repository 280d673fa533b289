"""A wish for what is missing, in a few words beside its line."""

from __future__ import annotations

from shopkeeper.domain.cart.substitution import Substitution
from shopkeeper.ports.phrase_book import PhraseBook


def substitute_text(wish: Substitution | None, phrases: PhraseBook, locale: str) -> str:
    return phrases.word(f"substitute.label_{wish.rule.value}", locale=locale, facts={"to": wish.text}) if wish is not None else ""
