"""Whether money, goods and records agree after a purchase, read from the database and the pretend bank's ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from shopkeeper.adapters.payments.sandbox import LedgerEntry
from shopkeeper.bootstrap import open_shop
from shopkeeper.domain.conversation.events import replay
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.orders.order import Order
from shopkeeper.ports.clock import Clock
from shopkeeper.ports.outbox import EffectStatus
from shopkeeper.ports.storage import Transaction
from shopkeeper.settings import Settings
from shopkeeper.testing.crashes.clocks import AheadClock
from shopkeeper.testing.stripe import StripeProxy, stripe_settings

SOLD = {"EGG-12": 1, "MILK-1L": 2}
HOUR_S, TOMORROW_S, SWEEPS = 3600.0, 24 * 3600.0, 4
STORY_OF_CARD = {"authorization": 1, "capture": 1}


def stock_of(tx: Transaction) -> dict[str, int]:
    available = tx.stock.available([Sku(sku) for sku in SOLD])
    return {sku: sum(available[Sku(sku)].values()) for sku in SOLD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What does not add up, and what the last sweeps had to repair, by kind."""

    problems: Sequence[str]
    repairs: Mapping[str, int]


async def judge(settings: Settings, number: str, *, before: dict[str, int], known: int, clock: Clock, stripe: StripeProxy | None) -> Judged:
    """Once the shop had a day to tidy up, by `clock`, and a few hours for what it has to try again; `known` is how many orders there
    were before.
    """
    more = cast("dict[str, Any]", stripe_settings(stripe)) if stripe is not None else {}
    repairs: Counter[str] = Counter()
    tomorrow = AheadClock(TOMORROW_S, clock)
    async with open_shop(replace(settings, **more), clock=tomorrow, background=False) as shop:
        for _ in range(SWEEPS):
            repairs.update((await shop.sweep()).counts)
            tomorrow.wait(HOUR_S)
        ledger = stripe.ledger() if stripe is not None else shop.bank.ledger() if shop.bank is not None else ()
        problems = await shop.storage.scan(lambda tx: list(_problems(tx, ledger, number, before, known)))
    return Judged(problems=problems, repairs=repairs)


def _problems(tx: Transaction, ledger: Sequence[LedgerEntry], number: str, before: dict[str, int], known: int) -> Iterator[str]:
    orders = tx.orders.recent(limit=1000)
    order = next((order for order in orders if order.number == number), None)
    if order is None or len(orders) != known + 1:
        yield f"orders {[o.number for o in orders[:3]]}, of which {len(orders) - known} new; the shopper knows {number}"
        return
    yield from _money(ledger, order)
    if busy := tx.capacity.all_held():
        yield f"time of kitchens or couriers held for nobody: {[(hold.resource, hold.quantity) for hold in busy]}"
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


def _money(ledger: Sequence[LedgerEntry], order: Order) -> Iterator[str]:
    """One authorization and its capture, both of the total; nothing at all where it is paid in the store."""
    story = Counter(entry.kind for entry in ledger)
    if story != (STORY_OF_CARD if order.payment_id else {}):
        yield f"ledger {dict(story)}"
    if {entry.amount.minor for entry in ledger} - {order.quote.total.minor}:
        yield f"amounts {[(e.kind, e.amount.minor) for e in ledger]}, total {order.quote.total.minor}"
    if {entry.key for entry in ledger} - {order.payment_id}:
        yield "money moved under another key than the order's"
