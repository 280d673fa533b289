"""Cart lines joined with what they cost now: the one input of every price shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from shopkeeper.domain.cart.cart import Line
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.product import Product, Quantity
from shopkeeper.domain.core.ids import LineId, ProductId, Sku
from shopkeeper.domain.core.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class BasketLine:
    line_id: LineId
    sku: Sku
    title: str
    quantity: int
    unit_price: Money
    tax_rate_bp: int
    category: str = ""
    modifiers: Mapping[str, str] = field(default_factory=dict[str, str])
    deposit: Money | None = None
    """What the goods say is to be paid for the bottle of each, and comes back with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basket:
    """`gone` are lines whose variant or offer has left the catalog; they cannot be priced."""

    lines: tuple[BasketLine, ...]
    gone: tuple[Line, ...] = ()


def fill_basket(
    lines: Iterable[Line], listings: Mapping[ProductId, Listing], rate: Callable[[str], int], labels: Labels, currency: str
) -> Basket:
    """`rate` gives the basis points of a tax category where the goods are handed over."""
    priced: list[BasketLine] = []
    gone: list[Line] = []
    for line in lines:
        listing = listings.get(line.product_id)
        variant = listing.product.variant(line.sku) if listing else None
        offer = listing.offers.get(line.sku) if listing else None
        if listing is None or variant is None or offer is None or offer.price.currency != currency:
            gone.append(line)
            continue
        priced.append(
            BasketLine(
                line_id=line.id,
                sku=line.sku,
                title=labels.title(listing.product.title, variant),
                quantity=line.quantity,
                unit_price=made_price(listing, line.sku, line.modifiers),
                category=listing.product.category,
                tax_rate_bp=rate(listing.product.tax_category),
                modifiers=line.modifiers,
                deposit=declared_deposit(listing.product, currency),
            )
        )
    return Basket(lines=tuple(priced), gone=tuple(gone))


def made_price(listing: Listing, sku: Sku, modifiers: Mapping[str, str]) -> Money:
    """The offer's price with what the modifiers add to it."""
    price = listing.offers[sku].price
    return Money(minor=price.minor + listing.product.surcharge(modifiers), currency=price.currency)


def declared_deposit(product: Product, currency: str) -> Money | None:
    """The attribute `deposit`: a whole number of minor units, as in `{value: 25, unit: cent}`."""
    declared = product.attributes.get("deposit")
    value = declared.value if isinstance(declared, Quantity) else declared
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 1:
        return None
    return Money(minor=int(value), currency=currency)
