"""The shop's side of the pretend provider: the payment port over the bank's calls."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from shopkeeper.adapters.payments.sandbox.bank import Bank, NotPossible
from shopkeeper.adapters.payments.sandbox.faults import NoAnswer, Unreachable
from shopkeeper.adapters.payments.sandbox.intent import KEPT_LABEL, Intent, IntentStatus
from shopkeeper.adapters.signing.standard_webhooks import check
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput, PermanentFault, TransientFault, UnknownOutcome
from shopkeeper.domain.customers.customer import SavedMethod
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.clock import Clock
from shopkeeper.ports.payments import Allowance, AuthorizeRequest, KeepFor, PaymentNews

T = TypeVar("T")

MEANING = {
    IntentStatus.OPEN: PaymentStatus.REQUIRES_ACTION,
    IntentStatus.CODE_NEEDED: PaymentStatus.REQUIRES_ACTION,
    IntentStatus.AUTHORIZED: PaymentStatus.AUTHORIZED,
    IntentStatus.CAPTURED: PaymentStatus.CAPTURED,
    IntentStatus.DECLINED: PaymentStatus.DECLINED,
    IntentStatus.CANCELED: PaymentStatus.CANCELED,
    IntentStatus.REFUNDED: PaymentStatus.REFUNDED,
}


class SandboxPayments:
    """Implements `PaymentProvider`. `page_url` gives the address of an intent's pay page."""

    name = "sandbox"

    def __init__(self, bank: Bank, *, secret: str, clock: Clock, page_url: Callable[[str], str]) -> None:
        self._bank = bank
        self._secret = secret
        self._clock = clock
        self._page_url = page_url

    async def authorize(self, request: AuthorizeRequest) -> PaymentNews:
        intent = Intent(
            key=request.key,
            amount=request.amount,
            description=request.description,
            return_url=request.return_url,
            lines=request.lines,
        )
        keep_for = request.keep.customer if request.keep is not None else None
        return self._news(_asked(lambda: self._bank.authorize(intent, request.method_token, request.checkout_id, keep_for)))

    async def delegate(self, method_token: str, allowance: Allowance, *, key: str) -> str:
        return _asked(lambda: self._bank.delegate(method_token, allowance, key))

    async def keep_method(self, key: str, keep: KeepFor | None) -> None:
        if not self._bank.keep(key, keep.customer if keep is not None else None):
            raise TransientFault("sandbox: nothing is known under this key yet")

    async def forget_method(self, token: str) -> None:
        self._bank.forget(token)

    async def look_up(self, key: str) -> PaymentNews | None:
        intent = _asked(lambda: self._bank.look_up(key))
        return None if intent is None else self._news(intent)

    async def capture(self, key: str, amount: Money) -> PaymentNews:
        return self._news(_asked(lambda: self._bank.capture(key, amount)))

    async def void(self, key: str) -> PaymentNews:
        return self._news(_asked(lambda: self._bank.void(key)))

    async def refund(self, key: str, amount: Money, *, refund_key: str) -> PaymentNews:
        return self._news(_asked(lambda: self._bank.refund(key, amount, refund_key)))

    def read_webhook(self, headers: Mapping[str, str], body: bytes) -> PaymentNews:
        event_id = check(self._secret, headers, body, self._clock.now())
        try:
            data = cast("dict[str, Any]", json.loads(body)["data"])
            status = MEANING[IntentStatus(data["status"])]
            return PaymentNews(
                key=data["key"], status=status, provider_ref=data["id"], decline_code=data["decline_code"], event_id=event_id
            )
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise InvalidInput("webhook_malformed", f"the webhook's body is not as expected: {error}", status=400) from error

    def _news(self, intent: Intent) -> PaymentNews:
        status = MEANING[intent.status]
        action_url = self._page_url(intent.id) if status is PaymentStatus.REQUIRES_ACTION else None
        token = self._bank.kept(intent.key)
        return PaymentNews(
            key=intent.key,
            status=status,
            provider_ref=intent.id,
            action_url=action_url,
            decline_code=intent.decline_code,
            captured=self._bank.captured(intent.key) if status in (PaymentStatus.CAPTURED, PaymentStatus.REFUNDED) else None,
            kept=SavedMethod(token=token, label=KEPT_LABEL, provider=self.name) if token is not None else None,
        )


def _asked(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except Unreachable as error:
        raise TransientFault(f"sandbox: {error} could not be reached") from error
    except NoAnswer as error:
        raise UnknownOutcome(f"sandbox: no answer to {error}") from error
    except NotPossible as error:
        raise PermanentFault(f"sandbox: {error}") from error
