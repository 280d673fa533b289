"""When the money of an order is taken: with the order, or once everything has left, so that what is not handed over is never taken."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.orders.work import Stage, works_of

LATEST = timedelta(days=5)
"""Banks let go of an authorization after about a week; it is taken before."""


class CaptureWhen(StrEnum):
    PLACED = "placed"
    HANDED_OVER = "handed_over"


def may_capture(order: Order, when: CaptureWhen, now: datetime) -> bool:
    if when is CaptureWhen.PLACED or order.placed_at + LATEST <= now:
        return True
    return all(work.stage is Stage.DONE for work in works_of(order))
