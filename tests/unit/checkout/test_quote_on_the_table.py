"""Quote, holds and consent stay one story while the shopper changes their mind."""

from shopkeeper.app.commands.ran import Ran
from shopkeeper.domain.checkout.checkout import CheckoutStatus, PaymentMethod
from shopkeeper.domain.conversation.state import HandoffState
from shopkeeper.domain.core.ids import LineId, ProductId, Sku
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.customers.customer import Address
from shopkeeper.domain.policy import command as commands
from shopkeeper.testing.memory.lantern import TOTE_CARE, euro


def test_a_cart_reserves_nothing(counter):
    counter.add("BAG-TAN", 2)
    assert counter.held == {}
    assert counter.start().facts["missing"] == "delivery"
    assert counter.held == {}
    assert counter.checkout.quote is None


def test_a_delivery_without_address_asks_for_it(counter):
    counter.add("BAG-TAN")
    counter.start()
    assert counter.deliver(None).facts["missing"] == "address"
    blank = Address(line1="  ", postal_code="1", city="B", country="DE")
    assert counter.deliver(blank).facts["missing"] == "address"
    assert counter.checkout.status is CheckoutStatus.INCOMPLETE


def test_a_quote_holds_the_goods_at_the_store(counter):
    counter.add("BAG-TAN", 2)
    counter.start()
    counter.pick_up("nord")
    assert counter.held == {("BAG-TAN", "nord"): 2}
    assert counter.checkout.status is CheckoutStatus.READY_FOR_COMPLETE
    assert counter.checkout.quote.total == euro(9000)
    counter.pick_up("mitte")
    assert counter.held == {("BAG-TAN", "mitte"): 2}


def test_a_delivery_is_sent_from_one_store_where_one_has_it_all_else_split(counter):
    counter.add("BAG-TAN", 4)
    counter.add("MUG-2", 1)
    counter.start()
    counter.deliver()
    assert counter.held == {("BAG-TAN", "mitte"): 4, ("MUG-2", "mitte"): 1}
    tan = counter.tx.carts.get("crt").lines[0].id
    counter.do(commands.ChangeQuantity(cart_id="crt", line_id=tan, quantity=10))
    assert counter.held == {("BAG-TAN", "mitte"): 8, ("BAG-TAN", "nord"): 2, ("MUG-2", "mitte"): 1}


def test_a_store_that_has_too_little_is_refused_and_the_quote_stays(counter):
    counter.add("MUG-2", 2)
    counter.start()
    counter.pick_up("mitte")
    digest = counter.checkout.quote.digest
    refusal = counter.pick_up("nord")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "short_stock"
    assert (refusal.params["available"], refusal.params["store"]) == (0, "Nord")
    assert refusal.params["stores"] == ({"store_id": "mitte", "store": "Mitte", "available": 6},)
    assert counter.checkout.quote.digest == digest
    assert counter.held == {("MUG-2", "mitte"): 2}


def test_j7_numbers_with_the_loser_listed(counter):
    counter.add("BAG-TAN")
    counter.add("CARE")
    ran = counter.do(commands.ApplyCode(cart_id="crt", code=" save10 "))
    assert ran.facts["code"] == "code_applied"
    assert ran.facts["goods_total"] == euro(4941)
    assert ran.facts["others"] == [{"title": TOTE_CARE.title, "amount": euro(400), "reason": "not_stackable"}]
    counter.start()
    counter.deliver()
    quote = counter.checkout.quote
    assert (quote.goods, quote.discount, quote.delivery_fee, quote.total) == (euro(5490), euro(549), euro(490), euro(5431))
    assert [(r.title, r.amount) for r in quote.rejected] == [(TOTE_CARE.title, euro(400))]


def test_unknown_codes_are_refused_and_not_kept(counter):
    counter.add("CARE")
    refusal = counter.do(commands.ApplyCode(cart_id="crt", code="STAFF50"))
    assert (refusal.code, refusal.params["code"]) == ("code_unknown_code", "STAFF50")
    assert counter.tx.carts.get("crt").codes == ()


def test_asking_again_keeps_the_quote_and_later_renews_it(counter):
    counter.add("CARE")
    counter.start()
    counter.pick_up()
    first = counter.checkout.quote
    counter.next_turn(minutes=5)
    assert counter.start().facts["quote"] == "standing"
    assert counter.checkout.quote is first
    counter.next_turn(minutes=15)
    assert counter.start().facts["quote"] == "standing"
    assert counter.checkout.quote.digest == first.digest
    assert counter.checkout.quote.expires_at > first.expires_at
    assert {hold.expires_at for hold in counter.tx.stock.all_held()} == {counter.checkout.quote.expires_at}


