"""A slip is mended towards the examples' words; a word somebody knows, a plural, a name in other letters is left alone."""

from __future__ import annotations

import pytest

pytest.importorskip("scipy")

from learning_stub import StubEmbedder

from shopkeeper.adapters.learning.examples import Example
from shopkeeper.adapters.learning.ngrams import learn_ngrams
from shopkeeper.adapters.learning.spelling import learn_spelling
from shopkeeper.adapters.learning.training import train

TEXTS = [
    "Is the product available?",
    "when is my product received",
    "cancel my order",
    "the contest is over",
    "contact number please",
    "доставка завтра",
]
SPELLING = learn_spelling(learn_ngrams(TEXTS))
KNOWN = {"charge", "order", "contest", "contact", "hotel"}


class Reader(StubEmbedder):
    def knows(self, word: str) -> bool | None:
        return word in KNOWN


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Is this prduct avialable in Goa?", "Is this product available in Goa?"),
        ("not recieved yet", "not received yet"),
        ("Cancle my ordr", "cancel my order"),
        ("доставкаа", "доставка"),
        ("charging my hotel", "charging my hotel"),
        ("two products, two orders", "two products, two orders"),
        ("the tontest", "the tontest"),
        ("my pro is ok", "my pro is ok"),
        ("我要取消我的订单 42", "我要取消我的订单 42"),
        ("", ""),
    ],
)
def test_one_slip_in_a_word_nobody_knows_is_mended(typed: str, meant: str) -> None:
    assert SPELLING.mended(typed, KNOWN.__contains__) == meant


def test_of_two_words_one_slip_away_the_commoner_is_meant() -> None:
    spelling = learn_spelling(learn_ngrams(["contest", "my contest", "the contest today", "contact"]))
    assert spelling.mended("contect", lambda _: False) == "contest"


def test_a_message_is_mended_only_where_an_encoder_knows_words() -> None:
    examples = [
        Example(text=text, labels=(label,))
        for text, label in [("cancel my order", "stop"), ("cancel it", "stop"), ("hello", "greet"), ("hi", "greet")]
    ]
    reading, blind = Reader(), StubEmbedder()
    classifier = train(examples, [reading])
    assert classifier.read("cnacel", {"stub": reading}).ranking[0] == classifier.read("cancel", {"stub": reading}).ranking[0]
    assert classifier.read("cnacel", {"stub": blind}).ranking[0] != classifier.read("cancel", {"stub": blind}).ranking[0]
