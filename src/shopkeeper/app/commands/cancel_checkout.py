"""Giving up a checkout: quote and consent are void, holds are free again, an open payment is let go. The cart stays."""

from __future__ import annotations

from shopkeeper.app.commands.open_payment import live_payment
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.commands.refresh_quote import withdraw_quote
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import MONEY_HELD, let_go
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.conversation.events import CheckoutClosed
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import CancelCheckout
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def cancel_checkout(permit: Permit[CancelCheckout], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Canceling twice is canceling once; what is bought already is not canceled here (`already_ordered`)."""
    checkout = tx.checkouts.get(permit.command.checkout_id)
    if checkout is None:
        return Refusal(code="checkout_unknown")
    if checkout.status is CheckoutStatus.COMPLETED:
        return Refusal(code="already_ordered", params={"number": checkout.order_number})
    return close_checkout(checkout, permit.command.reason, tx, moment)


def close_checkout(checkout: Checkout, reason: str, tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Close an open (or already canceled) checkout; refuses while its money is in hand, because an order follows at once."""
    payment = live_payment(checkout, tx)
    if payment is not None and payment.status in MONEY_HELD:
        return Refusal(code="payment_under_way", params={"amount": payment.amount})
    if payment is not None:
        let_go(payment, reason, tx, moment)
    released = len(tx.stock.held_for(checkout.id))
    if checkout.is_open:
        tx.checkouts.save(withdraw_quote(checkout, reason, tx, moment).move(CheckoutStatus.CANCELED))
        facts = {"reason": reason, "holds_released": released}
        tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="checkout.canceled", subject=checkout.id, facts=facts))
    events = (CheckoutClosed(checkout_id=checkout.id, reason=reason),)
    return Ran(facts={"code": "checkout_canceled", "checkout_id": checkout.id, "holds_released": released}, events=events)
