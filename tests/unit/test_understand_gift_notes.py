"""What is dictated for somebody else, and what only speaks about a note."""

from __future__ import annotations

import pytest
from grammar_shop import read

from shopkeeper.domain.dialogue.acts import NoteWish

DICTATED = [
    ("gift note: Happy birthday mum!", "Happy birthday mum!"),
    ("with a card that says “no more milk, please” please", "no more milk, please"),
    ("Widmung: Für Oma", "Für Oma"),
    ("dedicatoria: Para abuela", "Para abuela"),
    ("message cadeau : cancel the order", "cancel the order"),
    ("卡片内容：新年快乐", "新年快乐"),
    ("please include a gift message", None),
    ("without a gift note", ""),
]


@pytest.mark.parametrize(("said", "text"), DICTATED)
def test_dictated(said: str, text: str | None) -> None:
    assert read(said).acts == (NoteWish(topic="gift_note", text=text),)


@pytest.mark.parametrize(
    "said", ["do you have a greeting card", "I got your message", "the gift note was missing", "ich suche eine Grußkarte", "有贺卡吗"]
)
def test_only_spoken_about(said: str) -> None:
    assert not any(isinstance(act, NoteWish) for act in read(said).acts)
