"""Addresses as countries write them: what must be there, and how postal codes look."""

from __future__ import annotations

import pytest

from shopkeeper.adapters.addresses.i18n import I18nAddressForms
from shopkeeper.domain.customers.customer import Address
from shopkeeper.ports.address_forms import AddressProblem

FORMS = I18nAddressForms()


def problem(code: str, country: str, *, city: str = "Town", line1: str = "Road 1") -> AddressProblem | None:
    return FORMS.problem(Address(line1=line1, postal_code=code, city=city, country=country))


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("10115", "DE"),
        ("1010", "AT"),
        ("SW1A 1AA", "GB"),
        ("sw1a1aa", "GB"),
        ("1012 AB", "NL"),
        ("28013", "ES"),
        ("110034", "IN"),
        ("154-0023", "JP"),
        ("1250-096", "PT"),
        ("00-001", "PL"),
        ("", "AE"),
        ("", "IE"),
        ("x", "ZZ"),
    ],
)
def test_written_as_the_country_writes_them(code: str, country: str) -> None:
    assert problem(code, country) is None


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("1011", "DE"),
        ("101155", "DE"),
        ("ABCDE", "DE"),
        ("12345", "AT"),
        ("99999", "ES"),
        ("SW1A", "GB"),
        ("BFPO 1234567", "GB"),
        ("1000", "PT"),
    ],
)
def test_slips_are_seen_and_a_right_code_is_named(code: str, country: str) -> None:
    found = problem(code, country)
    assert found is not None
    assert (found.field, found.missing) == ("postal_code", False)
    assert problem(found.example, country) is None


def test_what_is_missing_is_named_in_the_order_of_writing() -> None:
    assert problem("", "DE") == AddressProblem(field="postal_code", missing=True, example="26133")
    assert (problem("10115", "DE", city=" ") or AddressProblem(field="line1", missing=False)).field == "city"
    assert (problem("10115", "DE", line1="") or AddressProblem(field="city", missing=False)).field == "line1"


def test_a_state_is_needed_only_where_labels_carry_one() -> None:
    assert problem("62704", "US", city="Springfield, IL") is None
    assert problem("62704", "US", city="Springfield, Illinois") is None
    missing = problem("62704", "US", city="Springfield")
    assert missing is not None
    assert missing.field == "region"
    assert problem("28013", "ES", city="Madrid") is None
