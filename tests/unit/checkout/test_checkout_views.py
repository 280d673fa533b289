"""Cards: amounts that add up, words from the phrase book, and what is in the way."""

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

import shopkeeper.content
from shopkeeper.adapters.phrases.fluent import FluentPhraseBook
from shopkeeper.adapters.rules.load import load_rules
from shopkeeper.app.queries.cart_view import cart_json
from shopkeeper.app.queries.checkout_delivery import delivery_text
from shopkeeper.app.queries.checkout_view import checkout_json
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.checkout.pricing import Pricing
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.core.ids import CustomerId, ProductId, Sku
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.customers.customer import Customer, SavedMethod
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.store import Courier, Hours
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.domain.policy import command as commands
from shopkeeper.testing.memory.lantern import euro

CONTENT = Path(shopkeeper.content.__file__).parent


@pytest.fixture(scope="module")
def phrases():
    return FluentPhraseBook(CONTENT / "replies", zone="Europe/Berlin")


@pytest.fixture
def card(counter, phrases):
    return lambda: checkout_json(counter.checkout, counter.tx, phrases, "en", counter.moment.now)


@pytest.fixture
def cart_card(counter, phrases):
    return lambda: cart_json(counter.tx.carts.get("crt"), counter.tx, phrases, "en", counter.moment.now)


def amounts(rows):
    return [(row["type"], row["amount"]) for row in rows]


def codes(card):
    return [message["code"] for message in card["messages"]]


def test_j7_the_cart_shows_both_offers_and_what_makes_delivery_free(counter, cart_card):
    counter.add("BAG-TAN")
    counter.add("CARE")
    counter.do(commands.ApplyCode(cart_id="crt", code="SAVE10"))
    card = cart_card()
    assert [row["amount"]["amount"] for row in card["totals"]] == [5490, -549, 4941]
    assert card["totals"][1]["detail"] == "better than Tote and care kit (€4.00 off)"
    assert card["hint"] == "€10.59 more makes delivery free (else €4.90)."
    line = card["lines"][0]
    assert (line["title"], line["variant_label"], line["quantity"], line["max_quantity"]) == ("Leather tote", "tan", 1, 12)
    assert line["total"] == {"amount": 4500, "currency": "EUR"}


def test_lines_that_cannot_be_bought_say_so(counter, cart_card):
    counter.add("MUG-2", 3)
    counter.add("CARE")
    counter.tx.stock.set_on_hand(Sku("MUG-2"), "mitte", 2)
    counter.tx.catalog.remove(ProductId("care-kit"))
    mugs, care = cart_card()["lines"]
    assert mugs["note"] == "only 2 left"
    assert (care["note"], care["total"]["amount"]) == ("no longer sold", 0)


def test_an_empty_cart_is_a_card_too(counter, cart_card):
    counter.add("CARE")
    counter.do(commands.ClearCart(cart_id="crt"))
    card = cart_card()
    assert (card["lines"], card["count"], card["hint"]) == ([], 0, None)


def test_before_delivery_is_chosen_the_card_prices_and_asks(counter, card):
    counter.add("BAG-TAN")
    counter.start()
    shown = card()
    assert shown["status"] == "incomplete"
    assert (shown["digest"], shown["expires_at"], shown["order"]) == (None, None, None)
    assert codes(shown) == ["delivery_missing"]
    assert [(o["id"], o["amount"]) for o in shown["fulfillment"]["options"]] == [("delivery", 490), ("pickup", 0)]
    assert shown["totals"][-1]["amount"] == 4500


