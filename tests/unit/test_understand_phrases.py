"""What shoppers write and what it means, as tables: phrase, and the acts it must become."""

from __future__ import annotations

import pytest
from grammar_shop import briefs, context, detector, read

ENGLISH = [
    ("hi", "greet"),
    ("hey there!", "greet"),
    ("thx a lot", "thank"),
    ("thanks", "thank"),
    ("bye", "thank"),
    ("help", "help"),
    ("what can you do?", "help"),
    ("do u have the blue trail jaket in M", "find_product trail-jacket[blue/M]"),
    ("show me mugs under 20", "find_product mugs <=2000"),
    ("mugs between 10 and 30 euros", "find_product mugs <=3000 >=1000"),
    ("looking for a tea gift", "find_product tea-gift"),
    ("do you have wine", "find_product red-wine"),
    ("a jacket but not black", "find_product trail-jacket -black"),
    ("salt and vinegar crisps", "find_product crisps"),
    ("green tea", "find_product green-tea"),
    ("BAG-TAN", "find_product BAG-TAN"),
    ("how much is the leather tote", "ask_about_product price leather-tote"),
    ("how much is it", "ask_about_product price it"),
    ("is the jacket in stock", "ask_about_product stock trail-jacket"),
    ("is it in stock", "ask_about_product stock it"),
    ("do you have it in L", "ask_about_product stock [L]"),
    ("is there milk in it", "ask_about_product allergens it"),
    ("does the hazelnut bar contain nuts", "ask_about_product allergens hazelnut-bar"),
    ("what size is the jacket", "ask_about_product size trail-jacket"),
    ("what do people say about the care kit", "ask_about_product reviews care-kit"),
    ("tell me more about the first one", "ask_about_product details #1"),
    ("which is cheaper", "compare_products"),
    ("add 2 mugs", "add_line_item 2 mugs"),
    ("2x milk", "add_line_item 2 milk"),
    ("milk x2", "add_line_item 2 milk"),
    ("18000 waters", "add_line_item 18000 water"),
    ("-3 mugs", "add_line_item -3 mugs"),
    ("1e9 eggs", "add_line_item 1000000000 eggs"),
    ("½ dozen eggs", "add_line_item 6 eggs"),
    ("half a dozen eggs", "add_line_item 6 eggs"),
    ("gimme the tan tote", "add_line_item leather-tote[tan]"),
    ("lemme get two mugs", "add_line_item 2 mugs"),
    ("chuck in a bread", "add_line_item bread"),
    ("i want a jacket", "find_product trail-jacket"),
    ("i'd like to buy 3 bottles of water", "add_line_item 3 water"),
    ("add JKT-BLU-L", "add_line_item JKT-BLU-L"),
    ("add the cheapest one", "add_line_item cheapest"),
    ("two of them", "give_quantity 2 it"),
    ("the second one please", "choose #2"),
    ("this one please", "choose it"),
    ("the brown one", "choose [brown]"),
    ("the cheaper one", "choose cheapest"),
    ("make it the brown one", "change_variant it to=[brown]"),
    ("in L instead", "change_variant it to=[L]"),
    ("change the jacket to L", "change_variant trail-jacket to=[L]"),
    ("remove the mugs", "remove_line_item mugs"),
    ("remove one mug", "change_quantity -1 mugs"),
    ("what's in my cart", "show_cart"),
    ("empty my cart", "clear_cart"),
    ("use SAVE10", "apply_code SAVE10"),
    ("my promo code is save10", "apply_code SAVE10"),
    ("checkout", "check_out"),
    ("i'm ready to order", "check_out"),
    ("ship to my office", "give_address office"),
    ("deliver it to my home", "give_address home"),
    ("ship it to Torstraße 5, 10119 Berlin", "give_address Torstraße 5|10119|Berlin|DE"),
    ("123 Main St, Springfield, IL 62704", "give_address 123 Main St|62704|Springfield, IL|US"),
    ("10 Downing Street, London SW1A 2AA", "give_address 10 Downing Street|SW1A 2AA|London|GB"),
    ("pick it up in Mitte", "choose_delivery pickup mitte"),
    ("Nord", "choose_delivery pickup nord"),
    ("I'll pay on pickup", "choose_payment pay_on_pickup"),
    ("I will pay by card", "choose_payment card"),
    ("I'll pay now", "pay"),
    ("pay on pickup", "choose_payment pay_on_pickup"),
    ("by card", "choose_payment card"),
    ("yes", "confirm"),
    ("ok", "confirm"),
    ("yes please", "confirm"),
    ("ok pay", "pay"),
    ("place the order", "pay"),
    ("no thanks", "decline"),
    ("nope", "decline"),
    ("where's 1102", "order_status 1102"),
    ("order #1041", "order_status 1041"),
    ("where is my order", "order_status"),
    ("forget it", "cancel"),
    ("nvm", "cancel"),
    ("forget it and empty my cart", "cancel True"),
    ("never mind, keep my cart", "cancel False"),
    ("start over", "start_over"),
    ("get me a human NOW", "ask_person"),
    ("can i talk to a real person", "ask_person"),
    ("what is your return policy", "ask_policy returns"),
    ("how much is shipping", "ask_policy delivery"),
    ("when do you close", "ask_policy hours"),
    ("which cards do you accept", "ask_policy payment"),
    ("what do you do with my data", "ask_policy privacy"),
    ("how long is the warranty", "ask_policy warranty"),
    ("my email is ana@example.com", "give_email ana@example.com"),
    ("asdf qwer zxcv", "unknown"),
    ("what is the meaning of life", "unknown"),
]

