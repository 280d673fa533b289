"""Stripe, through its official SDK: the payment port over payment intents with manual capture.

Importing this costs the SDK (the `stripe` extra), so only `bootstrap` does, where a key is set.
"""

from shopkeeper.adapters.payments.stripe.client import StripePayments
from shopkeeper.adapters.payments.stripe.options import CardForm, StripeOptions

__all__ = ["CardForm", "StripeOptions", "StripePayments"]