def test_a_quote_on_the_card_adds_up_to_the_cent(counter, card):
    counter.add("BAG-TAN")
    counter.add("EGG-12", 3)
    counter.do(commands.ApplyCode(cart_id="crt", code="SAVE10"))
    counter.start()
    counter.deliver()
    shown = card()
    assert shown["status"] == "ready_for_complete"
    assert shown["digest"] == counter.checkout.quote.digest
    assert shown["expires_at"] == "2026-09-15T08:30:00Z"
    rows = shown["totals"]
    assert [row["type"] for row in rows] == ["subtotal", "discount", "fulfillment", "tax", "tax", "total"]
    assert sum(row["amount"] for row in rows[:-1] if not row["included"]) == rows[-1]["amount"]
    assert [row["display_text"] for row in rows if row["type"] == "tax"] == ["incl. 19 % VAT", "incl. 7 % VAT"]
    for line in shown["line_items"]:
        assert sum(row["amount"] for row in line["totals"][:-1]) == line["totals"][-1]["amount"]
    assert shown["line_items"][0]["item"]["title"] == "Leather tote, tan"
    assert shown["fulfillment"]["label"] == "Standard delivery, 2–3 working days"
    assert shown["fulfillment"]["address"]["line1"] == "Lindenstr. 3"
    assert shown["buyer"]["full_name"] == "Ana"
    assert shown["discounts"]["applied"] == [{"code": "SAVE10", "title": "10 % off", "amount": 555}]
    assert [method["id"] for method in shown["payment"]["methods"]] == ["card"]
    assert codes(shown) == []


def test_pickup_names_store_and_time_and_can_be_paid_there(counter, card):
    counter.add("BAG-TAN")
    counter.start()
    counter.pick_up()
    shown = card()
    assert shown["fulfillment"]["label"].startswith("Pickup at Mitte, ready Tue 15 Sep, 11:00")
    assert [method["id"] for method in shown["payment"]["methods"]] == ["card", "pay_on_pickup"]


def test_a_customer_with_a_saved_card_may_use_it(counter, card):
    ana = Customer(id=CustomerId("ana"), name="Ana", email="ana@example.org", saved_methods=(SavedMethod(token="t", label="Visa"),))
    counter.tx.customers.save(ana)
    counter.add("BAG-TAN")
    cart = counter.tx.carts.get("crt")
    counter.tx.carts.save(type(cart)(id=cart.id, lines=cart.lines, customer_id=ana.id))
    counter.start()
    shown = card()
    assert [method["id"] for method in shown["payment"]["methods"]] == ["card", "saved_card"]
    assert shown["buyer"]["email"] == "ana@example.org"


def test_j8_both_prices_stand_above_the_pay_button(counter, card):
    counter.add("BAG-TAN")
    counter.start()
    counter.pick_up()
    counter.next_turn()
    counter.tx.catalog.set_price(Sku("BAG-TAN"), euro(4900))
    counter.pay()
    message = card()["messages"][0]
    assert (message["code"], message["severity"]) == ("price_changed", "requires_buyer_review")
    assert message["content"] == "The price changed from €45.00 to €49.00. Nothing was charged."


def test_a_price_that_ran_out_is_said_and_after_a_check_said_again(counter, card):
    counter.add("BAG-TAN")
    counter.start()
    counter.pick_up()
    counter.next_turn(minutes=31)
    assert codes(card()) == ["quote_expired"]
    counter.pay()
    assert codes(card()) == ["price_checked"]


@pytest.mark.parametrize(
    ("status", "shown_as", "message"),
    [
        (PaymentStatus.CREATED, "processing", False),
        (PaymentStatus.UNKNOWN, "unknown", True),
        (PaymentStatus.DECLINED, "declined", True),
        (PaymentStatus.CAPTURED, "captured", False),
    ],
)
def test_the_payment_as_the_shopper_sees_it(counter, card, status, shown_as, message):
    counter.add("BAG-TAN")
    counter.start()
    counter.pick_up()
    counter.pay()
    payment = counter.tx.payments.get(counter.checkout.payment_id)
    counter.tx.payments.save(payment.learn(status))
    shown = card()["payment"]
    assert shown["status"] == shown_as
    assert (shown["message"] is not None) is message