GERMAN = [
    ("zeig mir Tassen unter 20 Euro", "find_product mugs <=2000"),
    ("ein Dutzend Eier bitte", "add_line_item 12 eggs"),
    ("was kostet die Ledertasche", "ask_about_product price leather-tote"),
    ("ist da Milch drin", "ask_about_product allergens it"),
    ("das zweite bitte", "choose #2"),
    ("lieber die braune", "change_variant it to=[brown]"),
    ("entferne die Tassen", "remove_line_item mugs"),
    ("warenkorb leeren", "clear_cart"),
    ("Code SAVE10 einlösen", "apply_code SAVE10"),
    ("zur Kasse", "check_out"),
    ("schick es ins Büro", "give_address office"),
    ("ich hole es in Mitte ab", "choose_delivery pickup mitte"),
    ("bar bei Abholung bezahlen", "choose_payment pay_on_pickup"),
    ("ja", "confirm"),
    ("nein danke", "decline"),
    ("wo ist meine Bestellung 1102", "order_status 1102"),
    ("vergiss es", "cancel"),
    ("ich möchte mit einem Mitarbeiter sprechen", "ask_person"),
    ("wie lange habt ihr auf", "ask_policy hours"),
    ("wie hoch sind die Versandkosten", "ask_policy delivery"),
    ("kann ich das zurückgeben", "ask_policy returns"),
]

SPANISH = [
    ("¿cuánto cuesta el bolso?", "ask_about_product price leather-tote"),
    ("ponme una docena de huevos", "add_line_item 12 eggs"),
    ("2 litros de leche", "add_line_item 2 milk"),
    ("el segundo por favor", "choose #2"),
    ("quita las tazas", "remove_line_item mugs"),
    ("vacía mi carrito", "clear_cart"),
    ("usa SAVE10", "apply_code SAVE10"),
    ("pagar al recoger", "choose_payment pay_on_pickup"),
    ("envíalo a mi oficina", "give_address office"),
    ("lo recojo en Mitte", "choose_delivery pickup mitte"),
    ("sí", "confirm"),
    ("¿dónde está mi pedido 1102?", "order_status 1102"),
    ("olvídalo", "cancel"),
    ("quiero hablar con una persona", "ask_person"),
    ("¿cuál es el horario?", "ask_policy hours"),
]

FRENCH = [
    ("une douzaine d'œufs", "add_line_item 12 eggs"),
    ("combien coûte le cabas", "ask_about_product price leather-tote"),
    ("le deuxième s'il vous plaît", "choose #2"),
    ("où est ma commande 1102", "order_status 1102"),
    ("payer en magasin", "choose_payment pay_on_pickup"),
]

CHINESE = [
    ("我要两个马克杯", "add_line_item 2 mugs"),
    ("这个多少钱", "ask_about_product price it"),
    ("第二个", "choose #2"),
    ("好的", "confirm"),
    ("取消", "cancel"),
    ("清空购物车", "clear_cart"),
    ("用SAVE10", "apply_code SAVE10"),
    ("转人工", "ask_person"),
    ("我的订单1102到哪了", "order_status 1102"),
    ("运费多少", "ask_policy delivery"),
    ("送到我的办公室", "give_address office"),
    ("到店自提", "choose_delivery pickup"),
    ("换成棕色", "change_variant it to=[brown]"),
    ("绿茶", "find_product green-tea"),
]

URDU = [
    ("مجھے دو مگ چاہیے", "add_line_item 2 mugs"),
    ("بارہ انڈے دے دیں", "add_line_item 12 eggs"),
    ("دوسرا والا", "choose #2"),
    ("ٹوکری خالی کریں", "clear_cart"),
    ("یہ کتنے کا ہے", "ask_about_product price it"),
    ("ہاں", "confirm"),
    ("میرا آرڈر کہاں ہے", "order_status"),
    ("دفتر بھیج دیں", "give_address office"),
    ("mujhe 2 mug chahiye", "add_line_item 2 mugs"),
    ("bhai milk hai kya", "find_product milk"),
]

