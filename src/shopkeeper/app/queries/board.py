"""The order board of a branch: what is to be done, soonest promise first, with what is late marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from shopkeeper.app.naming import read_labels, wishes_text
from shopkeeper.app.queries.order_money import not_handed_over
from shopkeeper.app.queries.substitutes import substitutes_json
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.orders.work import OPEN, Stage, Work, lines_in, works_of
from shopkeeper.ports.storage import Transaction

SHOWN = 200


def board_json(tx: Transaction, store_id: StoreId | None, now: datetime) -> Mapping[str, object]:
    """`stages`: new, accepted and ready, each with its cards; `stores` to choose from with how many wait there."""
    profile = tx.shop.profile()
    labels = read_labels(tx, profile.language if profile else "en", profile)
    stores = tx.shop.stores()
    orders = {number: order for number in tx.orders.open_work(store_id, limit=SHOWN) if (order := tx.orders.get(number)) is not None}
    cards: dict[Stage, list[Mapping[str, object]]] = {stage: [] for stage in OPEN}
    works = [(order, work) for order in orders.values() for work in works_of(order) if store_id in (None, work.store_id)]
    names = {store.id: store.name for store in stores}
    for order, work in sorted(works, key=lambda pair: (pair[1].due_at, pair[0].number)):
        if work.stage in cards:
            cards[work.stage].append(_card(order, work, names, tx, now, labels=labels))
    return {
        "store_id": store_id,
        "stores": [{"id": store.id, "name": store.name} for store in stores],
        "stages": [{"stage": stage.value, "cards": cards[stage]} for stage in OPEN],
        "count": sum(map(len, cards.values())),
        "late": sum(1 for found in cards.values() for card in found if card["late"]),
    }


def _card(
    order: Order, work: Work, names: Mapping[StoreId, str], tx: Transaction, now: datetime, *, labels: Labels
) -> Mapping[str, object]:
    address = order.quote.delivery.address
    return {
        "number": order.number,
        "shipment": work.shipment,
        "stage": work.stage.value,
        "kind": work.kind.value,
        "store": names.get(work.store_id, ""),
        "due_at": work.due_at.isoformat(),
        "promised": work.promised,
        "late": work.promised and work.due_at < now,
        "placed_at": order.placed_at.isoformat(),
        "lines": _lines(order, work, labels, tx),
        "paid": order.payment_method is not PaymentMethod.PAY_ON_PICKUP or not order.quote.due,
        "wishes": order.wishes,
        "gift_note": order.gift_note,
        "place": f"{address.postal_code} {address.city}" if address is not None else None,
    }


def _lines(order: Order, work: Work, labels: Labels, tx: Transaction) -> Sequence[Mapping[str, object]]:
    """What this branch hands over: its own share of each line, less what it fell short of, with what may come or came instead."""
    short, mine = not_handed_over(order, tx), lines_in(order, work.shipment)
    counts = {line.line_id: min(mine.get(line.line_id, 0), line.quantity - short[line.line_id]) for line in order.quote.lines}
    return [
        {
            "line_id": line.line_id,
            "sku": line.sku,
            "title": line.title,
            "quantity": counts[line.line_id],
            "note": wishes_text(line.modifiers, labels),
            **substitutes_json(order, line, work, tx, labels),
        }
        for line in order.quote.lines
        if counts[line.line_id] > 0
    ]
