"""Mandates on every storage: found by customer and conversation, listed page by page, forgotten with the customer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, CustomerId, MandateId, ProductId, Sku, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.customers.customer import SavedMethod
from shopkeeper.domain.mandates.mandate import Limits, Mandate, MandateStatus, Period, Use, UseState
from shopkeeper.ports.storage import Storage, Transaction

NOW = datetime(2026, 9, 15, 8, tzinfo=UTC)


def mandate(name: str, *, customer: str = "ana", at: datetime = NOW, status: MandateStatus = MandateStatus.ACTIVE) -> Mandate:
    return Mandate(
        id=MandateId(name),
        customer_id=CustomerId(customer),
        conversation_id=ConversationId(f"cnv_{customer}"),
        sku=Sku("OAT-BARISTA"),
        product_id=ProductId("oat-drink"),
        title="Oat drink",
        quantity=2,
        limits=Limits(
            most_each=Money(minor=900, currency="EUR"),
            every_days=7,
            expires_at=NOW + timedelta(days=90),
            below=Money(minor=200, currency="EUR"),
            most_per=Money(minor=2000, currency="EUR"),
            period=Period.MONTH,
            times=5,
            stores=(StoreId("mitte"),),
            categories=("grocery",),
        ),
        delivery=DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId("mitte")),
        method=SavedMethod(token="tok_visa_approve", label="Visa ending 4242"),
        proposed_at=at,
        status=status,
    )


async def test_a_mandate_comes_back_as_it_was_with_its_uses(storage: Storage) -> None:
    use = Use(number=1, checkout_id=CheckoutId("chk_1"), at=NOW, amount=Money(minor=690, currency="EUR"), state=UseState.PAID)
    agreed = mandate("mnd_a").agree(text="yes", turn_id=None, at=NOW).use(use).ask("over:199:690")
    await storage.write(lambda tx: tx.mandates.save(agreed))
    found = await storage.read(lambda tx: tx.mandates.get(agreed.id))
    assert found == agreed
    assert found is not None
    assert found.digest == agreed.digest


async def test_they_are_found_by_whose_they_are_newest_first(storage: Storage) -> None:
    def work(tx: Transaction) -> None:
        tx.mandates.save(mandate("mnd_old"))
        tx.mandates.save(mandate("mnd_new", at=NOW + timedelta(hours=1)))
        tx.mandates.save(mandate("mnd_ben", customer="ben"))

    await storage.write(work)
    assert [one.id for one in await storage.read(lambda tx: tx.mandates.of_customer(CustomerId("ana")))] == ["mnd_new", "mnd_old"]
    assert [one.id for one in await storage.read(lambda tx: tx.mandates.of_conversation(ConversationId("cnv_ben")))] == ["mnd_ben"]
    assert await storage.write(lambda tx: tx.mandates.erase(CustomerId("ana"))) == 2
    assert list(await storage.read(lambda tx: tx.mandates.of_customer(CustomerId("ana")))) == []
    assert await storage.read(lambda tx: tx.mandates.get(MandateId("mnd_ben"))) is not None


async def test_those_in_force_are_listed_page_by_page(storage: Storage) -> None:
    def work(tx: Transaction) -> None:
        for number in range(5):
            tx.mandates.save(mandate(f"mnd_{number}"))
        tx.mandates.save(mandate("mnd_9", status=MandateStatus.PROPOSED))
        tx.mandates.save(replace(mandate("mnd_3"), status=MandateStatus.REVOKED))

    await storage.write(work)
    first = await storage.read(lambda tx: tx.mandates.active(after=None, limit=3))
    rest = await storage.read(lambda tx: tx.mandates.active(after=first[-1].id, limit=3))
    assert [one.id for one in (*first, *rest)] == ["mnd_0", "mnd_1", "mnd_2", "mnd_4"]
