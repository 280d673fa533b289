"""How postal codes are written, by country: enough to catch a slip of the finger, never to refuse a country we do not know."""

from __future__ import annotations

import re

_FORMS = {
    "DE": r"\d{5}",
    "AT": r"[1-9]\d{3}",
    "CH": r"[1-9]\d{3}",
    "LI": r"94[89]\d",
    "FR": r"\d{5}",
    "ES": r"(?:0[1-9]|[1-4]\d|5[0-2])\d{3}",
    "IT": r"\d{5}",
    "PT": r"\d{4}-\d{3}",
    "NL": r"[1-9]\d{3} ?[A-Z]{2}",
    "BE": r"[1-9]\d{3}",
    "LU": r"(?:L-)?\d{4}",
    "DK": r"\d{4}",
    "SE": r"\d{3} ?\d{2}",
    "NO": r"\d{4}",
    "FI": r"\d{5}",
    "PL": r"\d{2}-\d{3}",
    "CZ": r"\d{3} ?\d{2}",
    "GB": r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}",
    "IE": r"[A-Z]\d[\dW] ?[A-Z\d]{4}",
    "US": r"\d{5}(?:-\d{4})?",
    "CA": r"[A-Z]\d[A-Z] ?\d[A-Z]\d",
    "CN": r"\d{6}",
    "PK": r"\d{5}",
    "IN": r"[1-9]\d{5}",
    "JP": r"\d{3}-?\d{4}",
}
_PATTERNS = {country: re.compile(form) for country, form in _FORMS.items()}


def is_postal_code(code: str, country: str) -> bool:
    """Whether `code` is written as that country writes them; any code of a country that is not listed."""
    pattern = _PATTERNS.get(country.upper())
    return pattern is None or pattern.fullmatch(code.strip().upper()) is not None
