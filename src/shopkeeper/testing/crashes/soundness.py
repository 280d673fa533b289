"""Whether money, goods and records agree after a purchase, read from the database and the pretend bank's ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from shopkeeper.bootstrap import Shop, open_shop
from shopkeeper.domain.conversation.events import replay
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.orders.order import Order
from shopkeeper.ports.outbox import EffectStatus
from shopkeeper.ports.storage import Transaction
from shopkeeper.settings import Settings
from shopkeeper.testing.crashes.server import AheadClock

SOLD = {"EGG-12": 1, "MILK-1L": 2}
TOMORROW_S = 24 * 3600.0
STORY_OF_CARD = {"authorization": 1, "capture": 1}


def stock_of(tx: Transaction) -> dict[str, int]:
    available = tx.stock.available([Sku(sku) for sku in SOLD])
    return {sku: sum(available[Sku(sku)].values()) for sku in SOLD}


async def opening_stock(folder: Path) -> dict[str, int]:
    async with open_shop(Settings(data_dir=folder), background=False) as shop:
        return await shop.storage.read(stock_of)


async def problems_after(folder: Path, number: str, *, before: dict[str, int], known: int) -> list[str]:
    """What does not add up, once the shop had a day to tidy up; `known` is how many orders there were before."""
    async with open_shop(Settings(data_dir=folder), clock=AheadClock(TOMORROW_S), background=False) as shop:
        for _ in range(2):
            await shop.sweep()
        return await shop.storage.scan(lambda tx: list(_problems(tx, shop, number, before, known)))


def _problems(tx: Transaction, shop: Shop, number: str, before: dict[str, int], known: int) -> Iterator[str]:
    orders = tx.orders.recent(limit=1000)
    order = next((order for order in orders if order.number == number), None)
    if order is None or len(orders) != known + 1:
        yield f"orders {[o.number for o in orders[:3]]}, of which {len(orders) - known} new; the shopper knows {number}"
        return
    yield from _money(tx, shop, order)
    if held := tx.stock.all_held():
        yield f"still held: {held}"
    left, expected = stock_of(tx), {sku: before[sku] - quantity for sku, quantity in SOLD.items()}
    if left != expected:
        yield f"stock {left}, expected {expected}"
    if waiting := tx.outbox.in_status(*(status for status in EffectStatus if status is not EffectStatus.SETTLED), limit=9):
        yield f"outbox: {[(e.kind, e.status.value, e.last_error) for e in waiting]}"
    said_in = order.conversation_id
    if said_in is None or replay(recorded.event for recorded in tx.conversations.events(said_in)) != tx.conversations.get(said_in):
        yield "the events do not fold to the conversation"
    if tx.audit.verify()[0] == 0:
        yield "no audit trail"


def _money(tx: Transaction, shop: Shop, order: Order) -> Iterator[str]:
    """One authorization and its capture, both of the total; nothing at all where it is paid in the store."""
    assert shop.bank is not None
    ledger = shop.bank.ledger()
    story = Counter(entry.kind for entry in ledger)
    if story != (STORY_OF_CARD if order.payment_id else {}):
        yield f"ledger {dict(story)}"
    if {entry.amount.minor for entry in ledger} - {order.quote.total.minor}:
        yield f"amounts {[(e.kind, e.amount.minor) for e in ledger]}, total {order.quote.total.minor}"
    if {entry.key for entry in ledger} - {order.payment_id}:
        yield "money moved under another key than the order's"
