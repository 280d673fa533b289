""" "Only coffee": which of the shop's categories a customer means, in whatever language they say it."""

from __future__ import annotations

from collections.abc import Iterable

from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.mandates.judging import is_within
from shopkeeper.ports.shop_store import Category


def category_named(words: str, holding: str, categories: Iterable[Category]) -> Category | None:
    """The category with that name; where several have it, the one around the goods in `holding`, and the narrowest of those."""
    said = _plain(words)
    named = [one for one in categories if said in _names(one)]
    around = [one for one in named if is_within(holding, one.id)]
    return max(around or named, key=lambda one: len(one.id), default=None)


def _names(category: Category) -> set[str]:
    words = (word for words in category.words.values() for word in words)
    return {_plain(name) for name in (*category.title.values(), *words, category.id.rsplit("/", 1)[-1])}


def _plain(text: str) -> str:
    folded = fold(text).strip()
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") else folded
