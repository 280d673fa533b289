"""Sums of money as receipts print them, in minor units."""

from __future__ import annotations

import re

from shopkeeper.domain.dialogue.printed.words import as_digits

_AMOUNT = re.compile(
    r"(?<![\w.,])(?P<minus>-{1,2}\s?)?(?P<whole>\d{1,3}(?:[.' ]\d{3})+|\d{1,6})\s?[.,]\s?(?P<cents>\d{2})(?P<after>-(?!\d))?"
    r"(?![\d%]|[.,:]\d|\s?%|\s?[Uu]hr)"
)
_SPECK = re.compile(r"(?<=\d[.,])[<>_'`´\" ]{1,2}(?=\d)")
_MIXED = re.compile(r"(?<![\w.,])[\dOoQlISB]{1,4}[.,][\dOoQlISB]{2}(?![\w.,])")
_SIGN = re.compile(r"[€$£¥]|\b(?:EUR|EURO|CHF|USD|GBP)\b\.?", re.IGNORECASE)
_UNIT_PRICE = re.compile(r"(?:€|EURO?)?\s?/\s?(?:k?g|1?00\s?g|m?l|l|liter|1|st|stk|m)\b", re.IGNORECASE)

CURRENCIES = {"€": "EUR", "eur": "EUR", "euro": "EUR", "chf": "CHF", "$": "USD", "usd": "USD", "£": "GBP", "gbp": "GBP"}


def amounts_in(row: str) -> tuple[int, ...]:
    """From left to right. Percentages, times of day and prices of a unit are left out."""
    if _UNIT_PRICE.search(row):
        return ()
    cleaned = _MIXED.sub(lambda found: as_digits(found[0]) if any(map(str.isdigit, found[0])) else found[0], _SPECK.sub("", row))
    return tuple(_minor(found) for found in _AMOUNT.finditer(_SIGN.sub(" ", cleaned)))


def _minor(found: re.Match[str]) -> int:
    value = int(re.sub(r"\D", "", found["whole"])) * 100 + int(found["cents"])
    return -value if found["minus"] or found["after"] else value


def currency_of(text: str) -> str | None:
    found = _SIGN.search(text)
    return CURRENCIES.get(found[0].rstrip(".").casefold()) if found else None
