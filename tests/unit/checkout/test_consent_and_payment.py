"""Money moves only against the price that was agreed to, and only once."""

import typing
from datetime import UTC, datetime

import pytest

from shopkeeper.domain.cart.substitution import SubstituteRule, Substitution
from shopkeeper.domain.checkout.checkout import CheckoutStatus, PaymentMethod
from shopkeeper.domain.core.ids import BookingId, CheckoutId, Digest, MandateId, RmaNumber, Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.mandates.wish import MandateWish
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.domain.policy import command as commands
from shopkeeper.domain.returns.rma import ReturnReason, RmaKind
from shopkeeper.testing.memory.lantern import euro


@pytest.fixture
def ready(counter):
    """One tote, picked up in Mitte: 45.00 on the table."""
    counter.add("BAG-TAN")
    counter.start()
    counter.pick_up()
    counter.next_turn(minutes=1)
    return counter


def payments(counter):
    return counter.tx.payments.for_checkout(counter.checkout.id)


def authorizations(counter):
    return [effect for effect in counter.tx.outbox._effects.values() if effect.kind == "authorize_payment"]


def learn(counter, status):
    payment = payments(counter)[-1]
    counter.tx.payments.save(payment.learn(status))


def test_consent_starts_one_payment_of_the_agreed_amount(ready):
    ran = ready.pay()
    payment = payments(ready)[0]
    assert ran.facts["code"] == "payment_created"
    assert (payment.amount, payment.quote_digest) == (euro(4500), ready.checkout.quote.digest)
    assert ready.checkout.status is CheckoutStatus.COMPLETE_IN_PROGRESS
    assert ready.checkout.consent.text == "pay"
    effect = authorizations(ready)[0]
    assert effect.body == {"payment_id": payment.id}
    assert effect.turn_id == "t2"


def test_j10_pressing_pay_three_times_is_one_payment(ready):
    first = ready.pay()
    second = ready.pay()
    ready.next_turn(minutes=2)
    third = ready.pay()
    assert {first.facts["payment_id"], second.facts["payment_id"], third.facts["payment_id"]} == {payments(ready)[0].id}
    assert len(payments(ready)) == 1
    assert len(authorizations(ready)) == 1
    assert len(ready.checkout.consents) == 1


def test_j10_pressing_pay_on_a_finished_checkout_shows_the_same_order(ready):
    ready.update(payment_method=PaymentMethod.PAY_ON_PICKUP)
    first = ready.pay()
    second = ready.pay()
    assert first.facts["number"] == second.facts["number"] == ready.checkout.order_number
    assert payments(ready) == []
    assert ready.tx.stock.on_hand["BAG-TAN", "mitte"] == 7
    assert ready.held == {}


def test_j8_a_risen_price_charges_nothing_and_asks_again(ready):
    agreed = ready.checkout.quote
    ready.tx.catalog.set_price(Sku("BAG-TAN"), euro(4900))
    ran = ready.pay(agreed.digest)
    assert ran.facts["code"] == "price_changed"
    assert (ran.facts["old_total"], ran.facts["new_total"]) == (euro(4500), euro(4900))
    assert payments(ready) == []
    checkout = ready.checkout
    assert checkout.consents[0].digest == agreed.digest
    assert checkout.consents[0].void_reason is not None
    assert [quote.total for quote in checkout.quotes] == [euro(4500), euro(4900)]
    assert checkout.status is CheckoutStatus.READY_FOR_COMPLETE
    assert ready.held == {("BAG-TAN", "mitte"): 1}
    ready.next_turn()
    assert ready.pay(ran.facts["digest"]).facts["code"] == "payment_created"
    assert payments(ready)[0].amount == euro(4900)
    assert checkout.consents[0].void_reason == "quote_changed"


def test_j8_a_fallen_price_is_told_and_the_lower_one_charged(ready):
    agreed = ready.checkout.quote
    ready.tx.catalog.set_price(Sku("BAG-TAN"), euro(4000))
    ran = ready.pay(agreed.digest)
    assert ran.facts["price_fell"] is True
    assert (ran.facts["old_total"], ran.facts["new_total"]) == (euro(4500), euro(4000))
    assert payments(ready)[0].amount == euro(4000)
    first, second = ready.checkout.consents
    assert first.void_reason == "quote_changed"
    assert second.holds
    assert second.digest == ready.checkout.quote.digest
    assert ready.pay(agreed.digest).facts["payment_id"] == payments(ready)[0].id, "the second tap still shows the old price"


