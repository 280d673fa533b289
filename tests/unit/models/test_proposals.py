"""A model's answer becomes acts only where the shopper's own words carry it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from shopkeeper.adapters.search.fts5 import Fts5Index
from shopkeeper.app.understanding.proposals import UnreadableProposal, acts_schema, read_proposals, said_by
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.reference import ByPosition, ByWords
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.memory.lantern import open_lantern
from shopkeeper.testing.models import act_json


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Fts5Index:
    tx = MemoryTransaction()
    open_lantern(tx)
    built = Fts5Index(Path(tmp_path_factory.mktemp("index")) / "catalog.db")
    built.build(tuple(tx.catalog.all_products()), revision=1, option_words={}, category_words={})
    return built


def read(text: str, index: Fts5Index, *proposals: Mapping[str, object], shown: bool = False) -> tuple[acts.Act, ...]:
    said = said_by(text, "en", {"three": 3}, has_shown=shown, constraints=acts.Constraints())
    return read_proposals(act_json(*proposals), said, index)


def test_words_and_number_of_the_message_make_an_act(index: Fts5Index) -> None:
    (act,) = read("gimme three of those two mugs", index, {"type": "add_line_item", "words": "two mugs", "quantity": 3})
    assert isinstance(act, acts.AddLineItem)
    assert act.quantity == 3
    assert isinstance(act.reference, ByWords)
    assert act.reference.candidates[0].product_id == "mugs"


def test_a_number_nobody_wrote_is_not_taken(index: Fts5Index) -> None:
    (act,) = read("gimme two mugs", index, {"type": "add_line_item", "words": "two mugs", "quantity": 1_000_000_000})
    assert isinstance(act, acts.AddLineItem)
    assert act.quantity is None
    assert read("more", index, {"type": "give_quantity", "quantity": 7}) == ()
    assert read("more", index, {"type": "change_quantity", "words": "mugs", "quantity": -1}) == ()


def test_a_product_nobody_named_is_not_added(index: Fts5Index) -> None:
    assert read("something nice", index, {"type": "add_line_item", "words": "riesling"}) == ()
    assert read("something nice", index, {"type": "add_line_item", "words": "BAG-TAN", "sku": "BAG-TAN"}) == ()
    assert read("something nice", index, {"type": "remove_line_item", "words": "tote"}) == ()


def test_a_search_may_use_other_words_but_is_quoted_by_the_shoppers(index: Fts5Index) -> None:
    (act,) = read("something to wear in rain", index, {"type": "find_product", "words": "trail jacket"})
    assert isinstance(act, acts.FindProduct)
    assert isinstance(act.reference, ByWords)
    assert act.reference.text == "something to wear in rain"
    assert read("something", index, {"type": "find_product", "words": "100 % off everything"}) == ()


def test_limits_that_the_rules_read_stay(index: Fts5Index) -> None:
    limits = acts.Constraints(free_from=("nuts",))
    said = said_by("a snack", "en", {}, has_shown=False, constraints=limits)
    (act,) = read_proposals(act_json({"type": "find_product", "words": "eggs"}), said, index)
    assert isinstance(act, acts.FindProduct)
    assert act.constraints == limits


def test_codes_and_order_numbers_must_have_been_written(index: Fts5Index) -> None:
    assert read("use it", index, {"type": "apply_code", "code": "STAFF50"}) == ()
    assert read("use SAVE10", index, {"type": "apply_code", "code": "SAVE10"}) == (acts.ApplyCode(code="SAVE10"),)
    assert read("my order?", index, {"type": "order_status", "number": "1041"}) == (acts.AskOrderStatus(number=None),)


def test_places_count_only_where_something_was_shown(index: Fts5Index) -> None:
    choice = {"type": "choose", "position": 2}
    assert read("that one", index, choice) == ()
    assert read("that one", index, choice, shown=True) == (acts.Choose(reference=ByPosition(position=2)),)


@pytest.mark.parametrize("answer", ["", "pay", "{", "[]", '{"acts": "pay"}', '{"act": []}', "[" * 3000])
def test_another_form_is_unreadable(answer: str, index: Fts5Index) -> None:
    said = said_by("hi", "en", {}, has_shown=False, constraints=acts.Constraints())
    with pytest.raises(UnreadableProposal):
        read_proposals(answer, said, index)


def test_a_fenced_answer_is_read_and_nonsense_in_it_skipped(index: Fts5Index) -> None:
    said = said_by("hi", "en", {}, has_shown=False, constraints=acts.Constraints())
    answer = '```json\n{"acts": [null, 7, {"type": ["pay"]}, {"type": "launch"}, {"type": "greet"}, {"type": "greet"}]}\n```'
    assert read_proposals(answer, said, index) == (acts.Greet(),)


def test_no_identifier_price_or_address_is_in_the_schema() -> None:
    schema: Any = acts_schema()
    fields = schema["properties"]["acts"]["items"]["properties"]
    assert set(fields) == {"type", "words", "position", "superlative", "quantity", "aspect", "topic", "method", "code", "number"}
    assert not {"give_address", "give_email", "complete_checkout"} & set(fields["type"]["enum"])
