"""One product of a feed as catalog values, or the reasons why not. A product comes in whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from shopkeeper.app.ingest.categories import category_path
from shopkeeper.app.ingest.values import (
    Unreadable,
    covers,
    is_available,
    parse_measure,
    parse_price,
    parse_quantity,
    plain_text,
    to_money,
)
from shopkeeper.domain.catalog.gtin import is_gtin
from shopkeeper.domain.catalog.offer import Offer
from shopkeeper.domain.catalog.product import THE_SHOP, AttributeValue, Product, ProductKind, Quantity, Variant
from shopkeeper.domain.core.ids import ProductId, Sku, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.ports.product_feed import FeedProblem, FeedProduct, FeedValue, FeedVariant

LONGEST = {"id": 100, "sku": 100, "title": 500, "brand": 200, "part_number": 500, "description": 20_000, "attribute": 2_000, "image": 2_000}
MOST_ATTRIBUTES = 400
MOST_VARIANTS = 2_000
OLDEST_AGE_LIMIT = 25

Tell: TypeAlias = Callable[[FeedProblem], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the shop lays down for everything it takes in."""

    currency: str
    language: str
    tax_categories: frozenset[str]
    store: StoreId
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """`stock` by sku: a count, or None where the shop is to keep no count. `category` holds the titles along the path."""

    source: FeedProduct
    product: Product
    offers: tuple[Offer, ...]
    stock: Mapping[Sku, int | None]
    category: tuple[str, ...]


class Rejected(Exception):
    """The product cannot be taken in because of `field` of the row at `line`."""

    def __init__(self, field_name: str, reason: str, value: str = "", line: int | None = None) -> None:
        super().__init__(reason)
        self.field = field_name
        self.reason = reason
        self.value = value
        self.line = line


