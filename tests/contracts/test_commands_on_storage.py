"""The same sale, told command by command, ends in the same state in memory and in a real database."""

import asyncio
from datetime import timedelta

import pytest

from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.app.moment import Moment
from shopkeeper.app.registry import run
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.conversation.events import ConversationStarted
from shopkeeper.domain.core.ids import CartId, ConversationId, ProductId, Sku, StoreId, TurnId
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.customers.customer import Address
from shopkeeper.domain.policy import command as commands
from shopkeeper.domain.policy.gate import Gate
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.memory.lantern import OPENING, euro, open_lantern
from shopkeeper.testing.storage import fresh_sqlite

CART, CONVERSATION = CartId("crt"), ConversationId("cnv")
HOME = Address(name="Ana", line1="Lindenstr. 3", postal_code="10969", city="Berlin", country="DE")


def add(sku, product):
    return commands.AddLineItem(cart_id=CART, sku=Sku(sku), product_id=ProductId(product), quantity=1)


def to_home(tx):
    choice = DeliveryChoice(method=DeliveryMethod.DELIVERY, address=HOME)
    return commands.UpdateCheckout(checkout_id=tx.checkouts.open_for(CART).id, delivery=choice)


def to_mitte(tx):
    choice = DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId("mitte"))
    return commands.UpdateCheckout(checkout_id=tx.checkouts.open_for(CART).id, delivery=choice)


def brown(tx):
    line = tx.carts.get(CART).lines[0]
    return commands.ChangeVariant(cart_id=CART, line_id=line.id, sku=Sku("BAG-BRN"), product_id=ProductId("tote"))


def pay(tx):
    checkout = tx.checkouts.open_for(CART)
    return commands.CompleteCheckout(checkout_id=checkout.id, digest=checkout.quotes[0].digest, consent_text="pay")


def pay_newest(tx):
    checkout = tx.checkouts.open_for(CART)
    return commands.CompleteCheckout(checkout_id=checkout.id, digest=checkout.quotes[-1].digest, consent_text="pay")


def dearer(tx):
    tx.catalog.set_price(Sku("CARE"), euro(1290))


SCRIPT = (
    lambda tx: add("BAG-TAN", "tote"),
    lambda tx: add("CARE", "care-kit"),
    lambda tx: commands.ApplyCode(cart_id=CART, code="save10"),
    lambda tx: commands.StartCheckout(cart_id=CART, conversation_id=CONVERSATION),
    to_home,
    to_mitte,
    brown,
    to_home,
    pay,
    dearer,
    pay_newest,
    pay_newest,
    pay_newest,
)


def turn(tx, number):
    """One step of the script as one piece of work: a command, or a change from outside."""
    moment = Moment(now=OPENING + timedelta(minutes=number), actor="shopper", conversation_id=CONVERSATION, turn_id=TurnId(f"t{number}"))
    command = SCRIPT[number](tx)
    if command is None:
        return "changed outside"
    outcome = run(Gate([]).judge(command, {}, today=OPENING.date()), tx, moment)
    if isinstance(outcome, Refusal):
        return outcome
    for effect in outcome.effects:
        tx.outbox.put(effect)
    return dict(outcome.facts)


def set_up(tx):
    open_lantern(tx)
    started = ConversationStarted(conversation_id=CONVERSATION, cart_id=CART, locale="en", storefront="default", customer_id=None)
    tx.conversations.start(started, token_hash="x", at=OPENING)


def picture(tx):
    checkout = tx.checkouts.open_for(CART)
    return {
        "cart": tx.carts.get(CART),
        "checkout": checkout,
        "digests": [quote.digest for quote in checkout.quotes],
        "holds": sorted((hold.id, hold.sku, hold.store_id, hold.quantity) for hold in tx.stock.held_for(checkout.id)),
        "payments": list(tx.payments.for_checkout(checkout.id)),
        "audit": [(entry.action, entry.facts) for entry in tx.audit.about(checkout.id)],
    }


def told_in_memory():
    tx = MemoryTransaction()
    set_up(tx)
    return [turn(tx, number) for number in range(len(SCRIPT))], picture(tx)


async def told_in_sqlite(url):
    storage = open_storage(url)
    try:
        await storage.write(set_up)
        outcomes = [await storage.write(lambda tx, n=number: turn(tx, n)) for number in range(len(SCRIPT))]
        return outcomes, await storage.read(picture)
    finally:
        await storage.close()


@pytest.fixture
def in_sqlite(tmp_path):
    return asyncio.run(told_in_sqlite(fresh_sqlite(tmp_path)))


def test_outcome_by_outcome_and_in_the_end_both_are_alike(in_sqlite):
    outcomes, state = told_in_memory()
    assert in_sqlite[0] == outcomes
    assert in_sqlite[1] == state


def test_the_story_has_the_turns_it_should_have():
    outcomes, state = told_in_memory()
    codes = [outcome["code"] if isinstance(outcome, dict) else outcome for outcome in outcomes]
    assert codes[8:] == ["quote_changed", "changed outside", "price_changed", "payment_created", "payment_created"]
    assert len(state["payments"]) == 1
    assert state["checkout"].consent.digest == state["digests"][-1]