SEVERAL = [
    ("I'll take a dozen eggs and two milks", ["add_line_item 12 eggs", "add_line_item 2 milk"]),
    ("add eggs, milk and bread", ["add_line_item eggs", "add_line_item milk", "add_line_item bread"]),
    ("2 mugs 3 waters", ["add_line_item 2 mugs", "add_line_item 3 water"]),
    ("hello, do you have wine?", ["greet", "find_product red-wine"]),
    (
        "wait, make it the brown one, ship to my office, and actually pay on pickup",
        ["change_variant it to=[brown]", "give_address office", "choose_payment pay_on_pickup"],
    ),
    (
        "hola, necesito 十二个鸡蛋 und 2 Milch bitte, für heute abend, kein plastik if posible",
        ["greet", "add_line_item 12 eggs", "add_line_item 2 milk", "note_wish packaging", "need_by"],
    ),
    (
        "where's 1102, also send back the mugs from 1041, and is the rack ok for a 25mm frame? if not forget it",
        ["order_status 1102", "request_return 1041 mugs", "ask_fit 25.0 rack"],
    ),
    ("present for my sister, she likes tea, vegan-ish, max 40, arrives before Saturday", ["find_gift green-tea <=4000 +vegan"]),
    ("snack for my kid, nut allergy, severe", ["find_product hazelnut-bar -nuts"]),
    (
        "THIRD TIME I ASK!!! you idiots lost my parcel. get me a human NOW or I call my lawyer",
        ["complain", "order_status", "ask_person angry"],
    ),
    ("十二个鸡蛋和两盒牛奶", ["add_line_item 12 eggs", "add_line_item 2 milk"]),
    ("ich nehme zwei Tassen und eine Milch", ["add_line_item 2 mugs", "add_line_item milk"]),
    ("quiero dos tazas y una leche", ["add_line_item 2 mugs", "add_line_item milk"]),
]


@pytest.mark.parametrize(("phrase", "act"), [*ENGLISH, *GERMAN, *SPANISH, *FRENCH, *CHINESE, *URDU])
def test_a_phrase_means_one_act(phrase: str, act: str) -> None:
    assert briefs(phrase) == [act]


@pytest.mark.parametrize(("phrase", "acts"), SEVERAL)
def test_several_wishes_come_in_the_order_said(phrase: str, acts: list[str]) -> None:
    assert briefs(phrase) == acts


IN_CART = [
    ("make it three", "change_quantity 3 it"),
    ("one more", "change_quantity 1 it"),
    ("one more mug", "change_quantity 1 mugs"),
    ("only one mug", "change_quantity 1 mugs"),
    ("two more mugs please", "change_quantity 2 mugs"),
    ("change the mugs to 4", "change_quantity 4 mugs"),
    ("i don't want the mugs", "remove_line_item mugs"),
]


@pytest.mark.parametrize(("phrase", "act"), IN_CART)
def test_counts_are_about_what_lies_in_the_cart(phrase: str, act: str) -> None:
    assert briefs(phrase, within=context(cart=("mugs",))) == [act]


@pytest.mark.parametrize(("phrase", "act"), [("make it three", "give_quantity 3"), ("one more mug", "add_line_item 1 mugs")])
def test_the_same_counts_without_a_cart_add_or_answer(phrase: str, act: str) -> None:
    assert briefs(phrase) == [act]


LANGUAGES = [
    ("hello there", "en"),
    ("guten Tag", "de"),
    ("¿tienen leche?", "es"),
    ("bonjour madame", "fr"),
    ("有货吗", "zh"),
    ("کیا یہ دستیاب ہے", "ur"),
    ("hola, necesito 十二个鸡蛋 und 2 Milch bitte, für heute abend, kein plastik if posible", "de"),
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_the_language_is_the_majority_of_the_words(text: str, language: str) -> None:
    assert detector().identify(text, prior="en") == language


@pytest.mark.parametrize("text", ["SAVE10", "1102", "👍", "...", "JKT-BLU-M"])
def test_the_conversations_language_decides_where_words_do_not(text: str) -> None:
    assert detector().identify(text, prior="zh") == "zh"


def test_slots_carry_value_source_confidence_and_place() -> None:
    text = "add 2 mugs under 30"
    slots = {slot.name: slot for slot in read(text).slots}
    assert slots["quantity"].value == 2
    assert slots["max_price"].value == 3000
    span = slots["product"].span
    assert span is not None
    assert text[slice(*span)] == "mugs"
    assert all(0 < slot.confidence <= 1 for slot in slots.values())
