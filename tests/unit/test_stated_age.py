"""What counts as saying one's age, and what does not."""

import pytest

from shopkeeper.domain.conversation.events import AgeStated, ConversationStarted, replay
from shopkeeper.domain.core.ids import CartId, ConversationId
from shopkeeper.domain.dialogue.grammar.marks import find_age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("i'm 16 can u add the riesling for my mum", 16),
        ("I am 17, wine please", 17),
        ("im only 15 and want beer", 15),
        ("I'm 25 years old", 25),
        ("ich bin erst 16 und möchte Wein", 16),
        ("tengo 15 años", 15),
        ("j'ai 17 ans", 17),
        ("我16岁", 16),
        ("I'm 5 minutes away", None),
        ("I'm in a hurry, 16 eggs", None),
        ("12 eggs", None),
        ("ich bin um 16 Uhr da", None),
    ],
)
def test_a_stated_age_is_found_and_nothing_else(text: str, age: int | None) -> None:
    found = find_age(text)
    assert (found[0] if found else None) == age


def test_an_age_said_of_the_drinker_counts_too() -> None:
    """Asking once too often is the smaller mistake."""
    found = find_age("can a 14-year-old have that?")
    assert found is not None
    assert found[0] == 14


def test_a_higher_age_does_not_unsay_a_lower_one() -> None:
    start = ConversationStarted(
        conversation_id=ConversationId("c"), cart_id=CartId("k"), locale="en", storefront="default", customer_id=None
    )
    assert replay([start, AgeStated(age=16), AgeStated(age=25)]).stated_age == 16
