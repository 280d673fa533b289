"""Amounts, measures, moments and countries in the form of a locale (CLDR, by Babel). Digits are always 0-9: ADR 0007."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any, cast

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton, format_time, get_datetime_format, get_day_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, get_currency_precision
from babel.units import format_unit

MEASURES = {
    "mg": "mass-milligram",
    "g": "mass-gram",
    "kg": "mass-kilogram",
    "ml": "volume-milliliter",
    "cl": "volume-centiliter",
    "l": "volume-liter",
    "mm": "length-millimeter",
    "cm": "length-centimeter",
    "m": "length-meter",
    "inch": "length-inch",
    "W": "power-watt",
    "GB": "digital-gigabyte",
    "min": "duration-minute",
    "h": "duration-hour",
    "d": "duration-day",
    "month": "duration-month",
    "year": "duration-year",
    "percent": "concentr-percent",
    "kcal": "energy-foodcalorie",
    "°C": "temperature-celsius",
}
"""Units whose short form CLDR knows in every language."""

SYMBOLS = {"V": "V", "mAh": "mAh", "Wh": "Wh", "lm": "lm", "lux": "lx", "dB": "dB", "ohm": "Ω", "K": "K", "g/m²": "g/m²", "cent": "ct"}
"""Units that are written the same everywhere."""


DAYS = {"Mo": 0, "Tu": 1, "We": 2, "Th": 3, "Fr": 4, "Sa": 5, "Su": 6}
"""Weekdays as OpenStreetMap writes them."""


@lru_cache(maxsize=256)
def locale_of(code: str) -> Locale:
    """The locale of `code`, else of its language, else English: a client may ask for anything."""
    for name in (code, code.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(name, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")


@lru_cache(maxsize=8192)
def money(minor: int, currency: str, locale: Locale) -> str:
    digits = get_currency_precision(currency)
    return format_currency(Decimal(minor).scaleb(-digits), currency, locale=locale)


def number(value: float, locale: Locale) -> str:
    return format_decimal(Decimal(f"{value:g}"), locale=locale)


def measured(value: float, unit: str, locale: Locale) -> str:
    """`420 g`; a unit that is a word of its own is counted: `20 × Beutel`."""
    if unit in MEASURES:
        return format_unit(Decimal(f"{value:g}"), MEASURES[unit], length="short", locale=locale)
    if unit in SYMBOLS:
        return f"{number(value, locale)} {SYMBOLS[unit]}"
    return f"{number(value, locale)} × {unit}"


def moment(at: datetime, locale: Locale) -> str:
    """A day with its weekday and the time, in the zone of `at`."""
    if locale.language == "en":
        # Month names tell day from month everywhere, and 24 hours leave no doubt about noon.
        return f"{format_skeleton('E', at, locale=locale)} {at.day} {format_skeleton('MMM', at, locale=locale)}, {at:%H:%M}"
    day, clock = format_skeleton("MMMEd", at, locale=locale), format_time(at, "short", locale=locale)
    return str(get_datetime_format("medium", locale)).replace("{1}", day).replace("{0}", clock)


def day(on: date, locale: Locale) -> str:
    """A day with its weekday and year, the month by name in English as in `moment`."""
    if locale.language == "en":
        return f"{format_skeleton('E', on, locale=locale)} {on.day} {format_skeleton('MMM', on, locale=locale)} {on.year}"
    return format_skeleton("yMMMEd", on, locale=locale)


def clock_time(at: time, locale: Locale) -> str:
    """A time of day; 24 hours in English too, as in `moment`."""
    return f"{at:%H:%M}" if locale.language == "en" else format_time(at, "short", locale=locale)


def countries(language: str) -> Callable[[Any], str]:
    """For reply catalogs: names of countries from their codes ("DE" or "AT, DE")."""
    locale = locale_of(language)
    names = cast("dict[str, str]", locale.territories)

    def named(codes: Any) -> str:
        return format_list([names.get(code, code) for code in str(codes).split(", ")], locale=locale)

    return named


def opening_hours(language: str) -> Callable[[Any], str]:
    """For reply catalogs: hours from OpenStreetMap's notation (`Mo-Fr 09:00-18:00; Sa 10:00-14:00`)."""
    names = get_day_names("abbreviated", locale=locale_of(language))

    def named(hours: Any) -> str:
        text = re.sub(r"\b(Mo|Tu|We|Th|Fr|Sa|Su)\b", lambda day: names[DAYS[day[0]]], str(hours))
        return re.sub(r"(?<=\S)-(?=\S)", "–", text)

    return named
