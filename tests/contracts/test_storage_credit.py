"""The credit ledger on every storage: never spent twice, never below nothing."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from shopkeeper.app.credit import balance, gift_card, hold_credit, issue, redeem_credit, release_credit
from shopkeeper.app.moment import Moment
from shopkeeper.domain.checkout.quote import CreditPart, DeliveryChoice, DeliveryMethod, Quote
from shopkeeper.domain.core.ids import CheckoutId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.payments.credit import code_hash
from shopkeeper.ports.storage import Storage, Transaction

NOW = datetime(2026, 9, 15, 8, tzinfo=UTC)
MOMENT = Moment(now=NOW, actor="shopper")
CARD = gift_card("GIFT-7F3K 9QXM 2PLA", "EUR")


def euros(minor: int) -> Money:
    return Money(minor=minor, currency="EUR")


def quote(checkout: str, minor: int) -> Quote:
    part = CreditPart(account_id=CARD.id, kind="gift_card", label=CARD.label, amount=euros(minor))
    delivery = DeliveryChoice(method=DeliveryMethod.PICKUP)
    return Quote(
        checkout_id=CheckoutId(checkout),
        revision=1,
        currency="EUR",
        lines=(),
        applied=(),
        rejected=(),
        delivery=delivery,
        delivery_fee=euros(0),
        taxes=(),
        rule_versions={},
        priced_at=NOW,
        expires_at=NOW,
        credit=(part,),
    )


async def sold(storage: Storage, minor: int = 5000) -> None:
    await storage.write(lambda tx: issue(CARD, euros(minor), "issue:1", tx, MOMENT))


async def left(storage: Storage) -> int:
    return (await storage.read(lambda tx: balance(CARD, tx))).minor


async def test_a_card_is_found_by_its_code_however_it_is_typed_and_issued_once(storage: Storage) -> None:
    await sold(storage)
    await sold(storage)
    assert await left(storage) == 5000
    assert await storage.read(lambda tx: tx.credit.by_code(code_hash("gift7f3k9qxm2pla"))) == CARD
    assert await storage.read(lambda tx: tx.credit.by_code(code_hash("GIFT7F3K9QXM2PLB"))) is None


async def test_what_is_held_is_redeemed_once_or_given_back_once(storage: Storage) -> None:
    await sold(storage)
    for _ in range(2):
        assert await storage.write(lambda tx: hold_credit(quote("a", 3000), tx, MOMENT))
    assert await left(storage) == 2000
    assert not await storage.write(lambda tx: hold_credit(quote("b", 3000), tx, MOMENT))
    assert [hold.subject for hold in await storage.read(lambda tx: tx.credit.holds(limit=9))] == ["a"]
    assert await storage.write(lambda tx: release_credit(CheckoutId("a"), tx, MOMENT)) == 1
    assert await storage.write(lambda tx: release_credit(CheckoutId("a"), tx, MOMENT)) == 0
    assert await left(storage) == 5000
    assert await storage.write(lambda tx: redeem_credit(quote("a", 3000), tx, MOMENT))
    assert await left(storage) == 2000
    assert await storage.write(lambda tx: release_credit(CheckoutId("a"), tx, MOMENT)) == 0
    assert list(await storage.read(lambda tx: tx.credit.holds(limit=9))) == []


async def test_many_at_once_never_spend_more_than_there_is(storage: Storage) -> None:
    await sold(storage, 5000)

    def spend(number: int) -> object:
        def work(tx: Transaction) -> bool:
            return redeem_credit(quote(f"chk{number}", 1500), tx, MOMENT)

        return storage.write(work)

    done = await asyncio.gather(*(spend(number) for number in range(8)))  # type: ignore[call-overload]
    assert sum(done) == 3
    assert await left(storage) == 500
