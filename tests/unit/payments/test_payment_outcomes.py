"""From consent to order, and every way the money can go otherwise."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from shopkeeper.adapters.payments.sandbox import Fault, Intent, Outcome
from shopkeeper.app.commands.place_order import PlacedOrder, place_order
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.effects.announce import receive_payment_news
from shopkeeper.app.effects.performer import Call, Record
from shopkeeper.app.payment_effects import AUTHORIZE, CAPTURE, RECONCILE, VOID, effect_id
from shopkeeper.domain.checkout.checkout import CheckoutStatus, PaymentMethod
from shopkeeper.domain.core.ids import PaymentId, ReservationId, Sku, StoreId
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.outbox import EffectStatus, QueuedEffect
from shopkeeper.ports.payments import PaymentNews
from shopkeeper.ports.storage import Transaction
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.sale_world import CONVERSATION, OneTransaction, SaleWorld, stock_shop


def world_with(token: str = "tok_visa_approve") -> tuple[SaleWorld, MemoryTransaction]:
    tx = MemoryTransaction()
    stock_shop(tx, token=token)
    return SaleWorld(OneTransaction(tx)), tx


@pytest.fixture
def world() -> SaleWorld:
    return world_with()[0]


async def test_saved_card_becomes_an_order_and_is_captured_once(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 2}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.run_due()
    order = await world.order(checkout.id)
    assert order is not None
    assert order.quote.digest == checkout.quotes[-1].digest
    assert (await world.checkout(checkout.id)).status is CheckoutStatus.COMPLETED
    assert [entry.kind for entry in world.bank.ledger()] == ["authorization", "capture"]
    assert sum(world.kept().values()) == order.quote.total.minor
    assert await world.available("BAG-TAN") == 10
    assert await world.held() == 0
    assert world.announcer.said == ["payment.order_placed"]


async def test_the_conversation_goes_on_with_an_empty_cart(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.run_due()
    state = await world.storage.read(lambda tx: tx.conversations.get(CONVERSATION))
    assert state is not None
    assert state.cart_id != checkout.cart_id
    bought = await world.storage.read(lambda tx: tx.carts.get(checkout.cart_id))
    fresh = await world.storage.read(lambda tx: tx.carts.get(state.cart_id))
    assert bought is not None
    assert bought.count == 1
    assert fresh is not None
    assert fresh.count == 0


async def test_page_approved_by_webhook_in_any_number_of_copies(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1})
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.run_due()
    (payment,) = await world.payments(checkout.id)
    assert payment.status is PaymentStatus.REQUIRES_ACTION
    assert payment.action_url == f"/pay/{payment.provider_ref}"
    assert (await world.checkout(checkout.id)).status is CheckoutStatus.REQUIRES_ESCALATION
    world.bank.act(payment.provider_ref or "", Outcome.APPROVE_TWICE)
    assert await world.bank.postman.deliver_due() == 2
    await world.run_due()
    assert world.announcer.said == ["payment.page", "payment.order_placed"]
    assert [entry.kind for entry in world.bank.ledger()] == ["authorization", "capture"]


async def test_decline_keeps_the_quote_and_another_try_pays_it(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1}, pickup="mitte")
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.run_due()
    (first,) = await world.payments(checkout.id)
    world.bank.act(first.provider_ref or "", Outcome.DECLINE)
    await world.bank.postman.deliver_due()
    declined = await world.checkout(checkout.id)
    assert declined.status is CheckoutStatus.READY_FOR_COMPLETE
    assert declined.quote == checkout.quote
    assert await world.held() == 1
    assert world.announcer.said[1:] == ["payment.declined_bank", "payment.kept_until", "payment.other_ways_pickup"]
    await world.agree(declined)
    world.clock.move(seconds=5)
    await world.run_due()
    second = (await world.payments(checkout.id))[-1]
    assert second.id != first.id
    world.bank.act(second.provider_ref or "", Outcome.STEP_UP)
    assert world.bank.enter_code(second.provider_ref or "", "123").intent.status == "authorized"
    await world.bank.postman.deliver_due()
    order = await world.order(checkout.id)
    assert order is not None
    assert order.payment_id == second.id
    assert order.pickup_code is not None
    assert len(order.pickup_code) == 6
    assert order.pickup_code.isdigit()


async def test_timeout_after_success_is_reconciled_to_one_order() -> None:
    world, tx = world_with("tok_timeout_after")
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    (payment,) = await world.payments(checkout.id)
    settled = await world.runner.settle(effect_id(AUTHORIZE, payment.id))
    assert settled is not None
    assert settled.effect.status is EffectStatus.UNKNOWN
    assert world.announcer.said == ["payment.checking"]
    assert (await world.checkout(checkout.id)).status is CheckoutStatus.COMPLETE_IN_PROGRESS
    world.clock.move(seconds=4)
    report = await world.sweep()
    assert report.counts["order_placed"] == 1
    assert await world.order(checkout.id) is not None
    assert len(world.kept()) == 1
    stored = tx.outbox.get(effect_id(AUTHORIZE, payment.id))
    assert stored is not None
    assert stored.status is EffectStatus.SETTLED


async def test_timeout_before_is_asked_again_under_the_same_key() -> None:
    world, _ = world_with("tok_timeout_before")
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    await world.settle_down(rounds=4, step_s=10)
    assert await world.order(checkout.id) is not None
    assert [entry.kind for entry in world.bank.ledger()] == ["authorization", "capture"]
    assert len(await world.payments(checkout.id)) == 1


async def test_capture_that_times_out_after_success_is_not_repeated(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.SAVED_CARD)
    world.bank.fail_next("capture", Fault.TIMEOUT_AFTER)
    await world.agree(checkout)
    await world.settle_down(rounds=4, step_s=10)
    (payment,) = await world.payments(checkout.id)
    assert payment.status is PaymentStatus.CAPTURED
    assert [entry.kind for entry in world.bank.ledger()] == ["authorization", "capture"]


async def test_money_for_goods_that_are_gone_is_given_back() -> None:
    world, tx = world_with("tok_timeout_after")
    checkout = await world.quote({"BAG-BRN": 1}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.runner.run_due()
    tx.stock.release(checkout.id)
    tx.stock.set_on_hand(Sku("BAG-BRN"), StoreId("mitte"), 0)
    await world.settle_down(rounds=4, step_s=10)
    assert await world.order(checkout.id) is None
    assert world.kept() == {}
    assert world.announcer.said == ["payment.checking", "payment.returned_stock_gone"]
    after = await world.checkout(checkout.id)
    assert after.status is CheckoutStatus.INCOMPLETE
    assert after.consent is None
    assert await world.held() == 0


async def test_expired_hold_is_held_again_when_the_goods_are_still_there() -> None:
    world, tx = world_with("tok_timeout_after")
    checkout = await world.quote({"BAG-BRN": 1}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.runner.run_due()
    tx.stock.release(checkout.id)
    await world.settle_down(rounds=3, step_s=10)
    assert await world.order(checkout.id) is not None
    assert await world.available("BAG-BRN") == 0


async def test_payment_for_a_canceled_checkout_is_given_back(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1})
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.run_due()
    (payment,) = await world.payments(checkout.id)
    world.bank.act(payment.provider_ref or "", Outcome.APPROVE_LATE)
    assert isinstance(await world.cancel(await world.checkout(checkout.id)), Ran)
    world.clock.move(seconds=40)
    await world.settle_down(rounds=3, step_s=10)
    assert await world.order(checkout.id) is None
    assert world.kept() == {}
    assert await world.held() == 0


async def test_abandoned_page_is_closed_and_its_stock_released(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1})
    await world.agree(checkout)
    await world.settle_down(rounds=12)
    (payment,) = await world.payments(checkout.id)
    assert payment.status is PaymentStatus.CANCELED
    assert (await world.checkout(checkout.id)).status is CheckoutStatus.INCOMPLETE
    assert await world.held() == 0
    late = world.bank.act(payment.provider_ref or "", Outcome.APPROVE)
    assert late.intent.status == "canceled"
    assert world.kept() == {}


async def test_holds_stay_while_the_outcome_is_unknown() -> None:
    world, _ = world_with("tok_timeout_after")
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    world.bank.fail_next("look_up", *[Fault.DOWN] * 40)
    await world.settle_down(rounds=8)
    assert await world.held() == 1
    await world.settle_down(rounds=60)
    assert await world.order(checkout.id) is not None
    assert await world.held() == 0


async def test_unreachable_provider_is_told_as_unavailable_and_the_key_closed(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    world.bank.fail_next("authorize", *[Fault.DOWN] * 6)
    for _ in range(8):
        world.clock.move(seconds=20)
        await world.run_due()
    assert world.announcer.said[0] == "payment.declined_unavailable"
    (payment,) = await world.payments(checkout.id)
    assert payment.status is PaymentStatus.CANCELED
    intent = world.bank.intent(payment.id)
    assert intent is not None
    assert intent.status == "canceled"
    dead = await world.storage.read(lambda tx: tx.outbox.get(effect_id(AUTHORIZE, payment.id)))
    assert dead is not None
    assert dead.status is EffectStatus.DEAD


async def test_second_order_for_a_checkout_is_the_first_one(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.PAY_ON_PICKUP, pickup="mitte")
    ran = await world.agree(checkout)
    assert isinstance(ran, Ran)
    done = await world.checkout(checkout.id)
    again = await world.storage.write(lambda tx: place_order(done, None, tx, world.moment()))
    assert isinstance(again, PlacedOrder)
    assert again.order.number == done.order_number
    assert again.effects == ()
    assert world.bank.ledger() == []


async def test_no_order_without_consent(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.PAY_ON_PICKUP, pickup="mitte")
    refused = await world.storage.write(lambda tx: place_order(checkout, None, tx, world.moment()))
    assert isinstance(refused, Refusal)
    assert refused.code == "not_agreed"


async def test_payment_of_another_amount_is_never_an_order(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1})
    await world.agree(checkout)
    (payment,) = await world.payments(checkout.id)
    paying = await world.checkout(checkout.id)
    odd = replace(payment, status=PaymentStatus.AUTHORIZED, amount=payment.amount * 2)
    refused = await world.storage.write(lambda tx: place_order(paying, odd, tx, world.moment()))
    assert isinstance(refused, Refusal)
    void = await world.storage.read(lambda tx: tx.outbox.get(effect_id(VOID, payment.id)))
    assert void is not None


async def test_a_turn_that_waits_has_a_head_start(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    assert await world.run_due() == 0
    (payment,) = await world.payments(checkout.id)
    settled = await world.runner.settle(effect_id(AUTHORIZE, payment.id))
    assert settled is not None
    assert settled.outcome is not None
    assert settled.outcome.order is not None
    assert await world.runner.settle(effect_id(AUTHORIZE, payment.id)) is None


async def test_sweep_restores_a_capture_and_a_question_that_got_lost() -> None:
    world, tx = world_with("tok_timeout_after")
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.runner.run_due()
    (payment,) = await world.payments(checkout.id)
    asking = tx.outbox.get(effect_id(RECONCILE, payment.id))
    assert asking is not None
    tx.outbox.finish(replace(asking, status=EffectStatus.SETTLED))
    report = await world.sweep()
    assert report.counts["payment_asked"] == 1
    assert await world.order(checkout.id) is not None
    capture = tx.outbox.get(effect_id(CAPTURE, payment.id))
    assert capture is not None
    assert capture.status is EffectStatus.SETTLED


async def test_money_let_go_is_not_kept_even_if_it_comes_before_the_void(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1})
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.run_due()
    (payment,) = await world.payments(checkout.id)
    world.clock.move(minutes=41)
    world.bank.fail_next("void", Fault.DOWN)
    await world.run_due()
    world.bank.act(payment.provider_ref or "", Outcome.APPROVE)
    await world.bank.postman.deliver_due()
    assert await world.order(checkout.id) is None
    await world.settle_down(rounds=4)
    assert await world.order(checkout.id) is None
    assert world.kept() == {}


async def test_second_payment_for_a_paid_checkout_is_given_back(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.run_due()
    (paid,) = await world.payments(checkout.id)
    other = replace(paid, id=PaymentId("pay_other"), attempt=2, status=PaymentStatus.CREATED, provider_ref=None)
    await world.storage.write(lambda tx: tx.payments.save(other))
    world.bank.authorize(Intent(key=other.id, amount=other.amount), "tok_visa_approve")
    news = PaymentNews(key=other.id, status=PaymentStatus.AUTHORIZED)
    await world.storage.write(lambda tx: receive_payment_news(news, tx, world.moment(), world.announcer))
    await world.run_due()
    assert world.kept() == {paid.id: paid.amount.minor}
    assert world.announcer.said[-1] == "payment.returned"


async def test_provider_that_captured_at_once_is_refunded_when_not_agreed(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1})
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.run_due()
    (payment,) = await world.payments(checkout.id)
    world.bank.act(payment.provider_ref or "", Outcome.APPROVE_LATE)
    world.bank.capture(payment.id, payment.amount)
    await world.cancel(await world.checkout(checkout.id))
    await world.settle_down(rounds=3, step_s=40)
    assert [entry.kind for entry in world.bank.ledger()] == ["authorization", "capture", "refund"]
    (after,) = await world.payments(checkout.id)
    assert after.status is PaymentStatus.REFUNDED


async def test_a_caller_that_stops_waiting_does_not_stop_the_payment(world: SaleWorld) -> None:
    checkout = await world.quote({"BAG-TAN": 1}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    (payment,) = await world.payments(checkout.id)
    slow = asyncio.Event()
    performer = world.runner._performers[AUTHORIZE]
    planned = performer.plan

    class Slow:
        kind, retry, unknown, dead = performer.kind, performer.retry, performer.unknown, performer.dead

        def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
            call = planned(effect, tx)
            assert call is not None

            async def later() -> Record:
                await slow.wait()
                return await call()

            return later

    world.runner._performers[AUTHORIZE] = Slow()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await world.runner.settle(effect_id(AUTHORIZE, payment.id))
    slow.set()
    await asyncio.gather(*world.runner._running)
    assert await world.order(checkout.id) is not None


async def test_what_is_still_held_goes_back_when_a_part_is_gone() -> None:
    world, tx = world_with("tok_timeout_after")
    checkout = await world.quote({"BAG-BRN": 1, "CARE": 2}, method=PaymentMethod.SAVED_CARD)
    await world.agree(checkout)
    care = next(hold for hold in tx.stock.held_for(checkout.id) if hold.sku == "CARE")
    tx.stock.release(checkout.id)
    tx.stock.reserve(replace(care, id=ReservationId("rsv_care")))
    tx.stock.set_on_hand(Sku("BAG-BRN"), StoreId("mitte"), 0)
    world.clock.move(seconds=5)
    await world.run_due()
    world.clock.move(seconds=5)
    await world.run_due()
    assert world.announcer.said[-1] == "payment.returned_stock_gone"
    assert await world.held() == 0
    assert await world.available("CARE") == 40
