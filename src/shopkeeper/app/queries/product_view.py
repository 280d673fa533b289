"""Products as cards: picture, name, price, unit price, stock in words, one action; all of it from records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from shopkeeper.app.naming import named
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.product import Product, Variant
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.decision import Card
from shopkeeper.ports.phrase_book import PhraseBook

PER_UNIT: dict[str, tuple[str, int]] = {"g": ("kg", 1000), "ml": ("l", 1000), "kg": ("kg", 1), "l": ("l", 1), "m": ("m", 1)}
"""Unit prices are shown per kilogram, liter or meter, as EU law (98/6/EC) wants."""


def money_json(amount: Money) -> dict[str, object]:
    return {"amount": amount.minor, "currency": amount.currency}


def variant_text(variant: Variant, labels: Labels) -> str:
    return labels.options(variant.options, " · ")


def attribute_label(name: str, labels: Labels, phrases: PhraseBook, locale: str) -> str:
    label = named(f"attribute.{name}", labels, phrases, locale)
    return label[:1].upper() + label[1:]


def unit_price(variant: Variant, price: Money) -> dict[str, object] | None:
    """The price per base unit, half cents rounded up; None when the variant declares no measure."""
    if variant.measure is None or variant.measure.unit not in PER_UNIT or variant.measure.value <= 0:
        return None
    unit, factor = PER_UNIT[variant.measure.unit]
    per_unit = Fraction(price.minor) * factor / Fraction(str(variant.measure.value))
    minor = int(per_unit + Fraction(1, 2))
    return {"price": money_json(Money(minor=minor, currency=price.currency)), "per": f"1 {unit}"}


def image_url(listing: Listing, sku: Sku | None) -> str | None:
    variant = listing.product.variant(sku) if sku else None
    return (variant.image if variant else None) or listing.product.image


def card_json(card: Card, phrases: PhraseBook, locale: str, labels: Labels) -> dict[str, object]:
    """One item of a products block."""
    listing, product = card.listing, card.listing.product
    variants = listing.variants
    sku = card.sku or (variants[0].sku if len(variants) == 1 else None)
    title = labels.text(product.title)
    variant = product.variant(sku) if sku else None
    label = variant_text(variant, labels) if variant else ""
    offer = listing.offers[sku] if sku else None
    price = offer.price if offer else listing.price_from
    return {
        "product_id": product.id,
        "sku": sku,
        "title": title,
        "variant_label": label,
        "image_url": image_url(listing, sku),
        "image_alt": f"{title}, {label}" if label else title,
        "price": money_json(price) if price else None,
        "price_from": sku is None and listing.has_price_range,
        "compare_at": money_json(offer.compare_at) if offer and offer.compare_at else None,
        "unit_price": unit_price(variant, offer.price) if variant and offer else None,
        "stock": _stock(listing, sku, phrases, locale),
        "reason": phrases.render(card.reason, locale=locale) if card.reason else None,
        "badges": [f"{product.age_limit}+"] if product.age_limit else [],
        "options": _options(listing, phrases, locale, labels) if sku is None else [],
        "modifiers": modifiers_json(product, price, phrases, locale, labels),
        "action": _action(listing, sku, phrases, locale),
    }


def _stock(listing: Listing, sku: Sku | None, phrases: PhraseBook, locale: str) -> dict[str, object]:
    """The stock word of one variant; for a whole product only that some variant can be had, never a sum."""
    if sku is None:
        available = [v for v in listing.variants if listing.can_buy(v.sku)]
        key = "stock.some_variants" if available else "stock.sold_out"
        return {"state": "in_stock" if available else "sold_out", "text": phrases.word(key, locale=locale, facts={"count": len(available)})}
    state = listing.state(sku)
    count = listing.offers[sku].total_available or 0
    return {"state": state.value, "text": phrases.word(f"stock.{state.value}", locale=locale, facts={"count": count})}


def _options(listing: Listing, phrases: PhraseBook, locale: str, labels: Labels) -> list[dict[str, object]]:
    options: list[dict[str, object]] = []
    for name in listing.product.option_names:
        by_value: dict[str, Variant] = {}
        for variant in listing.variants:
            value = variant.options.get(name)
            if value is not None and (value not in by_value or not listing.can_buy(by_value[value].sku)):
                by_value[value] = variant
        values = [
            {"value": v, "label": labels.value(name, v), "sku": one.sku, "available": listing.can_buy(one.sku)}
            for v, one in by_value.items()
        ]
        options.append({"name": name, "label": named(f"option.{name}", labels, phrases, locale), "values": values})
    return options


def modifiers_json(product: Product, price: Money | None, phrases: PhraseBook, locale: str, labels: Labels) -> list[dict[str, object]]:
    """What a made-to-order thing can be asked for; `price` is what a value adds (null = nothing)."""
    found: list[dict[str, object]] = []
    for name, values in product.modifiers.items():
        more = product.modifier_prices.get(name, {})
        said = [
            {
                "value": value,
                "label": labels.value(name, value),
                "price": money_json(Money(minor=more[value], currency=price.currency)) if price and value in more else None,
            }
            for value in values
        ]
        found.append({"name": name, "label": named(f"option.{name}", labels, phrases, locale), "values": said})
    return found


def _action(listing: Listing, sku: Sku | None, phrases: PhraseBook, locale: str) -> dict[str, object] | None:
    if sku is not None and not listing.can_buy(sku):
        return None
    if sku is None:
        send: Mapping[str, object] = {"type": "action", "action": "show_product", "product_id": listing.product.id}
        return {"label": phrases.word("action.choose", locale=locale), "send": send}
    send = {"type": "action", "action": "add_line_item", "sku": sku}
    return {"label": phrases.word("action.add", locale=locale), "send": send}


def comparison_rows(cards: Sequence[Card], phrases: PhraseBook, locale: str, labels: Labels) -> list[dict[str, object]]:
    """Rows of what every compared product declares: price, stock, options, shared attributes."""
    rows: list[dict[str, object]] = []
    prices = [card.listing.offers[card.sku].price if card.sku else card.listing.price_from for card in cards]
    rows.append(
        {"label": phrases.word("row.price", locale=locale), "values": [phrases.money(p, locale=locale) if p else "–" for p in prices]}
    )
    stocks = [_stock(card.listing, card.sku, phrases, locale)["text"] for card in cards]
    rows.append({"label": phrases.word("row.stock", locale=locale), "values": stocks})
    names = dict.fromkeys(name for card in cards for name in card.listing.product.attributes)
    shared = [name for name in names if sum(name in card.listing.product.attributes for card in cards) > 1]
    for name in shared[:8]:
        declared = [labels.attribute(name, card.listing.product.attributes.get(name)) for card in cards]
        values = [phrases.attribute(value, locale=locale) for value in declared]
        rows.append({"label": attribute_label(name, labels, phrases, locale), "values": values})
    return rows
