"""A Stripe to test against: a real `localstripe` process behind a proxy of ours that has what it lacks, and trouble on demand.

localstripe is GPL: it is started as a separate process, and nothing of it is imported here.
"""

from shopkeeper.testing.stripe.local import LocalStripe, available
from shopkeeper.testing.stripe.proxy import StripeProxy, stripe_settings
from shopkeeper.testing.stripe.trouble import StripeFault

__all__ = ["LocalStripe", "StripeFault", "StripeProxy", "available", "stripe_settings"]
