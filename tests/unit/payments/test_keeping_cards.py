"""A card is saved once, for who said yes, and stays away once it was removed."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.adapters.payments.sandbox import Outcome
from shopkeeper.app.commands.record_payment_news import record_payment_news
from shopkeeper.app.method_keeping import FORGET
from shopkeeper.app.moment import Moment
from shopkeeper.domain.checkout.keeping import KeepConsent
from shopkeeper.domain.core.ids import CheckoutId
from shopkeeper.domain.customers.customer import SavedMethod
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.payments import PaymentNews
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.sale_world import ANA, OneTransaction, SaleWorld, stock_shop

KEPT = SavedMethod(token="tok_new", label="Visa •••• 1881 (12/30)", provider="sandbox")


async def paid(*, consent: bool) -> tuple[SaleWorld, MemoryTransaction, PaymentNews]:
    """A payment on the page that was approved, and the news that a card was kept by it."""
    tx = MemoryTransaction()
    stock_shop(tx)
    world = SaleWorld(OneTransaction(tx))
    checkout = await world.quote({"BAG-TAN": 1})
    if consent:
        said = KeepConsent(customer_id=ANA, text="save my card", at=world.clock.now())
        tx.checkouts.save(replace(checkout, keep_method=said))
        checkout = await world.checkout(checkout.id)
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.run_due()
    (payment,) = await world.payments(checkout.id)
    world.bank.act(payment.provider_ref or "", Outcome.APPROVE)
    await world.bank.postman.deliver_due()
    return world, tx, PaymentNews(key=payment.id, status=PaymentStatus.CAPTURED, kept=KEPT)


def labels(tx: MemoryTransaction) -> list[str]:
    ana = tx.customers.get(ANA)
    assert ana is not None
    return [method.label for method in ana.saved_methods]


def moment(world: SaleWorld) -> Moment:
    return Moment(now=world.clock.now(), actor="provider")


async def test_news_in_any_number_saves_it_once_and_tells_it_once() -> None:
    world, tx, news = await paid(consent=True)
    before = labels(tx)
    first, second = (record_payment_news(news, tx, moment(world)) for _ in range(2))
    assert first is not None
    assert second is not None
    assert labels(tx) == [*before, KEPT.label]
    assert [say.key for say in first.says].count("payment.method_kept") == 1
    assert second.says == ()


async def test_late_news_do_not_bring_back_a_card_that_was_removed() -> None:
    world, tx, news = await paid(consent=True)
    before = labels(tx)
    record_payment_news(news, tx, moment(world))
    ana = tx.customers.get(ANA)
    assert ana is not None
    tx.customers.save(replace(ana, saved_methods=tuple(one for one in ana.saved_methods if one != KEPT)))
    record_payment_news(news, tx, moment(world))
    assert labels(tx) == before


async def test_a_card_kept_without_a_yes_is_let_go_at_the_provider() -> None:
    world, tx, news = await paid(consent=False)
    before = labels(tx)
    outcome = record_payment_news(news, tx, moment(world))
    assert outcome is not None
    assert outcome.checkout.id != CheckoutId("")
    assert labels(tx) == before
    due = tx.outbox.claim(world.clock.now(), limit=10, lease_s=1)
    assert [effect.body for effect in due if effect.kind == FORGET] == [{"token": KEPT.token, "provider": "sandbox"}]
