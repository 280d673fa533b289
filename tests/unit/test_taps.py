"""A tap becomes exactly one act; a malformed one is refused with the field's name."""

from __future__ import annotations

import pytest
from grammar_shop import brief

from shopkeeper.app.turn.taps import tapped
from shopkeeper.domain.conversation.message import ActionPart
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.acts import Confirm, FindProduct
from shopkeeper.domain.dialogue.understanding import Source

ADDRESS = {"line1": "Torstr. 5", "postal_code": "10119", "city": "Berlin", "country": "de"}

TAPS = [
    ("add_line_item", {"sku": "JKT-BLU-L"}, "add_line_item 1 JKT-BLU-L"),
    ("add_line_item", {"sku": "JKT-BLU-L", "quantity": 3}, "add_line_item 3 JKT-BLU-L"),
    ("change_quantity", {"line_id": "li_1", "quantity": 0}, "change_quantity 0 line li_1"),
    ("change_variant", {"line_id": "li_1", "sku": "BAG-BRN"}, "change_variant line li_1 to=BAG-BRN"),
    ("remove_line_item", {"line_id": "li_1"}, "remove_line_item line li_1"),
    ("show_cart", {}, "show_cart"),
    ("clear_cart", {}, "clear_cart"),
    ("check_out", {}, "check_out"),
    ("cancel", {}, "cancel"),
    ("start_over", {}, "start_over"),
    ("ask_person", {}, "ask_person"),
    ("choose", {"value": "mitte"}, "choose mitte"),
    ("set_delivery", {"method": "pickup", "store_id": "mitte"}, "choose_delivery pickup mitte"),
    ("set_address", {"address": ADDRESS}, "give_address Torstr. 5|10119|Berlin|DE"),
    ("set_payment_method", {"method": "pay_on_pickup"}, "choose_payment pay_on_pickup"),
    ("keep_payment_method", {"keep": True}, "keep_method"),
    ("order_status", {"number": "#1041"}, "order_status 1041"),
]


@pytest.mark.parametrize(("action", "fields", "act"), TAPS)
def test_a_tap_is_an_act(action: str, fields: dict[str, object], act: str) -> None:
    understood = tapped([ActionPart(action=action, fields=fields)])
    assert [brief(one) for one in understood.acts] == [act]
    assert understood.tier == "action"
    assert all(slot.source is Source.ACTION for slot in understood.slots)


def test_a_confirming_tap_carries_the_digest_it_saw() -> None:
    (act,) = tapped([ActionPart(action="confirm", fields={"digest": "sha256:abc"})]).acts
    assert act == Confirm(digest="sha256:abc")  # type: ignore[arg-type]


def test_showing_a_product_names_it() -> None:
    (act,) = tapped([ActionPart(action="show_product", fields={"product_id": "mugs"})]).acts
    assert isinstance(act, FindProduct)
    assert brief(act) == "find_product mugs"


@pytest.mark.parametrize(
    ("action", "fields"),
    [
        ("drop_tables", {}),
        ("add_line_item", {}),
        ("add_line_item", {"sku": 7}),
        ("add_line_item", {"sku": "A", "quantity": "2"}),
        ("add_line_item", {"sku": "A", "quantity": True}),
        ("add_line_item", {"sku": "A", "quantity": 10**30}),
        ("add_line_item", {"sku": "A", "modifiers": ["ice"]}),
        ("set_delivery", {"method": "drone"}),
        ("set_address", {"address": {"line1": "x"}}),
        ("set_payment_method", {"method": "gold"}),
        ("keep_payment_method", {"keep": "yes"}),
        ("choose", {"value": "x" * 500}),
    ],
)
def test_a_malformed_tap_is_refused(action: str, fields: dict[str, object]) -> None:
    with pytest.raises(InvalidInput):
        tapped([ActionPart(action=action, fields=fields)])
