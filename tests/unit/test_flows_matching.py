"""Messages and the example sentences of flows: endings, order and small words do not matter; other wishes stay what they are."""

from __future__ import annotations

import pytest

from shopkeeper.adapters.flows.files import find_files, read_files
from shopkeeper.adapters.understanding.lexicon import load_lexicons, shipped_languages
from shopkeeper.bootstrap import CONTENT
from shopkeeper.domain.dialogue.flow.book import FlowBook, flow_book


@pytest.fixture(scope="module")
def book() -> FlowBook:
    lexicons = load_lexicons(shipped_languages())
    light = frozenset(word for lexicon in lexicons.values() for word in lexicon.function_words)
    return flow_book((flow for file in read_files(find_files(CONTENT / "flows")) for flow in file.flows), light)


@pytest.mark.parametrize(
    "text",
    [
        "I'd like to make a complaint",
        "the parcel I got was damaged",
        "you sent the wrong item",
        "something's wrong with the order",
        "das Paket kam beschädigt an",
        "ich will mich beschweren",
        "mi paquete llegó dañado",
        "quiero hacer una queja",
        "la commande est arrivée cassée",
        "订单有问题",
    ],
)
def test_other_words_for_it(book: FlowBook, text: str) -> None:
    match = book.meant(text)
    assert match is not None
    assert match.flow == "complaint"


@pytest.mark.parametrize(
    "text",
    [
        "where is my order?",
        "I want to return my order",
        "I want to change my order",
        "two milks and a dozen eggs",
        "I have a question",
        "what's your return policy?",
        "wo ist meine Bestellung 1102?",
        "¿dónde está mi pedido?",
        "我要两个杯子",
        "",
        "?!",
    ],
)
def test_other_wishes_are_left_alone(book: FlowBook, text: str) -> None:
    assert book.meant(text) is None
