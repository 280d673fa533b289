"""The shopper is back from the payment page: ask the provider now instead of waiting for its webhook."""

from __future__ import annotations

from datetime import datetime

from shopkeeper.app.payment_effects import OPEN, RECONCILE, is_let_go, payment_effect, wake
from shopkeeper.domain.core.ids import CheckoutId
from shopkeeper.domain.payments.payment import Payment
from shopkeeper.ports.storage import Transaction


def open_payments(checkout_id: CheckoutId, tx: Transaction) -> list[Payment]:
    """The payments of this checkout whose outcome is still open."""
    return [payment for payment in tx.payments.for_checkout(checkout_id) if payment.status in OPEN and not is_let_go(payment, tx)]


def ask_again(checkout_id: CheckoutId, tx: Transaction, now: datetime) -> None:
    """Make the look-up of every open payment of this checkout due now."""
    for payment in open_payments(checkout_id, tx):
        wake(payment_effect(RECONCILE, payment.id, now), tx)