def test_how_one_pays_is_part_of_what_was_agreed_to(ready):
    agreed = ready.checkout.quote
    ready.pay()
    ready.tx.payments.save(payments(ready)[0].learn(PaymentStatus.REQUIRES_ACTION))
    ready.next_turn()
    ready.update(payment_method=PaymentMethod.PAY_ON_PICKUP)
    assert (ready.checkout.quote.total, ready.checkout.quote.pay_by) == (agreed.total, PaymentMethod.PAY_ON_PICKUP)
    assert ready.checkout.consents[0].void_reason == "changed_mind"
    assert ready.pay(agreed.digest).facts["code"] == "quote_changed"
    assert ready.checkout.order_number is None
    ready.next_turn()
    assert ready.pay().facts["number"] == ready.checkout.order_number


def test_the_old_digest_cannot_pay_a_changed_cart(ready):
    old = ready.checkout.quote.digest
    ready.add("CARE")
    ran = ready.pay(old)
    assert ran.facts["code"] == "quote_changed"
    assert payments(ready) == []
    assert ready.checkout.consent is None


def test_an_expired_quote_is_made_new_and_agreed_to_again(ready):
    ready.next_turn(minutes=31)
    ran = ready.pay()
    assert ran.facts["code"] == "quote_expired"
    assert payments(ready) == []
    assert ready.checkout.consent is None
    assert ready.checkout.quote.expires_at > ready.moment.now
    ready.next_turn()
    assert ready.pay().facts["code"] == "payment_created"


def test_sold_out_at_the_last_moment_charges_nothing(ready):
    ready.next_turn(minutes=31)
    ready.tx.stock.release(ready.checkout.id)
    ready.tx.stock.set_on_hand(Sku("BAG-TAN"), "mitte", 0)
    refusal = ready.pay()
    assert isinstance(refusal, Refusal)
    assert refusal.params["available"] == 0
    assert payments(ready) == []
    assert ready.checkout.quote is None
    assert ready.checkout.consent is None


def test_a_foreign_digest_pays_nothing(ready):
    assert ready.pay("sha256:else").code == "quote_unknown"
    assert payments(ready) == []


def test_j11_after_a_decline_the_same_quote_is_tried_under_a_new_key(ready):
    ready.pay()
    learn(ready, PaymentStatus.DECLINED)
    ready.next_turn(minutes=1)
    assert ready.pay().facts["code"] == "payment_created"
    first, second = payments(ready)
    assert first.id != second.id
    assert second.attempt == 2
    assert first.quote_digest == second.quote_digest
    assert len(authorizations(ready)) == 2


def test_nothing_changes_while_the_provider_is_asked(ready):
    ready.pay()
    learn(ready, PaymentStatus.UNKNOWN)
    assert ready.add("CARE").code == "payment_under_way"
    assert ready.pick_up("nord").code == "payment_under_way"
    assert ready.tx.carts.get("crt").count == 1
    assert ready.pay().facts["code"] == "payment_unknown"
    assert ready.start().facts["code"] == "payment_unknown"


def test_a_change_of_mind_on_the_pay_page_lets_that_payment_go(ready):
    ready.pay()
    learn(ready, PaymentStatus.REQUIRES_ACTION)
    ready.next_turn()
    assert ready.add("CARE").facts["quote"] == "new"
    assert [e.kind for e in ready.tx.outbox._effects.values()] == ["authorize_payment", "void_payment"]
    assert ready.checkout.consent is None
    assert ready.checkout.payment_id is None
    ready.next_turn()
    ready.pay()
    assert payments(ready)[-1].amount == euro(5090)


def test_canceling_lets_an_open_payment_go_and_not_a_taken_one(ready):
    ready.pay()
    learn(ready, PaymentStatus.CAPTURED)
    cancel = commands.CancelCheckout(checkout_id=ready.checkout.id, reason="shopper")
    assert ready.do(cancel).code == "payment_under_way"
    assert ready.held == {("BAG-TAN", "mitte"): 1}


def test_what_costs_nothing_needs_no_payment(counter):
    counter.add("CARE")
    counter.tx.catalog.set_price(Sku("CARE"), euro(0))
    counter.start()
    counter.pick_up()
    assert counter.pay().facts["code"] == "order_placed"


