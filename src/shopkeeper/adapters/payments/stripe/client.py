"""The shop's side of Stripe: one payment intent per key, found again by its metadata, changed only under idempotency keys."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

import stripe

from shopkeeper.adapters.payments.stripe.faults import ask
from shopkeeper.adapters.payments.stripe.options import CardForm, StripeOptions
from shopkeeper.adapters.payments.stripe.reading import CLOSED, KEY, PAGE, SAVED, WAY, amount_of, metadata_of, news_of
from shopkeeper.adapters.payments.stripe.webhooks import read_event
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import PermanentFault, TransientFault, UnknownOutcome
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.payments import AuthorizeRequest, KeepFor, PaymentNews

if TYPE_CHECKING:
    from stripe.params import PaymentIntentCreateParams, RefundCreateParams

PAGE_SIZE = 100
PAGES_BACK = 3
"""How far the list is read for an intent whose id we never heard: newest first, at once complete. What is older is searched for
(https://docs.stripe.com/search: an index that lags by up to a minute)."""

REMEMBERED = 10_000
WITH_CHARGE = ["latest_charge", "payment_method"]
WITH_CHARGES = [f"data.{name}" for name in WITH_CHARGE]
OVER = ("canceled", "succeeded")


class StripePayments:
    """Implements `PaymentProvider`. `page_url` gives the address of our page with Stripe's card field, by payment key.

    A saved method's token is `pm_…`, or `cus_…/pm_…` where Stripe keeps it with a customer.
    """

    name = "stripe"

    def __init__(self, options: StripeOptions, *, page_url: Callable[[str], str]) -> None:
        self._options = options
        self._page_url = page_url
        self._http = stripe.HTTPXClient(timeout=options.timeout_s)
        self._stripe = stripe.StripeClient(
            options.secret_key, http_client=self._http, base_addresses={"api": options.api_base}, max_network_retries=0
        )
        self._ids: OrderedDict[str, str] = OrderedDict()

    async def close(self) -> None:
        await self._http.close_async()

    async def authorize(self, request: AuthorizeRequest) -> PaymentNews:
        wanted = _wanted(request)
        if request.keep is not None and request.method_token is None:
            wanted |= _kept_for(await self._customer(request.keep))
        try:
            return self._news(await self._create(wanted, request.key))
        except stripe.CardError as declined:
            intent = await self._find(request.key)
            if intent is None:
                raise UnknownOutcome("stripe authorize: declined, but the intent is not there yet") from declined
            return self._news(intent)
        except stripe.IdempotencyError as reused:
            # The key was used with other parameters: whatever became of that is the answer.
            return await self._standing(request.key, reused)
        except stripe.InvalidRequestError as refused:
            raise PermanentFault(f"stripe authorize: {refused.code or refused.http_status}") from refused

    async def keep_method(self, key: str, keep: KeepFor | None) -> None:
        """`setup_future_usage` of the intent that waits on our page; an empty one takes it back."""
        intent = await self._find(key)
        if intent is None:
            raise TransientFault("stripe keep: the intent is not there yet")
        if self._news(intent).status is not PaymentStatus.REQUIRES_ACTION:
            return
        params: Any = _kept_for(await self._customer(keep)) if keep is not None else {"setup_future_usage": ""}
        try:
            await ask("keep", lambda: self._intents.update_async(intent.id, params))
        except stripe.InvalidRequestError as refused:
            raise PermanentFault(f"stripe keep: {refused.code or refused.http_status}") from refused

    async def forget_method(self, token: str) -> None:
        method = token.rpartition("/")[2]
        try:
            await ask("forget", lambda: self._stripe.v1.payment_methods.detach_async(method))
        except stripe.InvalidRequestError:
            # Not attached to anybody (any more), which is what is wanted.
            return

    async def look_up(self, key: str) -> PaymentNews | None:
        intent = await self._find(key)
        return None if intent is None else self._news(intent)

    async def capture(self, key: str, amount: Money) -> PaymentNews:
        """Less than was authorized lets go of the rest."""
        intent_id = await self._id(key)
        params: Any = {"amount_to_capture": amount_of(amount), "expand": WITH_CHARGE}
        try:
            return self._news(
                await ask(
                    "capture", lambda: self._intents.capture_async(intent_id, params, {"idempotency_key": f"{key}:capture:{amount.minor}"})
                )
            )
        except (stripe.InvalidRequestError, stripe.IdempotencyError) as refused:
            intent = await self._retrieve(intent_id)
            if intent.status == "succeeded" and intent.amount_received == amount_of(amount):
                return self._news(intent)
            raise PermanentFault(f"stripe capture: the intent is {intent.status}") from refused

    async def void(self, key: str) -> PaymentNews:
        intent = await self._find(key) or await self._close_unseen(key)
        if intent.status in OVER:
            return self._news(intent)
        # Stripe remembers refusals under a key too, so the state it is voided from is part of it.
        options: Any = {"idempotency_key": f"{key}:void:{intent.status}"}
        params: Any = {"expand": WITH_CHARGE}
        try:
            return self._news(await ask("void", lambda: self._intents.cancel_async(intent.id, params, options)))
        except stripe.InvalidRequestError as refused:
            now = await self._retrieve(intent.id)
            if now.status in OVER:
                return self._news(now)
            raise TransientFault(f"stripe void: the intent is {now.status}") from refused

    async def refund(self, key: str, amount: Money, *, refund_key: str) -> PaymentNews:
        intent_id = await self._id(key)
        if not await self._has_refund(intent_id, refund_key):
            params: RefundCreateParams = {"payment_intent": intent_id, "amount": amount_of(amount), "metadata": {"refund_key": refund_key}}
            try:
                await ask("refund", lambda: self._stripe.v1.refunds.create_async(params, {"idempotency_key": refund_key}))
            except (stripe.InvalidRequestError, stripe.IdempotencyError) as refused:
                now = self._news(await self._retrieve(intent_id))
                if now.status is not PaymentStatus.REFUNDED:
                    raise PermanentFault(f"stripe refund: the payment is {now.status}") from refused
                return now
        return self._news(await self._retrieve(intent_id))

    def read_webhook(self, headers: Mapping[str, str], body: bytes) -> PaymentNews | None:
        return read_event(headers, body, self._options.webhook_secrets, self._page_url)

    async def card_form(self, key: str) -> CardForm | None:
        """What our page needs to host Stripe's card field; None when there is nothing to pay under `key`."""
        intent = await self._find(key)
        if intent is None or intent.client_secret is None or self._news(intent).status is not PaymentStatus.REQUIRES_ACTION:
            return None
        return CardForm(
            client_secret=intent.client_secret, publishable_key=self._options.publishable_key, script_url=self._options.script_url
        )

    # Inside

    @property
    def _intents(self) -> stripe.PaymentIntentService:
        return self._stripe.v1.payment_intents

    def _news(self, intent: stripe.PaymentIntent) -> PaymentNews:
        return news_of(intent, self._page_url)

    async def _create(self, params: PaymentIntentCreateParams, key: str) -> stripe.PaymentIntent:
        intent = await ask("authorize", lambda: self._intents.create_async(params, {"idempotency_key": key}))
        self._remember(key, intent.id)
        return intent

    async def _customer(self, keep: KeepFor) -> str:
        """Stripe keeps cards with a customer of its own: the one it has for them already, else a new one without a name."""
        known = (keep.beside or "").rpartition("/")[0]
        if known:
            return known
        params: Any = {"metadata": {"shop_customer": keep.customer}}
        try:
            made = await ask(
                "keep", lambda: self._stripe.v1.customers.create_async(params, {"idempotency_key": f"customer:{keep.customer}"})
            )
        except (stripe.InvalidRequestError, stripe.IdempotencyError) as refused:
            raise PermanentFault(f"stripe keep: {refused.code or refused.http_status}") from refused
        return made.id

    async def _standing(self, key: str, why: Exception) -> PaymentNews:
        intent = await self._find(key)
        if intent is None:
            raise UnknownOutcome("stripe authorize: the key is used, its intent is not there yet") from why
        return self._news(intent)

    async def _close_unseen(self, key: str) -> stripe.PaymentIntent:
        """An intent made only to use up the key: a lost request that still arrives is refused by Stripe, not charged."""
        params: PaymentIntentCreateParams = {
            "amount": 100,
            "currency": "eur",
            "capture_method": "manual",
            "allowed_payment_method_types": ["card"],
            "metadata": {KEY: key, WAY: CLOSED},
        }
        try:
            return await self._create(params, key)
        except (stripe.IdempotencyError, stripe.CardError) as used:
            raise UnknownOutcome("stripe void: the key is used, its intent is not there yet") from used

    async def _id(self, key: str) -> str:
        known = self._ids.get(key)
        if known is not None:
            return known
        intent = await self._find(key)
        if intent is None:
            raise PermanentFault("stripe: nothing is known under this key")
        return intent.id

    async def _find(self, key: str) -> stripe.PaymentIntent | None:
        known = self._ids.get(key)
        if known is not None:
            return await self._retrieve(known)
        found = await self._listed(key) or await self._searched(key)
        if found is not None:
            self._remember(key, found.id)
        return found

    async def _retrieve(self, intent_id: str) -> stripe.PaymentIntent:
        return await _read(lambda: self._intents.retrieve_async(intent_id, {"expand": WITH_CHARGE}))

    async def _listed(self, key: str) -> stripe.PaymentIntent | None:
        after: str | None = None
        for _ in range(PAGES_BACK):
            params: Any = {"limit": PAGE_SIZE, "expand": WITH_CHARGES, **({"starting_after": after} if after else {})}
            page = await _read(lambda params=params: self._intents.list_async(params))
            found = next((intent for intent in page.data if metadata_of(intent).get(KEY) == key), None)
            if found is not None or not page.has_more or not page.data:
                return found
            after = page.data[-1].id
        return None

    async def _searched(self, key: str) -> stripe.PaymentIntent | None:
        query = f"metadata['{KEY}']:'{key}'"
        page = await _read(lambda: self._intents.search_async({"query": query, "limit": 1, "expand": WITH_CHARGES}))
        return page.data[0] if page.data else None

    async def _has_refund(self, intent_id: str, refund_key: str) -> bool:
        """Stripe forgets idempotency keys after a day; the refund's own metadata does not."""
        refunds = await _read(lambda: self._stripe.v1.refunds.list_async({"payment_intent": intent_id, "limit": PAGE_SIZE}))
        return any(metadata_of(refund).get("refund_key") == refund_key for refund in refunds.data)

    def _remember(self, key: str, intent_id: str) -> None:
        self._ids[key] = intent_id
        if len(self._ids) > REMEMBERED:
            self._ids.popitem(last=False)


async def _read(call: Callable[[], Awaitable[Any]]) -> Any:
    """A look changes nothing, so when its answer is lost it is simply asked for again."""
    try:
        return await ask("look_up", call)
    except UnknownOutcome as silence:
        raise TransientFault(str(silence)) from silence
    except stripe.InvalidRequestError as refused:
        raise PermanentFault(f"stripe look_up: {refused.code or refused.http_status}") from refused


def _kept_for(customer: str) -> Any:
    return {"customer": customer, "setup_future_usage": "off_session"}


def _wanted(request: AuthorizeRequest) -> PaymentIntentCreateParams:
    params: dict[str, Any] = {
        "amount": amount_of(request.amount),
        "currency": request.amount.currency.lower(),
        "capture_method": "manual",
        "allowed_payment_method_types": ["card"],
        "description": request.description,
        "metadata": {KEY: request.key, WAY: SAVED if request.method_token else PAGE},
        "expand": WITH_CHARGE,
    }
    if request.method_token:
        customer, _, method = request.method_token.rpartition("/")
        params |= {"payment_method": method, "confirm": True, "return_url": request.return_url}
        if customer:
            params["customer"] = customer
    return cast("PaymentIntentCreateParams", params)
