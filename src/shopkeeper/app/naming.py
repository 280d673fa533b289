"""The shop's names for things in the reply's language: its own records first, then the reply catalogs, then the code itself."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.domain.catalog.labels import Labels, language_of
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction


def read_labels(tx: Transaction, locale: str, profile: ShopProfile | None = None) -> Labels:
    """The labels of `locale`; read them once per transaction and hand them on."""
    known = profile or tx.shop.profile()
    if known is None:
        return Labels(language=language_of(locale))
    return Labels(language=language_of(locale), fallback=known.language, names=known.texts or {}, values=tx.shop.option_words())


def named(key: str, labels: Labels, phrases: PhraseBook, locale: str) -> str:
    """The name of an option, attribute, allergen or diet by its key (`option.color`)."""
    return labels.name(key) or phrases.word(key, locale=locale, otherwise=labels.spare(key))


def named_fact(key: str, labels: Labels) -> str | Say:
    """The same as a fact of a reply, put into words when the reply is."""
    return labels.name(key) or Say(key=key, otherwise=labels.spare(key))


def wishes_text(modifiers: Mapping[str, str], labels: Labels) -> str:
    """How a thing is made, as it is shown everywhere: `Ice: less, Sugar: half`."""
    keys = {name: f"option.{name}" for name in modifiers}
    return ", ".join(f"{labels.name(keys[n]) or labels.spare(keys[n])}: {labels.value(n, value)}" for n, value in modifiers.items())
