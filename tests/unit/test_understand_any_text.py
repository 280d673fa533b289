"""Whatever is sent, understanding answers: quickly, with acts of the closed set, and without raising."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from grammar_shop import context, detector, read, understander
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopkeeper.domain.dialogue.acts import AddLineItem, Unknown
from shopkeeper.ports.understander import Perception

WORDS = st.sampled_from(
    [
        *(
            "add",
            "remove",
            "2",
            "-3",
            "1e9",
            "½",
            "dozen",
            "eggs",
            "mugs",
            "the",
            "second",
            "one",
            "make",
            "it",
            "brown",
            "in",
            "L",
            "under",
            "20",
            "€",
        ),
        *(
            "not",
            "no",
            "yes",
            "pay",
            "ship",
            "to",
            "my",
            "office",
            "und",
            "y",
            "和",
            "十二",
            "个",
            "鸡蛋",
            "SAVE10",
            "#1041",
            ",",
            ".",
            "?",
            "!",
            ";",
        ),
        *("if", "between", "and", "10", "30", "x2", "cart", "cancel", "JKT-BLU-M", "ana@example.com", "Torstr.", "5", "10119", "Berlin"),
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=25).map(" ".join)))
def test_any_text_is_understood_somehow(text: str) -> None:
    understood = read(text, within=context(cart=("mugs",), shown=("mugs", "eggs")))
    assert len(understood.acts) <= 42
    assert understood.acts or not text.strip() or not any(char.isprintable() for char in text)
    for slot in understood.slots:
        if slot.span is not None:
            assert 0 <= slot.span[0] <= slot.span[1] <= len(text)


HOSTILE = [
    "a" * 100_000,
    "add 2 mugs " * 10_000,
    "\x00\ud800" * 5_000,
    "😀" * 50_000,
    "1" * 100_000,
    "鸡" * 50_000,
    "-" * 99_999,
    "1 a" * 30_000,
    "x" * 3_990 + "12345",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:8]))
def test_hostile_text_costs_little(text: str, yardsticks: Callable[[Callable[[], object]], float]) -> None:
    def hear() -> None:
        understander().read(Perception(text=text, language="en"), context())
        detector().identify(text, prior="en")

    assert yardsticks(hear) < 100


@pytest.mark.parametrize(("text", "quantity"), [("9" * 60 + " mugs", 10**12), ("-" + "9" * 30 + " mugs", -(10**12)), ("1e99 mugs", 10**12)])
def test_absurd_counts_stay_storable(text: str, quantity: int) -> None:
    (act,) = read(text, language="en").acts
    assert isinstance(act, AddLineItem)
    assert act.quantity == quantity


def test_gibberish_is_said_to_be_unknown() -> None:
    understood = read("qwxz vbnm plkj", language="en")
    assert isinstance(understood.acts[0], Unknown)
    assert understood.confidence == 0.0