def test_the_address_of_the_pay_page_is_on_the_card_while_it_is_needed(counter, card):
    counter.add("BAG-TAN")
    counter.start()
    counter.pick_up()
    counter.pay()
    payment = counter.tx.payments.get(counter.checkout.payment_id)
    counter.tx.payments.save(payment.learn(PaymentStatus.REQUIRES_ACTION, action_url="/pay/1"))
    assert card()["continue_url"] == "/pay/1"
    counter.tx.payments.save(payment.learn(PaymentStatus.CAPTURED, action_url="/pay/1"))
    assert card()["continue_url"] is None


def test_a_finished_checkout_shows_what_was_bought_and_the_order(counter, card):
    counter.add("BAG-TAN")
    counter.start()
    counter.pick_up()
    counter.update(payment_method=PaymentMethod.PAY_ON_PICKUP)
    ran = counter.pay()
    shown = card()
    assert shown["status"] == "completed"
    assert shown["order"]["number"] == ran.facts["number"]
    assert shown["totals"][-1]["amount"] == 4500
    assert shown["digest"] is None


def test_every_code_of_a_rule_has_words(phrases):
    keys = phrases.keys("en")
    for rule in load_rules(CONTENT / "rules"):
        key = f"confirm-{rule.code}" if rule.effect == "confirm" else f"refusal-{rule.code}"
        assert key in keys, key
    assert "refusal-rule_unclear" in keys


def test_refusals_of_commands_can_be_said(counter, phrases):
    counter.add("MUG-2", 2)
    counter.start()
    refusals = [counter.pick_up("nord"), counter.do(commands.ApplyCode(cart_id="crt", code="NOPE"))]
    counter.tx.stock.set_on_hand(Sku("MUG-2"), "mitte", 1)
    refusals.append(counter.start())
    said = [phrases.render(Say(key=f"refusal.{r.code}", facts=r.params), locale="en") for r in refusals if isinstance(r, Refusal)]
    assert said[0] == "Nord has only 0 of 2 × Two mugs. It can be had at: Mitte."
    assert said[1] == "There is no code “NOPE”."
    assert (
        said[2] == "Nord has only 0 of 2 × Two mugs. It can be had at: Mitte."
    )  # what was asked for last is kept, though it cannot be had


def test_the_card_names_the_courier_before_and_the_window_after_it_is_promised(counter, card):
    profile, stores = counter.tx.shop.profile(), counter.tx.shop.stores()
    counter.tx.shop.put_profile(replace(profile, delivery=replace(profile.delivery, courier_only=("test",))))
    window = Hours(opens=time(12), closes=time(14))
    courier = Courier(windows=(window,), orders_per_window=5, picking=timedelta(minutes=20), travel=timedelta(minutes=20))
    counter.tx.shop.put_stores([replace(store, courier=courier, service_postal_codes=frozenset({"10969"})) for store in stores])
    counter.add("EGG-12")
    counter.start()
    assert card()["fulfillment"]["options"][0]["label"] == "By courier, at a time of your choice"
    counter.deliver()
    shown = card()["fulfillment"]
    assert shown["label"] == "Courier from Mitte, Tue 15 Sep, 12:00–14:00"
    assert [option["label"] for option in shown["options"]] == [shown["label"], "Pickup at a store"]


@pytest.mark.parametrize(
    ("charged", "said"), [(1, "Delivery in 2 parts, one fee"), (2, "Delivery, 2 couriers at €2.45 each")]
)  # fmt: skip
def test_what_several_couriers_cost_stands_in_the_line_of_the_fee(phrases, charged, said):
    priced = Pricing(
        currency="EUR", lines=(), applied=(), rejected=(), delivery_fee=euro(490), taxes=(), rides=2, rides_charged=charged
    )  # fmt: skip
    assert delivery_text(DeliveryMethod.DELIVERY, priced, phrases, "en") == said
