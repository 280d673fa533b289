"""The shop window: categories, pages of products, one product in full. All of it from the catalog of record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from shopkeeper.app.naming import named, read_labels
from shopkeeper.app.queries.product_view import attribute_label, card_json, modifiers_json, money_json, unit_price, variant_text
from shopkeeper.domain.catalog.labels import Labels, language_of
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.product import Product, text_in
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.dialogue.decision import Card
from shopkeeper.ports.catalog_index import CatalogIndex
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.shop_store import Review
from shopkeeper.ports.storage import Transaction

PAGE = 24
FOOD = ("grocery", "drinks", "snacks")


def is_food(product: Product) -> bool:
    """Whether it is meant to be eaten or drunk, so that a missing declaration is a risk."""
    return product.category.split("/")[0] in FOOD


def category_titles(tx: Transaction, language: str) -> Mapping[str, str]:
    return {category.id: text_in(category.title, language) for category in tx.shop.categories()}


def categories_json(tx: Transaction, locale: str) -> Sequence[Mapping[str, object]]:
    """Categories that have products, top level first in shop order, each with its count (of the whole branch)."""
    language = language_of(locale)
    titles = category_titles(tx, language)
    counts: dict[str, int] = {}
    for path, count in tx.catalog.categories():
        pieces = path.split("/")
        for depth in range(1, len(pieces) + 1):
            branch = "/".join(pieces[:depth])
            counts[branch] = counts.get(branch, 0) + count
    order = {name: index for index, name in enumerate(titles)}
    ids = sorted(counts, key=lambda name: (order.get(name.split("/")[0], len(order)), order.get(name, len(order)), name))
    return [
        {"id": name, "title": titles.get(name, name.rsplit("/", 1)[-1].replace("-", " ").capitalize()), "count": counts[name]}
        for name in ids
    ]


def products_json(
    tx: Transaction, index: CatalogIndex, phrases: PhraseBook, *, locale: str, category: str | None, query: str | None, cursor: str | None
) -> Mapping[str, object]:
    """A page of cards; `next_cursor` is null on the last one. A query is one page of the best matches."""
    if query:
        hits = index.search(query, language=language_of(locale), limit=PAGE, category=category)
        ids: Sequence[ProductId] = [hit.product_id for hit in hits]
        following = None
    else:
        ids = tx.catalog.page(category=category, after=ProductId(cursor) if cursor else None, limit=PAGE + 1)
        following = ids[PAGE - 1] if len(ids) > PAGE else None
        ids = ids[:PAGE]
    listings, labels = tx.catalog.listings(ids), read_labels(tx, locale)
    items = [
        {**card_json(Card(listing=listings[one]), phrases, locale, labels), "category": listings[one].product.category}
        for one in ids
        if one in listings
    ]
    return {"items": items, "next_cursor": following}


def product_json(tx: Transaction, phrases: PhraseBook, product_id: str, locale: str) -> Mapping[str, object] | None:
    listing = tx.catalog.listings([ProductId(product_id)]).get(ProductId(product_id))
    if listing is None:
        return None
    product, labels = listing.product, read_labels(tx, locale)
    title = labels.text(product.title)
    return {
        "product_id": product.id,
        "title": title,
        "brand": product.brand,
        "category": product.category,
        "category_title": category_titles(tx, labels.language).get(product.category, product.category),
        "description": labels.text(product.description),
        "badges": [f"{product.age_limit}+"] if product.age_limit else [],
        "images": [{"url": url, "alt": title} for url in _images(listing)],
        "options": [
            {
                "name": name,
                "label": named(f"option.{name}", labels, phrases, locale),
                "values": _values(name, dict.fromkeys(x.options[name] for x in listing.variants if name in x.options), labels),
            }
            for name in product.option_names
        ],
        "variants": [_variant(listing, index, phrases, locale, labels) for index in range(len(listing.variants))],
        "modifiers": modifiers_json(product, listing.price_from, phrases, locale, labels),
        "attributes": [
            {
                "label": attribute_label(name, labels, phrases, locale),
                "value": phrases.attribute(labels.attribute(name, value), locale=locale),
            }
            for name, value in product.attributes.items()
        ],
        "allergens": _allergens(product, phrases, locale, labels),
        "reviews": _reviews(tx.shop.reviews(product.id)),
    }


def _values(option: str, values: Iterable[str], labels: Labels) -> Sequence[Mapping[str, str]]:
    return [{"value": value, "label": labels.value(option, value)} for value in values]


def _images(listing: Listing) -> Sequence[str]:
    every = [listing.product.image, *(variant.image for variant in listing.variants)]
    return list(dict.fromkeys(url for url in every if url))


def _variant(listing: Listing, index: int, phrases: PhraseBook, locale: str, labels: Labels) -> Mapping[str, object]:
    variant = listing.variants[index]
    offer = listing.offers[variant.sku]
    state = listing.state(variant.sku)
    count = offer.total_available or 0
    return {
        "sku": variant.sku,
        "label": variant_text(variant, labels),
        "options": dict(variant.options),
        "price": money_json(offer.price),
        "compare_at": money_json(offer.compare_at) if offer.compare_at else None,
        "unit_price": unit_price(variant, offer.price),
        "stock": {"state": state.value, "text": phrases.word(f"stock.{state.value}", locale=locale, facts={"count": count})},
        "image_url": variant.image or listing.product.image,
    }


def _allergens(product: Product, phrases: PhraseBook, locale: str, labels: Labels) -> Mapping[str, object]:
    declared = product.allergens
    if declared is None:
        state = "unknown" if is_food(product) else "not_food"
        text = phrases.word(f"allergens.{state}", locale=locale)
        return {"state": state, "contains": [], "may_contain": [], "free_from": [], "source": None, "text": text}
    worded = {
        kind: [named(f"allergen.{code}", labels, phrases, locale) for code in sorted(codes)]
        for kind, codes in (("contains", declared.contains), ("may_contain", declared.may_contain), ("free_from", declared.free_from))
    }
    key = "allergens.contains" if declared.contains else "allergens.none"
    text = phrases.word(key, locale=locale, facts={"list": tuple(worded["contains"])})
    return {"state": "declared", **worded, "source": declared.source or None, "text": text}


def _reviews(reviews: Sequence[Review]) -> Mapping[str, object]:
    items = [
        {"author": r.author, "rating": r.rating, "at": r.at.date().isoformat() if r.at else None, "text": r.text, "title": r.title}
        for r in reviews
    ]
    average = round(sum(r.rating for r in reviews) / len(reviews), 1) if reviews else None
    return {"average": average, "count": len(reviews), "items": items}
