"""A product as what the index stores of it: field texts to search, term sets to rank by, codes to look up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from shopkeeper.adapters.search.fts5.terms import FUNCTION_WORDS, compact_code, document_terms, stem
from shopkeeper.domain.catalog.product import AttributeValue, Product, Quantity, Range

OptionWords = Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
CategoryWords = Mapping[str, str]

# What follows these words says what a thing goes with, not what it is ("Bag for laptops").
_ACCESSORY = re.compile(r"\b(?:for|with|compatible|suitable|für|fuer|mit|para|con|pour|avec|per|voor|için)\b|[,(;/–]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """`titles`: stems of the title, one line per language; `heads`: those before "for ..."; `names`: what shoppers call it."""

    title: str
    code: str
    words: str
    attributes: str
    description: str
    titles: str
    heads: str
    names: str
    others: str
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    codes: tuple[tuple[str, str | None], ...] = ()


def document_of(product: Product, option_words: OptionWords, category_words: CategoryWords) -> Document:
    options = _options(product)
    names = [*(word for words in product.words.values() for word in words), *_type_names(product.attributes)]
    path = product.category.replace("/", " ").replace("-", " ")
    option_text = " ".join(_said(name, value, option_words) for name, values in options.items() for value in values)
    code = f"{product.brand or ''} {product.part_number or ''}"
    about = " ".join([*_attribute_texts(product.attributes), *product.diet, *_modifier_texts(product, option_words)])
    return Document(
        title=_indexed(product.title.values()),
        code=_indexed([code]),
        words=_indexed([*names, path, option_text]),
        attributes=_indexed([about, category_words.get(product.category, "")]),
        description=_indexed(product.description.values()),
        titles=_lines(product.title.values()),
        heads=_lines(_ACCESSORY.split(title, maxsplit=1)[0] or title for title in product.title.values()),
        names=_lines(names),
        others=" ".join({stem(term) for term in document_terms(f"{code} {option_text} {path} {_material(product)}")}),
        options=options,
        codes=tuple(_codes(product)),
    )


def _indexed(texts: Iterable[str]) -> str:
    return " ".join(term for text in texts for term in document_terms(text))


def _lines(texts: Iterable[str]) -> str:
    """One line per text; function words say nothing about what a thing is."""
    return "\n".join(dict.fromkeys(" ".join(stem(t) for t in document_terms(text) if t not in FUNCTION_WORDS) for text in texts))


def _options(product: Product) -> dict[str, tuple[str, ...]]:
    names = dict.fromkeys(name for variant in product.variants for name in variant.options)
    return {name: tuple(dict.fromkeys(v.options[name] for v in product.variants if name in v.options)) for name in names}


def _said(name: str, value: str, option_words: OptionWords) -> str:
    known = option_words.get(name, {})
    per_language = known.get(value) or known.get(value.replace(" ", "_")) or {}
    return " ".join([value.replace("_", " "), *(word for words in per_language.values() for word in words)])


def _modifier_texts(product: Product, option_words: OptionWords) -> Iterator[str]:
    for name, values in product.modifiers.items():
        yield name
        yield from (_said(name, value, option_words) for value in values)


def _attribute_texts(attributes: Mapping[str, AttributeValue]) -> Iterator[str]:
    for name, value in attributes.items():
        if isinstance(value, bool):
            if value:
                yield name.replace("_", " ")
        elif isinstance(value, Quantity):
            yield f"{value.value:g} {value.unit}"
        elif isinstance(value, Range):
            yield f"{value.min:g} {value.max:g} {value.unit}"
        elif isinstance(value, tuple):
            yield " ".join(value)
        else:
            yield value if isinstance(value, str) else f"{value:g}"


def _type_names(attributes: Mapping[str, AttributeValue]) -> list[str]:
    return [value for key, value in attributes.items() if key.endswith("product_type") and isinstance(value, str)]


def _material(product: Product) -> str:
    material = product.attributes.get("material", "")
    return " ".join(material) if isinstance(material, tuple) else str(material)


def _codes(product: Product) -> Iterator[tuple[str, str | None]]:
    only = product.variants[0].sku if len(product.variants) == 1 else None
    if product.part_number:
        yield compact_code(product.part_number), only
    for variant in product.variants:
        yield compact_code(variant.sku), variant.sku
        for gtin in (variant.gtin, *variant.other_gtins):
            if gtin:
                yield compact_code(gtin), variant.sku
