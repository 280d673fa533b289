"""Postal codes as countries write them."""

from __future__ import annotations

import pytest

from shopkeeper.domain.customers.postal import is_postal_code


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("10115", "DE"),
        ("1010", "AT"),
        ("SW1A 1AA", "GB"),
        ("sw1a1aa", "GB"),
        ("1012 AB", "NL"),
        ("94103-1234", "US"),
        ("28013", "ES"),
        ("x", "ZZ"),
    ],
)
def test_written_as_the_country_writes_them(code: str, country: str) -> None:
    assert is_postal_code(code, country)


@pytest.mark.parametrize(("code", "country"), [("1011", "DE"), ("101155", "DE"), ("ABCDE", "DE"), ("0010", "AT"), ("99999", "ES")])
def test_slips_are_seen(code: str, country: str) -> None:
    assert not is_postal_code(code, country)
