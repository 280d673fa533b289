"""The closed list of effects that move money, or are about the means to pay with."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shopkeeper.app.effects.authorize_payment import AuthorizePayment
from shopkeeper.app.effects.capture_payment import CapturePayment
from shopkeeper.app.effects.keep_method import ForgetMethod, KeepMethodAtProvider
from shopkeeper.app.effects.payment_call import Providers
from shopkeeper.app.effects.performer import Performer
from shopkeeper.app.effects.reconcile_payment import ReconcilePayment
from shopkeeper.app.effects.refund_part import RefundPart
from shopkeeper.app.effects.refund_payment import RefundPayment
from shopkeeper.app.effects.void_payment import VoidPayment
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.ports.payments import PaymentProvider


def payment_performers(by_name: Mapping[str, PaymentProvider], return_url: Callable[[Checkout], str]) -> tuple[Performer, ...]:
    """Performers over the providers by name; `return_url` is where a payment page sends the shopper back to."""
    providers = Providers(by_name)
    return (
        AuthorizePayment(providers=providers, return_url=return_url),
        CapturePayment(providers=providers),
        VoidPayment(providers=providers),
        RefundPayment(providers=providers),
        RefundPart(providers=providers),
        ReconcilePayment(providers=providers),
        KeepMethodAtProvider(providers=providers),
        ForgetMethod(providers=providers),
    )
