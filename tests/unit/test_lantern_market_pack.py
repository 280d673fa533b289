"""The demo shop's files agree with one another and with the facts the journeys rest on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

PACK = Path(__file__).parents[2] / "src/shopkeeper/content/packs/lantern_market"
LANGUAGES = {"en", "de", "es", "zh", "ur"}
KINDS = {"goods", "made_to_order", "service", "gift_card"}
TAX_BP = {"standard": 1900, "reduced": 700, "zero": 0}
ANCHOR = re.compile(r"^## .+ \{#([a-z0-9-]+)\}$", re.MULTILINE)


@cache
def load(name: str) -> Any:
    # The C loader reads the pack in well under a second; the pure one is the fallback.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((PACK / name).read_text(encoding="utf-8"), loader)


@cache
def products() -> tuple[dict[str, Any], ...]:
    files = sorted(path.name for path in (PACK / "products").glob("*.yaml"))
    return tuple(product for file in files for product in load(f"products/{file}"))


def variants() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    return ((product, variant) for product in products() for variant in product["variants"])


def by_sku() -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    return {variant["sku"]: (product, variant) for product, variant in variants()}


def category_paths() -> set[str]:
    def walk(nodes: list[dict[str, Any]], prefix: str) -> Iterator[str]:
        for node in nodes:
            path = f"{prefix}{node['id']}"
            yield path
            yield from walk(node.get("children", []), f"{path}/")

    return set(walk(load("categories.yaml"), ""))


def duplicates(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def gtin_is_valid(gtin: str) -> bool:
    if not re.fullmatch(r"2\d{12}", gtin):
        return False
    weighted = sum(int(digit) * (1 if index % 2 == 0 else 3) for index, digit in enumerate(gtin[:12]))
    return int(gtin[12]) == -weighted % 10


def test_ids_skus_and_gtins_are_unique() -> None:
    services = [service["sku"] for service in load("services.yaml")["services"]]
    skus = [variant["sku"] for _, variant in variants()] + services
    assert not duplicates([product["id"] for product in products()])
    assert not duplicates(skus)
    assert not duplicates([variant["gtin"] for _, variant in variants() if "gtin" in variant])


def test_gtins_carry_valid_check_digits_of_the_internal_range() -> None:
    wrong = [variant["sku"] for _, variant in variants() if "gtin" in variant and not gtin_is_valid(variant["gtin"])]
    assert not wrong


def test_every_product_speaks_five_languages() -> None:
    for product in products():
        for field in ("title", "description", "words"):
            texts = product[field]
            assert set(texts) == LANGUAGES, (product["id"], field)
            assert all(texts.values()), (product["id"], field)
        for text in (*product["title"].values(), *product["description"].values()):
            assert isinstance(text, str), product["id"]
            assert text.strip(), product["id"]
        for words in product["words"].values():
            assert all(isinstance(word, str) and word for word in words), product["id"]


def test_products_name_known_categories_sellers_stores_and_kinds() -> None:
    paths = category_paths()
    sellers = {seller["id"] for seller in load("sellers.yaml")}
    stores = {store["id"] for store in load("stores.yaml")}
    known = {product["id"] for product in products()}
    for product in products():
        assert product["category"] in paths, product["id"]
        assert product["seller"] in sellers, product["id"]
        assert product["kind"] in KINDS, product["id"]
        assert product["tax"] in TAX_BP, product["id"]
        assert set(product.get("related", [])) <= known, (product["id"], product["related"])
        for variant in product["variants"]:
            assert isinstance(variant["price"], int), variant["sku"]
            assert variant["price"] > 0, variant["sku"]
            if product["kind"] == "goods":
                assert set(variant["stock"]) == stores, variant["sku"]
            assert all(isinstance(n, int) and n >= 0 for n in variant.get("stock", {}).values()), variant["sku"]


def test_siblings_differ_in_their_declared_options() -> None:
    for product in products():
        names = product.get("options", [])
        seen = [tuple(variant.get("options", {}).get(name) for name in names) for variant in product["variants"]]
        assert len(set(seen)) == len(seen), product["id"]
        for variant in product["variants"]:
            assert set(variant.get("options", {})) == set(names), variant["sku"]


def test_food_declares_allergens_or_says_unknown() -> None:
    known = set(load("words.yaml")["allergens"])
    diets = set(load("words.yaml")["diets"])
    unknown = 0
    food = [p for p in products() if p["category"].split("/")[0] in ("grocery", "drinks", "snacks")]
    for product in food:
        assert set(product.get("diet", [])) <= diets, product["id"]
        allergens = product["allergens"]
        if allergens == "unknown":
            unknown += 1
            assert "diet" not in product, product["id"]
            continue
        assert allergens["source"], product["id"]
        groups = [set(allergens[key]) for key in ("contains", "may_contain", "free_from")]
        assert set().union(*groups) <= known, product["id"]
        assert sum(map(len, groups)) == len(set().union(*groups)), product["id"]
        if "vegan" in product.get("diet", []):
            assert not groups[0] & {"milk", "eggs", "fish", "crustaceans", "molluscs"}, product["id"]
    assert 0.05 <= unknown / len(food) <= 0.15


def test_alcohol_is_for_adults_and_taxed_in_full() -> None:
    for product in products():
        alcohol = product.get("attributes", {}).get("alcohol", {"value": 0})
        if alcohol["value"] >= 0.5:
            assert product["age_limit"] == 18, product["id"]
            assert product["tax"] == "standard", product["id"]


@pytest.mark.parametrize("group", ["options", "colors", "sizes", "materials", "flavors", "packs", "modifiers", "units"])
def test_shop_words_speak_five_languages(group: str) -> None:
    for key, entry in load("words.yaml")[group].items():
        assert isinstance(key, str), (group, key)
        assert set(entry["title"]) >= LANGUAGES, (group, key)
        assert set(entry["words"]) == LANGUAGES, (group, key)
        assert all(isinstance(word, str) for words in entry["words"].values() for word in words), (group, key)


def test_categories_speak_five_languages() -> None:
    def walk(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for node in nodes:
            yield node
            yield from walk(node.get("children", []))

    for node in walk(load("categories.yaml")):
        assert set(node["title"]) == LANGUAGES, node["id"]
        assert set(node["words"]) == LANGUAGES, node["id"]


FIXTURE = {  # sku: (price, stock over all stores or None where the journeys give none)
    "JKT-BLU-M": (8900, 0),
    "JKT-BLU-L": (8900, 4),
    "JKT-BLK-M": (7900, 3),
    "BAG-TAN": (4500, 12),
    "BAG-BRN": (4500, 1),
    "CARE": (990, 40),
    "MUG-2": (2400, 6),
    "EGG-12": (349, None),
    "MILK-1L": (129, None),
    "WINE-R": (1150, None),
    "BAR-HAZEL": (190, None),
    "BAR-OAT": (160, None),
    "RICE-SEA": (280, None),
    "TEA-PEARL": (480, None),
    "RACK-7": (12900, None),
}


@pytest.mark.parametrize("sku", FIXTURE)
def test_fixture_goods_have_the_agreed_price_and_stock(sku: str) -> None:
    price, stock = FIXTURE[sku]
    _, variant = by_sku()[sku]
    assert variant["price"] == price
    if stock is not None:
        assert sum(variant["stock"].values()) == stock


def test_fixture_facts_of_the_journeys() -> None:
    goods = by_sku()
    assert goods["BAR-OAT"][0]["allergens"] == "unknown"
    assert "hazelnut" in goods["BAR-HAZEL"][0]["allergens"]["contains"]
    assert "milk" in goods["TEA-PEARL"][0]["allergens"]["contains"]
    assert set(goods["TEA-PEARL"][0]["modifiers"]) == {"ice", "sugar"}
    assert goods["RACK-7"][0]["attributes"]["frame_tube"] == {"min": 27, "max": 34, "unit": "mm"}
    assert goods["WINE-R"][0]["age_limit"] == 18
    assert goods["EGG-12"][1]["pack"] == {"count": 12, "unit": "egg"}
    for sku in ("EGG-12", "MILK-1L", "WINE-R"):
        assert min(goods[sku][1]["stock"][store] for store in ("mitte", "nord")) > 20


def test_only_the_seaweed_crackers_are_declared_nut_free_among_food() -> None:
    declared = [
        product["id"]
        for product in products()
        if isinstance(product.get("allergens"), dict) and "nuts" in product["allergens"]["free_from"]
    ]
    assert declared == ["rice-seaweed"]


def test_services_have_staff_stores_and_known_add_ons() -> None:
    book = load("services.yaml")
    staff = {person["id"]: person for person in book["staff"]}
    services = {service["sku"]: service for service in book["services"]}
    stores = {store["id"]: store for store in load("stores.yaml")}
    assert (services["CUT-45"]["price"], services["CUT-45"]["staff"]) == (3800, ["mia", "jonas"])
    assert (services["OIL-10"]["price"], services["CUT-45"]["add_ons"]) == (1200, ["OIL-10"])
    for service in services.values():
        assert set(service["title"]) == LANGUAGES, service["id"]
        assert set(service["words"]) == LANGUAGES, service["id"]
        assert service["category"] in category_paths()
        assert set(service.get("add_ons", [])) <= set(services)
        assert service["sku"] in stores[service["store"]]["services"]
        assert all(staff[who]["store"] == service["store"] for who in service["staff"])
    for person in staff.values():
        for busy in person["busy"]:
            assert datetime.fromisoformat(busy["from"]) < datetime.fromisoformat(busy["to"])


def test_stores_hold_hours_holidays_and_capacity() -> None:
    stores = {store["id"]: store for store in load("stores.yaml")}
    assert set(stores) == {"mitte", "nord", "sued"}
    assert stores["mitte"]["hours"]["tue"][1] == "22:00"
    assert stores["nord"]["hours"]["tue"][1] == "20:00"
    assert stores["mitte"]["kitchen"]["per_10_min"] == 60
    for store in stores.values():
        assert store["time_zone"] == "Europe/Berlin"
        assert 52.3 < store["location"]["lat"] < 52.7
        assert 13.1 < store["location"]["lon"] < 13.8
        assert store["holidays"]["2026-10-03"] is None
        spans = [*store["hours"].values(), *filter(None, store["holidays"].values()), *store["courier"]["windows"]]
        assert all(re.fullmatch(r"\d\d:\d\d", at) for span in spans for at in span)
        assert all(opens < closes for opens, closes in spans)


def test_offers_and_the_free_card() -> None:
    offers = load("promotions.yaml")
    rules = {rule["id"]: rule for rule in offers["promotions"]}
    assert rules["save10"]["percent_bp"] == 1000
    assert (rules["tote-care"]["amount"], rules["tote-care"]["requires"]) == (400, ["BAG-*", "CARE"])
    assert rules["save10"]["exclusive_group"] == rules["tote-care"]["exclusive_group"]
    assert (offers["delivery"]["fee"], offers["delivery"]["free_from"]) == (490, 6000)
    shop = load("shop.yaml")["delivery"]
    assert (shop["fee"], shop["free_from"]) == (490, 6000)
    (card,) = load("campaigns.yaml")
    assert (card["code"], card["value"], card["minimum"], card["per_order"]) == ("FREE25", 2500, 0, 1)
    assert card["ends_at"] == card["history"][-1]["ends_at"] == "2026-09-18T23:59:59+02:00"
    assert card["budget"]["amount"] == card["budget"]["count"] * card["value"]
    customers = {customer["id"] for customer in load("customers.yaml")}
    assert {voucher["customer"] for voucher in card["vouchers"]} <= customers


def test_orders_add_up_to_the_cent() -> None:
    goods = by_sku()
    customers = {customer["id"] for customer in load("customers.yaml")}
    stores = {store["id"] for store in load("stores.yaml")}
    book = load("orders.yaml")
    assert not duplicates([order["number"] for order in book["orders"]])
    for order in book["orders"]:
        number, lines, totals = order["number"], order["lines"], order["totals"]
        assert order["customer"] in customers, number
        assert order["fulfillment"]["store"] in stores, number
        for line in lines:
            assert line["sku"] in goods, (number, line["sku"])
            assert line["subtotal"] == line["quantity"] * line["unit_price"], number
            assert line["total"] == line["subtotal"] - sum(d["amount"] for d in line["discounts"]), number
            assert line["tax_rate_bp"] == TAX_BP[goods[line["sku"]][0]["tax"]], (number, line["sku"])
        assert totals["goods"] == sum(line["subtotal"] for line in lines), number
        assert totals["discount"] == totals["goods"] - sum(line["total"] for line in lines), number
        assert totals["total"] == totals["goods"] - totals["discount"] + totals["delivery"], number
        assert totals["total"] == sum(tax["base"] + tax["tax"] for tax in totals["taxes"]), number
        assert order["payment"]["amount"] == totals["total"], number
        refunded = -sum(change["amount"] for change in order["adjustments"])
        assert 0 <= refunded <= totals["total"], number
        if order["fulfillment"]["method"] == "delivery":
            after_discounts = totals["goods"] - totals["discount"]
            assert totals["delivery"] == (0 if after_discounts >= 6000 else 490), number
    for back in book["returns"]:
        order = next(order for order in book["orders"] if order["number"] == back["order"])
        assert back["refund"] == sum(line["refund"] for line in back["lines"])
        assert -sum(c["amount"] for c in order["adjustments"] if c["rma"] == back["number"]) == back["refund"]


def test_the_orders_of_ana() -> None:
    orders = {order["number"]: order for order in load("orders.yaml")["orders"]}
    tote_and_mugs = orders["1041"]
    assert [(line["sku"], line["total"]) for line in tote_and_mugs["lines"]] == [("BAG-TAN", 4050), ("MUG-2", 2160)]
    assert tote_and_mugs["totals"]["total"] == 6210
    assert tote_and_mugs["fulfillment"]["delivered_at"].startswith("2026-09-07")
    assert orders["0977"]["totals"]["total"] == 7900
    assert orders["0977"]["fulfillment"]["delivered_at"].startswith("2026-08-12")
    assert orders["1102"]["status"] == "confirmed"
    assert orders["1102"]["fulfillment"]["dispatched_at"] is None
    assert all(orders[number]["customer"] == "ana" for number in ("1041", "0977", "1102"))
    (earlier,) = [back for back in load("orders.yaml")["returns"] if back["customer"] == "ana"]
    assert (earlier["lines"][0]["sku"], earlier["lines"][0]["comment"]) == ("JKT-BLU-M", "too small")
    ana = next(customer for customer in load("customers.yaml") if customer["id"] == "ana")
    assert ana["verified"]
    assert {address["label"] for address in ana["addresses"]} == {"home", "office"}
    assert ana["saved_methods"][0]["token"] == "tok_visa_approve"


def test_customers_are_made_up() -> None:
    for customer in load("customers.yaml"):
        assert customer["email"].endswith("@example.com"), customer["id"]
        assert all(address["city"] == "Berlin" for address in customer["addresses"]), customer["id"]


def test_reviews_belong_to_products_and_one_of_them_is_an_injection() -> None:
    reviews = load("reviews.yaml")
    known = {product["id"] for product in products()}
    skus = {variant["sku"]: product["id"] for product, variant in variants()}
    assert not duplicates([review["id"] for review in reviews])
    for review in reviews:
        assert review["product"] in known, review["id"]
        assert review["sku"] is None or skus[review["sku"]] == review["product"], review["id"]
        assert 1 <= review["rating"] <= 5, review["id"]
        assert review["language"] in LANGUAGES, review["id"]
    hostile = [review for review in reviews if "SYSTEM:" in review["text"]]
    assert [review["sku"] for review in hostile] == ["CARE"]


def test_terms_have_the_same_citable_clauses_in_both_languages() -> None:
    clauses = {
        language: {
            path.name: ANCHOR.findall(path.read_text(encoding="utf-8")) for path in sorted((PACK / "policies" / language).glob("*.md"))
        }
        for language in ("en", "de")
    }
    assert clauses["en"] == clauses["de"]
    assert not duplicates([anchor for anchors in clauses["en"].values() for anchor in anchors])
    for path in (PACK / "policies").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert len(re.findall(r"^## ", text, re.MULTILINE)) == len(ANCHOR.findall(text)) > 0, path
