"""`shopkeeper eval actions`: its columns, its map, its figures; and the Chinese wishes after a sale that it measures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.support_tasks import messages_of
from grammar_shop import context, detector, read, understander

from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.testing.evals.action_cases import ActionCase, read_cases, read_meanings
from shopkeeper.testing.evals.actions import measure_actions, signs_of

MEANINGS = {"refund": ("request_return",), "invoice": ("order_status:invoice",), "loyalty": ()}


def rows(path: Path, *given: object) -> Path:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in given), encoding="utf-8")
    return path


def test_sets_of_actions_are_counted_over_all_messages_of_a_case() -> None:
    cases = [
        ActionCase(("我要退货", "再给我开一张发票"), frozenset({"refund", "invoice"})),
        ActionCase(("我要退款",), frozenset({"loyalty"})),
    ]
    figures = measure_actions(understander(), detector(), cases, MEANINGS)
    assert figures["precision"] == pytest.approx(2 / 3)
    assert figures["recall"] == pytest.approx(2 / 3)
    assert figures["f1"] == pytest.approx(2 / 3)
    assert figures["exact"] == 0.5
    assert (figures["f1_invoice"], figures["f1_loyalty"]) == (1.0, 0.0)
    assert figures["p50_ms"] > 0


def test_each_line_of_a_text_is_a_message(tmp_path: Path) -> None:
    read_back = read_cases(rows(tmp_path / "cases.jsonl", {"text": "我要退货\n谢谢", "actions": ["refund"]}))
    assert read_back == (ActionCase(("我要退货", "谢谢"), frozenset({"refund"})),)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"text": "hi", "actions": [], "language": "zh"}, "line 1: unknown columns language"),
        ({"text": "hi"}, "line 1: missing columns actions"),
        ({"text": "hi", "actions": "refund"}, "a list of names"),
        (["hi"], "an object is needed"),
    ],
)
def test_other_columns_are_refused(tmp_path: Path, row: object, told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        read_cases(rows(tmp_path / "cases.jsonl", row))


def test_a_map_names_every_action_and_only_acts_that_exist(tmp_path: Path) -> None:
    cases = (ActionCase(("hi",), frozenset({"refund"})),)
    map_file = tmp_path / "map.yaml"
    map_file.write_text("invoice: []\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match="no line for refund"):
        read_meanings(map_file, cases)
    map_file.write_text("refund: [give_money]\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match="no such act: give_money"):
        read_meanings(map_file, cases)
    map_file.write_text("refund: [request_return, 'ask_person:refund']\n", encoding="utf-8")
    assert read_meanings(map_file, cases) == {"refund": ("request_return", "ask_person:refund")}
    with pytest.raises(InvalidInput, match=r"--actions MAP\.yaml"):
        read_meanings(None, cases)


def test_a_role_play_becomes_what_the_customer_says() -> None:
    task = (
        "画像：<情绪>平和<\\情绪> 这是你的目标：\n<意图一>\n你希望客服帮你查 https://a.example/b.jpg 的单（注意，不要说出来）\n<\\意图一>"
    )
    assert messages_of(task) == ["我希望您帮我查 的单"]


WISHES = [
    ("麻烦给我开一张公司发票，谢谢", "order_status:invoice"),
    ("订单怎么还不动，帮我催一下", "ask_person:urge"),
    ("地址写错了，请把收货地址改成幸福路8号", "ask_person:change_order"),
    ("手机号换成13800000000", "ask_person:change_order"),
    ("我写了好评，想领取返现", "ask_person:cashback"),
    ("昨天才买的今天就便宜了，请退差价", "ask_person:price_drop"),
    ("杯子把桌子弄坏了，我要求赔偿", "ask_person:compensation"),
    ("帮我预约周六上门安装空调", "ask_person:visit"),
    ("要是还没发货的话，就帮我取消订单", "ask_person:cancel_order"),
    ("把我的订单取消掉", "cancel"),
    ("这个包我不喜欢，想退掉", "request_return"),
]


@pytest.mark.parametrize(("said", "sign"), WISHES)
def test_a_chinese_wish_after_a_sale_is_understood(said: str, sign: str) -> None:
    assert sign in {one for act in read(said, language="zh").acts for one in signs_of(act)}


@pytest.mark.parametrize("said", ["我买了一个包", "我刚才下单的杯子什么颜色", "之前买过的鸡蛋", "付款了"])
def test_what_was_bought_already_is_not_bought_again(said: str) -> None:
    assert {act.type for act in read(said, language="zh").acts}.isdisjoint({"add_line_item", "pay"})


@pytest.mark.parametrize("said", ["我要两盒鸡蛋，加急", "收货地址改成幸福路8号"])
def test_while_buying_hurry_and_another_address_call_nobody(said: str) -> None:
    within = context(cart=("mugs",))
    assert "ask_person" not in {act.type for act in read(said, language="zh", within=within).acts}


def test_a_part_of_another_word_is_no_standing_order() -> None:
    assert "wish_mandate" not in {act.type for act in read("同时，我要求您查询订单的状态", language="zh").acts}
