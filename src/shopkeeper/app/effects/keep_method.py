"""Telling the provider that the card typed on its page may be kept, or not after all; and letting go of a kept one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from shopkeeper.app.effects.payment_call import Providers, payment_of
from shopkeeper.app.effects.performer import PATIENT, Call, Done, Record, RetryPlan
from shopkeeper.app.method_keeping import FORGET
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import KEEP, OPEN
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.core.outcome import TransientFault, UnknownOutcome
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.payments import KeepFor, MethodKeeper
from shopkeeper.ports.storage import Transaction


def keep_for(checkout: Checkout, provider: str, tx: Transaction) -> KeepFor | None:
    """For whom the provider keeps the card, where they agreed to it; beside a method it keeps for them already."""
    consent = checkout.keep_method
    customer = tx.customers.get(consent.customer_id) if consent is not None and consent.is_open else None
    if customer is None:
        return None
    beside = next((method.token for method in customer.saved_methods if method.provider == provider), None)
    return KeepFor(customer=customer.id, beside=beside)


async def _said(ask: Callable[[], Awaitable[None]]) -> None:
    try:
        await ask()
    except UnknownOutcome as silence:
        raise TransientFault(str(silence)) from silence


def _nothing(tx: Transaction, moment: Moment) -> Done:
    return Done()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepMethodAtProvider:
    """Said again it changes nothing, so a lost answer is simply asked for again."""

    providers: Providers
    kind: str = KEEP
    retry: RetryPlan = PATIENT

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        payment = payment_of(effect, tx)
        checkout = tx.checkouts.get(payment.checkout_id) if payment else None
        if payment is None or checkout is None or payment.status not in OPEN:
            return None
        provider = self.providers.of(payment)
        if not isinstance(provider, MethodKeeper):
            return None
        wanted = keep_for(checkout, payment.provider, tx)

        async def call() -> Record:
            await _said(lambda: provider.keep_method(payment.id, wanted))
            return _nothing

        return call

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        return Done(again_s=self.retry.delay_s(effect.attempts, 0.5))

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """A card kept without a yes is let go when it is heard of; one not kept is asked for again next time."""
        return Done()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetMethod:
    providers: Providers
    kind: str = FORGET
    retry: RetryPlan = PATIENT

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        profile = tx.shop.profile()
        name = str(effect.body.get("provider") or (profile.payment_provider if profile else ""))
        provider, token = self.providers.by_name.get(name), str(effect.body["token"])
        if not isinstance(provider, MethodKeeper):
            return None

        async def call() -> Record:
            await _said(lambda: provider.forget_method(token))
            return _nothing

        return call

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        return Done(again_s=self.retry.delay_s(effect.attempts, 0.5))

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """Nothing is paid with it here; the audit entry brings a person to the provider's dashboard."""
        return Done()
