"""Short answers to an open question, and messages that leave it for something else."""

from __future__ import annotations

import pytest
from grammar_shop import briefs, context

from shopkeeper.domain.conversation.state import OfferedChoice, Question

SIZES = Question(
    topic="variant",
    choices=(
        OfferedChoice(value="JKT-BLK-M", words=("black", "m")),
        OfferedChoice(value="JKT-BLU-L", words=("blue", "l")),
    ),
    context={"product_id": "trail-jacket"},
)
STORES = Question(topic="store", choices=(OfferedChoice(value="mitte", words=("mitte",)), OfferedChoice(value="nord", words=("nord",))))
CLEAR = Question(topic="clear_cart", choices=(OfferedChoice(value="yes", words=("yes",)), OfferedChoice(value="no", words=("no", "keep"))))
HOW_MANY = Question(topic="quantity")
CONSENT = Question(topic="consent")

ANSWERS = [
    (SIZES, "the second one", "choose JKT-BLU-L"),
    (SIZES, "2", "choose JKT-BLU-L"),
    (SIZES, "blue", "choose JKT-BLU-L"),
    (SIZES, "the blue one in L please", "choose JKT-BLU-L"),
    (SIZES, "large", "choose JKT-BLU-L"),
    (SIZES, "in M", "choose JKT-BLK-M"),
    (SIZES, "blk", "choose JKT-BLK-M"),
    (STORES, "Nord please", "choose nord"),
    (STORES, "the first", "choose mitte"),
    (CLEAR, "yes", "choose yes"),
    (CLEAR, "no", "choose no"),
    (HOW_MANY, "3", "give_quantity 3"),
    (HOW_MANY, "two please", "give_quantity 2"),
    (CONSENT, "yes", "confirm"),
    (CONSENT, "ok pay", "pay"),
    (CONSENT, "no", "decline"),
]


@pytest.mark.parametrize(("question", "text", "act"), ANSWERS)
def test_an_answer_is_read_against_the_question(question: Question, text: str, act: str) -> None:
    assert briefs(text, within=context(question=question)) == [act]


DIGRESSIONS = [
    ("what is your return policy", "ask_policy returns"),
    ("where is my order", "order_status"),
    ("never mind", "cancel"),
    ("show me mugs", "find_product mugs"),
    ("how much is it", "ask_about_product price it"),
]


@pytest.mark.parametrize(("text", "act"), DIGRESSIONS)
def test_a_question_can_be_left_for_something_else(text: str, act: str) -> None:
    assert briefs(text, within=context(question=SIZES)) == [act]


def test_a_yes_beside_a_change_is_no_consent() -> None:
    acts = briefs("yes but make it the brown one", within=context(question=CONSENT, cart=("leather-tote",)))
    assert acts == ["change_variant it to=[brown]"]
