"""A whole shop read from files, ready to be seeded: what the catalog, the shop and the order book begin with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shopkeeper.domain.bookings.calendar import NO_CALENDAR, Calendar
from shopkeeper.domain.catalog.offer import Offer
from shopkeeper.domain.catalog.product import Product
from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.customers.customer import Customer
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.promotions.promotion import Promotion
from shopkeeper.domain.returns.rma import Rma
from shopkeeper.ports.shop_store import Category, Clause, Review, ShopProfile

SHOWN_PROBLEMS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedProduct:
    """`stock` counts by sku and store; a sku without an entry is not counted by the shop."""

    product: Product
    offers: tuple[Offer, ...]
    stock: Mapping[str, Mapping[StoreId, int]] = field(default_factory=dict[str, Mapping[StoreId, int]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    id: str
    profile: ShopProfile
    stores: tuple[Store, ...]
    categories: tuple[Category, ...]
    option_words: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
    promotions: tuple[Promotion, ...]
    products: tuple[PackedProduct, ...]
    customers: tuple[Customer, ...]
    orders: tuple[Order, ...]
    reviews: tuple[Review, ...]
    clauses: tuple[Clause, ...]
    returns: tuple[Rma, ...] = ()
    calendar: Calendar = NO_CALENDAR


@dataclass(frozen=True, slots=True, kw_only=True)
class PackProblem:
    """One thing to mend: `file` inside the pack, `entry` (its id, or its place), `field` and what is wrong with it."""

    file: str
    entry: str
    field: str
    message: str

    def __str__(self) -> str:
        place = " ".join(part for part in (self.file, f"[{self.entry}]" if self.entry else "", self.field) if part)
        return f"{place}: {self.message}"


class PackInvalid(InvalidInput):
    """The pack cannot be used; `problems` lists everything found in one go."""

    def __init__(self, problems: tuple[PackProblem, ...]) -> None:
        lines = [str(problem) for problem in problems[:SHOWN_PROBLEMS]]
        if len(problems) > SHOWN_PROBLEMS:
            lines.append(f"… and {len(problems) - SHOWN_PROBLEMS} more")
        super().__init__("pack_invalid", "\n".join(lines))
        self.problems = problems
