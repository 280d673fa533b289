"""Finding products by words: search for a list, resolve for a mention inside a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from shopkeeper.domain.core.ids import ProductId, Sku


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    product_id: ProductId
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a phrase may mean. `corrected` maps words as typed to catalog words; `unmatched` were in no product.

    `options` are option values the phrase names (canonical), `exact_sku` a sku, GTIN or part number found in it.
    `rest` are the content words that name no option; `exact` says that the best hit holds all words in its name or options.
    """

    hits: tuple[Hit, ...]
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    corrected: Mapping[str, str] = field(default_factory=dict[str, str])
    unmatched: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    exact: bool = False
    exact_sku: Sku | None = None
    exact_product_id: ProductId | None = None


class CatalogIndex(Protocol):
    @property
    def revision(self) -> int:
        """The catalog revision this index was built from."""
        ...

    def search(self, query: str, *, language: str = "en", limit: int = 10, category: str | None = None) -> Sequence[Hit]: ...
    def resolve(self, phrase: str, *, language: str = "en", limit: int = 5) -> Resolution: ...

    def modifiers(self, product_id: ProductId) -> Mapping[str, Sequence[str]]:
        """What a made-to-order product can be asked for: name -> values; empty for everything else."""
        ...

    def known_word(self, word: str) -> bool:
        """Whether some product is called or described with this word (case-folded, stemmed)."""
        ...
