"""Carts, checkouts, payments, orders and customers come back exactly as saved, by every way they are looked up."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

from storage_samples import NOW, checkout, euros, order

from shopkeeper.domain.checkout.checkout import CheckoutStatus, Consent
from shopkeeper.domain.core.ids import CartId, CheckoutId, ConversationId, CustomerId, Digest, OrderNumber, PaymentId, TurnId
from shopkeeper.domain.customers.customer import Address, Customer, SavedMethod
from shopkeeper.domain.payments.payment import Payment, PaymentStatus
from shopkeeper.ports.storage import Storage

CO = CheckoutId("co-1")
ANA = CustomerId("ana")


def payment(name: str, attempt: int = 1, status: PaymentStatus = PaymentStatus.CREATED, ref: str | None = None) -> Payment:
    return Payment(
        id=PaymentId(name),
        checkout_id=CO,
        quote_digest=Digest("sha256:0"),
        attempt=attempt,
        amount=euros(9000),
        provider="sandbox",
        status=status,
        provider_ref=ref,
    )


async def test_a_checkout_keeps_its_digest_and_consent(storage: Storage) -> None:
    opened = checkout()
    assert opened.quote is not None
    agreed = opened.agree(Consent(digest=opened.quote.digest, text="Ja, kaufen", at=NOW, turn_id=TurnId("t-1")))
    await storage.write(lambda tx: tx.checkouts.save(agreed))
    stored = await storage.read(lambda tx: tx.checkouts.get(CO))
    assert stored == agreed
    assert stored is not None
    assert stored.consent == agreed.consent is not None


async def test_the_open_checkout_of_a_cart(storage: Storage) -> None:
    canceled = replace(checkout("co-0"), status=CheckoutStatus.CANCELED)
    await storage.write(lambda tx: (tx.checkouts.save(canceled), tx.checkouts.save(checkout())))
    assert await storage.read(lambda tx: tx.checkouts.open_for(CartId("cart-1"))) == checkout()
    await storage.write(lambda tx: tx.checkouts.save(replace(checkout(), status=CheckoutStatus.COMPLETED)))
    assert await storage.read(lambda tx: tx.checkouts.open_for(CartId("cart-1"))) is None


async def test_only_open_checkouts_with_a_quote_expire(storage: Storage) -> None:
    saved = [
        checkout("late", minutes=2),
        checkout("later", minutes=1),
        checkout("fresh", minutes=60),
        checkout("unquoted", minutes=None),
        checkout("voided", minutes=1).void_quote("changed"),
        replace(checkout("done", minutes=1), status=CheckoutStatus.COMPLETED),
    ]
    await storage.write(lambda tx: [tx.checkouts.save(each) for each in saved])
    now = NOW + timedelta(minutes=5)
    assert [each.id for each in await storage.read(lambda tx: tx.checkouts.expired(now, limit=9))] == ["later", "late"]
    assert [each.id for each in await storage.read(lambda tx: tx.checkouts.expired(now, limit=1))] == ["later"]


async def test_payments_by_every_way(storage: Storage) -> None:
    second, first = payment("b", 2, PaymentStatus.UNKNOWN, "ref-2"), payment("z", 1, PaymentStatus.DECLINED, "ref-1")
    await storage.write(lambda tx: (tx.payments.save(second), tx.payments.save(first)))
    assert await storage.read(lambda tx: tx.payments.get(PaymentId("b"))) == second
    assert await storage.read(lambda tx: tx.payments.for_checkout(CO)) == [first, second]
    assert await storage.read(lambda tx: tx.payments.by_provider_ref("sandbox", "ref-1")) == first
    assert await storage.read(lambda tx: tx.payments.by_provider_ref("other", "ref-1")) is None
    statuses = (PaymentStatus.UNKNOWN, PaymentStatus.CREATED)
    assert await storage.read(lambda tx: tx.payments.in_status(*statuses, limit=9)) == [second]


async def test_order_numbers_are_given_once_and_go_on_after_seeds(storage: Storage) -> None:
    await storage.write(lambda tx: [tx.orders.save(order(number)) for number in ("0977", "1041", "1102")])
    numbers = await asyncio.gather(*(storage.write(lambda tx: tx.orders.next_number()) for _ in range(20)))
    assert sorted(numbers) == [str(number) for number in range(1103, 1123)]


async def test_orders_by_every_way_newest_first(storage: Storage) -> None:
    old, new = (
        replace(order(number, minutes=minutes), customer_id=ANA, conversation_id=ConversationId("c-1"))
        for number, minutes in (("2", 0), ("1", 5))
    )
    await storage.write(lambda tx: (tx.orders.save(old), tx.orders.save(new)))
    assert await storage.read(lambda tx: tx.orders.of_customer(ANA)) == [new, old]
    assert await storage.read(lambda tx: tx.orders.of_conversation(ConversationId("c-1"))) == [new, old]
    assert await storage.read(lambda tx: tx.orders.recent(limit=1)) == [new]
    assert await storage.read(lambda tx: tx.orders.get(OrderNumber("2"))) == old
    assert await storage.read(lambda tx: tx.orders.for_checkout(CheckoutId("co-2"))) == old


async def test_a_customer_is_found_by_token_until_erased(storage: Storage) -> None:
    home = Address(line1="Torstr. 1", postal_code="10119", city="Berlin", country="DE", label="home")
    ana = Customer(id=ANA, name="Ana", token_hash="h", addresses=(home,), saved_methods=(SavedMethod(token="tok", label="•••• 4242"),))
    await storage.write(lambda tx: tx.customers.save(ana))
    assert await storage.read(lambda tx: tx.customers.by_token_hash("h")) == ana
    await storage.write(lambda tx: tx.customers.erase(ANA))
    assert await storage.read(lambda tx: (tx.customers.get(ANA), tx.customers.by_token_hash("h"))) == (None, None)
