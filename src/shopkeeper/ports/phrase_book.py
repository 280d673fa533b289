"""Words for what is to be said: templates per language, with money, dates and plurals in that language's form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from shopkeeper.domain.catalog.product import AttributeValue
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.say import Say


class PhraseBook(Protocol):
    def languages(self) -> Sequence[str]: ...
    def locale_for(self, *wanted: str) -> str:
        """The first of `wanted` whose language the book has, else the book's own."""
        ...

    def render(self, say: Say, *, locale: str, zone: str | None = None) -> str:
        """The sentence in the locale's language (else the shop's), with times in `zone` or in the one its facts name.

        Raises KeyError for a key no language has.
        """
        ...

    def word(self, key: str, *, locale: str, facts: Mapping[str, object] | None = None, otherwise: str | None = None) -> str:
        """A label, button or option value: short text by key."""
        ...

    def attribute(self, value: AttributeValue | None, *, locale: str) -> str:
        """An attribute's value as the record has it; a dash when it is not declared."""
        ...

    def money(self, amount: Money, *, locale: str) -> str: ...
