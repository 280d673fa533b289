"""One thing a scheduled job put right, for the sweep's report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """`kind` such as quote_expired, hold_released, payment_asked, order_placed; `subject` the id it is about."""

    kind: str
    subject: str
    detail: str = ""
