"""Products and services of a pack as catalog values with offers and stock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from shopkeeper.adapters.packs.fields import Fields
from shopkeeper.domain.catalog.gtin import is_gtin
from shopkeeper.domain.catalog.offer import Offer
from shopkeeper.domain.catalog.product import Allergens, AttributeValue, Pack, Product, ProductKind, Quantity, Range, Variant
from shopkeeper.domain.core.ids import ProductId, SellerId, Sku, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.ports.shop_pack import PackedProduct

PRODUCT_TEXTS = ("id", "category", "kind", "brand", "part_number", "seller", "title", "description", "words")
PRODUCT_FACTS = ("attributes", "allergens", "diet", "age_limit", "tax", "options", "modifiers")
PRODUCT_REST = ("compare_at", "picture", "related", "variants")
VARIANT_FIELDS = ("sku", "gtin", "options", "price", "compare_at", "pack", "measure", "stock", "picture")


@dataclass(slots=True)
class Known:
    """What entries may refer to, and the ids taken so far."""

    pack: str
    currency: str
    language: str
    categories: frozenset[str]
    sellers: frozenset[str]
    own_seller: str
    stores: frozenset[str]
    tax_categories: frozenset[str]
    pictures: frozenset[str]
    taken: Counter[str] = field(default_factory=Counter[str])

    def picture(self, name: str) -> str | None:
        file = f"{name}.webp"
        return f"/media/{self.pack}/{file}" if file in self.pictures else None

    def claim(self, fields: Fields, name: str, value: str) -> None:
        key = f"{name}\x1f{value}"
        self.taken[key] += 1
        if self.taken[key] == 2:
            fields.wrong(name, f"{value} is used twice")

    def refer(self, fields: Fields, name: str, value: str, among: frozenset[str]) -> None:
        if value and value not in among:
            fields.wrong(name, f"{value} is not known in this pack")


def read_product(fields: Fields, known: Known) -> PackedProduct:
    fields.only(*PRODUCT_TEXTS, *PRODUCT_FACTS, *PRODUCT_REST)
    product = _product(fields, known)
    variants = list(fields.each("variants"))
    if not variants:
        fields.wrong("variants", "at least one is needed")
    options = set(product.option_names)
    for variant in variants:
        variant.only(*VARIANT_FIELDS)
        if set(variant.inside("options").raw) != options:
            variant.wrong("options", f"must name exactly {', '.join(product.option_names) or 'no options'}")
    return PackedProduct(
        product=replace(product, variants=tuple(_variant(variant, product, known) for variant in variants)),
        offers=tuple(_offer(variant, fields, product, known) for variant in variants),
        stock={variant.text("sku"): stock for variant in variants if (stock := _stock(variant, known)) is not None},
    )


def _product(fields: Fields, known: Known) -> Product:
    product_id = ProductId(fields.text("id"))
    category, seller, tax = fields.text("category"), fields.text("seller"), fields.text("tax", "standard")
    known.claim(fields, "id", product_id)
    known.refer(fields, "category", category, known.categories)
    known.refer(fields, "seller", seller, known.sellers)
    known.refer(fields, "tax", tax, known.tax_categories)
    modifiers = fields.inside("modifiers")
    return Product(
        id=product_id,
        title=_titles(fields, known),
        category=category,
        kind=_kind(fields),
        description=fields.texts("description"),
        words=fields.words("words"),
        brand=fields.maybe("brand"),
        part_number=fields.maybe("part_number"),
        seller_id=SellerId(seller),
        attributes=read_attributes(fields.inside("attributes")),
        allergens=_allergens(fields),
        diet=frozenset(fields.strings("diet")),
        age_limit=fields.whole("age_limit", least=1) if fields.has("age_limit") else None,
        tax_category=tax,
        option_names=fields.strings("options"),
        modifiers={name: tuple(value for value, _ in _modifier(modifiers, name)) for name in modifiers.raw},
        modifier_prices={name: prices for name in modifiers.raw if (prices := {v: more for v, more in _modifier(modifiers, name) if more})},
        related=tuple(ProductId(other) for other in fields.strings("related")),
        image=known.picture(product_id),
    )


def _modifier(fields: Fields, name: str) -> tuple[tuple[str, int], ...]:
    """The values of a modifier and what each adds to the price: `[dairy, {value: oat, price: 50}]`."""
    raw = fields.raw.get(name)
    if not isinstance(raw, list):
        return tuple((value, 0) for value in fields.strings(name))
    found: list[tuple[str, int]] = []
    for item in cast("list[object]", raw):
        if isinstance(item, dict):
            inner = Fields.of(cast("dict[object, object]", item), fields.file, f"{fields.entry}.{name}", fields.problems)
            inner.only("value", "price")
            found.append((inner.text("value"), inner.whole("price", 0)))
        else:
            found.append((fields.word(name, item), 0))
    return tuple(found)


def _titles(fields: Fields, known: Known) -> dict[str, str]:
    titles = fields.texts("title")
    if "" in titles:
        return {known.language: titles[""]}
    if known.language not in titles:
        fields.wrong("title", f"has no text in the shop's language ({known.language})")
    return titles


def _kind(fields: Fields) -> ProductKind:
    kind = fields.text("kind", ProductKind.GOODS)
    if kind not in list(ProductKind):
        fields.wrong("kind", f"must be one of {', '.join(ProductKind)}, not {kind}")
        return ProductKind.GOODS
    return ProductKind(kind)


def _allergens(fields: Fields) -> Allergens | None:
    """None = not declared, which is not the same as free from anything."""
    declared = fields.raw.get("allergens")
    if declared is None or declared == "unknown":
        return None
    inner = fields.inside("allergens")
    inner.only("contains", "may_contain", "free_from", "source")
    both = set(inner.strings("contains")) & set(inner.strings("free_from"))
    if both:
        inner.wrong("free_from", f"{', '.join(sorted(both))} cannot be contained and absent")
    return Allergens(
        contains=frozenset(inner.strings("contains")),
        may_contain=frozenset(inner.strings("may_contain")),
        free_from=frozenset(inner.strings("free_from")),
        source=inner.text("source"),
    )


def read_attributes(fields: Fields) -> dict[str, AttributeValue]:
    return {name: _attribute(fields, name, value) for name, value in fields.raw.items()}


def _attribute(fields: Fields, name: str, value: object) -> AttributeValue:
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, list):
        return tuple(_listed(fields, name, item) for item in cast("list[object]", value))
    if isinstance(value, dict):
        inner = fields.inside(name)
        if "min" in cast("dict[str, object]", value):
            return Range(min=inner.number("min"), max=inner.number("max"), unit=inner.text("unit", ""))
        return Quantity(value=inner.number("value"), unit=inner.text("unit"))
    return fields.text(name)


def _listed(fields: Fields, name: str, item: object) -> str:
    """One of several values: a text, or a measure such as `{value: 500, unit: ml}` as `500 ml`."""
    if isinstance(item, dict):
        inner = Fields.of(cast("dict[object, object]", item), fields.file, f"{fields.entry}.{name}", fields.problems)
        return f"{inner.number('value'):g} {inner.text('unit')}"
    return fields.word(name, item)


def _variant(fields: Fields, product: Product, known: Known) -> Variant:
    sku = Sku(fields.text("sku"))
    known.claim(fields, "sku", sku)
    gtin = fields.maybe("gtin")
    if gtin is not None:
        known.claim(fields, "gtin", gtin)
        if not is_gtin(gtin):
            fields.wrong("gtin", f"{gtin} is not a valid GTIN")
    options, pack, measure = fields.inside("options"), fields.inside("pack"), fields.inside("measure")
    return Variant(
        sku=sku,
        product_id=product.id,
        options={name: options.text(name) for name in product.option_names if options.has(name)},
        gtin=gtin,
        pack=Pack(count=pack.whole("count", least=1), unit=pack.text("unit")) if fields.has("pack") else None,
        measure=Quantity(value=measure.number("value"), unit=measure.text("unit")) if fields.has("measure") else None,
        image=known.picture(sku) or product.image,
    )


def _offer(fields: Fields, product_fields: Fields, product: Product, known: Known) -> Offer:
    price = fields.whole("price", least=1)
    source = fields if fields.has("compare_at") else product_fields
    former = source.whole("compare_at", 0)
    return Offer(
        sku=Sku(fields.text("sku")),
        price=Money(minor=price, currency=known.currency),
        seller_id=product.seller_id,
        compare_at=Money(minor=former, currency=known.currency) if former > price else None,
        available=None,
    )


def _stock(fields: Fields, known: Known) -> Mapping[StoreId, int] | None:
    if not fields.has("stock"):
        return None
    stock = fields.inside("stock")
    for store in stock.raw:
        known.refer(stock, store, store, known.stores)
    return {StoreId(store): stock.whole(store) for store in stock.raw}


def read_service(fields: Fields, known: Known, staff: Mapping[str, str]) -> PackedProduct:
    """A bookable service as a product of its own kind: findable and priced, without stock."""
    product_id, sku = ProductId(fields.text("id")), Sku(fields.text("sku"))
    category, tax, store = fields.text("category"), fields.text("tax", "standard"), fields.text("store")
    known.claim(fields, "id", product_id)
    known.claim(fields, "sku", sku)
    known.refer(fields, "category", category, known.categories)
    known.refer(fields, "tax", tax, known.tax_categories)
    known.refer(fields, "store", store, known.stores)
    for member in fields.strings("staff"):
        known.refer(fields, "staff", member, frozenset(staff))
    attributes: dict[str, AttributeValue] = {
        "duration": Quantity(value=fields.number("duration_minutes"), unit="min"),
        "staff": tuple(staff.get(member, member) for member in fields.strings("staff")),
        "store": store,
        "add_on_only": fields.truth("add_on_only", False),
    }
    seller = SellerId(fields.text("seller", known.own_seller))
    product = Product(
        id=product_id,
        title=_titles(fields, known),
        category=category,
        kind=ProductKind.SERVICE,
        description=fields.texts("description"),
        words=fields.words("words"),
        seller_id=seller,
        attributes=attributes,
        tax_category=tax,
        image=known.picture(product_id) or known.picture(sku),
        variants=(Variant(sku=sku, product_id=product_id, image=known.picture(sku) or known.picture(product_id)),),
    )
    price = Money(minor=fields.whole("price", least=1), currency=known.currency)
    return PackedProduct(product=product, offers=(Offer(sku=sku, price=price, seller_id=seller, available=None),))
