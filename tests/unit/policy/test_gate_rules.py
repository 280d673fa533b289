"""The shipped rules over real facts: what is refused, asked, or handed to a person, and in which words."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

import shopkeeper.content
from shopkeeper.adapters.addresses.i18n import I18nAddressForms
from shopkeeper.adapters.rules.cel import compile_condition
from shopkeeper.adapters.rules.load import load_rules
from shopkeeper.app.moment import Moment
from shopkeeper.app.registry import run
from shopkeeper.app.turn.gate import GateKeeper
from shopkeeper.domain.checkout.checkout import CheckoutStatus
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.conversation.events import CommandRan, CommandRefused, ConversationStarted
from shopkeeper.domain.core.ids import CartId, ConversationId, CustomerId, LineId, ProductId, Sku, StoreId, TurnId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.customers.customer import Address, Customer
from shopkeeper.domain.policy import command as commands
from shopkeeper.domain.policy.gate import Gate
from shopkeeper.domain.policy.permit import AskConfirmation, Deny, NeedsOperator, Permit
from shopkeeper.domain.policy.rule import Layer, Rule, RuleEffect, UnclearCondition
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.memory.lantern import OPENING, PROFILE, euro, open_lantern

RULES = load_rules(Path(shopkeeper.content.__file__).parent / "rules")
CART, CONVERSATION = CartId("crt"), ConversationId("cnv")
PRODUCT_OF = {"BAG-TAN": "tote", "MUG-2": "mugs", "CARE": "care-kit", "WINE-R": "riesling", "EGG-12": "eggs", "JKT-BLU-M": "jacket"}


class Door:
    def __init__(self) -> None:
        self.tx = MemoryTransaction()
        open_lantern(self.tx)
        started = ConversationStarted(conversation_id=CONVERSATION, cart_id=CART, locale="en", storefront="default", customer_id=None)
        self.tx.conversations.start(started, token_hash="", at=OPENING)
        self.moment = Moment(now=OPENING, actor="shopper", conversation_id=CONVERSATION, turn_id=TurnId("t1"))
        self.keeper = GateKeeper(Gate(RULES), addresses=I18nAddressForms())

    def judge(self, command, **said):
        return self.keeper.judge(command, self.tx, self.tx.conversations.get(CONVERSATION), self.moment, **said)

    def do(self, command):
        verdict = self.judge(command)
        state = self.tx.conversations.get(CONVERSATION)
        name = type(command).__name__
        if isinstance(verdict, Permit):
            ran = run(verdict, self.tx, self.moment)
            event = CommandRan(command=name, facts={}, rule_versions=verdict.rule_versions)
            self.tx.conversations.append(state, (event, *ran.events), at=self.moment.now)
        else:
            self.tx.conversations.append(state, [CommandRefused(command=name, code=verdict.code, rule=verdict.rule)], at=self.moment.now)
        return verdict

    def add(self, sku, quantity=1, **said):
        return self.judge(add(sku, quantity), **said)

    @property
    def checkout(self):
        return self.tx.checkouts.open_for(CART)


def add(sku, quantity=1, **more):
    return commands.AddLineItem(cart_id=CART, sku=Sku(sku), product_id=ProductId(PRODUCT_OF.get(sku, "none")), quantity=quantity, **more)


@pytest.fixture
def door():
    return Door()


@pytest.fixture
def quoted(door):
    door.do(add("BAG-TAN"))
    door.do(commands.StartCheckout(cart_id=CART, conversation_id=CONVERSATION))
    choice = DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId("mitte"))
    door.do(commands.UpdateCheckout(checkout_id=door.checkout.id, delivery=choice))
    return door


def complete(door, digest=None):
    agreed = digest or door.checkout.quote.digest
    return commands.CompleteCheckout(checkout_id=door.checkout.id, digest=agreed, consent_text="pay")


def test_an_ordinary_wish_passes_and_the_permit_names_the_rules(door):
    permit = door.add("BAG-TAN", 2)
    assert isinstance(permit, Permit)
    assert permit.rule_versions["shop.more_than_available"] == 1
    assert permit.rule_versions["law.youth_protection.minor"] == 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (add("MUG-2", -3), "quantity_not_positive"),
        (add("MUG-2", 0), "quantity_not_positive"),
        (add("EGG-12", 10**9), "quantity_absurd"),
        (add("EGG-12", 10**30), "quantity_absurd"),
        (add("MUG-2", 7), "more_than_available"),
        (add("JKT-BLU-M"), "sold_out"),
        (add("NO-SUCH"), "variant_unknown"),
        (replace(add("MUG-2"), product_id=ProductId("tote")), "variant_unknown"),
        (add("MUG-2", modifiers={"ice": "less"}), "modifier_unknown"),
        (commands.ChangeQuantity(cart_id=CART, line_id=LineId("li"), quantity=2), "line_unknown"),
        (commands.RemoveLineItem(cart_id=CART, line_id=LineId("li")), "line_unknown"),
        (commands.StartCheckout(cart_id=CART, conversation_id=CONVERSATION), "cart_empty"),
        (commands.ApplyCode(cart_id=CART, code="x" * 41), "code_unreadable"),
        (commands.UpdateCheckout(checkout_id="chk", email="ana@example.org"), "checkout_closed"),
        (commands.CompleteCheckout(checkout_id="chk", digest="sha256:0", consent_text="pay"), "checkout_closed"),
    ],
)
def test_j14_absurd_orders_are_refused_by_a_rule(door, command, code):
    verdict = door.judge(command)
    assert isinstance(verdict, Deny)
    assert verdict.code == code


def test_j14_bulk_goes_to_a_person_with_the_cap_explained(door):
    verdict = door.add("EGG-12", 18_000)
    assert isinstance(verdict, NeedsOperator)
    assert verdict.code == "bulk"
    assert verdict.params == {"title": "Twelve eggs", "wanted": 18_000, "max": PROFILE.max_line_quantity}


def test_what_lies_in_the_cart_counts(door):
    door.do(add("MUG-2", 4))
    verdict = door.add("MUG-2", 4)
    assert verdict.code == "more_than_available"
    assert verdict.params == {"title": "Two mugs", "available": 6, "wanted": 8, "have": 4}


def test_what_the_own_checkout_holds_is_not_lost_to_it(quoted):
    assert isinstance(quoted.add("BAG-TAN", 11), Permit)
    assert quoted.add("BAG-TAN", 12).code == "more_than_available"


def test_j14_the_same_wish_five_hundred_times_meets_a_cap_and_no_crash(door):
    verdicts = [door.do(add("MUG-2", 2)) for _ in range(500)]
    assert door.tx.carts.get(CART).count == 6
    codes = {verdict.code for verdict in verdicts if isinstance(verdict, Deny)}
    assert codes == {"more_than_available"}
    assert door.add("CARE").code == "too_many_commands"
    door.moment = replace(door.moment, now=OPENING + timedelta(minutes=2))
    assert isinstance(door.add("CARE"), Permit)


def test_a_full_cart_takes_no_new_line_but_more_of_an_old_one(door):
    door.do(add("CARE"))
    cart = door.tx.carts.get(CART)
    for number in range(99):
        cart = cart.add(sku=Sku(f"X{number}"), product_id=ProductId("x"), quantity=1)
    door.tx.carts.save(cart)
    assert door.add("MUG-2").code == "cart_full"
    assert isinstance(door.add("CARE"), Permit)


def test_j22_a_stated_or_known_minor_is_refused_that_one_thing(door):
    assert door.add("WINE-R", stated_age=16).code == "age_minor"
    assert isinstance(door.add("EGG-12", stated_age=16), Permit)
    door.tx.customers.save(Customer(id=CustomerId("kid"), name="Kid", birth_year=2011))
    door.moment = replace(door.moment, customer_id=CustomerId("kid"))
    assert door.add("WINE-R").code == "age_minor"


def test_wine_asks_for_the_age_once_and_for_exactly_this(door):
    asked = door.add("WINE-R")
    assert isinstance(asked, AskConfirmation)
    assert (asked.code, asked.params["age"]) == ("age_check", 18)
    assert isinstance(door.add("WINE-R", 2, confirmed=asked.digest), AskConfirmation)
    permit = door.add("WINE-R", confirmed=asked.digest)
    assert isinstance(permit, Permit)
    run(permit, door.tx, door.moment)
    assert isinstance(door.add("WINE-R"), Permit)


def test_a_grown_up_by_record_is_not_asked_and_nobody_is_asked_for_what_is_refused_anyway(door):
    assert door.add("WINE-R", 40).code == "more_than_available"
    door.tx.customers.save(Customer(id=CustomerId("ana"), name="Ana", birth_year=1990))
    door.moment = replace(door.moment, customer_id=CustomerId("ana"))
    assert isinstance(door.add("WINE-R"), Permit)


@pytest.mark.parametrize(("year", "kind"), [(2007, Permit), (2008, AskConfirmation), (2009, Deny)])
def test_a_birth_year_alone_leaves_one_year_open(door, year, kind):
    door.tx.customers.save(Customer(id=CustomerId("c"), name="C", birth_year=year))
    door.moment = replace(door.moment, customer_id=CustomerId("c"))
    assert isinstance(door.add("WINE-R"), kind)


def test_a_minor_known_by_checkout_time_cannot_complete(quoted):
    quoted.tx.carts.save(quoted.tx.carts.get(CART).add(sku=Sku("WINE-R"), product_id=ProductId("riesling"), quantity=1))
    assert quoted.judge(complete(quoted), stated_age=16).code == "age_minor"


def test_only_the_digest_on_the_table_can_be_agreed_to(quoted):
    old = quoted.checkout.quote.digest
    assert isinstance(quoted.judge(complete(quoted)), Permit)
    quoted.do(add("CARE"))
    verdict = quoted.judge(complete(quoted, old))
    assert (verdict.code, verdict.rule) == ("quote_changed_since", "law.terms.agreed_price")
    assert verdict.params["total"] == euro(5090)


def test_a_long_gone_quote_has_to_be_started_anew(quoted):
    quoted.moment = replace(quoted.moment, now=OPENING + timedelta(minutes=40))
    assert isinstance(quoted.judge(complete(quoted)), Permit), "the command itself renews it and asks again"
    quoted.moment = replace(quoted.moment, now=OPENING + timedelta(days=2))
    assert quoted.judge(complete(quoted)).code == "quote_lapsed"


def test_after_the_order_pay_is_still_answered(quoted):
    command = complete(quoted)
    checkout = replace(quoted.checkout, status=CheckoutStatus.COMPLETED, order_number="1103")
    quoted.tx.checkouts.save(checkout)
    assert isinstance(quoted.judge(command), Permit)


def test_incomplete_checkouts_are_told_what_is_missing(door):
    door.do(add("CARE"))
    door.do(commands.StartCheckout(cart_id=CART, conversation_id=CONVERSATION))
    verdict = door.judge(complete(door, "sha256:0"))
    assert verdict.code in {"checkout_incomplete", "quote_changed_since"}


def test_where_and_to_whom(quoted):
    abroad = Address(line1="Rue 1", postal_code="75001", city="Paris", country="FR")
    update = commands.UpdateCheckout(
        checkout_id=quoted.checkout.id, delivery=DeliveryChoice(method=DeliveryMethod.DELIVERY, address=abroad)
    )
    verdict = quoted.judge(update)
    assert (verdict.code, verdict.params) == ("country_not_served", {"country": "FR", "countries": "AT, DE"})
    nowhere = DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId("atlantis"))
    assert quoted.judge(replace(update, delivery=nowhere)).code == "store_unknown"
    for email, kind in (("ana@example.org", Permit), ("ana@", Deny), ("a b@c.de", Deny), ("@", Deny)):
        assert isinstance(quoted.judge(commands.UpdateCheckout(checkout_id=quoted.checkout.id, email=email)), kind), email


def test_a_very_dear_order_needs_a_person(quoted):
    quoted.tx.catalog.set_price(Sku("BAG-TAN"), euro(600_000))
    quoted.do(commands.StartCheckout(cart_id=CART, conversation_id=CONVERSATION))
    verdict = quoted.judge(complete(quoted))
    assert isinstance(verdict, NeedsOperator)
    assert verdict.params == {"total": euro(600_000), "max": euro(500_000)}


@pytest.mark.parametrize("condition", ["nowhere > 1", "command.nowhere > 1", "command.quantity > 'x'", "command.quantity"])
def test_a_condition_that_cannot_be_answered_denies(condition):
    rule = Rule(
        id="odd",
        version=3,
        layer=Layer.SHOP,
        commands=frozenset({"AddLineItem"}),
        effect=RuleEffect.CONFIRM,
        code="odd",
        condition=condition,
        when=compile_condition(condition),
        params={},
    )
    verdict = Gate([rule]).judge(add("CARE"), {"command": {"quantity": 1}}, today=date(2026, 9, 15))
    assert verdict == Deny(rule="odd", version=3, code="rule_unclear")


def test_conditions_see_the_facts_given_not_those_before():
    when = compile_condition("a > 1")
    assert [when({"a": 2}), when({"a": 1}), when({"a": 2})] == [True, False, True]
    with pytest.raises(UnclearCondition):
        when({})


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("- {id: a}", "missing"),
        ("{}", "list"),
        ("- {id: a, version: 1, layer: shop, commands: [AddLineItem], when: 'true', effect: deny, code: x, kind: y}", "unknown"),
        ("- {id: a, version: 1, layer: shop, commands: [Fly], when: 'true', effect: deny, code: x}", "no such command"),
        ("- {id: a, version: 1, layer: shop, commands: [AddLineItem], when: '1 +', effect: deny, code: x}", "parse"),
        ("- {id: a, version: 1, layer: god, commands: [AddLineItem], when: 'true', effect: deny, code: x}", "god"),
        ("- {id: a, version: 1, layer: shop, commands: [AddLineItem], when: 'true', effect: deny, code: x, valid_from: soon}", "date"),
    ],
)
def test_a_wrong_rule_file_says_what_is_wrong(tmp_path, text, word):
    (tmp_path / "bad.yaml").write_text(text)
    with pytest.raises(InvalidInput, match=word):
        load_rules(tmp_path)


def test_two_versions_of_a_rule_follow_one_another_in_time(tmp_path):
    line = "- {{id: a, version: {}, layer: shop, commands: [AddLineItem], when: 'true', effect: deny, code: v{}, {}: 2026-09-{}}}\n"
    (tmp_path / "r.yaml").write_text(line.format(1, 1, "valid_to", 15) + line.format(2, 2, "valid_from", 16))
    gate = Gate(load_rules(tmp_path))
    assert [gate.judge(add("CARE"), {}, today=date(2026, 9, day)).code for day in (15, 16)] == ["v1", "v2"]
    (tmp_path / "r.yaml").write_text(line.format(1, 1, "valid_to", 16) + line.format(2, 2, "valid_from", 16))
    with pytest.raises(InvalidInput, match="overlap"):
        load_rules(tmp_path)
