"""Lists and letters are made plain without moving a letter, whatever they look like."""

from __future__ import annotations

import pytest
from grammar_shop import understander
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.app.understanding.story import without_story
from shopkeeper.domain.dialogue.grammar.layout import laid_out

STORY = "My sister came to see us and we all went to the lake with her dog. "


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- eggs\n- milk", ["eggs", "milk"]),
        ("* 2x eggs\n• milk", ["2x eggs", "milk"]),
        ("1. eggs\n2. milk", ["eggs", "milk"]),
        ("1) eggs 2) milk 3) 2 mugs", ["eggs", "milk", "2 mugs"]),
        ("- eggs - milk", ["eggs", "milk"]),
        ("-3 mugs", ["-3 mugs"]),
        ("2. eggs 3. milk", ["2. eggs 3. milk"]),
        ("> 2 mugs\nthree totes", ["three totes"]),
        ("On Monday you wrote:\n> 2 mugs\n\nthree totes", ["three totes"]),
        ("> 2 mugs", ["> 2 mugs"]),
    ],
)
def test_what_is_left_of_a_list_or_a_mail(text: str, items: list[str]) -> None:
    plain = laid_out(text)
    assert len(plain) == len(text)
    assert [line.strip() for line in plain.split("\n") if line.strip()] == items


@given(st.text(max_size=400))
def test_places_stay(text: str) -> None:
    assert len(laid_out(text)) == len(text)


def test_only_the_wish_of_a_letter_is_read() -> None:
    grammar = understander()._words_of("en").grammar  # pyright: ignore[reportPrivateUsage]
    letter = STORY * 40 + "Could you please add two mugs to my cart? " + STORY * 40
    assert without_story(letter, grammar).split() == ["Could", "you", "please", "add", "two", "mugs", "to", "my", "cart?"]
    assert without_story(STORY * 4, grammar) == STORY * 4
    assert without_story("Two mugs. " + STORY, grammar) == "Two mugs. " + STORY
