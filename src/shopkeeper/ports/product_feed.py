"""A shop's catalog as somebody else wrote it: whole products with texts as found, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.ports.shop_store import ShopProfile

FeedValue: TypeAlias = "str | float | bool | tuple[str, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedProblem:
    """What is wrong with one row, and where. `rejected`: its product is left as it was; `warning`: it came in without this."""

    line: int
    field: str
    reason: str
    value: str = ""
    file: str = ""
    product: str = ""
    severity: Literal["rejected", "warning"] = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedVariant:
    """One thing that can be bought, as text. `price` is in major units (`49.00`, `49,00 EUR`), `options` may be empty."""

    line: int
    sku: str
    price: str
    sale_price: str = ""
    sale_dates: str = ""
    currency: str = ""
    gtins: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    quantity: str = ""
    availability: str = ""
    measure: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedProduct:
    """All rows of one product. Texts are by language; the empty language is the shop's own."""

    line: int
    file: str
    id: str
    title: Mapping[str, str]
    variants: tuple[FeedVariant, ...]
    description: Mapping[str, str] = field(default_factory=dict[str, str])
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    category: tuple[str, ...] = ()
    brand: str = ""
    part_number: str = ""
    kind: str = ""
    tax: str = ""
    age_limit: str = ""
    attributes: Mapping[str, FeedValue] = field(default_factory=dict[str, FeedValue])
    related: tuple[str, ...] = ()
    image: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopSetup:
    """What an empty shop needs before products can be sold in it."""

    profile: ShopProfile
    stores: tuple[Store, ...]


class ProductFeed(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def digest(self) -> str:
        """Of the source, its side files and the mapping: same digest, same products in the same order."""
        ...

    @property
    def setup(self) -> ShopSetup | None: ...
    @property
    def store(self) -> str | None:
        """The branch that quantities without one belong to; None = the shop's first."""
        ...

    def count(self) -> int:
        """How many products there are to read (an upper bound)."""
        ...

    def read(self) -> Iterator[FeedProduct | FeedProblem]:
        """Every product once all its rows are known. Raises InvalidInput when the source as a whole cannot be read."""
        ...


class IngestCheckpoint(Protocol):
    """How far a feed was taken in, so that a run that was cut off goes on where it stopped."""

    def done(self, digest: str) -> int: ...
    def save(self, digest: str, products: int) -> None: ...
    def clear(self) -> None: ...
