"""Sentences with a catch: articles that look like pronouns, wishes, other shops, refusals, tones, names in other scripts."""

from __future__ import annotations

import pytest
from grammar_shop import briefs, context, read

from shopkeeper.domain.conversation.state import OfferedChoice, Question

SAID = [
    ("¿cuánto cuesta la leche?", ["ask_about_product price milk"]),
    ("wie teuer ist die Milch", ["ask_about_product price milk"]),
    ("ich bezahle bei der Abholung", ["choose_payment pay_on_pickup"]),
    ("I pick it up and pay there", ["choose_delivery pickup", "choose_payment pay_on_pickup"]),
    ("pago al recogerlo", ["choose_payment pay_on_pickup"]),
    ("is it cheaper at Zalando?", ["ask_about_product elsewhere it"]),
    ("is the leather tote cheaper on Amazon?", ["ask_about_product elsewhere leather-tote"]),
    ("ist das bei Otto günstiger?", ["ask_about_product elsewhere it"]),
    ("do you price match", ["ask_about_product elsewhere it"]),
    ("the cheapest tea", ["find_product cheapest green-tea"]),
    ("add the cheapest tote", ["add_line_item cheapest canvas-tote"]),
    ("same as last time", ["order_again"]),
    ("the usual please", ["order_again"]),
    ("wie immer", ["order_again"]),
    ("una docena y media de huevos", ["add_line_item 18 eggs"]),
    ("anderthalb Dutzend Eier", ["add_line_item 18 eggs"]),
    ("two and a half dozen eggs", ["add_line_item 30 eggs"]),
    ("2 litros de leche", ["add_line_item 2 milk"]),
    ("a couple of mugs", ["add_line_item 2 mugs"]),
    ("2 milk, no bags please", ["add_line_item 2 milk", "note_wish packaging"]),
    ("2 Milch ohne Plastik", ["add_line_item 2 milk", "note_wish packaging"]),
    ("leave it at the door", ["note_wish door"]),
    ("not the black one", ["find_product"]),
    ("2 milk for tomorrow evening", ["add_line_item 2 milk", "need_by"]),
    ("12 eggs by 6 pm", ["add_line_item 12 eggs", "need_by"]),
]


@pytest.mark.parametrize(("phrase", "acts"), SAID)
def test_what_a_hard_sentence_means(phrase: str, acts: list[str]) -> None:
    assert briefs(phrase) == acts


def test_a_refused_one_leaves_the_others() -> None:
    within = context(shown=("trail-jacket",), focus="trail-jacket")
    assert briefs("not the black one", within=within) == ["choose not[black]"]


STORE = Question(topic="store", choices=(OfferedChoice(value="mitte", words=("mitte",)), OfferedChoice(value="nord", words=("nord",))))


@pytest.mark.parametrize(("said", "language"), [("مٹے", "ur"), ("Митте", "ru"), ("मिट्टे", "hi"), ("میتے سے", "ur"), ("норд", "ru")])
def test_a_branch_by_its_sound(said: str, language: str) -> None:
    store = "nord" if said == "норд" else "mitte"
    assert briefs(said, language=language, within=context(cart=("mugs",), question=STORE)) in (
        [f"choose_delivery pickup {store}"],
        [f"choose {store}"],
    )


SIGNALS = [
    ("THIRD TIME I ASK!!! you idiots lost my parcel", {"anger"}),
    ("this is urgent, where is my order", {"urgency"}),
    ("I will call my lawyer", {"legal"}),
    ("the mug exploded and I cut myself", {"injury"}),
    ("mein Anwalt meldet sich, das ist eine Frechheit", {"anger", "legal"}),
    ("WHERE IS MY PARCEL!!!", {"anger"}),
    ("add 2 mugs", set()),
    ("BAG-TAN and MUG-2", set()),
]


@pytest.mark.parametrize(("phrase", "signals"), SIGNALS)
def test_the_tone_is_a_slot(phrase: str, signals: set[str]) -> None:
    assert {slot.value for slot in read(phrase).slots if slot.name == "signal"} == signals
