"""In whatever order clicks, webhooks, time-outs, crashes and sweeps come: an order exactly where money is kept, nothing held for nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from shopkeeper.adapters.payments.sandbox import Fault, IntentStatus, Outcome
from shopkeeper.app.payment_effects import MONEY_HELD, OPEN
from shopkeeper.domain.checkout.checkout import CheckoutStatus, PaymentMethod
from shopkeeper.domain.core.ids import CheckoutId, Sku, StoreId
from shopkeeper.domain.orders.order import Order
from shopkeeper.ports.outbox import EffectStatus
from shopkeeper.ports.storage import Transaction
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.sale_world import OneTransaction, SaleWorld, stock_shop

T = TypeVar("T")

TOKENS = ["tok_visa_approve", "tok_visa_decline", "tok_visa_stepup", "tok_timeout_before", "tok_timeout_after"]
OPERATIONS = ["authorize", "look_up", "capture", "void", "refund"]
METHODS = [PaymentMethod.CARD, PaymentMethod.SAVED_CARD]


class Killed(BaseException):
    """The process ended here."""


class MortalStorage(OneTransaction):
    """Dies before the write after `lives` more writes."""

    lives: int | None = None

    async def write(self, work: Callable[[Transaction], T]) -> T:
        if self.lives == 0:
            self.lives = None
            raise Killed
        self.lives = None if self.lives is None else self.lives - 1
        return await super().write(work)


class Sales(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.everything_ends_well()
        self.loop.close()

    def do(self, coroutine: Coroutine[Any, Any, T]) -> T | None:
        try:
            return self.loop.run(coroutine)
        except Killed:
            return None

    @initialize(token=st.sampled_from(TOKENS))
    def open_shop(self, token: str) -> None:
        self.tx = MemoryTransaction()
        stock_shop(self.tx, token=token)
        self.storage = MortalStorage(self.tx)
        self.world = SaleWorld(self.storage)
        self.world.bank.postman._deliver = self.collect
        self.mail: list[tuple[Mapping[str, str], bytes]] = []
        self.checkouts: dict[CheckoutId, None] = {}
        self.before = sum(self.tx.stock.on_hand.values())
        self.taken = 0

    async def collect(self, headers: Mapping[str, str], body: bytes) -> bool:
        self.mail.append((headers, body))
        return True

    @rule(method=st.sampled_from(METHODS), quantity=st.integers(1, 2))
    def ask_price_and_agree(self, method: PaymentMethod, quantity: int) -> None:
        async def buy() -> None:
            state = self.tx.conversations.get(next(iter(self.tx.conversations._states)))
            assert state is not None
            standing = self.tx.checkouts.open_for(state.cart_id)
            if standing is not None and standing.payment_id is not None and standing.status is not CheckoutStatus.READY_FOR_COMPLETE:
                return
            if sum(self.tx.stock.available([Sku("BAG-TAN")])[Sku("BAG-TAN")].values()) < 2:
                return
            checkout = await self.world.quote({"BAG-TAN": quantity}, method=method)
            self.checkouts[checkout.id] = None
            await self.world.agree(checkout)

        self.do(buy())

    @precondition(lambda self: self.checkouts)
    @rule(data=st.data())
    def press_pay_again(self, data: st.DataObject) -> None:
        checkout = self.do(self.world.checkout(data.draw(st.sampled_from(list(self.checkouts)))))
        assert checkout is not None
        self.do(self.world.agree(checkout))

    @precondition(lambda self: self.checkouts)
    @rule(data=st.data(), outcome=st.sampled_from(Outcome))
    def click_on_page(self, data: st.DataObject, outcome: Outcome) -> None:
        intents = [intent for p in self.payments() if (intent := self.world.bank.intent(p.id)) is not None]
        if not intents:
            return
        intent = data.draw(st.sampled_from(intents))
        if intent.status is IntentStatus.CODE_NEEDED:
            self.world.bank.enter_code(intent.id, data.draw(st.sampled_from(["123", "999"])))
        else:
            self.world.bank.act(intent.id, outcome)

    @rule()
    def post_mail(self) -> None:
        self.do(self.world.bank.postman.deliver_due())

    @precondition(lambda self: self.mail)
    @rule(data=st.data())
    def a_webhook_arrives(self, data: st.DataObject) -> None:
        """Any of those sent so far, however often, in any order."""
        headers, body = data.draw(st.sampled_from(self.mail))
        now = int(self.world.clock.now().timestamp())
        if abs(now - int(headers["webhook-timestamp"])) < 300:
            self.do(self.world.deliver(headers, body))

    @rule(operation=st.sampled_from(OPERATIONS), fault=st.sampled_from(Fault))
    def trouble_ahead(self, operation: str, fault: Fault) -> None:
        self.world.bank.fail_next(operation, fault)

    @rule(lives=st.integers(0, 3))
    def will_be_killed(self, lives: int) -> None:
        self.storage.lives = lives

    @rule()
    def worker_runs(self) -> None:
        self.do(self.world.runner.run_due())

    @rule()
    def sweep(self) -> None:
        self.do(self.world.sweep())

    @rule(seconds=st.sampled_from([1, 4, 30, 100, 900, 2400]))
    def time_passes(self, seconds: int) -> None:
        self.world.clock.move(seconds=seconds)

    @precondition(lambda self: self.checkouts)
    @rule(data=st.data())
    def changes_their_mind(self, data: st.DataObject) -> None:
        checkout = self.do(self.world.checkout(data.draw(st.sampled_from(list(self.checkouts)))))
        assert checkout is not None
        self.do(self.world.cancel(checkout))

    @rule()
    def others_buy_what_is_free(self) -> None:
        for sku, per_store in self.tx.stock.available([Sku("BAG-TAN")]).items():
            for store_id, free in per_store.items():
                self.lose(sku, store_id, free)

    @precondition(lambda self: self.checkouts)
    @rule(data=st.data())
    def a_hold_is_lost(self, data: st.DataObject) -> None:
        self.tx.stock.release(data.draw(st.sampled_from(list(self.checkouts))))

    def lose(self, sku: Sku, store_id: StoreId, count: int) -> None:
        on_hand = self.tx.stock.on_hand[sku, store_id]
        self.tx.stock.set_on_hand(sku, store_id, on_hand - count)
        self.taken += count

    def payments(self) -> list[Any]:
        return [p for checkout_id in self.checkouts for p in self.tx.payments.for_checkout(checkout_id)]

    @invariant()
    def stock_adds_up(self) -> None:
        if hasattr(self, "world"):
            assert min(self.tx.stock.on_hand.values()) >= 0

    @invariant()
    def a_key_authorizes_at_most_once(self) -> None:
        if hasattr(self, "world"):
            keys = [entry.key for entry in self.world.bank.ledger() if entry.kind == "authorization"]
            assert len(keys) == len(set(keys))

    def cost(self, order: Order) -> dict[str, int]:
        """What the bank keeps for it in the end."""
        return {str(order.payment_id): order.quote.total.minor}

    def sold(self, order: Order) -> int:
        return sum(line.quantity for line in order.quote.lines)

    def everything_ends_well(self) -> None:
        self.storage.lives = None
        self.world.bank._faults._planned.clear()
        self.do(self.world.settle_down(rounds=30))
        kept = self.world.kept()
        sold = 0
        for checkout_id in self.checkouts:
            order = self.tx.orders.for_checkout(checkout_id)
            money = {p.id: kept.pop(p.id) for p in self.tx.payments.for_checkout(checkout_id) if p.id in kept}
            assert {key: amount for key, amount in money.items() if amount} == (self.cost(order) if order else {})
            sold += self.sold(order) if order else 0
        assert kept == {}
        assert self.tx.stock.all_held() == []
        assert sum(self.tx.stock.on_hand.values()) == self.before - self.taken - sold
        assert [p for p in self.payments() if p.status in OPEN] == []
        assert [p for p in self.payments() if p.status in MONEY_HELD and self.tx.orders.for_checkout(p.checkout_id) is None] == []
        left = self.tx.outbox.in_status(EffectStatus.PENDING, EffectStatus.CLAIMED, EffectStatus.UNKNOWN, limit=100)
        assert list(left) == []


TestSales = Sales.TestCase
TestSales.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
pytestmark = pytest.mark.timeout(280)
