"""A small shop with the sandbox bank, wired for tests of payments: agree, go wrong, sweep, and count what is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from shopkeeper.adapters.payments.sandbox import Bank, SandboxPayments
from shopkeeper.app.commands.cancel_checkout import cancel_checkout
from shopkeeper.app.commands.complete_checkout import complete_checkout
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.commands.start_checkout import start_checkout
from shopkeeper.app.commands.update_checkout import update_checkout
from shopkeeper.app.effects.announce import receive_payment_news
from shopkeeper.app.effects.performers import payment_performers
from shopkeeper.app.effects.runner import EffectRunner, Pace
from shopkeeper.app.jobs.buy_under_mandates import Buyer
from shopkeeper.app.jobs.sweep import SweepReport, sweep
from shopkeeper.app.moment import Moment
from shopkeeper.app.turn.gate import GateKeeper
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.checkout.checkout import Checkout, PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.conversation.events import ConversationEvent, ConversationStarted, Replied
from shopkeeper.domain.core.ids import CartId, CheckoutId, ConversationId, CustomerId, ProductId, Sku, StoreId, TurnId
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.customers.customer import Address, Customer, SavedMethod
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.payments.payment import Payment
from shopkeeper.domain.policy.command import CancelCheckout, CompleteCheckout, StartCheckout, UpdateCheckout
from shopkeeper.domain.policy.gate import Gate
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.payments import PaymentProvider
from shopkeeper.ports.storage import Storage, StorageStats, Transaction
from shopkeeper.testing.memory.lantern import OPENING, open_lantern

T = TypeVar("T")

SECRET = "whsec_c2hvcGtlZXBlci1zYW5kYm94LXNlY3JldA=="
CONVERSATION, ANA = ConversationId("cnv_ana"), CustomerId("cus_ana")
HOME = Address(line1="Torstr. 1", postal_code="10119", city="Berlin", country="DE", name="Ana")


class HeldClock:
    """Time that moves only when a test says so."""

    def __init__(self, now: datetime = OPENING) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def move(self, **by: float) -> None:
        self._now += timedelta(**by)


class OneTransaction:
    """A storage over one transaction that never ends: for logic, not for atomicity."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._writes = 0

    async def read(self, work: Callable[[Transaction], T]) -> T:
        return work(self._tx)

    async def scan(self, work: Callable[[Transaction], T]) -> T:
        return work(self._tx)

    async def write(self, work: Callable[[Transaction], T]) -> T:
        self._writes += 1
        return work(self._tx)

    def stats(self) -> StorageStats:
        return StorageStats(commits=self._writes, writes=self._writes)

    async def close(self) -> None:
        """Nothing to close."""


