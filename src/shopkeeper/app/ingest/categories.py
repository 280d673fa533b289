"""Category paths out of the titles a feed writes, and the shop's category list kept complete."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from shopkeeper.ports.shop_store import Category

UNSORTED = "other"
APART = re.compile(r"[\W_]+")
DEEPEST = 6


def slug(title: str) -> str:
    """`Hoodies & Sweatshirts` -> `hoodies-sweatshirts`; letters of all scripts stay, accents go."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", title) if not unicodedata.combining(char))
    return APART.sub("-", unicodedata.normalize("NFC", bare).casefold()).strip("-")


def category_path(titles: Sequence[str]) -> str:
    return "/".join(part for title in titles[:DEEPEST] if (part := slug(title))) or UNSORTED


def with_missing(known: Sequence[Category], paths: Iterable[Sequence[str]], language: str) -> tuple[Category, ...]:
    """`known` plus every category and parent along `paths` that is not in it, each under its own title."""
    found = {category.id: category for category in known}
    for titles in sorted(set(map(tuple, paths))):
        for depth in range(1, min(len(titles), DEEPEST) + 1):
            path = category_path(titles[:depth])
            if path not in found:
                found[path] = Category(id=path, title={language: titles[depth - 1]}, words={})
    return tuple(found.values())
