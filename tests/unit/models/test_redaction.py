"""Personal data never reaches a model, comes back inside the turn, and product numbers are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.conversation.redaction import is_card_number, is_iban, redact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mail eva@example.org please", "mail [EMAIL_1] please"),
        ("card 4111 1111 1111 1111 exp 12/29", "card [CARD_1] exp 12/29"),
        ("card 4111-1111-1111-1111", "card [CARD_1]"),
        ("2 4111 1111 1111 1111 123", "2 [CARD_1] 123"),
        ("DE89 3704 0044 0532 0130 00", "[IBAN_1]"),
        ("gb82west12345698765432 ok", "[IBAN_1] ok"),
        ("call +49 30 1234567 or 030 1234567", "call [PHONE_1] or [PHONE_2]"),
        ("a@b.de and c@d.de and a@b.de", "[EMAIL_1] and [EMAIL_2] and [EMAIL_1]"),
    ],
)
def test_personal_data_is_replaced(text: str, expected: str) -> None:
    found = redact(text, {})
    assert found.text == expected
    assert found.restore(found.text) == text


@pytest.mark.parametrize(
    "text",
    [
        "order 1041 please",
        "2 mugs for 24.00",
        "size 42, 1000 pieces",
        "4006381333931",
        "JKT-BLU-M",
        "4111 1111 1111 1112",
        "on 2026-09-15",
        "0.5 l",
    ],
)
def test_shop_talk_is_left_alone(text: str) -> None:
    assert redact(text, {}).text == text


def test_placeholders_are_shared_by_the_texts_of_a_turn() -> None:
    first = redact("a@b.de", {})
    second = redact("x@y.de a@b.de", first.originals)
    assert second.text == "[EMAIL_2] [EMAIL_1]"
    assert "a@b.de" not in repr(second)


def test_checks() -> None:
    assert is_card_number("4242424242424242")
    assert not is_card_number("0000000000000000")
    assert is_iban("DE89370400440532013000")
    assert not is_iban("DE89370400440532013001")


@given(st.text(max_size=200))
def test_any_text_comes_back(text: str) -> None:
    found = redact(text, {})
    if "[" not in text:
        assert found.restore(found.text) == text
