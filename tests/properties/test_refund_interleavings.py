"""Captures, refunds of parts, refused orders, webhooks, time-outs and crashes in any order: never more goes back than was taken."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule
from test_payment_interleavings import OPERATIONS, TOKENS, Sales

from shopkeeper.adapters.payments.sandbox import Fault
from shopkeeper.app.commands.drop_lines import Drop, drop_lines
from shopkeeper.app.commands.fulfill_order import RefuseReason, make_ready, refuse, send_off
from shopkeeper.app.credit import gift_card
from shopkeeper.app.moment import Moment
from shopkeeper.app.refunding import Wish, give_back, left_of
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.orders.order import Order, OrderStatus
from shopkeeper.domain.payments.capturing import LATEST, CaptureWhen
from shopkeeper.domain.payments.payment import NotHeld, NotTakenYet
from shopkeeper.ports.storage import Transaction

WALKS = 60
BACK = ("refund_card", "refund_not_taken")


class Refunds(Sales):
    @initialize(token=st.sampled_from(TOKENS[:1] * 4 + TOKENS[1:]), when=st.sampled_from(CaptureWhen), captured=st.booleans())
    def open_shop(self, token: str, when: CaptureWhen, captured: bool) -> None:
        super().open_shop(token)
        profile = self.tx.shop.profile()
        assert profile is not None
        self.tx.shop.put_profile(replace(profile, capture_when=when))
        self.wishes = 0
        self.a_sale_goes_well(2, captured)

    @rule(quantity=st.integers(1, 2), captured=st.booleans())
    def a_sale_goes_well(self, quantity: int, captured: bool) -> None:
        """So that most of a run is about what comes after a sale."""
        self.ask_price_and_agree(PaymentMethod.SAVED_CARD, quantity)
        for _ in range(1 + captured):
            self.time_passes(4)
            self.worker_runs()

    @rule()
    def all_that_is_due_runs(self) -> None:
        for _ in range(3):
            self.time_passes(4)
            self.worker_runs()

    def orders(self) -> list[Order]:
        found = [self.tx.orders.for_checkout(checkout_id) for checkout_id in self.checkouts]
        return [order for order in found if order is not None]

    def moment(self) -> Moment:
        return Moment(now=self.world.clock.now(), actor="operator")

    @precondition(lambda self: self.orders())
    @rule(data=st.data(), count=st.integers(1, 3))
    def store_falls_short(self, data: st.DataObject, count: int) -> None:
        self.short(data.draw(st.sampled_from(self.orders())), count)

    def short(self, order: Order, count: int) -> None:
        lines = tuple((line.line_id, count) for line in order.quote.lines[:1])
        drop = Drop(number=order.number, lines=lines, reason=RefuseReason.SOLD_OUT)
        self.do(self.storage.write(lambda tx: drop_lines(drop, tx, self.moment())))

    @precondition(lambda self: self.orders())
    @rule(data=st.data(), minor=st.integers(1, 6000), onto_card=st.booleans(), again=st.booleans())
    def staff_give_back(self, data: st.DataObject, minor: int, onto_card: bool, again: bool) -> None:
        self.give(data.draw(st.sampled_from(self.orders())), minor, onto_card=onto_card, again=again)

    def give(self, order: Order, minor: int, *, onto_card: bool, again: bool) -> None:
        self.wishes += not again
        card = gift_card(f"GIFT{self.wishes:08d}", "EUR") if onto_card else None
        wish = Wish(amount=Money(minor=minor, currency="EUR"), reason="staff", key=f"wish-{self.wishes}", card=card)

        def work(tx: Transaction) -> None:
            now = tx.orders.get(order.number)
            assert now is not None
            before = left_of(now, tx)
            if again and any(event.note == f"staff{wish.key}" for event in now.events):
                return
            try:
                give_back(now, replace(wish, reason=f"staff{wish.key}"), tx, self.moment())
            except NotTakenYet:
                assert onto_card
            except NotHeld:
                assert wish.amount > before

        self.do(self.storage.write(work))

    @precondition(lambda self: self.orders())
    @rule(data=st.data())
    def it_leaves(self, data: st.DataObject) -> None:
        self.leave(data.draw(st.sampled_from(self.orders())))

    def leave(self, order: Order) -> None:
        for step in (make_ready, send_off):
            self.do(self.storage.write(lambda tx, step=step: step(order.number, 0, tx, self.moment())))

    @precondition(lambda self: self.orders())
    @rule(data=st.data())
    def it_is_refused(self, data: st.DataObject) -> None:
        self.be_refused(data.draw(st.sampled_from(self.orders())))

    def be_refused(self, order: Order) -> None:
        self.do(self.storage.write(lambda tx: refuse(order.number, RefuseReason.TOO_BUSY, tx, self.moment())))

    @invariant()
    def never_more_goes_back_than_was_taken(self) -> None:
        if not hasattr(self, "world"):
            return
        moved: Counter[tuple[str, str]] = Counter()
        for entry in self.world.bank.ledger():
            moved[entry.key, entry.kind] += entry.amount.minor
        for key in {key for key, _ in moved}:
            assert moved[key, "refund"] <= moved[key, "capture"]
            assert moved[key, "capture"] + moved[key, "void"] <= moved[key, "authorization"]
        for payment in self.payments():
            assert payment.given_back <= (payment.captured or payment.amount)

    def cost(self, order: Order) -> dict[str, int]:
        back = sum(event.amount.minor for event in order.events if event.kind in BACK and event.amount is not None)
        kept = 0 if order.status is OrderStatus.CANCELED else order.quote.total.minor + back
        onto_cards = self.onto_cards(order)
        return {str(order.payment_id): amount for amount in (onto_cards if order.status is OrderStatus.CANCELED else kept,) if amount}

    def onto_cards(self, order: Order) -> int:
        """What the shop owes on gift cards instead it keeps, also of an order refused later."""
        return -sum(event.amount.minor for event in order.events if event.kind == "refund_owed" and event.amount is not None)

    def sold(self, order: Order) -> int:
        return 0 if order.status is OrderStatus.CANCELED else super().sold(order)

    def everything_ends_well(self) -> None:
        self.storage.lives = None
        self.world.bank._faults._planned.clear()
        self.do(self.world.settle_down(rounds=30))
        self.world.clock.move(seconds=LATEST.total_seconds())
        super().everything_ends_well()


def walk(seed: int, steps: int) -> Counter[str]:
    """One random walk with all of it in the middle of things; what happened in it."""
    draw, sales = random.Random(seed), Refunds()
    sales.open_shop(draw.choice(TOKENS[:1] * 4 + TOKENS[1:]), draw.choice(list(CaptureWhen)), draw.random() < 0.5)
    around = (
        lambda: sales.a_sale_goes_well(draw.randint(1, 2), draw.random() < 0.5),
        sales.all_that_is_due_runs,
        lambda: sales.trouble_ahead(draw.choice(OPERATIONS), draw.choice(list(Fault))),
        lambda: sales.will_be_killed(draw.randint(0, 3)),
        sales.sweep,
        lambda: sales.time_passes(draw.choice([1, 4, 30, 100, 900, 2400])),
        sales.post_mail,
        sales.worker_runs,
    )
    for _ in range(steps):
        orders = sales.orders()
        if not orders or draw.random() < 0.55:
            draw.choice(around)()
        else:
            order, chance = draw.choice(orders), draw.random()
            if chance < 0.3:
                sales.short(order, draw.randint(1, 3))
            elif chance < 0.8:
                sales.give(order, draw.randint(1, 6000), onto_card=draw.random() < 0.3, again=draw.random() < 0.2)
            elif chance < 0.9:
                sales.leave(order)
            else:
                sales.be_refused(order)
        sales.never_more_goes_back_than_was_taken()
        sales.stock_adds_up()
    sales.everything_ends_well()
    sales.loop.close()
    return Counter(event.kind for order in sales.orders() for event in order.events)


def test_random_walks_through_captures_and_refunds() -> None:
    happened: Counter[str] = Counter()
    for seed in range(WALKS):
        happened += walk(seed, 40)
    assert {"refund_card", "refund_not_taken", "refund_owed", "payment_refunded", "payment_canceled", "canceled", "dispatched"} <= set(
        happened
    )


TestRefunds = Refunds.TestCase
TestRefunds.settings = settings(
    max_examples=40, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
pytestmark = pytest.mark.timeout(280)
