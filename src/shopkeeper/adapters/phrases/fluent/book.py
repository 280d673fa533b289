"""The phrase book on Project Fluent files, with money, dates and plurals by Babel (CLDR)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias, cast
from zoneinfo import ZoneInfo

from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from shopkeeper.adapters.phrases.fluent import forms
from shopkeeper.domain.catalog.labels import language_of
from shopkeeper.domain.catalog.product import AttributeValue, Quantity, Range
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.say import Say

Replies: TypeAlias = Mapping[str, Mapping[str, str]]
TEXTS_KEPT = 8192
SIMPLE = (str, int, Money, type(None))
"""Facts that tell one text from another by value alone."""
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


class FluentPhraseBook:
    """`<folder>/<language>/*.ftl`. A key `cart.added` is the message `cart-added`.

    A language is read when it is first spoken; the fallback at once. Raises ValueError when a file has a syntax error, KeyError for a
    key that no language has.
    """

    def __init__(self, folder: Path, *, fallback: str = "en", zone: str = "UTC", extra: Replies | None = None) -> None:
        """`extra` are a shop's own texts by language and key, in Fluent's syntax."""
        self._extra = extra or {}
        self._folders = {path.name: path for path in sorted(folder.iterdir()) if path.is_dir() and any(path.glob("*.ftl"))}
        self._fallback = fallback if fallback in self._folders else "en"
        self._bundles: dict[str, FluentBundle] = {}
        self._bundle(self._fallback)
        self._zone = zone
        self._kept: dict[object, str] = {}

    def languages(self) -> Sequence[str]:
        return tuple(self._folders)

    def locale_for(self, *wanted: str) -> str:
        return next((locale for locale in wanted if language_of(locale) in self._folders), self._fallback)

    def _bundle(self, language: str) -> FluentBundle | None:
        bundle, folder = self._bundles.get(language), self._folders.get(language)
        if bundle is None and folder is not None:
            bundle = self._bundles[language] = _load(folder, self._extra.get(language, {}))
        return bundle

    def keys(self, language: str) -> frozenset[str]:
        return frozenset(cast("dict[str, object]", cast(Any, self._bundle(language))._messages))

    def render(self, say: Say, *, locale: str, zone: str | None = None) -> str:
        facts = say.facts if zone is None or "zone" in say.facts or not say.facts else {**say.facts, "zone": zone}
        return self._format(say.key, facts, locale, say.otherwise)

    def word(self, key: str, *, locale: str, facts: Mapping[str, object] | None = None, otherwise: str | None = None) -> str:
        return self._format(key, facts or {}, locale, otherwise)

    def raw(self, key: str, *, locale: str) -> str:
        """The text with the names of its facts in place of them, for drawings; the key itself where there is none."""
        bundle = self._bundle(language_of(locale))
        message_id = key.replace(".", "-")
        if bundle is None or not bundle.has_message(message_id):
            return key
        text, _ = bundle.format_pattern(cast(Any, bundle.get_message(message_id).value), {})
        return str(text).replace("{$", "{")

    def money(self, amount: Money, *, locale: str) -> str:
        return forms.money(amount.minor, amount.currency, forms.locale_of(locale))

    def attribute(self, value: AttributeValue | None, *, locale: str) -> str:
        match value:
            case None:
                return "–"
            case Quantity():
                return forms.measured(value.value, value.unit, forms.locale_of(locale))
            case Range():
                return (
                    f"{forms.number(value.min, forms.locale_of(locale))}–{forms.measured(value.max, value.unit, forms.locale_of(locale))}"
                )
            case bool():
                return "✓" if value else "–"
            case tuple():
                return ", ".join(value)
            case float() | int():
                return forms.number(value, forms.locale_of(locale))
            case str():
                return value

    def _format(self, key: str, facts: Mapping[str, object], locale: str, otherwise: str | None) -> str:
        """The finished text; those of few and simple facts ("Total", "2 × Milk") are kept, since the same ones come again."""
        known = _key(key, facts, locale, otherwise)
        if known is None:
            return self._formatted(key, facts, locale, otherwise)
        text = self._kept.get(known)
        if text is None:
            text = self._formatted(key, facts, locale, otherwise)
            if len(self._kept) >= TEXTS_KEPT:
                self._kept.clear()
            self._kept[known] = text
        return text

    def _formatted(self, key: str, facts: Mapping[str, object], locale: str, otherwise: str | None) -> str:
        language = language_of(locale)
        message_id = key.replace(".", "-")
        for name in dict.fromkeys((language, self._fallback)):
            bundle = self._bundle(name)
            if bundle is None or not bundle.has_message(message_id):
                continue
            pattern = bundle.get_message(message_id).value
            arguments = {fact: self._value(value, facts, locale if name == language else name) for fact, value in facts.items()}
            text, errors = bundle.format_pattern(cast(Any, pattern), arguments)
            if errors:
                raise KeyError(f"{name}/{message_id}: {errors[0]}")
            return str(text)
        if otherwise is not None:
            return otherwise
        raise KeyError(f"no language has the reply {key!r}")

    def _value(self, value: object, facts: Mapping[str, object], locale: str) -> Any:
        """A fact as text (or a number, so that plurals work)."""
        match value:
            case Money():
                return self.money(value, locale=locale)
            case Say():
                return self.render(value, locale=locale)
            case datetime():
                zone = ZoneInfo(str(facts.get("zone") or self._zone))
                return forms.moment(value.astimezone(zone), forms.locale_of(locale))
            case date():
                return forms.day(value, forms.locale_of(locale))
            case time():
                return forms.clock_time(value, forms.locale_of(locale))
            case Quantity() | Range() | bool():
                return self.attribute(value, locale=locale)
            case tuple():
                parts = [str(self._value(part, facts, locale)) for part in cast("tuple[object, ...]", value)]
                apart = [f"{ISOLATE}{part}{POP_ISOLATE}" for part in parts] if language_of(locale) in RIGHT_TO_LEFT else parts
                return format_list(apart, locale=forms.locale_of(locale)) if apart else ""
            case None:
                return ""
            case int() | float() | str():
                return value
            case _:
                return str(value)


def _key(key: str, facts: Mapping[str, object], locale: str, otherwise: str | None) -> object | None:
    """What a text depends on; None when some fact is not simple. `True` and `1` are told apart: they read differently."""
    if not facts:
        return (key, locale, otherwise)
    for value in facts.values():
        if not isinstance(value, SIMPLE) or (isinstance(value, str) and len(value) > 200):
            return None
    return (key, locale, otherwise, *facts.items(), *map(type, facts.values()))


def _load(folder: Path, extra: Mapping[str, str]) -> FluentBundle:
    # Isolation marks keep mixed-direction facts readable in right-to-left text and only clutter the rest.
    functions = cast(Any, {"COUNTRY": forms.countries(folder.name), "HOURS": forms.opening_hours(folder.name)})
    bundle = FluentBundle([folder.name], use_isolating=folder.name in RIGHT_TO_LEFT, functions=functions)
    for path in sorted(folder.glob("*.ftl")):
        bundle.add_resource(_parsed(path, path.stat().st_mtime_ns))
    for key, text in extra.items():
        bundle.add_resource(_own(key, text))
    return bundle


def _own(key: str, text: str) -> Any:
    indented = text.strip().replace("\n", "\n    ")
    resource: Any = FluentResource(f"{key.replace('.', '-')} = {indented}\n")
    if not resource.body or any(type(entry).__name__ == "Junk" for entry in resource.body):
        raise ValueError(f"cannot read the text of {key!r}: {text!r}")
    return resource


@lru_cache(maxsize=256)
def _parsed(path: Path, _changed_at: int) -> Any:
    """Parsing takes a tenth of a second a file, so a shop opened again in the same process does not do it again."""
    resource: Any = FluentResource(path.read_text(encoding="utf-8"))
    for entry in resource.body:
        if type(entry).__name__ == "Junk":
            raise ValueError(f"{path}: cannot read {entry.content.strip().splitlines()[0]!r}")
    return resource
