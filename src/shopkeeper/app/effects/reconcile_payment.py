"""Asking the provider what became of a payment nobody has heard about, until it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from shopkeeper.app.commands.record_payment_news import PaymentOutcome, record_payment_news
from shopkeeper.app.effects.payment_call import Providers, payment_of
from shopkeeper.app.effects.performer import Call, Done, Record, RetryPlan
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import (
    AUTHORIZE,
    CAPTURE,
    OPEN,
    RECONCILE,
    REFUND,
    VOID,
    effect_id,
    is_let_go,
    let_go,
    payment_effect,
    wake,
)
from shopkeeper.domain.core.outcome import TransientFault, UnknownOutcome
from shopkeeper.domain.payments.payment import Payment, PaymentStatus
from shopkeeper.ports.outbox import EffectStatus, QueuedEffect
from shopkeeper.ports.payments import PaymentNews
from shopkeeper.ports.storage import Transaction

PAGE_GRACE = timedelta(minutes=10)
"""How long after the quote ran out a payment page may still be finished."""

UNTIL_KNOWN = RetryPlan(base_s=3.0, cap_s=300.0, max_attempts=None)

WORTH_ASKING = OPEN | {PaymentStatus.AUTHORIZED, PaymentStatus.CAPTURED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconcilePayment:
    """Never given up while open: money that may have moved is not forgotten."""

    providers: Providers
    kind: str = RECONCILE
    retry: RetryPlan = UNTIL_KNOWN

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        payment = payment_of(effect, tx)
        if payment is None or payment.status not in WORTH_ASKING:
            return None
        return lambda: self._look(payment, effect)

    async def _look(self, payment: Payment, effect: QueuedEffect) -> Record:
        try:
            news = await self.providers.of(payment).look_up(payment.id)
        except UnknownOutcome as silence:
            # A look-up changes nothing, so asking again is always safe.
            raise TransientFault(str(silence)) from silence
        again_s = self.retry.delay_s(effect.attempts, 0.5)

        def record(tx: Transaction, moment: Moment) -> Done:
            outcome = _record(news, payment, tx, moment)
            if outcome is None:
                return Done()
            settled = outcome.payment.status not in OPEN or is_let_go(outcome.payment, tx)
            return Done(outcome=outcome, again_s=None if settled else again_s)

        return record

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        return Done(again_s=self.retry.delay_s(effect.attempts, 0.5))

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """A provider that is no longer configured: the audit entry and the alert bring a person to it."""
        return Done()


def _record(news: PaymentNews | None, asked: Payment, tx: Transaction, moment: Moment) -> PaymentOutcome | None:
    outcome = record_payment_news(news or PaymentNews(key=asked.id, status=PaymentStatus.UNKNOWN), tx, moment)
    if outcome is None:
        return None
    payment = outcome.payment
    if news is None and payment.status in (PaymentStatus.CREATED, PaymentStatus.UNKNOWN) and not is_let_go(payment, tx):
        # Never seen there, so asking once more under the same key cannot charge twice.
        wake(payment_effect(AUTHORIZE, payment.id, moment.now), tx)
    if payment.status is PaymentStatus.REQUIRES_ACTION and _is_abandoned(outcome, moment):
        let_go(payment, "page_abandoned", tx, moment)
    _try_again_what_did_not_happen(payment, tx, moment)
    return outcome


def _is_abandoned(outcome: PaymentOutcome, moment: Moment) -> bool:
    quote = outcome.checkout.quote
    return quote is None or quote.expires_at + PAGE_GRACE < moment.now


def _try_again_what_did_not_happen(payment: Payment, tx: Transaction, moment: Moment) -> None:
    for kind in (CAPTURE, VOID, REFUND):
        effect = tx.outbox.get(effect_id(kind, payment.id))
        if effect is not None and effect.status is EffectStatus.UNKNOWN:
            wake(payment_effect(kind, payment.id, moment.now), tx)
