"""What the shop says about itself: branches, delivery terms, promotions, categories, reviews, published terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from shopkeeper.domain.checkout.fees import FeeRule
from shopkeeper.domain.checkout.taxes import TaxTerms
from shopkeeper.domain.checkout.tip import TipTerms
from shopkeeper.domain.core.geo import Point
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.fulfillment.delivery import DeliveryTerms
from shopkeeper.domain.fulfillment.store import Hours, Store
from shopkeeper.domain.invoices.invoice import Seller
from shopkeeper.domain.payments.capturing import CaptureWhen
from shopkeeper.domain.promotions.promotion import Promotion
from shopkeeper.domain.returns.terms import ReturnTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopProfile:
    """`tax_rates_bp` maps tax category to basis points in the shop's own country; `taxes` says how they are charged, and elsewhere."""

    name: str
    currency: str
    country: str
    zone: str
    language: str
    languages: tuple[str, ...]
    accent: str
    delivery: DeliveryTerms
    tax_rates_bp: Mapping[str, int]
    max_line_quantity: int
    support_hours: str = ""
    support_email: str | None = None
    texts: Mapping[str, Mapping[str, str]] | None = None
    payment_provider: str = "sandbox"
    capture_when: CaptureWhen = CaptureWhen.PLACED
    places: Mapping[str, Point] = field(default_factory=dict[str, Point])
    """Where postal codes are, for the nearest branch and service areas by distance."""
    returns: ReturnTerms | None = None
    support_week: Mapping[int, Hours] = field(default_factory=dict[int, Hours])
    """ISO weekday -> when people answer; empty = nobody said."""
    callback_within_h: int | None = None
    taxes: TaxTerms = field(default_factory=TaxTerms)
    fees: tuple[FeeRule, ...] = ()
    tips: TipTerms | None = None
    """None: the shop takes no tips."""
    seller: Seller | None = None
    """Who sells, for invoices; None: its name alone."""
    minimums: Mapping[str, Money] = field(default_factory=dict[str, Money])
    """The smallest order by `delivery` and `pickup`, of goods after discounts; a branch may ask for another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    id: str
    title: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    product_id: ProductId
    rating: int
    title: str
    text: str
    author: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One citable passage of the published terms."""

    id: str
    language: str
    document: str
    title: str
    text: str


class ShopStore(Protocol):
    def revision(self) -> int:
        """Moves with every change of what is below, reviews apart; derived indexes compare it."""
        ...

    def profile(self) -> ShopProfile | None: ...
    def stores(self) -> Sequence[Store]: ...
    def promotions(self) -> Sequence[Promotion]: ...
    def categories(self) -> Sequence[Category]: ...
    def option_words(self) -> Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]:
        """option name -> canonical value -> language -> words, e.g. color -> blue -> de -> (blau, blaue)."""
        ...

    def reviews(self, product_id: ProductId, *, limit: int = 20) -> Sequence[Review]: ...
    def clauses(self, language: str) -> Sequence[Clause]: ...
    def put_profile(self, profile: ShopProfile) -> None: ...
    def put_stores(self, stores: Sequence[Store]) -> None: ...
    def put_promotion(self, promotion: Promotion) -> None: ...
    def put_categories(self, categories: Sequence[Category]) -> None: ...
    def put_option_words(self, words: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]) -> None: ...
    def put_reviews(self, reviews: Sequence[Review]) -> None:
        """Replace the reviews of the products named in `reviews`."""
        ...

    def put_clauses(self, clauses: Sequence[Clause]) -> None:
        """Replace the clauses of the languages named in `clauses`."""
        ...
