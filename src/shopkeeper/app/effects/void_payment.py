"""Letting go of an authorization no order stands on, and closing its key so that none can follow."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.app.effects.payment_call import Providers, answered, ask_soon, payment_of
from shopkeeper.app.effects.performer import PATIENT, Call, Done, RetryPlan
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import VOID
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction

OVER = (PaymentStatus.CANCELED, PaymentStatus.REFUNDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidPayment:
    """A provider that already captured answers so, and recording that queues the refund."""

    providers: Providers
    kind: str = VOID
    retry: RetryPlan = PATIENT

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        payment = payment_of(effect, tx)
        if payment is None or payment.status in OVER:
            return None
        return lambda: answered(self.providers.of(payment).void(payment.id))

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        return ask_soon(effect, tx, moment)

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """The audit entry and the alert bring a person to it."""
        return Done()