def _after_sale(ready):
    """These refuse what there is none of, which is their verb's own answer."""
    number, booking, start = RmaNumber("RMA-1"), BookingId("bkg"), datetime(2026, 9, 18, 15, tzinfo=UTC)
    wanted = [
        commands.SetCallback(conversation_id="cnv", phone="030 1234567"),
        commands.TakeOver(conversation_id="cnv"),
        commands.OperatorReply(conversation_id="cnv", text="hello"),
        commands.CloseHandoff(conversation_id="cnv", resolution="done"),
        commands.DraftReturn(conversation_id="cnv", order_number="9999", lines=(("l", 1),), kind=RmaKind.RETURN),
        commands.ConfirmReturn(number=number),
        commands.CancelReturn(number=number),
        commands.RecordDenial(conversation_id="cnv", order_number="9999", lines=(("l", 1),), kind=RmaKind.RETURN, code="excluded"),
        commands.DecideReturn(number=number, approve=True),
        commands.ReceiveReturn(number=number, accepted=True),
        commands.FlagClaim(conversation_id="cnv", order_number="9999", line_id="l", reason=ReturnReason.DAMAGED, photos=("0",), signs=()),
        commands.TeachPhoto(conversation_id="cnv", sha256="0" * 64, sku=Sku("CARE")),
        commands.HoldBooking(conversation_id="cnv", sku=Sku("CUT"), staff_id="mia", starts_at=start),
        commands.ConfirmBooking(booking_id=booking),
        commands.MoveBooking(booking_id=booking, staff_id="mia", starts_at=start),
        commands.CancelBooking(booking_id=booking),
        commands.EraseMyData(conversation_id="nobody"),
        commands.ProposeMandate(conversation_id="cnv", sku=Sku("CARE"), product_id="care", title="Care kit", wish=MandateWish(below=900)),
        commands.GrantMandate(mandate_id=MandateId("mnd"), digest=Digest("dg"), consent_text="yes"),
        commands.RevokeMandate(mandate_id=MandateId("mnd")),
        commands.UseMandate(mandate_id=MandateId("mnd"), checkout_id=CheckoutId("chk"), total=Money(minor=1, currency="EUR")),
        commands.RemoveSavedMethod(method_id="pmt_none"),
        commands.KeepMethod(checkout_id=CheckoutId("chk"), keep=True, consent_text="yes"),
        commands.RefundOrder(number="9999", amount=Money(minor=1, currency="EUR"), key="key-0001"),
    ]
    return {type(command): lambda command=command: ready.do(command) for command in wanted}


def test_every_command_has_a_verb(ready):
    """The type checker holds this through `assert_never`; here each class really runs."""
    every = {
        commands.AddLineItem: lambda: ready.add("CARE"),
        commands.ChangeQuantity: lambda: ready.do(commands.ChangeQuantity(cart_id="crt", line_id=ready.line_id, quantity=2)),
        commands.ChangeVariant: lambda: ready.do(
            commands.ChangeVariant(cart_id="crt", line_id=ready.line_id, sku=Sku("BAG-BRN"), product_id="tote")
        ),
        commands.ChangeModifiers: lambda: ready.do(commands.ChangeModifiers(cart_id="crt", line_id=ready.line_id, modifiers={})),
        commands.SetSubstitution: lambda: ready.do(
            commands.SetSubstitution(cart_id="crt", line_ids=(ready.line_id,), substitution=Substitution(rule=SubstituteRule.NONE))
        ),
        commands.RemoveLineItem: lambda: ready.do(commands.RemoveLineItem(cart_id="crt", line_id=ready.line_id)),
        commands.SetSubstitution: lambda: ready.do(
            commands.SetSubstitution(cart_id="crt", line_ids=(ready.line_id,), substitution=Substitution(rule=SubstituteRule.ASK))
        ),
        commands.ApplyCode: lambda: ready.do(commands.ApplyCode(cart_id="crt", code="SAVE10")),
        commands.RemoveCode: lambda: ready.do(commands.RemoveCode(cart_id="crt")),
        commands.StartCheckout: ready.start,
        commands.UpdateCheckout: ready.deliver,
        commands.CompleteCheckout: ready.pay,
        commands.CancelCheckout: lambda: ready.do(commands.CancelCheckout(checkout_id=ready.checkout.id, reason="shopper")),
        commands.ClearCart: lambda: ready.do(commands.ClearCart(cart_id="crt")),
        commands.RequestHandoff: lambda: ready.do(commands.RequestHandoff(conversation_id="cnv", reason="asked")),
        commands.NoteWish: lambda: ready.do(commands.NoteWish(conversation_id="cnv", topic="packaging", text="no plastic")),
        **_after_sale(ready),
    }
    assert set(every) == set(typing.get_args(commands.Command)) - {commands.OwnCommand}
    for verb in every.values():
        assert verb() is not None
