"""Changing a checkout while a payment for it is open: what may still be taken back, and what must be waited for."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.credit import release_credit
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import MONEY_HELD, OPEN, is_let_go, let_go
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.payments.payment import Payment, PaymentStatus
from shopkeeper.ports.storage import Transaction

IN_PROGRESS = (CheckoutStatus.COMPLETE_IN_PROGRESS, CheckoutStatus.REQUIRES_ESCALATION)


def live_payment(checkout: Checkout, tx: Transaction) -> Payment | None:
    """The payment that may still pay this checkout: open or holding money, and not given up."""
    payment = tx.payments.get(checkout.payment_id) if checkout.payment_id else None
    if payment is None or payment.status not in OPEN | MONEY_HELD or is_let_go(payment, tx):
        return None
    return payment


def step_back_from_payment(checkout: Checkout, tx: Transaction) -> Checkout | Refusal:
    """The checkout free to be changed (not saved), or `payment_under_way`.

    A shopper who has not gone through the pay page yet may change their mind; what the provider is working on, or has
    already taken, is waited for, because money and order would part ways otherwise.
    """
    if checkout.status not in IN_PROGRESS:
        return checkout
    payment = live_payment(checkout, tx)
    if payment is not None and payment.status is not PaymentStatus.REQUIRES_ACTION:
        return Refusal(code="payment_under_way", params={"amount": payment.amount})
    return replace(checkout.void_consent("changed_mind"), payment_id=None).move(CheckoutStatus.READY_FOR_COMPLETE)


def abandon_payment(checkout: Checkout, tx: Transaction, moment: Moment) -> None:
    """Let go of the open payment of `checkout` as it was before `step_back_from_payment`."""
    payment = live_payment(checkout, tx)
    if payment is not None:
        let_go(payment, "changed_mind", tx, moment)
        release_credit(checkout.id, tx, moment)
