"""The shop dies before every single write of a payment, on a real database, and the next start puts it right."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from shopkeeper.adapters.payments.sandbox import Outcome
from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.domain.checkout.checkout import CheckoutStatus, PaymentMethod
from shopkeeper.domain.core.ids import CheckoutId
from shopkeeper.ports.outbox import EffectStatus
from shopkeeper.ports.storage import Storage, Transaction
from shopkeeper.testing.sale_world import CONVERSATION, OPENING, SaleWorld, stock_shop
from shopkeeper.testing.storage import fresh_sqlite

T = TypeVar("T")


class Killed(BaseException):
    """The process ended here."""


class MortalStorage:
    """Passes everything on until `lives` writes are used up; `after` lets the last one be committed first."""

    def __init__(self, storage: Storage, lives: int, *, after: bool) -> None:
        self._storage = storage
        self._lives = lives
        self._after = after
        self.scan, self.read, self.stats, self.close = storage.scan, storage.read, storage.stats, storage.close

    async def write(self, work: Callable[[Transaction], T]) -> T:
        if self._lives == 0 and self._after:
            await self._storage.write(work)
        if self._lives <= 0:
            raise Killed
        self._lives -= 1
        return await self._storage.write(work)


@asynccontextmanager
async def started(url: str, bank: Path, *, lives: int | None = None, after: bool = False) -> AsyncIterator[SaleWorld]:
    storage = open_storage(url)
    try:
        world = SaleWorld(storage if lives is None else MortalStorage(storage, lives, after=after), bank_path=str(bank))
        yield world
    finally:
        await storage.close()


async def buy(world: SaleWorld, method: PaymentMethod) -> None:
    """The whole way from quote to captured order; the shopper presses pay on the page at once."""
    checkout = await world.quote({"BAG-BRN": 1}, method=method)
    await world.agree(checkout)
    world.clock.move(seconds=5)
    await world.run_due()
    for payment in await world.payments(checkout.id):
        if payment.action_url and payment.provider_ref:
            world.bank.act(payment.provider_ref, Outcome.APPROVE)
    await world.bank.postman.deliver_due()
    await world.run_due()


async def is_sound(world: SaleWorld, checkout_id: CheckoutId) -> bool:
    """Whether there is an order; raises AssertionError where money, stock and order do not agree."""
    order = await world.order(checkout_id)
    checkout = await world.checkout(checkout_id)
    assert world.kept() == ({order.payment_id: order.quote.total.minor} if order else {})
    assert await world.held() == 0
    assert await world.available("BAG-BRN") == (0 if order else 1)
    assert (checkout.status is CheckoutStatus.COMPLETED) == (order is not None)
    left = await world.storage.read(
        lambda tx: tx.outbox.in_status(EffectStatus.PENDING, EffectStatus.CLAIMED, EffectStatus.UNKNOWN, limit=9)
    )
    assert list(left) == []
    position, _ = await world.storage.read(lambda tx: tx.audit.verify())
    assert position > 0
    return order is not None


@pytest.mark.parametrize("after", [False, True], ids=["before_the_write", "after_the_write"])
@pytest.mark.parametrize(
    ("method", "token"),
    [
        (PaymentMethod.SAVED_CARD, "tok_visa_approve"),
        (PaymentMethod.SAVED_CARD, "tok_timeout_after"),
        (PaymentMethod.SAVED_CARD, "tok_timeout_before"),
        (PaymentMethod.CARD, ""),
    ],
)
async def test_killed_at_every_write(tmp_path: Path, method: PaymentMethod, token: str, *, after: bool) -> None:
    ordered: list[bool] = []
    for lives in range(40):
        url, bank = fresh_sqlite(tmp_path, f"shop{lives}.db"), tmp_path / f"bank{lives}.db"
        async with started(url, bank) as world:
            await world.storage.write(lambda tx: stock_shop(tx, token=token))
        async with started(url, bank, lives=lives, after=after) as world:
            try:
                await buy(world, method)
            except Killed:
                survived = False
            else:
                survived = True
            world.bank.close()
        async with started(url, bank) as world:
            world.clock.move(minutes=2)
            await world.settle_down(rounds=16)
            checkout_id = await world.storage.read(_bought_or_open)
            ordered.append(checkout_id is not None and await is_sound(world, checkout_id))
        if survived:
            break
    assert survived
    assert ordered[-1] or token == "tok_timeout_before"


def _bought_or_open(tx: Transaction) -> CheckoutId | None:
    placed = tx.orders.recent(limit=9)
    assert len(placed) <= 1
    state = tx.conversations.get(CONVERSATION)
    assert state is not None
    checkout = tx.checkouts.open_for(state.cart_id)
    return placed[0].checkout_id if placed else checkout.id if checkout else None


async def test_two_workers_and_a_turn_at_once_run_an_effect_once(tmp_path: Path) -> None:
    url = fresh_sqlite(tmp_path)
    async with started(url, tmp_path / "bank.db") as world:
        await world.storage.write(stock_shop)
        checkout = await world.quote({"BAG-BRN": 1}, method=PaymentMethod.SAVED_CARD)
        await world.agree(checkout)
        world.clock.move(seconds=5)
        await asyncio.gather(*(world.runner.run_due() for _ in range(4)), *(world.sweep() for _ in range(2)))
        await world.run_due()
        assert await is_sound(world, checkout.id)
        assert [entry.kind for entry in world.bank.ledger()] == ["authorization", "capture"]
        assert world.announcer.said == ["payment.order_placed"]
        assert world.clock.now() > OPENING
