"""The outbox effects a payment can want, named so that wanting one twice queues it once, and the rule when to give money back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.ids import EffectId, PaymentId, derive
from shopkeeper.domain.payments.payment import Payment, PaymentStatus
from shopkeeper.ports.outbox import EffectStatus, QueuedEffect
from shopkeeper.ports.storage import Transaction

AUTHORIZE = "authorize_payment"
CAPTURE = "capture_payment"
VOID = "void_payment"
REFUND = "refund_payment"
RECONCILE = "reconcile_payment"
KEEP = "keep_method"
REFUND_PART = "refund_part"

HEAD_START = timedelta(seconds=3)

MONEY_HELD = frozenset({PaymentStatus.AUTHORIZED, PaymentStatus.CAPTURED})
OPEN = frozenset({PaymentStatus.CREATED, PaymentStatus.UNKNOWN, PaymentStatus.REQUIRES_ACTION})

ANSWERED_BY: Mapping[str, frozenset[PaymentStatus]] = {
    AUTHORIZE: frozenset(PaymentStatus) - {PaymentStatus.CREATED, PaymentStatus.UNKNOWN},
    CAPTURE: frozenset({PaymentStatus.CAPTURED, PaymentStatus.CANCELED, PaymentStatus.REFUNDED}),
    VOID: frozenset({PaymentStatus.CAPTURED, PaymentStatus.CANCELED, PaymentStatus.REFUNDED}),
    REFUND: frozenset({PaymentStatus.REFUNDED}),
}
"""Which payment states answer the question an effect of that kind left open."""


def payment_effect(kind: str, payment_id: PaymentId, due_at: datetime, *, turn_id: str | None = None) -> QueuedEffect:
    """The one effect of `kind` for this payment. A turn that waits (`turn_id`) has a head start on the worker."""
    due = due_at + HEAD_START if turn_id else due_at
    return QueuedEffect(id=effect_id(kind, payment_id), kind=kind, body={"payment_id": payment_id}, due_at=due, turn_id=turn_id)


def part_effect(payment_id: PaymentId, key: str, due_at: datetime) -> QueuedEffect:
    """The one effect that gives back the part with this key."""
    effect = EffectId(derive("eff", REFUND_PART, payment_id, key))
    return QueuedEffect(id=effect, kind=REFUND_PART, body={"payment_id": payment_id, "key": key}, due_at=due_at)


def effect_id(kind: str, payment_id: PaymentId) -> EffectId:
    return EffectId(derive("eff", kind, payment_id))


def wake(effect: QueuedEffect, tx: Transaction) -> None:
    """Queue `effect`, or make the one already there due again unless it is being run or was given up for dead."""
    if tx.outbox.put(effect):
        return
    stored = tx.outbox.get(effect.id)
    if stored is None or stored.status in (EffectStatus.CLAIMED, EffectStatus.DEAD):
        return
    if stored.status is EffectStatus.PENDING and stored.due_at <= effect.due_at:
        return
    tx.outbox.finish(replace(stored, status=EffectStatus.PENDING, due_at=effect.due_at))


def settle_answered(payment: Payment, tx: Transaction) -> None:
    """Close the effects left unknown that the payment's state has answered meanwhile."""
    answered = [effect_id(kind, payment.id) for kind, answers in ANSWERED_BY.items() if payment.status in answers]
    for effect in tx.outbox.find(answered):
        if effect.status is EffectStatus.UNKNOWN:
            tx.outbox.finish(replace(effect, status=EffectStatus.SETTLED))


def is_let_go(payment: Payment, tx: Transaction) -> bool:
    """Whether it was decided that this payment is not kept. That decision is final: no order is placed on it later."""
    return bool(tx.outbox.find(effect_id(kind, payment.id) for kind in (VOID, REFUND)))


def let_go(payment: Payment, reason: str, tx: Transaction, moment: Moment) -> None:
    """Give up a payment no order stands on: refund what was captured, void everything else, also what may still come."""
    if payment.status in (PaymentStatus.CANCELED, PaymentStatus.REFUNDED):
        return
    kind = REFUND if payment.status is PaymentStatus.CAPTURED else VOID
    wanted = payment_effect(kind, payment.id, moment.now)
    if tx.outbox.get(wanted.id) is None:
        facts = {"reason": reason, "status": payment.status.value, "by": kind}
        tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="payment.let_go", subject=payment.checkout_id, facts=facts))
    wake(wanted, tx)
