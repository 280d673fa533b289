"""What a model may do to the order of products found: move them, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.app.understanding.rerank import is_worth_asking, moved, read_order
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.dialogue.acts import AddLineItem, FindProduct
from shopkeeper.domain.dialogue.reference import ByWords, Candidate, Superlative
from shopkeeper.domain.dialogue.resolve import clear_winner

SCORES = (0.81, 0.8, 0.78, 0.5)
FOUND = tuple(Candidate(product_id=ProductId(f"p{at}"), score=score) for at, score in enumerate(SCORES, start=1))


def test_an_order_moves_products_and_leaves_the_scores() -> None:
    put = moved(FOUND, read_order('{"order": [3, 1, 2, 4]}', 4))
    assert [one.product_id for one in put] == ["p3", "p1", "p2", "p4"]
    assert tuple(one.score for one in put) == SCORES


def test_what_is_left_out_follows_as_it_was() -> None:
    assert read_order('Sure: {"order": [4]}', 4) == (4, 1, 2, 3)


@pytest.mark.parametrize(
    "answer", ["", "{", "[3, 1]", '{"order": "all"}', '{"order": [1, 1]}', '{"order": [5]}', '{"order": [0, 1]}', '{"order": ["p2"]}']
)
def test_any_other_answer_is_none(answer: str) -> None:
    assert read_order(answer, 4) == ()
    assert moved(FOUND, ()) == FOUND


@given(st.permutations([1, 2, 3, 4]))
def test_no_order_makes_a_clear_winner(order: list[int]) -> None:
    put = moved(FOUND, order)
    assert clear_winner(put) is None
    assert {one.product_id for one in put} == {one.product_id for one in FOUND}


def test_only_unclear_finds_are_asked_about() -> None:
    several = ByWords(text="tote", candidates=FOUND)
    assert is_worth_asking(FindProduct(reference=several))
    assert not is_worth_asking(AddLineItem(reference=several))
    assert not is_worth_asking(FindProduct(reference=ByWords(text="tote", candidates=FOUND[:2])))
    assert not is_worth_asking(FindProduct(reference=ByWords(text="tote", candidates=FOUND, superlative=Superlative.CHEAPEST)))
    clear = (Candidate(product_id=ProductId("p0"), score=1.0), *FOUND[1:])
    assert not is_worth_asking(FindProduct(reference=ByWords(text="tote", candidates=clear)))
