"""The best outcome for the shopper, to the cent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shopkeeper.domain.core.ids import LineId, Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.promotions.engine import PromotableLine, complete_sets, evaluate
from shopkeeper.domain.promotions.promotion import Promotion
from shopkeeper.testing.memory.lantern import OPENING, SAVE10, TOTE_CARE, euro


def line(sku: str, minor: int, quantity: int = 1) -> PromotableLine:
    return PromotableLine(line_id=LineId(f"li-{sku}"), sku=Sku(sku), quantity=quantity, unit_price=euro(minor))


TOTE, CARE, MUGS = line("BAG-TAN", 4500), line("CARE", 990), line("MUG-2", 2400)
BOTH = (SAVE10, TOTE_CARE)


def run(lines, promotions=BOTH, codes=(), now=OPENING):
    return evaluate(lines, promotions, codes, now=now, currency="EUR")


def test_automatic_offer_without_a_code():
    result = run([TOTE, CARE])
    assert [(a.promotion_id, a.amount) for a in result.applied] == [("tote-care", euro(400))]
    assert result.rejected == ()


def test_j7_the_code_wins_and_the_loser_is_listed_with_its_amount():
    result = run([TOTE, CARE], codes=["save10"])
    assert [(a.code, a.amount) for a in result.applied] == [("SAVE10", euro(549))]
    assert [(r.title, r.reason, r.amount) for r in result.rejected] == [("Tote and care kit", "not_stackable", euro(400))]
    assert sum(d.minor for d in result.line_discounts.values()) == 549


def test_j7_when_the_code_sinks_to_five_percent_the_automatic_offer_wins():
    result = run([TOTE, CARE], (replace(SAVE10, percent_bp=500), TOTE_CARE), ["SAVE10"])
    assert [a.promotion_id for a in result.applied] == ["tote-care"]
    assert [(r.code, r.amount) for r in result.rejected] == [("SAVE10", euro(275))]


def test_j16_each_line_carries_its_own_share():
    result = run([TOTE, MUGS], codes=["SAVE10"])
    assert result.line_discounts == {TOTE.line_id: euro(450), MUGS.line_id: euro(240)}


def test_a_tie_spends_no_code():
    equal = replace(TOTE_CARE, amount=euro(549))
    assert [a.promotion_id for a in run([TOTE, CARE], (SAVE10, equal), ["SAVE10"]).applied] == ["tote-care"]


def test_each_complete_set_earns_once():
    assert run([line("BAG-TAN", 4500, 3), line("CARE", 990, 2)]).applied[0].amount == euro(800)


@pytest.mark.parametrize(
    ("patterns", "quantities", "sets"),
    [
        (("BAG-*", "CARE"), {"BAG-TAN": 1, "BAG-BRN": 2, "CARE": 5}, 3),
        (("BAG-*", "BAG-TAN"), {"BAG-TAN": 3}, 1),
        (("BAG-*", "BAG-TAN"), {"BAG-TAN": 2, "BAG-BRN": 5}, 2),
        (("MUG-*", "MUG-*", "MUG-*"), {"MUG-2": 7}, 2),
        (("BAG-*", "CARE"), {"BAG-TAN": 9}, 0),
    ],
)
def test_one_unit_serves_one_pattern(patterns, quantities, sets):
    assert complete_sets(patterns, [line(sku, 100, n) for sku, n in quantities.items()]) == sets


@pytest.mark.parametrize(
    ("promotion", "reason"),
    [
        (replace(SAVE10, ends_at=OPENING - timedelta(seconds=1)), "expired"),
        (replace(SAVE10, active=False), "expired"),
        (replace(SAVE10, starts_at=OPENING + timedelta(seconds=1)), "not_started"),
        (replace(SAVE10, requires=("MUG-2",)), "not_eligible"),
    ],
)
def test_why_a_code_does_not_count(promotion, reason):
    result = run([TOTE], (promotion,), ["SAVE10"])
    assert result.applied == ()
    assert [(r.code, r.reason) for r in result.rejected] == [("SAVE10", reason)]


def test_an_unknown_code_is_said_to_be_unknown():
    assert [(r.code, r.reason) for r in run([TOTE], codes=["STAFF50"]).rejected] == [("STAFF50", "unknown_code")]


def test_offers_without_a_group_meet_and_the_percentage_takes_what_is_left():
    free = (replace(SAVE10, exclusive_group=None), replace(TOTE_CARE, exclusive_group=None))
    amounts = [a.amount for a in run([TOTE, CARE], free, ["SAVE10"]).applied]
    assert amounts == [euro(400), euro(509)]


def test_nothing_is_ever_cheaper_than_free():
    result = run([CARE], (replace(SAVE10, code=None, percent_bp=20_000), replace(TOTE_CARE, requires=(), amount=euro(9999))))
    assert result.line_discounts[CARE.line_id] == euro(990)


def test_an_amount_in_another_currency_is_no_discount():
    foreign = replace(TOTE_CARE, amount=Money(minor=400, currency="USD"))
    assert run([TOTE, CARE], (foreign,)).applied == ()


def test_goods_of_an_excluded_category_neither_earn_nor_get_the_discount() -> None:
    card = PromotableLine(line_id=LineId("li-card"), sku=Sku("GFT-CARD"), quantity=1, unit_price=euro(5000), category="gifts/gift-cards")
    code = Promotion(id="ten", version=1, title="10 %", code="TEN", percent_bp=1000, excludes=("gifts",))
    both = evaluate([line("MUG-2", 2400), card], [code], ["TEN"], now=OPENING, currency="EUR")
    assert both.line_discounts[LineId("li-card")] == euro(0)
    assert both.line_discounts[LineId("li-MUG-2")] == euro(240)
    alone = evaluate([card], [code], ["TEN"], now=OPENING, currency="EUR")
    assert [(item.code, item.reason) for item in alone.rejected] == [("TEN", "not_eligible")]
