"""A counter with Lantern Market behind it: commands run as they would in a turn."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.app.registry import run
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.conversation.events import ConversationStarted
from shopkeeper.domain.core.ids import CartId, ConversationId, ProductId, Sku, StoreId, TurnId
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.customers.customer import Address
from shopkeeper.domain.policy import command as commands
from shopkeeper.domain.policy.gate import Gate
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.memory.lantern import OPENING, open_lantern

CART = CartId("crt")
CONVERSATION = ConversationId("cnv")
HOME = Address(name="Ana", line1="Lindenstr. 3", postal_code="10969", city="Berlin", country="DE")
OFFICE = replace(HOME, line1="Torstr. 99", postal_code="10119", label="office")
PRODUCT_OF = {
    "BAG-TAN": "tote",
    "BAG-BRN": "tote",
    "CARE": "care-kit",
    "MUG-2": "mugs",
    "EGG-12": "eggs",
    "WINE-R": "riesling",
    "JKT-BLU-M": "jacket",
    "JKT-BLU-L": "jacket",
}


@dataclass
class Counter:
    tx: MemoryTransaction
    moment: Moment = field(default_factory=lambda: Moment(now=OPENING, actor="shopper", conversation_id=CONVERSATION, turn_id=TurnId("t1")))
    turn: int = 1
    gate: Gate = field(default_factory=lambda: Gate([]))

    def next_turn(self, minutes: float = 0) -> None:
        self.turn += 1
        now = self.moment.now + timedelta(minutes=minutes)
        self.moment = replace(self.moment, now=now, turn_id=TurnId(f"t{self.turn}"))

    def do(self, command: commands.Command) -> Ran | Refusal:
        permit = self.gate.judge(command, {}, today=self.moment.now.date())
        assert isinstance(permit, Permit)
        outcome = run(permit, self.tx, self.moment)
        if isinstance(outcome, Ran):
            for effect in outcome.effects:
                self.tx.outbox.put(effect)
            state = self.tx.conversations.get(CONVERSATION)
            self.tx.conversations.append(state, outcome.events, at=self.moment.now)
        return outcome

    def add(self, sku: str, quantity: int = 1) -> Ran | Refusal:
        product = ProductId(PRODUCT_OF[sku])
        return self.do(commands.AddLineItem(cart_id=CART, sku=Sku(sku), product_id=product, quantity=quantity))

    def start(self) -> Ran | Refusal:
        return self.do(commands.StartCheckout(cart_id=CART, conversation_id=CONVERSATION))

    def deliver(self, address: Address | None = HOME) -> Ran | Refusal:
        return self.update(delivery=DeliveryChoice(method=DeliveryMethod.DELIVERY, address=address))

    def pick_up(self, store: str = "mitte") -> Ran | Refusal:
        return self.update(delivery=DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId(store)))

    def update(self, **changes: object) -> Ran | Refusal:
        return self.do(commands.UpdateCheckout(checkout_id=self.checkout.id, **changes))

    def pay(self, digest: str | None = None) -> Ran | Refusal:
        agreed = digest or self.checkout.quotes[-1].digest
        return self.do(commands.CompleteCheckout(checkout_id=self.checkout.id, digest=agreed, consent_text="pay"))

    @property
    def line_id(self):
        return self.tx.carts.get(CART).lines[0].id

    @property
    def checkout(self) -> Checkout:
        found = list(self.tx.checkouts._checkouts.values())
        return found[-1]

    @property
    def held(self) -> dict[tuple[str, str], int]:
        return {(hold.sku, hold.store_id): hold.quantity for hold in self.tx.stock.all_held()}


@pytest.fixture
def counter() -> Counter:
    tx = MemoryTransaction()
    open_lantern(tx)
    start = ConversationStarted(conversation_id=CONVERSATION, cart_id=CART, locale="en", storefront="default", customer_id=None)
    tx.conversations.start(start, token_hash="", at=OPENING)
    return Counter(tx)


@pytest.fixture
def office() -> Address:
    return OFFICE
