"""Every language says everything that English says, with the same facts, in all the plural forms its grammar has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast, visitor

import shopkeeper.content
from shopkeeper.adapters.phrases.fluent import FluentPhraseBook
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.catalog.product import Quantity, Range, Variant
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.say import Say

REPLIES = Path(shopkeeper.content.__file__).parent / "replies"
LANGUAGES = sorted(path.name for path in REPLIES.iterdir() if path.is_dir())
OTHERS = [language for language in LANGUAGES if language != "en"]
PLURALS = frozenset({"zero", "one", "two", "few", "many"})
ONLY_MILLIONS = {"es": {"many"}, "fr": {"many"}}
"""CLDR: `many` in Spanish and French is the form of whole millions ("un millón de"), which no reply counts to."""

MONEY, MOMENT = Money(minor=123450, currency="EUR"), datetime(2026, 9, 15, 8, 45, tzinfo=UTC)


@dataclass
class Message(visitor.Visitor):
    file: str
    variables: set[str] = field(default_factory=set)
    plurals: dict[str, set[str]] = field(default_factory=dict)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        keys = {variant.key.name for variant in node.variants if isinstance(variant.key, ast.Identifier)}
        if keys & PLURALS and isinstance(node.selector, ast.VariableReference):
            self.plurals.setdefault(node.selector.id.name, set()).update(keys)
        self.generic_visit(node)


@cache
def catalog(language: str) -> dict[str, Message]:
    found: dict[str, Message] = {}
    for file in sorted((REPLIES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                found[entry.id.name] = Message(file=file.name)
                found[entry.id.name].visit(entry)
    return found


@pytest.fixture(scope="module")
def phrases() -> FluentPhraseBook:
    return FluentPhraseBook(REPLIES, zone="Europe/Berlin")


def test_the_nine_languages_are_there(phrases: FluentPhraseBook) -> None:
    assert {"en", "de", "es", "fr", "zh", "ru", "ar", "hi", "ur"} <= set(phrases.languages())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_can_be_read_and_says_a_thing_once(language: str) -> None:
    entries = [e for file in (REPLIES / language).glob("*.ftl") for e in FluentParser().parse(file.read_text(encoding="utf-8")).body]
    assert not [entry.content for entry in entries if isinstance(entry, ast.Junk)]
    counted = Counter(entry.id.name for entry in entries if isinstance(entry, ast.Message))
    assert [name for name, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("language", OTHERS)
def test_same_keys_in_the_same_files(language: str) -> None:
    wanted = {name: message.file for name, message in catalog("en").items()}
    assert {name: message.file for name, message in catalog(language).items()} == wanted


@pytest.mark.parametrize("language", OTHERS)
def test_no_fact_is_dropped_or_added(language: str) -> None:
    english, other = catalog("en"), catalog(language)
    assert {name: message.variables for name, message in other.items()} == {name: message.variables for name, message in english.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_complete(language: str) -> None:
    needed = set(Locale.parse(language).plural_form.tags) - ONLY_MILLIONS.get(language, set())
    for name, message in catalog(language).items():
        for variable, forms in message.plurals.items():
            assert needed <= forms, f"{name}: {variable} lacks {needed - forms}"
        counted = catalog("en")[name].plurals if needed else {}
        assert counted.keys() <= message.plurals.keys(), f"{name} counts without plural forms"


def sample(variable: str, count: int) -> object:
    match variable:
        case "price" | "total" | "amount" | "fee" | "missing" | "old_total" | "new_total" | "free_from":
            return MONEY
        case "ready" | "placed_at" | "until":
            return MOMENT
        case "opens" | "closes":
            return MOMENT.time()
        case "list" | "titles" | "variants" | "elsewhere":
            return (Say(key="allergen.milk"), "Trail jacket", "L")
        case "country" | "countries":
            return "AT, DE"
        case "count" | "pieces" | "packs" | "available" | "have" | "quantity" | "days_max" | "at_store" | "others":
            return count
        case _:
            return f"<{variable}>"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 11, 21, 100])
def test_every_message_renders(language: str, count: int, phrases: FluentPhraseBook) -> None:
    for name, message in catalog(language).items():
        facts = {variable: sample(variable, count) for variable in message.variables}
        text = phrases.render(Say(key=name, facts=facts), locale=language)
        assert text or (name, language) == ("sentence-space", "zh"), name
        assert "{" not in text, f"{name}: {text}"


def test_a_missing_key_is_an_error(phrases: FluentPhraseBook) -> None:
    with pytest.raises(KeyError):
        phrases.render(Say(key="no.such_reply"), locale="de")


def test_a_missing_fact_is_an_error(phrases: FluentPhraseBook) -> None:
    with pytest.raises(KeyError):
        phrases.render(Say(key="cart.quantity", facts={"title": "Milk"}), locale="de")


@pytest.mark.parametrize(
    ("locale", "amount"),
    [
        ("en", "€1,234.50"),
        ("de", "1.234,50\u00a0€"),
        ("de-AT", "€\u00a01.234,50"),
        ("fr", "1\u202f234,50\u00a0€"),
        ("ru", "1\u00a0234,50\u00a0€"),
        ("zh-CN", "€1,234.50"),
        ("hi", "€1,234.50"),
        ("ur", "€1,234.50"),
        ("ar", "\u200f1,234.50\u00a0€"),
        ("ar-EG", "\u200f1,234.50\u00a0€"),
        ("xx", "€1,234.50"),
    ],
)
def test_amounts_as_at_home_and_always_in_the_digits_of_the_price_tag(locale: str, amount: str, phrases: FluentPhraseBook) -> None:
    assert phrases.money(MONEY, locale=locale) == amount


@pytest.mark.parametrize(
    ("wanted", "locale"), [(("de-AT",), "de-AT"), (("zh-CN",), "zh-CN"), (("ja", "de"), "de"), (("ja", "sw"), "en"), (("fr", "de"), "fr")]
)
def test_the_first_language_that_has_a_catalog(wanted: tuple[str, ...], locale: str, phrases: FluentPhraseBook) -> None:
    assert phrases.locale_for(*wanted) == locale


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en", "Tue 15 Sep, 10:45"), ("de", "Di., 15. Sept., 10:45"), ("zh", "9月15日周二 10:45"), ("fr", "mar. 15 sept., 10:45")],
)
def test_moments_in_the_zone_of_the_shop(locale: str, text: str, phrases: FluentPhraseBook) -> None:
    assert text in phrases.render(Say(key="payment.kept_until", facts={"until": MOMENT}), locale=locale)


def test_the_zone_of_the_branch_wins(phrases: FluentPhraseBook) -> None:
    facts = {"store": "Lisboa", "ready": MOMENT, "zone": "Europe/Lisbon"}
    assert "09:45" in phrases.render(Say(key="checkout.pickup", facts=facts), locale="en", zone="Europe/Berlin")


@pytest.mark.parametrize("language", ["ar", "ur"])
def test_facts_stand_apart_in_right_to_left_text(language: str, phrases: FluentPhraseBook) -> None:
    text = phrases.render(Say(key="cart.quantity", facts={"title": "Trail jacket (L)", "quantity": 2}), locale=language)
    assert "\u2068Trail jacket (L)\u2069" in text
    listed = phrases.render(Say(key="answer.stock_variants", facts={"variants": ("JKT, L", "JKT, M")}), locale=language)
    assert "\u2068JKT, L\u2069" in listed


@pytest.mark.parametrize(
    ("language", "hours"),
    [("en", "Mon–Fri 09:00–18:00"), ("de", "Mo.–Fr. 09:00–18:00"), ("zh", "周一–周五 09:00–18:00"), ("ru", "пн–пт 09:00–18:00")],
)
def test_opening_hours_name_the_days(language: str, hours: str, phrases: FluentPhraseBook) -> None:
    assert hours in phrases.render(Say(key="handoff.hours", facts={"hours": "Mo-Fr 09:00-18:00; Sa 10:00-14:00"}), locale=language)


def test_left_to_right_text_carries_no_marks(phrases: FluentPhraseBook) -> None:
    assert "\u2068" not in phrases.render(Say(key="cart.quantity", facts={"title": "Milk", "quantity": 2}), locale="ru")


@pytest.mark.parametrize(
    ("value", "locale", "text"),
    [
        (Quantity(value=420, unit="g"), "de", "420 g"),
        (Quantity(value=0.5, unit="kg"), "de", "0,5 kg"),
        (Quantity(value=420, unit="g"), "ru", "420 г"),
        (Quantity(value=24, unit="month"), "es", "24 m."),
        (Quantity(value=10000, unit="mAh"), "de", "10.000 mAh"),
        (Quantity(value=20, unit="Beutel"), "de", "20 × Beutel"),
        (Range(min=5, max=8, unit="kg"), "en", "5–8 kg"),
        (True, "zh", "✓"),
        (None, "ur", "–"),
    ],
)
def test_measures(value: Quantity | Range | bool | None, locale: str, text: str, phrases: FluentPhraseBook) -> None:
    assert phrases.attribute(value, locale=locale).replace("\u00a0", " ").replace("\u202f", " ") == text


LABELS = Labels(
    language="de",
    fallback="en",
    names={
        "option.color": {"en": "Color", "de": "Farbe"},
        "unit.bag": {"en": "bag", "de": "Beutel"},
        "attribute.max_load": {"en": "Maximum load"},
    }
    | {"promotion.save10": {"en": "10 % off", "de": "10 % Rabatt"}},
    values={"color": {"blue": {"en": ("blue",), "de": ("blau", "blaue")}, "teal": {"en": ("teal",)}}},
)


def test_the_shops_own_words_come_first_then_its_language_then_the_record() -> None:
    variant = Variant(sku=Sku("J"), product_id=ProductId("j"), options={"color": "blue", "size": "L"})
    assert LABELS.title({"en": "Jacket", "de": "Jacke"}, variant) == "Jacke, blau, L"
    assert (LABELS.value("color", "teal"), LABELS.value("color", "umber")) == ("teal", "umber")
    assert (LABELS.name("option.color"), LABELS.name("attribute.max_load")) == ("Farbe", None)
    assert (LABELS.spare("attribute.max_load"), LABELS.spare("attribute.frame_tube")) == ("Maximum load", "frame tube")


def test_attributes_keep_numbers_and_get_words() -> None:
    assert LABELS.attribute("contents", Quantity(value=20, unit="bag")) == Quantity(value=20, unit="Beutel")
    assert LABELS.attribute("weight", Quantity(value=20, unit="g")) == Quantity(value=20, unit="g")
    assert LABELS.attribute("color", ("blue", "umber")) == ("blau", "umber")


def test_a_promotion_is_told_in_the_shoppers_language_also_on_an_old_quote() -> None:
    assert LABELS.retitled("promotion", "10 % off") == "10 % Rabatt"
    assert LABELS.retitled("promotion", "Gone since") == "Gone since"
