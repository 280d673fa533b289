"""What else print tells, and what is never read."""

from __future__ import annotations

import pytest

from shopkeeper.domain.dialogue.printed.asked import asks_for_text
from shopkeeper.domain.dialogue.printed.facts import facts_in, is_identity_document


def told(*rows: str) -> dict[str, str | int]:
    return {fact.name: fact.value for fact in facts_in(rows)}


@pytest.mark.parametrize(
    "row", ["Order #1102", "Bestellnummer: 1102", "Ihre Bestellung Nr. 1102", "pedido 1102", "订单 1102", "# 1102 confirmed"]
)
def test_order_numbers(row: str) -> None:
    assert told("Lantern Market", row)["order_number"] == "1102"


def test_sizes_errors_and_ingredients() -> None:
    found = told("Größe: M", "Error code E-42", "Zutaten: Hafer, HASELNÜSSE,", "Salz. Kühl lagern")
    assert (found["size"], found["error"]) == ("M", "E-42")
    assert str(found["ingredients"]).endswith("Salz")


@pytest.mark.parametrize(
    "rows",
    [
        ("BUNDESREPUBLIK DEUTSCHLAND", "PERSONALAUSWEIS", "Geburtstag 01.02.2009"),
        ("IDD<<T220001293<<<<<<<<<<<<<<<", "0902015<3108011D<<<<<<<<<<<<<8", "MUSTERMANN<<ERIKA<<<<<<<<<<<<<"),
        ("PASSPORT", "Nationality", "Date of birth"),
        ("PERS0NALAUSWEIS", "Staatsangehörigkeit DEUTSCH"),
    ],
)
def test_identity_documents(rows: tuple[str, ...]) -> None:
    assert is_identity_document(rows)


@pytest.mark.parametrize("rows", [("Passport holder, leather", "24,90 EUR"), ("SUMME 24,00", "<<<< danke >>>>"), ("Birthday card",)])
def test_other_things_are_none(rows: tuple[str, ...]) -> None:
    assert not is_identity_document(rows)


@pytest.mark.parametrize(
    "text",
    [
        "here is my receipt",
        "was steht da drauf?",
        "what does this error mean",
        "voici ma facture",
        "请看小票",
        "вот чек",
        "मेरी रसीद",
        "میری رسید",
    ],
)
def test_words_about_the_text(text: str) -> None:
    assert asks_for_text(text)


@pytest.mark.parametrize("text", ["this one please, two of them, budget 100", "do you have this in blue?", "ich nehme das", "好的", ""])
def test_words_about_the_thing(text: str) -> None:
    assert not asks_for_text(text)
