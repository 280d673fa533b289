"""A product and its variants: what a thing is, apart from what it costs and where it lies."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from shopkeeper.domain.core.ids import ProductId, SellerId, Sku

THE_SHOP = SellerId("shop")

Texts: TypeAlias = Mapping[str, str]
"""One text per language code; the shop's language is always among them."""

AttributeValue: TypeAlias = "str | float | bool | Quantity | Range | tuple[str, ...]"


class ProductKind(StrEnum):
    GOODS = "goods"
    MADE_TO_ORDER = "made_to_order"
    SERVICE = "service"
    GIFT_CARD = "gift_card"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    value: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    min: float
    max: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Allergens:
    """What the maker declared. No declaration is `Product.allergens is None`: unknown, not none."""

    contains: frozenset[str] = frozenset()
    may_contain: frozenset[str] = frozenset()
    free_from: frozenset[str] = frozenset()
    source: str = ""

    def of(self, wanted: Collection[str]) -> str:
        """The worst that is declared about any of `wanted`: contains, may_contain, unknown or free."""
        if self.contains.intersection(wanted):
            return "contains"
        if self.may_contain.intersection(wanted):
            return "may_contain"
        return "free" if self.free_from.issuperset(wanted) else "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """How many countable pieces one unit of the variant holds, e.g. 12 eggs."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One thing that can be bought. `options` tells it apart from its siblings, in product order."""

    sku: Sku
    product_id: ProductId
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    gtin: str | None = None
    other_gtins: tuple[str, ...] = ()
    """Further codes on the same thing, of other packagings or regions."""
    pack: Pack | None = None
    measure: Quantity | None = None
    image: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    id: ProductId
    title: Texts
    category: str
    kind: ProductKind = ProductKind.GOODS
    description: Texts = field(default_factory=dict[str, str])
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    brand: str | None = None
    part_number: str | None = None
    seller_id: SellerId = THE_SHOP
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict[str, "AttributeValue"])
    allergens: Allergens | None = None
    diet: frozenset[str] = frozenset()
    age_limit: int | None = None
    tax_category: str = "standard"
    option_names: tuple[str, ...] = ()
    modifiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """What a made-to-order thing can be asked for: name -> values, the shop's own standard first."""
    modifier_prices: Mapping[str, Mapping[str, int]] = field(default_factory=dict[str, Mapping[str, int]])
    """What a value adds to the price, in minor units; values that are not named add nothing."""
    related: tuple[ProductId, ...] = ()
    image: str | None = None
    variants: tuple[Variant, ...] = ()

    def variant(self, sku: Sku) -> Variant | None:
        return next((variant for variant in self.variants if variant.sku == sku), None)

    def standard(self) -> dict[str, str]:
        """How it is made when nothing is said."""
        return {name: values[0] for name, values in self.modifiers.items() if values}

    def surcharge(self, modifiers: Mapping[str, str]) -> int:
        """What these modifiers add to the price of one, in minor units."""
        return sum(self.modifier_prices.get(name, {}).get(value, 0) for name, value in modifiers.items())


def text_in(texts: Texts, language: str, fallback: str = "en") -> str:
    """The text in `language`, else in `fallback`, else whatever there is."""
    return texts.get(language) or texts.get(fallback) or next(iter(texts.values()), "")
