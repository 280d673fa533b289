"""What the shop is called to understanding: its currency, country, languages and the names of its branches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.ports.shop_store import ShopProfile

_NO_MINOR_UNITS = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "HUF"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopWords:
    currency: str = "EUR"
    country: str = "DE"
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    stores: tuple[tuple[StoreId, str], ...] = ()
    """(id, folded word) for every word a branch may be called by."""

    @property
    def minor_per_unit(self) -> int:
        return 1 if self.currency in _NO_MINOR_UNITS else 100


def shop_words(profile: ShopProfile, stores: Sequence[Store]) -> ShopWords:
    """The words of a shop and its branches: a branch goes by its id and by what tells its name apart."""
    return ShopWords(
        currency=profile.currency,
        country=profile.country,
        language=profile.language,
        languages=profile.languages,
        stores=tuple((store.id, word) for store in stores for word in _names(store, stores)),
    )


def _names(store: Store, stores: Sequence[Store]) -> set[str]:
    shared = [set(fold(other.name).split()) for other in stores if other.id != store.id]
    own = {word for word in fold(store.name).split() if not any(word in words for words in shared)}
    return {fold(store.id), *(word for word in own if len(word) > 2)}
