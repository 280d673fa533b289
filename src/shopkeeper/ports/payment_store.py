"""Payments by id, and those whose outcome is still open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.core.ids import CheckoutId, PaymentId
from shopkeeper.domain.payments.payment import Payment, PaymentStatus


class PaymentStore(Protocol):
    def get(self, payment_id: PaymentId) -> Payment | None: ...
    def by_provider_ref(self, provider: str, provider_ref: str) -> Payment | None: ...
    def for_checkout(self, checkout_id: CheckoutId) -> Sequence[Payment]:
        """Oldest attempt first."""
        ...

    def save(self, payment: Payment) -> None: ...
    def in_status(self, *statuses: PaymentStatus, limit: int) -> Sequence[Payment]: ...
