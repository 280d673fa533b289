"""Postal addresses as people type them."""

from __future__ import annotations

import pytest

from shopkeeper.domain.dialogue.grammar.addresses import find_address

CASES = [
    ("ship to Torstraße 5, 10119 Berlin", ("Torstraße 5", None, "10119", "Berlin", "DE", None)),
    ("Ana Silva, Torstr. 5a, 10119 Berlin please", ("Torstr. 5a", None, "10119", "Berlin", "DE", "Ana Silva")),
    ("Max Müller\nHauptstr. 1\n80331 München", ("Hauptstr. 1", None, "80331", "München", "DE", "Max Müller")),
    ("my address is Lange Str. 12, 10243 Berlin, ship there", ("Lange Str. 12", None, "10243", "Berlin", "DE", None)),
    ("123 Main St, Springfield, IL 62704", ("123 Main St", None, "62704", "Springfield, IL", "US", None)),
    ("350 5th Ave, Apt 4B, New York, NY 10118", ("350 5th Ave", "Apt 4B", "10118", "New York, NY", "US", None)),
    ("10 Downing Street, London SW1A 2AA", ("10 Downing Street", None, "SW1A 2AA", "London", "GB", None)),
    ("send it to 221b Baker Street, London, NW1 6XE and pay by card", ("221b Baker Street", None, "NW1 6XE", "London", "GB", None)),
    ("Calle Mayor 5, 28013 Madrid, España", ("Calle Mayor 5", None, "28013", "Madrid", "ES", None)),
    ("12 rue de la Paix, 75002 Paris, France", ("12 rue de la Paix", None, "75002", "Paris", "FR", None)),
    ("two milks to Torstraße 5, 10119 Berlin by noon", ("Torstraße 5", None, "10119", "Berlin", "DE", None)),
    ("ship to torstrasse 5 in 10119 berlin by noon please", ("torstrasse 5", None, "10119", "berlin", "DE", None)),
    ("bitte an Max Müller, Torstraße 5, 10119 Berlin liefern", ("Torstraße 5", None, "10119", "Berlin", "DE", "Max Müller")),
    ("to Straße des 17. Juni 135, 10623 Berlin", ("Straße des 17. Juni 135", None, "10623", "Berlin", "DE", None)),
    ("Frankfurter Allee 3, 60311 Frankfurt am Main bitte", ("Frankfurter Allee 3", None, "60311", "Frankfurt am Main", "DE", None)),
    ("میرا پتہ Torstraße 5, 10119 Berlin ہے", ("Torstraße 5", None, "10119", "Berlin", "DE", None)),
    ("送到Torstraße 5，10119 Berlin", ("Torstraße 5", None, "10119", "Berlin", "DE", None)),
    ("доставьте на Torstraße 5, 10119 Berlin, пожалуйста", ("Torstraße 5", None, "10119", "Berlin", "DE", None)),
    ("التوصيل إلى Torstraße 5، 10119 Berlin", ("Torstraße 5", None, "10119", "Berlin", "DE", None)),
    ("Torstraße 5, 10119 Berlin adresine gönder", ("Torstraße 5", None, "10119", "Berlin", "DE", None)),
    ("Torstraße 5, 10119 Berlinに届けて", ("Torstraße 5", None, "10119", "Berlin", "DE", None)),
    ("bezorgen op Prinsengracht 263, 1016 GV Amsterdam", ("Prinsengracht 263", None, "1016 GV", "Amsterdam", "NL", None)),
    ("consegna in Via Roma 10, 00184 Roma", ("Via Roma 10", None, "00184", "Roma", "IT", None)),
    ("entregue na Rua Augusta 100, 1100-053 Lisboa", ("Rua Augusta 100", None, "1100-053", "Lisboa", "PT", None)),
    ("Bahnhofstrasse 1, 8001 Zürich", ("Bahnhofstrasse 1", None, "8001", "Zürich", "CH", None)),
    ("Torstraße 5, 1011 Berlin", ("Torstraße 5", None, "1011", "Berlin", "DE", None)),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_an_address_is_found(text: str, expected: tuple[str | None, ...]) -> None:
    found = find_address(text, "DE")
    assert found is not None
    address = found.address
    assert (address.line1, address.line2, address.postal_code, address.city, address.country, address.name) == expected


@pytest.mark.parametrize("text", ["add 2 mugs", "order 10433", "18000 waters", "ship to my office", "12345"])
def test_other_numbers_are_no_address(text: str) -> None:
    assert find_address(text, "DE") is None
