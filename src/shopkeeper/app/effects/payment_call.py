"""What every payment effect does alike: find its payment and provider, and turn an answer into recorded news."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from dataclasses import dataclass

from shopkeeper.app.commands.record_payment_news import record_payment_news
from shopkeeper.app.effects.performer import Done, Record
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import RECONCILE, payment_effect, wake
from shopkeeper.domain.core.ids import PaymentId
from shopkeeper.domain.core.outcome import PermanentFault
from shopkeeper.domain.payments.payment import Payment
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.payments import PaymentNews, PaymentProvider
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True)
class Providers:
    """The payment providers by name; a payment keeps the one it began with."""

    by_name: Mapping[str, PaymentProvider]

    def of(self, payment: Payment) -> PaymentProvider:
        provider = self.by_name.get(payment.provider)
        if provider is None:
            raise PermanentFault(f"no payment provider named {payment.provider}")
        return provider


def payment_of(effect: QueuedEffect, tx: Transaction) -> Payment | None:
    return tx.payments.get(payment_id_of(effect))


def payment_id_of(effect: QueuedEffect) -> PaymentId:
    return PaymentId(str(effect.body["payment_id"]))


async def answered(asked: Awaitable[PaymentNews]) -> Record:
    """Wait for the provider's answer; the record of it."""
    return recorder(await asked)


def recorder(news: PaymentNews) -> Record:
    def record(tx: Transaction, moment: Moment) -> Done:
        return Done(outcome=record_payment_news(news, tx, moment))

    return record


def ask_soon(effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
    """Nobody knows whether it happened: the reconciler asks the provider at once."""
    wake(payment_effect(RECONCILE, payment_id_of(effect), moment.now), tx)
    return Done()
