"""Amounts and words are found however a language writes them; nothing a shopper cannot read counts."""

from __future__ import annotations

import pytest

from shopkeeper.testing.conversations.expect.said import contains
from shopkeeper.testing.conversations.invariants import said_rightly
from shopkeeper.testing.conversations.seen import Answer, Seen, amounts_in, texts_of


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("It is €1,234.50 now", {"1234.50"}),
        ("Das macht 1.234,50 €.", {"1234.50"}),
        ("49,00 € statt 45,00 €", {"49.00", "45.00"}),
        ("€0.90 each", {"0.90"}),
        ("قیمت ۷۹٫۰۰", {"79.00"}),
        ("ready at 10:45, 12 pieces, 3.5 %", set[str]()),
    ],
)
def test_amounts_in_every_language(text: str, amounts: set[str]) -> None:
    assert amounts_in(text) == amounts


def test_a_mention_is_an_amount_or_words_or_one_of_several() -> None:
    assert contains("Das macht 79,00 €", "79.00")
    assert not contains("Das macht 179,00 €", "79.00")
    assert contains("Leider Ausverkauft", "sold out|ausverkauft")
    assert not contains("in stock", "sold out|ausverkauft")


def test_only_what_is_shown_counts() -> None:
    block = {
        "type": "products",
        "items": [
            {
                "sku": "SECRET",
                "title": "Tote",
                "price": {"amount": 4500, "currency": "EUR"},
                "options": [{"name": "color", "values": [{"value": "tan", "label": "hellbraun", "available": True}]}],
                "action": {"label": "Add", "send": {"type": "action", "action": "add_line_item"}},
            }
        ],
    }
    assert list(texts_of(block)) == ["Tote", "45.00", "hellbraun", "Add"]


def seen(text: str, *, status: int = 200, events: tuple[str, ...] = ()) -> Seen:
    answer = Answer(status=status, body={"reply": {"text": text, "blocks": []}, "type": "urn:shopkeeper:problem:busy"})
    return Seen(answers=(answer,), messages=(), view={}, turns=({"events": events},))


@pytest.mark.parametrize(
    ("shown", "what"),
    [
        (seen("As an AI I cannot do that"), "forbidden"),
        (seen("I CANNOT ORDER things"), "forbidden"),
        (seen("It is available"), "forbidden"),
        (seen("Which size? And which color?"), "questions_asked"),
        (seen("Fine.", events=("question_asked", "question_asked")), "questions_asked"),
        (seen("", status=503), "http.status"),
    ],
)
def test_what_is_never_right(shown: Seen, what: str) -> None:
    assert [mismatch.what for mismatch in said_rightly(shown, ("available",), http_expected=False)] == [what]


def test_what_is_right() -> None:
    shown = seen("You asked “what? why?”. Which size would you like?", events=("question_asked",))
    assert list(said_rightly(shown, ("available",), http_expected=False)) == []
    assert list(said_rightly(seen("", status=422), (), http_expected=True)) == []
