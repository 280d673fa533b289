"""Giving back what is still kept of captured money that no order stands on."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.app.effects.payment_call import Providers, answered, ask_soon, payment_of
from shopkeeper.app.effects.performer import PATIENT, Call, Done, RetryPlan
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import REFUND
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundPayment:
    providers: Providers
    kind: str = REFUND
    retry: RetryPlan = PATIENT

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        payment = payment_of(effect, tx)
        if payment is None or payment.status is not PaymentStatus.CAPTURED or not payment.left:
            return None
        refund_key = f"{payment.id}:refund"
        return lambda: answered(self.providers.of(payment).refund(payment.id, payment.left, refund_key=refund_key))

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        return ask_soon(effect, tx, moment)

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """The audit entry and the alert bring a person to it."""
        return Done()