@dataclass(slots=True)
class Builder:
    """Remembers the ids, skus and GTINs taken so far in this run, by the line that took them."""

    terms: Terms
    tell: Tell
    ids: dict[str, int] = field(default_factory=dict[str, int])
    skus: dict[str, int] = field(default_factory=dict[str, int])
    gtins: dict[str, int] = field(default_factory=dict[str, int])

    def build(self, feed: FeedProduct) -> Built | None:
        """None when it was rejected; every row of it has been told about then."""
        try:
            return self._build(feed)
        except Rejected as rejected:
            for problem in rejections(feed, rejected):
                self.tell(problem)
            return None

    def _build(self, feed: FeedProduct) -> Built:
        product_id = ProductId(_name("id", feed.id))
        if product_id in self.ids:
            raise Rejected("id", f"is used by line {self.ids[product_id]} already", product_id)
        if len(feed.variants) > MOST_VARIANTS:
            raise Rejected("id", f"has {len(feed.variants)} variants, more than {MOST_VARIANTS}", product_id)
        names, constant = _options(feed)
        variants = tuple(self._variant(feed, row, product_id, names) for row in feed.variants)
        offers = tuple(self._offer(feed, row, Sku(variant.sku)) for row, variant in zip(feed.variants, variants, strict=True))
        product = self._product(feed, product_id, names, constant, variants)
        stock = {variant.sku: self._stock(feed, row) for row, variant in zip(feed.variants, variants, strict=True)}
        self.ids[product_id] = feed.line
        self.skus.update({variant.sku: row.line for row, variant in zip(feed.variants, variants, strict=True)})
        return Built(source=feed, product=product, offers=offers, stock=stock, category=tuple(map(plain_text, feed.category)))

    def _product(
        self, feed: FeedProduct, product_id: ProductId, names: tuple[str, ...], constant: Mapping[str, str], variants: tuple[Variant, ...]
    ) -> Product:
        titles = {self._language(code): _text("title", text) for code, text in feed.title.items() if text.strip()}
        if not any(titles.values()):
            raise Rejected("title", "is missing")
        descriptions = {self._language(code): self._long(feed, "description", text) for code, text in feed.description.items() if text}
        return Product(
            id=product_id,
            title=titles,
            category=category_path(feed.category),
            kind=self._kind(feed),
            description={code: text for code, text in descriptions.items() if text},
            words={self._language(code): words for code, words in feed.words.items() if words},
            brand=_text("brand", feed.brand) or None,
            part_number=_text("part_number", feed.part_number) or None,
            attributes={**self._attributes(feed), **constant},
            age_limit=self._age_limit(feed),
            tax_category=self._tax(feed),
            option_names=names,
            related=tuple(ProductId(other) for other in feed.related),
            image=self._image(feed, feed.image) or next((variant.image for variant in variants if variant.image), None),
            variants=variants,
        )

    def _variant(self, feed: FeedProduct, row: FeedVariant, product_id: ProductId, names: Sequence[str]) -> Variant:
        sku = Sku(_name("sku", row.sku, row.line))
        same = [other.line for other in feed.variants if other.sku == row.sku]
        if len(same) > 1:
            raise Rejected("sku", f"is used by lines {', '.join(map(str, same[:5]))} of the same product", sku, row.line)
        if sku in self.skus:
            raise Rejected("sku", f"is used by line {self.skus[sku]} already", sku, row.line)
        gtins = self._gtins(feed, row)
        return Variant(
            sku=sku,
            product_id=product_id,
            options={name: plain_text(row.options[name]) for name in names if row.options.get(name)},
            gtin=gtins[0] if gtins else None,
            other_gtins=gtins[1:],
            measure=self._measure(feed, row),
            image=self._image(feed, row.image) or self._image(feed, feed.image),
        )

    def _offer(self, feed: FeedProduct, row: FeedVariant, sku: Sku) -> Offer:
        price, former = self._price(row, "price", row.price), None
        if row.sale_price and self._is_on_sale(feed, row):
            sale = self._price(row, "sale_price", row.sale_price)
            price, former = (sale, price) if sale < price else (price, None)
        return Offer(sku=sku, price=price, seller_id=THE_SHOP, compare_at=former, available=None)

    def _price(self, row: FeedVariant, name: str, text: str) -> Money:
        if not text.strip():
            raise Rejected(name, "is missing", "", row.line)
        try:
            if row.currency and row.currency.upper() != self.terms.currency:
                raise Unreadable(f"is in {row.currency}, but the shop sells in {self.terms.currency}")
            return to_money(parse_price(text), self.terms.currency)
        except Unreadable as error:
            raise Rejected(name, str(error), text, row.line) from error

    def _is_on_sale(self, feed: FeedProduct, row: FeedVariant) -> bool:
        try:
            return not row.sale_dates or covers(row.sale_dates, self.terms.now)
        except Unreadable as error:
            self._warn(feed, "sale_dates", str(error), row.sale_dates, row.line)
            return False

    def _stock(self, feed: FeedProduct, row: FeedVariant) -> int | None:
        """A quantity counts; a bare "in stock" is no count; what is sold out or comes later counts as none."""
        try:
            available = is_available(row.availability) if row.availability else True
        except Unreadable as error:
            self._warn(feed, "availability", f"{error}; taken as sold out", row.availability, row.line)
            available = False
        if not available:
            return 0
        if not row.quantity:
            return None
        try:
            return parse_quantity(row.quantity)
        except Unreadable as error:
            raise Rejected("quantity", str(error), row.quantity, row.line) from error

    def _gtins(self, feed: FeedProduct, row: FeedVariant) -> tuple[str, ...]:
        """The valid ones that no other variant has: a wrong barcode must not sell the wrong thing."""
        good: list[str] = []
        for code in (gtin.strip().replace("-", "").replace(" ", "") for gtin in row.gtins):
            if not is_gtin(code):
                self._warn(feed, "gtin", "has a wrong check digit or length; left out", code, row.line)
            elif self.gtins.setdefault(code, row.line) != row.line:
                self._warn(feed, "gtin", f"is used by line {self.gtins[code]} already; left out", code, row.line)
            elif code not in good:
                good.append(code)
        return tuple(good)

    def _measure(self, feed: FeedProduct, row: FeedVariant) -> Quantity | None:
        if not row.measure:
            return None
        try:
            return parse_measure(row.measure)
        except Unreadable as error:
            self._warn(feed, "measure", f"{error}; left out", row.measure, row.line)
            return None

    def _attributes(self, feed: FeedProduct) -> dict[str, AttributeValue]:
        if len(feed.attributes) > MOST_ATTRIBUTES:
            raise Rejected("attributes", f"are {len(feed.attributes)}, more than {MOST_ATTRIBUTES}")
        return {name: value for name, raw in feed.attributes.items() if (value := _attribute(raw)) not in ("", ())}

    def _kind(self, feed: FeedProduct) -> ProductKind:
        if not feed.kind:
            return ProductKind.GOODS
        if feed.kind not in list(ProductKind):
            raise Rejected("kind", f"must be one of {', '.join(ProductKind)}", feed.kind)
        return ProductKind(feed.kind)

    def _tax(self, feed: FeedProduct) -> str:
        if not feed.tax:
            return "standard"
        if feed.tax not in self.terms.tax_categories:
            raise Rejected("tax", f"must be one of {', '.join(sorted(self.terms.tax_categories))}", feed.tax)
        return feed.tax

    def _age_limit(self, feed: FeedProduct) -> int | None:
        """Wrong here is never a warning: a bottle must not lose its age check to a typing error."""
        if not feed.age_limit or feed.age_limit == "0":
            return None
        if not feed.age_limit.isascii() or not feed.age_limit.isdigit() or int(feed.age_limit) > OLDEST_AGE_LIMIT:
            raise Rejected("age_limit", "is not an age in years", feed.age_limit)
        return int(feed.age_limit)

    def _image(self, feed: FeedProduct, address: str) -> str | None:
        if address and not address.startswith(("https://", "http://", "/media/")):
            self._warn(feed, "image", "is no web address and no picture of the shop; left out", address)
            return None
        return address or None

    def _long(self, feed: FeedProduct, name: str, text: str) -> str:
        plain = plain_text(text)
        if len(plain) <= LONGEST[name]:
            return plain
        self._warn(feed, name, f"is longer than {LONGEST[name]} characters; cut", plain[:60])
        return plain[: LONGEST[name]].rsplit(" ", 1)[0] + " …"

    def _language(self, code: str) -> str:
        return code or self.terms.language

    def _warn(self, feed: FeedProduct, name: str, reason: str, value: str, line: int | None = None) -> None:
        self.tell(
            FeedProblem(line=line or feed.line, file=feed.file, product=feed.id, field=name, reason=reason, value=value, severity="warning")
        )