class PlainAnnouncer:
    """Says the keys instead of sentences, and remembers them."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def announce(
        self,
        tx: Transaction,
        conversation_id: ConversationId,
        says: Sequence[Say],
        events: Sequence[ConversationEvent],
        *,
        turn_id: str | None,
        now: datetime,
    ) -> None:
        state = tx.conversations.get(conversation_id)
        assert state is not None
        keys = [say.key for say in says]
        self.said.extend(keys)
        reply = (Replied(turn_id=TurnId(turn_id) if turn_id else None, text=" ".join(keys), blocks=()),) if keys else ()
        tx.conversations.append(state, (*events, *reply), at=now)


class SaleWorld:
    """`storage` must hold what `stock_shop` puts there. The bank's webhooks go straight in unless `lose_webhooks`."""

    def __init__(self, storage: Storage, *, bank_path: str = ":memory:") -> None:
        self.storage = storage
        self.clock = HeldClock()
        self.announcer = PlainAnnouncer()
        self.bank = Bank(bank_path, secret=SECRET, clock=self.clock, deliver=self.deliver)
        self.provider: PaymentProvider = SandboxPayments(self.bank, secret=SECRET, clock=self.clock, page_url="/pay/{}".format)
        performers = payment_performers({"sandbox": self.provider}, lambda checkout: f"/done/{checkout.id}")
        self.runner = EffectRunner(storage, self.clock, performers, self.announcer, pace=Pace(call_s=2.0), jitter=lambda: 0.5)
        self.lose_webhooks = False
        self._turns = 0

    async def deliver(self, headers: Mapping[str, str], body: bytes) -> bool:
        if self.lose_webhooks:
            return True
        news = self.provider.read_webhook(headers, body)
        if news is None:
            return True
        moment = Moment(now=self.clock.now(), actor="provider")
        await self.storage.write(lambda tx: receive_payment_news(news, tx, moment, self.announcer))
        return True

    def moment(self) -> Moment:
        self._turns += 1
        return Moment(
            now=self.clock.now(), actor="shopper", conversation_id=CONVERSATION, turn_id=TurnId(f"trn_{self._turns}"), customer_id=ANA
        )

    async def quote(self, skus: Mapping[str, int], *, method: PaymentMethod = PaymentMethod.CARD, pickup: str | None = None) -> Checkout:
        """A checkout with a quote on the table, of a cart with `skus`."""
        moment = self.moment()

        def work(tx: Transaction) -> Checkout:
            state = tx.conversations.get(CONVERSATION)
            assert state is not None
            cart = Cart(id=state.cart_id, customer_id=ANA)
            for sku, quantity in skus.items():
                product_id = tx.catalog.products_of([Sku(sku)])[Sku(sku)]
                cart = cart.add(sku=Sku(sku), product_id=ProductId(product_id), quantity=quantity)
            tx.carts.save(cart)
            standing = tx.checkouts.open_for(cart.id)
            if standing is None:
                started = start_checkout(permit(StartCheckout(cart_id=cart.id, conversation_id=CONVERSATION)), tx, moment)
                assert isinstance(started, Ran), started
            return _delivered(tx, cart.id, method, pickup, moment)

        return await self.storage.write(work)

    async def agree(self, checkout: Checkout) -> Ran | Refusal:
        """Press pay on the quote; the payment's effect is queued as a turn would."""
        moment, quote = self.moment(), checkout.quotes[-1]
        command = CompleteCheckout(checkout_id=checkout.id, digest=quote.digest, consent_text=f"Pay {quote.total.minor}")

        def work(tx: Transaction) -> Ran | Refusal:
            ran = complete_checkout(permit(command), tx, moment)
            if isinstance(ran, Ran):
                for effect in ran.effects:
                    tx.outbox.put(effect)
                state = tx.conversations.get(CONVERSATION)
                if ran.events and state is not None:
                    tx.conversations.append(state, ran.events, at=moment.now)
            return ran

        return await self.storage.write(work)

    async def cancel(self, checkout: Checkout) -> Ran | Refusal:
        moment, command = self.moment(), CancelCheckout(checkout_id=checkout.id, reason="asked")
        return await self.storage.write(lambda tx: cancel_checkout(permit(command), tx, moment))

    async def run_due(self) -> int:
        """Run effects until nothing more is due now."""
        total = 0
        while settled := await self.runner.run_due():
            total += len(settled)
        return total

    async def sweep(self) -> SweepReport:
        return await sweep(self.storage, self.runner, self.clock, Buyer(gate=GateKeeper(Gate(())), announcer=self.announcer))

    async def settle_down(self, *, rounds: int = 12, step_s: float = 600.0) -> None:
        """Let time pass with webhooks and sweeps until everything has been decided."""
        for _ in range(rounds):
            await self.bank.postman.deliver_due()
            await self.run_due()
            await self.sweep()
            self.clock.move(seconds=step_s)

    async def checkout(self, checkout_id: CheckoutId) -> Checkout:
        found = await self.storage.read(lambda tx: tx.checkouts.get(checkout_id))
        assert found is not None
        return found

    async def payments(self, checkout_id: CheckoutId) -> Sequence[Payment]:
        return await self.storage.read(lambda tx: tx.payments.for_checkout(checkout_id))

    async def order(self, checkout_id: CheckoutId) -> Order | None:
        return await self.storage.read(lambda tx: tx.orders.for_checkout(checkout_id))

    async def available(self, sku: str) -> int:
        per_store = await self.storage.read(lambda tx: tx.stock.available([Sku(sku)]))
        return sum(per_store[Sku(sku)].values())

    async def held(self) -> int:
        return await self.storage.read(lambda tx: sum(hold.quantity for hold in tx.stock.all_held()))

    def kept(self) -> dict[str, int]:
        """Minor units the bank holds or has taken, per payment key, after voids and refunds."""
        money: dict[str, int] = {}
        for entry in self.bank.ledger():
            sign = {"authorization": 1, "capture": 0, "void": -1, "refund": -1}[entry.kind]
            money[entry.key] = money.get(entry.key, 0) + sign * entry.amount.minor
        return {key: minor for key, minor in money.items() if minor}


def stock_shop(tx: Transaction, *, token: str = "tok_visa_approve") -> None:
    """Lantern Market, Ana with one saved card, and her conversation."""
    open_lantern(tx)
    saved = (SavedMethod(token=token, label="Visa •••• 4242"),)
    tx.customers.save(Customer(id=ANA, name="Ana", verified=True, addresses=(HOME,), saved_methods=saved))
    started = ConversationStarted(
        conversation_id=CONVERSATION, cart_id=CartId("crt_ana"), locale="en-DE", storefront="default", customer_id=ANA
    )
    tx.conversations.start(started, token_hash="-", at=OPENING)


def permit(command: T) -> Permit[T]:
    """The permit of a gate without rules."""
    verdict = Gate(()).judge(command, {}, today=OPENING.date())
    assert isinstance(verdict, Permit)
    return verdict


def _delivered(tx: Transaction, cart_id: CartId, method: PaymentMethod, pickup: str | None, moment: Moment) -> Checkout:
    open_one = tx.checkouts.open_for(cart_id)
    assert open_one is not None
    at_store = DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId(pickup)) if pickup else None
    delivery = at_store or DeliveryChoice(method=DeliveryMethod.DELIVERY, address=HOME)
    updated = update_checkout(permit(UpdateCheckout(checkout_id=open_one.id, delivery=delivery, payment_method=method)), tx, moment)
    assert isinstance(updated, Ran), updated
    checkout = tx.checkouts.get(open_one.id)
    assert checkout is not None
    return checkout
