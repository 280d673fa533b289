"""What rules about giving money back may look at."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.app.refunding import STAFF, left_of, staff_gave
from shopkeeper.domain.policy.command import RefundOrder
from shopkeeper.ports.storage import Transaction


def refund_facts(command: RefundOrder, tx: Transaction) -> Mapping[str, object]:
    """Amounts in minor units: `amount` asked for, `left` of what was paid, `before` what staff gave back already."""
    order = tx.orders.get(command.number)
    if order is None or command.amount.currency != order.quote.currency:
        return {"known": False, "amount": command.amount.minor, "left": 0, "before": 0}
    again = any(event.note == f"{STAFF}{command.key}" for event in order.events)
    amount = command.amount.minor
    # Said again it changes nothing: what it already took is not counted a second time.
    left, before = left_of(order, tx).minor + (amount if again else 0), staff_gave(order).minor - (amount if again else 0)
    return {"known": True, "amount": amount, "left": left, "before": before}
