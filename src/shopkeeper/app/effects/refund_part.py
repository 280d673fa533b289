"""Giving back a part of what was captured for an order that stands, once per part."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.app.commands.record_payment_news import record_payment_news
from shopkeeper.app.effects.payment_call import Providers, payment_of
from shopkeeper.app.effects.performer import PATIENT, Call, Done, Record, RetryPlan
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import REFUND_PART
from shopkeeper.app.refunding import part_is_settled
from shopkeeper.domain.core.outcome import TransientFault, UnknownOutcome
from shopkeeper.domain.payments.payment import PartRefund, Payment, PaymentStatus
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundPart:
    """The key makes it one refund, so where the answer is lost it is simply asked for again."""

    providers: Providers
    kind: str = REFUND_PART
    retry: RetryPlan = PATIENT

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        payment = payment_of(effect, tx)
        part = payment.refund_of(str(effect.body["key"])) if payment is not None else None
        if payment is None or part is None or part.done or payment.status is not PaymentStatus.CAPTURED:
            return None
        return lambda: self._refund(payment, part)

    async def _refund(self, payment: Payment, part: PartRefund) -> Record:
        try:
            news = await self.providers.of(payment).refund(payment.id, part.amount, refund_key=part.key)
        except UnknownOutcome as silence:
            raise TransientFault(str(silence)) from silence

        def record(tx: Transaction, moment: Moment) -> Done:
            part_is_settled(payment.id, part.key, tx, moment)
            return Done(outcome=record_payment_news(news, tx, moment))

        return record

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        return Done(again_s=self.retry.delay_s(effect.attempts, 0.5))

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """It still counts as given back, so that nothing is given twice; the audit entry and the alert bring a person to it."""
        return Done()