def test_j13_change_of_mind_moves_the_hold_and_names_the_conflict(counter, office):
    counter.add("BAG-TAN")
    counter.start()
    counter.deliver()
    first = counter.checkout.quote
    counter.next_turn()
    swapped = counter.do(commands.ChangeVariant(cart_id="crt", line_id=counter.line_id, sku=Sku("BAG-BRN"), product_id=ProductId("tote")))
    assert swapped.facts["quote"] == "new"
    counter.deliver(office)
    conflict = counter.update(payment_method=PaymentMethod.PAY_ON_PICKUP)
    assert isinstance(conflict, Refusal)
    assert conflict.code == "pickup_payment_conflict"
    assert conflict.params["ways"] == ["deliver_and_pay_now", "pickup_and_pay_there"]
    assert counter.held == {("BAG-BRN", "mitte"): 1}
    checkout = counter.checkout
    assert len(checkout.quotes) == 2, "one new quote, however many things changed in the turn"
    assert checkout.quote.digest != first.digest
    assert checkout.quote.delivery.address == office


def test_forget_it_frees_everything_and_keeps_the_cart(counter):
    counter.add("BAG-TAN")
    counter.start()
    counter.deliver()
    ran = counter.do(commands.CancelCheckout(checkout_id=counter.checkout.id, reason="shopper"))
    assert ran.facts["holds_released"] == 1
    assert counter.held == {}
    assert counter.checkout.status is CheckoutStatus.CANCELED
    assert counter.checkout.quote is None
    assert counter.tx.carts.get("crt").count == 1
    again = counter.do(commands.CancelCheckout(checkout_id=counter.checkout.id, reason="shopper"))
    assert isinstance(again, Ran)
    counter.next_turn()
    assert counter.start().facts["code"] == "checkout_started"


def test_clearing_the_cart_closes_the_checkout(counter):
    counter.add("BAG-TAN")
    counter.start()
    counter.deliver()
    ran = counter.do(commands.ClearCart(cart_id="crt"))
    assert ran.facts["cart_count"] == 0
    assert counter.held == {}
    assert counter.checkout.status is CheckoutStatus.CANCELED
    assert counter.tx.conversations.get("cnv").checkout_id is None


def test_removing_the_last_line_takes_the_quote_off_the_table(counter):
    counter.add("BAG-TAN")
    counter.start()
    counter.deliver()
    ran = counter.do(commands.RemoveLineItem(cart_id="crt", line_id=counter.line_id))
    assert ran.facts["quote"] == "none"
    assert counter.held == {}
    assert counter.checkout.status is CheckoutStatus.INCOMPLETE


def test_goods_sold_meanwhile_are_told_before_an_address_is_asked_for(counter):
    counter.add("MUG-2", 3)
    counter.tx.stock.set_on_hand(Sku("MUG-2"), "mitte", 2)
    refusal = counter.start()
    assert (refusal.code, refusal.params["wanted"], refusal.params["available"]) == ("short_stock", 3, 2)
    assert refusal.params["title"] == "Two mugs"


def test_a_cart_change_that_cannot_be_held_says_so_and_voids_the_quote(counter):
    counter.add("BAG-TAN")
    counter.start()
    counter.pick_up("nord")
    ran = counter.do(commands.ChangeVariant(cart_id="crt", line_id=counter.line_id, sku=Sku("BAG-BRN"), product_id=ProductId("tote")))
    assert ran.facts["quote"] == "void"
    assert ran.facts["problem"]["params"]["elsewhere"] == ("Mitte",)
    assert counter.held == {}
    assert counter.checkout.status is CheckoutStatus.INCOMPLETE


def test_a_product_that_left_the_shop_cannot_be_quoted(counter):
    counter.add("CARE")
    counter.start()
    counter.tx.catalog.remove(ProductId("care-kit"))
    assert counter.pick_up().code == "line_gone"


def test_unknown_lines_are_refused(counter):
    counter.add("CARE")
    nowhere = LineId("li-nowhere")
    for command in (
        commands.ChangeQuantity(cart_id="crt", line_id=nowhere, quantity=2),
        commands.RemoveLineItem(cart_id="crt", line_id=nowhere),
        commands.ChangeVariant(cart_id="crt", line_id=nowhere, sku=Sku("CARE"), product_id=ProductId("care-kit")),
    ):
        assert counter.do(command).code == "line_unknown"


def test_an_email_changes_no_quote(counter):
    counter.add("CARE")
    counter.start()
    counter.pick_up()
    quote = counter.checkout.quote
    counter.update(email="ana@example.org")
    assert counter.checkout.quote is quote
    assert counter.checkout.email == "ana@example.org"


def test_a_person_is_asked_for_once(counter):
    ask = commands.RequestHandoff(conversation_id="cnv", reason="asked")
    assert counter.do(ask).facts["code"] == "handoff_requested"
    assert counter.do(ask).facts["code"] == "handoff_already"
    assert counter.tx.conversations.get("cnv").handoff is HandoffState.QUEUED
