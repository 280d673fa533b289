"""Capturing the money of an order that was placed."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.app.effects.payment_call import Providers, answered, ask_soon, payment_of
from shopkeeper.app.effects.performer import PATIENT, Call, Done, RetryPlan
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import CAPTURE, is_let_go
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturePayment:
    providers: Providers
    kind: str = CAPTURE
    retry: RetryPlan = PATIENT

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        payment = payment_of(effect, tx)
        if payment is None or payment.status is not PaymentStatus.AUTHORIZED or is_let_go(payment, tx):
            return None
        return lambda: answered(self.providers.of(payment).capture(payment.id, payment.wanted))

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        return ask_soon(effect, tx, moment)

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """The order stands; the audit entry and the alert bring a person to it."""
        return Done()
