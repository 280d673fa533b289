"""The safety net under payments: every open one has somebody asking, every authorized one an order or a way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shopkeeper.app.commands.place_order import is_due
from shopkeeper.app.commands.record_payment_news import record_payment_news
from shopkeeper.app.effects.announce import Announcer, announce
from shopkeeper.app.jobs.repair import Repair
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import AUTHORIZE, CAPTURE, OPEN, RECONCILE, REFUND, VOID, effect_id, is_let_go, payment_effect, wake
from shopkeeper.domain.payments.payment import Payment, PaymentStatus
from shopkeeper.ports.outbox import EffectStatus
from shopkeeper.ports.payments import PaymentNews
from shopkeeper.ports.storage import Transaction

UNDER_WAY = (EffectStatus.PENDING, EffectStatus.CLAIMED)
SEEN_TO = (*UNDER_WAY, EffectStatus.DEAD)


def reconcile_payments(tx: Transaction, moment: Moment, announcer: Announcer, *, limit: int = 200) -> Sequence[Repair]:
    """At most `limit` payments of each open status. Asking the provider itself is the effect `reconcile_payment`."""
    repairs: list[Repair] = []
    for status in sorted(OPEN):
        for payment in tx.payments.in_status(status, limit=limit):
            repairs.extend(_see_to_open(payment, tx, moment))
    for payment in tx.payments.in_status(PaymentStatus.AUTHORIZED, limit=limit):
        repairs.extend(_see_to_authorized(payment, tx, moment, announcer))
    return repairs


def _see_to_open(payment: Payment, tx: Transaction, moment: Moment) -> Iterator[Repair]:
    asking = (VOID,) if is_let_go(payment, tx) else (AUTHORIZE, RECONCILE)
    if any(_has(kind, payment, tx, UNDER_WAY) for kind in asking):
        return
    wake(payment_effect(RECONCILE, payment.id, moment.now), tx)
    yield Repair(kind="payment_asked", subject=payment.id, detail=payment.status.value)


def _see_to_authorized(payment: Payment, tx: Transaction, moment: Moment, announcer: Announcer) -> Iterator[Repair]:
    if any(_has(kind, payment, tx, SEEN_TO) for kind in (CAPTURE, VOID, REFUND)):
        return
    if any(_has(kind, payment, tx, (EffectStatus.UNKNOWN,)) for kind in (CAPTURE, VOID, REFUND)):
        yield from _see_to_unknown(payment, tx, moment)
        return
    order = tx.orders.for_checkout(payment.checkout_id)
    if order is not None and order.payment_id == payment.id and not is_due(order, tx, moment.now):
        return
    news = PaymentNews(key=payment.id, status=PaymentStatus.AUTHORIZED)
    outcome = record_payment_news(news, tx, moment)
    if outcome is None:
        return
    announce(outcome, tx, moment, announcer)
    if outcome.order is not None and outcome.order.payment_id == payment.id:
        wake(payment_effect(CAPTURE, payment.id, moment.now), tx)
        yield Repair(kind="order_secured", subject=payment.id, detail=outcome.order.number)
    else:
        yield Repair(kind="payment_returned", subject=payment.id)


def _see_to_unknown(payment: Payment, tx: Transaction, moment: Moment) -> Iterator[Repair]:
    if not _has(RECONCILE, payment, tx, UNDER_WAY):
        wake(payment_effect(RECONCILE, payment.id, moment.now), tx)
        yield Repair(kind="payment_asked", subject=payment.id, detail=payment.status.value)


def _has(kind: str, payment: Payment, tx: Transaction, statuses: Sequence[EffectStatus]) -> bool:
    effect = tx.outbox.get(effect_id(kind, payment.id))
    return effect is not None and effect.status in statuses