def rejections(feed: FeedProduct, rejected: Rejected) -> Iterator[FeedProblem]:
    """The row at fault, and its sister rows, which stay out with it."""
    fault = rejected.line or feed.line
    yield FeedProblem(line=fault, file=feed.file, product=feed.id, field=rejected.field, reason=rejected.reason, value=rejected.value)
    for line in sorted({row.line for row in feed.variants} - {fault}):
        yield FeedProblem(line=line, file=feed.file, product=feed.id, field="id", reason=f"its product is rejected because of line {fault}")


def _options(feed: FeedProduct) -> tuple[tuple[str, ...], dict[str, str]]:
    """Names of the options that tell the variants apart, and what all of them share (which is an attribute, not a choice)."""
    names = list(dict.fromkeys(name for row in feed.variants for name, value in row.options.items() if value))
    values = {name: {row.options.get(name, "") for row in feed.variants} for name in names}
    telling = tuple(name for name in names if len(values[name]) > 1)
    seen: dict[tuple[str, ...], int] = {}
    for row in feed.variants:
        key = tuple(row.options.get(name, "") for name in telling)
        if key in seen:
            told = ", ".join(value for value in key if value) or "no options"
            raise Rejected("options", f"are the same as on line {seen[key]} ({told})", row.sku, row.line)
        seen[key] = row.line
    return telling, {name: next(iter(values[name])) for name in names if name not in telling}


def _name(kind: str, text: str, line: int | None = None) -> str:
    """An id or sku: short, printable, and safe inside an address."""
    name = text.strip()
    if not name:
        raise Rejected(kind, "is missing", "", line)
    if len(name) > LONGEST[kind]:
        raise Rejected(kind, f"is longer than {LONGEST[kind]} characters", name, line)
    if not name.isprintable() or "/" in name or "\\" in name:
        raise Rejected(kind, "holds a slash or a character that cannot be printed", name, line)
    return name


def _text(name: str, text: str) -> str:
    plain = plain_text(text)
    if len(plain) > LONGEST[name]:
        raise Rejected(name, f"is longer than {LONGEST[name]} characters", plain)
    return plain


def _attribute(value: FeedValue) -> AttributeValue:
    if isinstance(value, str):
        return plain_text(value)[: LONGEST["attribute"]]
    if isinstance(value, tuple):
        return tuple(plain_text(item)[: LONGEST["attribute"]] for item in value)
    return value
