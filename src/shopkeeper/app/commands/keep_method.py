"""A signed-in customer says whether the card they pay with may be kept for next time. Unasked, nothing is kept."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.commands.open_payment import live_payment
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import KEEP, OPEN, payment_effect, wake
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.keeping import KeepConsent
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import KeepMethod
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def keep_method(permit: Permit[KeepMethod], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """The yes (or the taking back of it) is written down beside the quote; the quote and the consent to it stand as they are.

    Where the pay page is open already, the provider is told of it before anything is paid there.
    """
    command = permit.command
    checkout = tx.checkouts.get(command.checkout_id)
    if checkout is None or not checkout.is_open:
        return Refusal(code="checkout_closed")
    code = "method_keep_agreed" if command.keep else "method_keep_withdrawn"
    if command.keep == (checkout.keep_method is not None):
        return Ran(facts={"code": code, "again": True})
    if moment.customer_id is None:
        return Refusal(code="keep_needs_sign_in")
    consent = KeepConsent(customer_id=moment.customer_id, text=command.consent_text, at=moment.now) if command.keep else None
    tx.checkouts.save(replace(checkout, keep_method=consent))
    facts = {"checkout": checkout.id, "text": command.consent_text}
    action = "method.keep_agreed" if command.keep else "method.keep_withdrawn"
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action=action, subject=moment.customer_id, facts=facts))
    _tell_provider(checkout, tx, moment)
    return Ran(facts={"code": code})


def _tell_provider(checkout: Checkout, tx: Transaction, moment: Moment) -> None:
    """A payment not asked for yet takes the consent along by itself."""
    payment = live_payment(checkout, tx)
    if payment is not None and payment.status in OPEN:
        wake(payment_effect(KEEP, payment.id, moment.now), tx)
