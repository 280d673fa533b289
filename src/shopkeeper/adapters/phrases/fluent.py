"""The phrase book on Project Fluent files, with money, dates and plurals by Babel (CLDR)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_time
from babel.lists import format_list
from babel.numbers import format_currency, get_currency_precision
from fluent.runtime import FluentBundle, FluentResource

from shopkeeper.domain.catalog.product import AttributeValue, Quantity, Range
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.say import Say

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


class FluentPhraseBook:
    """`<folder>/<language>/*.ftl`. A key `cart.added` is the message `cart-added`.

    Raises ValueError at load when a file has a syntax error, KeyError at use for a key that no language has.
    """

    def __init__(self, folder: Path, *, fallback: str = "en", zone: str = "UTC") -> None:
        self._bundles = {path.name: _load(path) for path in sorted(folder.iterdir()) if path.is_dir() and any(path.glob("*.ftl"))}
        self._fallback = fallback
        self._zone = zone

    def languages(self) -> Sequence[str]:
        return tuple(self._bundles)

    def keys(self, language: str) -> frozenset[str]:
        return frozenset(cast("dict[str, object]", cast(Any, self._bundles[language])._messages))

    def render(self, say: Say, *, locale: str) -> str:
        return self._format(say.key, say.facts, locale, say.otherwise)

    def word(self, key: str, *, locale: str, facts: Mapping[str, object] | None = None, otherwise: str | None = None) -> str:
        return self._format(key, facts or {}, locale, otherwise)

    def money(self, amount: Money, *, locale: str) -> str:
        return _money(amount.minor, amount.currency, _babel(locale))

    def attribute(self, value: AttributeValue | None, *, locale: str) -> str:
        match value:
            case None:
                return "–"
            case Quantity():
                return f"{value.value:g} {value.unit}"
            case Range():
                return f"{value.min:g}–{value.max:g} {value.unit}"
            case bool():
                return "✓" if value else "–"
            case tuple():
                return ", ".join(value)
            case float() | int():
                return f"{value:g}"
            case str():
                return value

    def _format(self, key: str, facts: Mapping[str, object], locale: str, otherwise: str | None) -> str:
        language = locale.split("-", maxsplit=1)[0]
        message_id = key.replace(".", "-")
        for name in dict.fromkeys((language, self._fallback)):
            bundle = self._bundles.get(name)
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
                return format_datetime(
                    value.astimezone(zone), "EEE d MMM, HH:mm" if locale.startswith("en") else "medium", locale=_babel(locale)
                )
            case date():
                return format_date(value, "medium", locale=_babel(locale))
            case time():
                return format_time(value, "short", locale=_babel(locale))
            case Quantity() | Range() | bool():
                return self.attribute(value, locale=locale)
            case tuple():
                parts = [str(self._value(part, facts, locale)) for part in cast("tuple[object, ...]", value)]
                return format_list(parts, locale=_babel(locale)) if parts else ""
            case None:
                return ""
            case int() | float() | str():
                return value
            case _:
                return str(value)


def _load(folder: Path) -> FluentBundle:
    # Isolation marks keep mixed-direction facts readable in right-to-left text and only clutter the rest.
    bundle = FluentBundle([folder.name], use_isolating=folder.name in RIGHT_TO_LEFT)
    for path in sorted(folder.glob("*.ftl")):
        resource = FluentResource(path.read_text(encoding="utf-8"))
        for entry in cast(Any, resource).body:
            if type(entry).__name__ == "Junk":
                raise ValueError(f"{path}: cannot read {entry.content.strip().splitlines()[0]!r}")
        bundle.add_resource(resource)
    return bundle


@lru_cache(maxsize=64)
def _babel(locale: str) -> Locale:
    try:
        return Locale.parse(locale, sep="-")
    except ValueError:
        return Locale.parse(locale.split("-", maxsplit=1)[0])


@lru_cache(maxsize=8192)
def _money(minor: int, currency: str, locale: Locale) -> str:
    from decimal import Decimal

    digits = get_currency_precision(currency)
    return format_currency(Decimal(minor).scaleb(-digits), currency, locale=locale)
