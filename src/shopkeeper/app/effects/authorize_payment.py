"""Asking the provider to authorize a payment, under the payment's own id as idempotency key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from shopkeeper.app.commands.payment_says import PROVIDER_UNAVAILABLE
from shopkeeper.app.commands.record_payment_news import record_payment_news
from shopkeeper.app.effects.keep_method import keep_for
from shopkeeper.app.effects.payment_call import Providers, answered, payment_id_of, payment_of
from shopkeeper.app.effects.performer import Call, Done, RetryPlan
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import AUTHORIZE, is_let_go, let_go
from shopkeeper.domain.checkout.checkout import Checkout, PaymentMethod
from shopkeeper.domain.payments.payment import Payment, PaymentStatus
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.payments import Allowance, Authorizer, AuthorizeRequest, Delegator, PaymentNews
from shopkeeper.ports.storage import Transaction

IMPATIENT = RetryPlan(base_s=0.5, cap_s=8.0, max_attempts=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizePayment:
    """`return_url` is where the payment page sends the shopper back to. The shopper waits, so it is given up soon."""

    providers: Providers
    return_url: Callable[[Checkout], str]
    kind: str = AUTHORIZE
    retry: RetryPlan = IMPATIENT

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        payment = payment_of(effect, tx)
        checkout = tx.checkouts.get(payment.checkout_id) if payment else None
        if payment is None or checkout is None or is_let_go(payment, tx):
            return None
        if payment.status not in (PaymentStatus.CREATED, PaymentStatus.UNKNOWN):
            return None
        request = _request(payment, checkout, self.return_url(checkout), tx)
        provider, allowance = self.providers.of(payment), _allowance(checkout, tx)
        if allowance is not None and request.method_token is not None and isinstance(provider, Delegator):
            return lambda: answered(_within(provider, provider, request, allowance))
        return lambda: answered(provider.authorize(request))

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        news = PaymentNews(key=payment_id_of(effect), status=PaymentStatus.UNKNOWN)
        return Done(outcome=record_payment_news(news, tx, moment))

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """Said as a decline; the key is closed at the provider too, should a lost request still arrive there."""
        news = PaymentNews(key=payment_id_of(effect), status=PaymentStatus.DECLINED, decline_code=PROVIDER_UNAVAILABLE)
        outcome = record_payment_news(news, tx, moment)
        if outcome is not None and outcome.payment.status is PaymentStatus.DECLINED:
            let_go(outcome.payment, PROVIDER_UNAVAILABLE, tx, moment)
        return Done(outcome=outcome)


def _request(payment: Payment, checkout: Checkout, return_url: str, tx: Transaction) -> AuthorizeRequest:
    profile = tx.shop.profile()
    token = _token(checkout, tx)
    quote = next((quote for quote in checkout.quotes if quote.digest == payment.quote_digest), None)
    return AuthorizeRequest(
        key=payment.id,
        amount=payment.amount,
        description=profile.name if profile else checkout.id,
        return_url=return_url,
        lines=tuple((line.title, line.quantity, line.total) for line in quote.lines) if quote else (),
        method_token=token,
        keep=keep_for(checkout, payment.provider, tx) if token is None else None,
        checkout_id=checkout.id,
    )


def _allowance(checkout: Checkout, tx: Transaction) -> Allowance | None:
    """Nobody stands by a purchase under a mandate: the provider, too, is told the most it may cost."""
    mandate = tx.mandates.get(checkout.mandate_id) if checkout.mandate_id is not None else None
    if mandate is None:
        return None
    return Allowance(max_amount=mandate.limits.most_each, checkout_id=checkout.id, expires_at=mandate.limits.expires_at)


async def _within(delegator: Delegator, provider: Authorizer, request: AuthorizeRequest, allowance: Allowance) -> PaymentNews:
    token = await delegator.delegate(request.method_token or "", allowance, key=request.key)
    return await provider.authorize(replace(request, method_token=token))


def _token(checkout: Checkout, tx: Transaction) -> str | None:
    """The customer's saved method, when they chose to pay with it, or what their assistant was given; else the hosted page asks."""
    if checkout.payment_method is PaymentMethod.CARD and checkout.delegated_token is not None:
        return checkout.delegated_token
    if checkout.payment_method is not PaymentMethod.SAVED_CARD or checkout.customer_id is None:
        return None
    customer = tx.customers.get(checkout.customer_id)
    tokens = [method.token for method in customer.saved_methods] if customer else []
    if checkout.saved_method is not None:
        return checkout.saved_method if checkout.saved_method in tokens else None
    return tokens[0] if tokens else None
