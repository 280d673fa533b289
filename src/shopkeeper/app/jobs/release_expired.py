"""Quotes and holds whose time is over: stock goes back, the quote is off the table, unless money is on its way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shopkeeper.app.commands.hold_booking import release_expired_bookings
from shopkeeper.app.credit import release_credit
from shopkeeper.app.holds import expired_holds, let_all_go
from shopkeeper.app.jobs.repair import Repair
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import MONEY_HELD, OPEN, is_let_go
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.core.ids import CheckoutId
from shopkeeper.ports.storage import Transaction


def release_expired(tx: Transaction, now: datetime, *, limit: int = 200) -> Sequence[Repair]:
    """At most `limit` quotes and `limit` holds; what a payment in flight or unknown stands on stays untouched."""
    repairs: list[Repair] = []
    for checkout_id in dict.fromkeys(CheckoutId(hold.subject) for hold in tx.credit.holds(limit=limit)):
        if not _payment_in_flight(checkout_id, tx):
            count = release_credit(checkout_id, tx, Moment(now=now, actor="sweep"))
            repairs.append(Repair(kind="credit_released", subject=checkout_id, detail=str(count)))
    for checkout in tx.checkouts.expired(now, limit=limit):
        if not _payment_in_flight(checkout.id, tx):
            repairs.append(_expire(checkout, tx, now))
    for checkout_id in expired_holds(now, tx, limit=limit):
        if not _payment_in_flight(checkout_id, tx):
            count = let_all_go(checkout_id, tx)
            repairs.append(Repair(kind="hold_released", subject=checkout_id, detail=str(count)))
    for booking in release_expired_bookings(tx, now, limit=limit):
        repairs.append(Repair(kind="booking_hold_released", subject=booking.id, detail=booking.starts_at.isoformat()))
    return repairs


def _payment_in_flight(checkout_id: CheckoutId, tx: Transaction) -> bool:
    """Whether money may still arrive, or has arrived and is not yet decided on."""
    if tx.orders.for_checkout(checkout_id) is not None:
        return False
    waiting = OPEN | MONEY_HELD
    return any(payment.status in waiting and not is_let_go(payment, tx) for payment in tx.payments.for_checkout(checkout_id))


def _expire(checkout: Checkout, tx: Transaction, now: datetime) -> Repair:
    """The quote is void and must be priced again; a hold promised for longer than the quote stays until then."""
    digest = checkout.quote.digest if checkout.quote else ""
    tx.checkouts.save(checkout.void_quote("expired").move(CheckoutStatus.INCOMPLETE))
    facts = {"digest": digest}
    tx.audit.append(AuditEntry(at=now, actor="sweep", action="quote.expired", subject=checkout.id, facts=facts))
    return Repair(kind="quote_expired", subject=checkout.id, detail=digest)
