"""What an error of the SDK means: surely not done, done perhaps, refused for good, or declined by the bank."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
import stripe

from shopkeeper.domain.core.outcome import Fault, PermanentFault, TransientFault, UnknownOutcome

T = TypeVar("T")

NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
BUSY = (409, 429)
"""Another request holds the key or the object, or we are too fast: nothing was done."""


async def ask(operation: str, call: Callable[[], Awaitable[T]]) -> T:
    """The answer. Card errors, refused requests and reused keys come through as the SDK's own exceptions."""
    try:
        return await call()
    except (stripe.CardError, stripe.InvalidRequestError, stripe.IdempotencyError):
        raise
    except stripe.StripeError as error:
        raise _fault(operation, error) from error


def _fault(operation: str, error: stripe.StripeError) -> Fault:
    # The key and the amounts are in our own records; a provider's message is not for logs.
    told = f"stripe {operation}: {type(error).__name__} {error.http_status or ''} {error.code or ''}".rstrip()
    if isinstance(error, stripe.APIConnectionError):
        return TransientFault(told) if isinstance(error.__cause__, NEVER_SENT) else UnknownOutcome(told)
    if isinstance(error, stripe.RateLimitError) or error.http_status in BUSY:
        return TransientFault(told)
    if isinstance(error, stripe.AuthenticationError | stripe.PermissionError):
        return PermanentFault(told)
    # Stripe: "treat the result of a 500 request as indeterminate".
    return UnknownOutcome(told)
