"""Keeping the card one pays with for next time: the customer's own yes to it, apart from the yes to the price."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shopkeeper.domain.core.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepConsent:
    """Who agreed, in which words and when. `method_id` is what was kept by it, once: removed later, it is not kept anew."""

    customer_id: CustomerId
    text: str
    at: datetime
    method_id: str | None = None

    @property
    def is_open(self) -> bool:
        return self.method_id is None
