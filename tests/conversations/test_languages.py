"""A shopper who speaks one language reads that language alone: everything on the screen but names is in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Generator, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

import shopkeeper.content
from shopkeeper.adapters.packs.reader import read_pack
from shopkeeper.domain.catalog.product import text_in
from shopkeeper.entry.http.app import create_app
from shopkeeper.testing.conversations.reading import read_tests
from shopkeeper.testing.conversations.report import explain
from shopkeeper.testing.conversations.running import run_inside
from shopkeeper.testing.conversations.seen import Seen
from shopkeeper.testing.conversations.spec import ConversationTest, Expectation, Mismatch
from shopkeeper.testing.conversations.templates import Templates

HERE = Path(__file__).parent
CONTENT = Path(shopkeeper.content.__file__).parent
OTHER_SCRIPTS = frozenset({"ar", "hi", "ru", "ur", "zh"})
SYMBOLS = frozenset({"EUR", "AM", "PM"})
FILES = sorted(HERE.glob("language_*.yaml"))


class _Texts(visitor.Visitor):
    def __init__(self) -> None:
        self.texts: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.texts.append(node.value)


@cache
def catalog_words(language: str) -> frozenset[str]:
    found = _Texts()
    for file in (CONTENT / "replies" / language).glob("*.ftl"):
        found.visit(FluentParser().parse(file.read_text(encoding="utf-8")))
    return frozenset(word for text in found.texts for word in words(text))


@cache
def record_words(language: str) -> frozenset[str]:
    """Words of the shop's own records as this language shows them: titles, brands, branches, values, promotions."""
    pack = read_pack(CONTENT / "packs" / "lantern_market")
    texts = [text for store in pack.stores for text in (store.name, store.line1, store.city)]
    for entry in pack.products:
        texts += [text_in(entry.product.title, language), entry.product.brand or "", text_in(entry.product.description, language)]
        texts += [entry.product.allergens.source] if entry.product.allergens else []
    for values in pack.option_words.values():
        texts += [(said.get(language) or said["en"])[0] for said in values.values()]
    return frozenset(word for text in texts for word in words(text))


def words(text: str) -> Iterator[str]:
    return (word.casefold() for word in re.findall(r"[^\W\d_]{2,}", unicodedata.normalize("NFC", text)))


def in_one_language(language: str) -> Expectation:
    """No word of the English catalog that this language does not share; in other scripts no Latin word at all."""
    own = catalog_words(language) | record_words(language) | {symbol.casefold() for symbol in SYMBOLS}
    foreign = catalog_words("en") - own

    def check(seen: Seen) -> Iterator[Mismatch]:
        for word in dict.fromkeys(words(without_codes(seen.visible))):
            latin = language in OTHER_SCRIPTS and word not in own and unicodedata.name(word[0]).startswith("LATIN")
            if word in foreign or latin:
                yield Mismatch(what="language", expected=f"only {language}", got=f"{word!r} in {seen.visible!r}")

    return Expectation(name="language", place=None, check=check)  # type: ignore[arg-type]


def without_codes(text: str) -> str:
    """Pickup codes, order numbers and the codes that a card's messages carry are words of no language."""
    return re.sub(r"\b(?=\w*[\d_])[\w-]+\b|\b[A-Z]{4,}\b", " ", text)


def read(file: Path) -> ConversationTest:
    test = next(iter(read_tests(file, file.name)))
    checked = in_one_language(file.stem.partition("_")[2])
    return replace(test, steps=tuple(replace(s, expectations=(*s.expectations, replace(checked, place=s.place))) for s in test.steps))


@pytest.fixture(scope="module")
def shops() -> Generator[Templates]:
    with Templates() as templates:
        yield templates


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
async def test_a_sale_in_one_language(file: Path, shops: Templates) -> None:
    result = await run_inside(read(file), shops, create_app)
    assert not result.failures, explain(result)
