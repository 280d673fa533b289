"""Payment intents at localstripe, made to behave as Stripe documents: what it lacks is kept here beside its own state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import httpx

from shopkeeper.adapters.payments.sandbox import LedgerEntry
from shopkeeper.domain.core.money import Money
from shopkeeper.ports.clock import Clock
from shopkeeper.testing.loopback import Request, Response
from shopkeeper.testing.stripe.cards import ASKS, KEPT, Card, card_of

KEY = "payment_key"
UNDERSTOOD = ("amount", "currency", "customer", "capture_method")
EVENTS = {
    "requires_action": "payment_intent.requires_action",
    "requires_capture": "payment_intent.amount_capturable_updated",
    "succeeded": "payment_intent.succeeded",
    "canceled": "payment_intent.canceled",
}
OPEN = ("requires_payment_method", "requires_confirmation")


@dataclass(kw_only=True)
class Known:
    """What localstripe does not keep of an intent."""

    id: str
    amount: Money
    metadata: Mapping[str, str]
    secret: str
    return_url: str = ""
    status: str = "requires_payment_method"
    error: dict[str, Any] | None = None
    captured: int = 0
    customer: str | None = None
    usage: str | None = None
    """`setup_future_usage`, which localstripe does not know."""
    method: dict[str, Any] | None = None
    """The card that was attached to the customer when it was paid with."""
    refunds: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])

    @property
    def refunded(self) -> int:
        return sum(amount for _, amount in self.refunds)


class Refused(Exception):
    """A clear no: the status and the error object of Stripe's answer."""

    def __init__(self, status: int, code: str, **more: Any) -> None:
        super().__init__(code)
        kind = "card_error" if status == 402 else "invalid_request_error"
        self.response = Response(status=status, body={"error": {"type": kind, "code": code, "message": code, **more}})


class Intents:
    """`tell(kind, object)` gets an event for each change. One call at a time."""

    def __init__(self, local: str, clock: Clock, tell: Callable[[str, Mapping[str, Any]], None], public: str) -> None:
        self._client = httpx.AsyncClient(base_url=local, headers={"Authorization": "Bearer sk_test_local"}, trust_env=False, timeout=30)
        self._clock = clock
        self._tell = tell
        self.public = public
        self.known: dict[str, Known] = {}
        self.kept: dict[str, str] = {}
        """Customers by the methods attached to them."""
        self.ledger: list[LedgerEntry] = []

    async def close(self) -> None:
        await self._client.aclose()

    def forget(self) -> None:
        self.known.clear()
        self.kept.clear()
        self.ledger.clear()

    async def create(self, request: Request) -> dict[str, Any]:
        metadata = metadata_in(request)
        form = {name: value for name in UNDERSTOOD if (value := request.value(name)) is not None}
        made = await self._local("POST", "/v1/payment_intents", json={**form, "metadata": metadata})
        currency = str(made["currency"]).upper()
        known = Known(
            id=made["id"],
            amount=Money(minor=int(made["amount"]), currency=currency),
            metadata=metadata,
            secret=made["client_secret"],
            return_url=request.value("return_url") or "",
            customer=request.value("customer"),
            usage=request.value("setup_future_usage"),
        )
        self.known[known.id] = known
        if request.value("confirm") == "true":
            return await self.confirm(known, request.value("payment_method") or "")
        return await self._seen(known, made)

    async def confirm(self, known: Known, method: str) -> dict[str, Any]:
        if known.status not in OPEN:
            raise Refused(400, "payment_intent_unexpected_state")
        card = self._kept_card(method, known) or card_of(method)
        local = await self._card_that_asks() if card.asks else card.local
        await self._local("POST", f"/v1/payment_intents/{known.id}", json={"payment_method": local, "latest_charge": None})
        answer = await self._client.post(f"/v1/payment_intents/{known.id}/confirm")
        if answer.status_code == 402:
            raise await self._declined(known, card)
        known.error = None
        return await self._paid(known, await self._read(known.id))

    async def update(self, known: Known, request: Request) -> dict[str, Any]:
        """Whose card is kept by it: the only change the shop makes."""
        if known.status not in OPEN:
            raise Refused(400, "payment_intent_unexpected_state")
        known.usage = request.value("setup_future_usage") or None
        known.customer = request.value("customer") or known.customer
        return await self._seen(known, await self._local("POST", f"/v1/payment_intents/{known.id}", json={"customer": known.customer}))

    async def make_customer(self, request: Request) -> dict[str, Any]:
        return await self._local("POST", "/v1/customers", json={"metadata": dict(metadata_in(request))})

    async def detach(self, method: str) -> dict[str, Any]:
        if method not in self.kept:
            raise Refused(400, "resource_missing")
        del self.kept[method]
        return await self._local("POST", f"/v1/payment_methods/{method}/detach", json={})

    async def authenticate(self, known: Known, *, passed: bool) -> dict[str, Any]:
        """The shopper at the bank's page."""
        if known.status != "requires_action":
            raise Refused(400, "payment_intent_unexpected_state")
        form = {"client_secret": known.secret, "success": str(passed).lower()}
        body = await self._local("POST", f"/v1/payment_intents/{known.id}/_authenticate", json=form)
        if passed:
            return await self._paid(known, body)
        known.error = {"type": "invalid_request_error", "code": "payment_intent_authentication_failure"}
        seen = await self._seen(known, body)
        self._tell("payment_intent.payment_failed", _flat(seen))
        return seen

    async def capture(self, known: Known, amount: int | None) -> dict[str, Any]:
        wanted = known.amount.minor if amount is None else amount
        if known.status != "requires_capture" or not 0 < wanted <= known.amount.minor:
            raise Refused(400, "payment_intent_unexpected_state")
        await self._local("POST", f"/v1/payment_intents/{known.id}/capture", json={"amount_to_capture": wanted})
        known.captured = wanted
        return await self._seen(known, await self._read(known.id))

    async def cancel(self, known: Known) -> dict[str, Any]:
        if known.status in ("succeeded", "canceled"):
            raise Refused(400, "payment_intent_unexpected_state")
        return await self._seen(known, await self._local("POST", f"/v1/payment_intents/{known.id}/cancel", json={}))

    async def refund(self, request: Request) -> dict[str, Any]:
        known = self.get(request.value("payment_intent") or "")
        amount = int(request.value("amount") or known.captured)
        if known.status != "succeeded" or known.refunded + amount > known.captured:
            raise Refused(400, "charge_already_refunded")
        metadata = metadata_in(request)
        made = await self._local("POST", "/v1/refunds", json={"payment_intent": known.id, "amount": amount, "metadata": metadata})
        known.refunds.append((made["id"], amount))
        self._enter("refund", known, amount, f"refund:{len(known.refunds)}")
        charge = (await self.read(known))["latest_charge"]
        self._tell("charge.refunded", charge)
        return made

    async def refunds(self, known: Known) -> dict[str, Any]:
        found = [await self._local("GET", f"/v1/refunds/{refund_id}") for refund_id, _ in known.refunds]
        return {"object": "list", "url": "/v1/refunds", "has_more": False, "data": found}

    async def read(self, known: Known) -> dict[str, Any]:
        return self._dressed(known, await self._read(known.id))

    async def listed(self, request: Request) -> dict[str, Any]:
        """Newest first, as Stripe lists (localstripe begins with the oldest)."""
        ids = list(reversed(self.known))
        after, limit = request.value("starting_after"), int(request.value("limit") or "10")
        start = ids.index(after) + 1 if after in self.known else 0
        return await self._page(ids[start : start + limit], more=len(ids) > start + limit, kind="list")

    async def searched(self, query: str) -> dict[str, Any]:
        """`metadata['name']:'value'` only."""
        name, _, value = query.removeprefix("metadata['").removesuffix("'").partition("']:'")
        return await self._page([k.id for k in self.known.values() if k.metadata.get(name) == value], more=False, kind="search_result")

    def get(self, intent_id: str) -> Known:
        found = self.known.get(intent_id)
        if found is None:
            raise Refused(404, "resource_missing")
        return found

    def by_key(self, key: str) -> Known | None:
        return next((known for known in self.known.values() if known.metadata.get(KEY) == key), None)

    # Inside

    async def _page(self, ids: Iterable[str], *, more: bool, kind: str) -> dict[str, Any]:
        data = [await self.read(self.known[intent_id]) for intent_id in ids]
        return {"object": kind, "url": "/v1/payment_intents", "has_more": more, "data": data}

    async def _paid(self, known: Known, body: dict[str, Any]) -> dict[str, Any]:
        """Stripe attaches the card to the customer before it says that it is paid; localstripe has to be told to."""
        if known.usage and known.customer and body["status"] in ("requires_capture", "succeeded") and known.method is None:
            card = {"number": KEPT, "exp_month": "12", "exp_year": "2030", "cvc": "123"}
            made = await self._local("POST", "/v1/payment_methods", json={"type": "card", "card": card})
            known.method = await self._local("POST", f"/v1/payment_methods/{made['id']}/attach", json={"customer": known.customer})
            self.kept[str(made["id"])] = known.customer
        return await self._seen(known, body)

    def _kept_card(self, method: str, known: Known) -> Card | None:
        """A card that was kept pays for its own customer only."""
        if method not in self.kept:
            return None
        if known.customer != self.kept[method]:
            raise Refused(400, "resource_missing")
        return Card(local=method)

    async def _card_that_asks(self) -> str:
        card = {"number": ASKS, "exp_month": "12", "exp_year": "2030", "cvc": "123"}
        return str((await self._local("POST", "/v1/payment_methods", json={"type": "card", "card": card}))["id"])

    async def _declined(self, known: Known, card: Card) -> Refused:
        known.error = {"type": "card_error", "code": card.code, "decline_code": card.decline_code}
        seen = await self._seen(known, await self._read(known.id))
        self._tell("payment_intent.payment_failed", _flat(seen))
        return Refused(402, card.code, decline_code=card.decline_code, payment_intent=_flat(seen))

    async def _seen(self, known: Known, body: dict[str, Any]) -> dict[str, Any]:
        """Book and tell what changed."""
        before, known.status = known.status, str(body["status"])
        dressed = self._dressed(known, body)
        if known.status != before:
            self._book(known, before)
            if known.status in EVENTS:
                self._tell(EVENTS[known.status], _flat(dressed))
        return dressed

    def _book(self, known: Known, before: str) -> None:
        if known.status == "requires_capture":
            self._enter("authorization", known, known.amount.minor, "authorization")
        elif known.status == "succeeded":
            self._enter("capture", known, known.captured, "capture")
            if known.captured < known.amount.minor:
                self._enter("void", known, known.amount.minor - known.captured, "release")
        elif known.status == "canceled" and before == "requires_capture":
            self._enter("void", known, known.amount.minor, "void")

    def _enter(self, kind: str, known: Known, minor: int, operation: str) -> None:
        key = known.metadata.get(KEY, known.id)
        amount = Money(minor=minor, currency=known.amount.currency)
        self.ledger.append(LedgerEntry(operation=f"{key}:{operation}", kind=kind, key=key, amount=amount, at=self._clock.now()))

    def _dressed(self, known: Known, body: dict[str, Any]) -> dict[str, Any]:
        body = {**body, "metadata": dict(known.metadata), "last_payment_error": known.error, "amount_received": known.captured}
        body |= {"setup_future_usage": known.usage, "customer": known.customer}
        body["payment_method"] = known.method or body.get("payment_method")
        body.pop("charges", None)
        charge = body.get("latest_charge")
        if isinstance(charge, dict):
            body["latest_charge"] = {
                **charge,
                "metadata": dict(known.metadata),
                "amount_captured": known.captured,
                "amount_refunded": known.refunded,
                "refunded": bool(known.captured) and known.refunded >= known.captured,
                "refunds": None,
            }
        if known.status == "requires_action" and known.return_url:
            page = f"{self.public}/bank/{known.id}?client_secret={known.secret}"
            body["next_action"] = {"type": "redirect_to_url", "redirect_to_url": {"url": page, "return_url": known.return_url}}
        return body

    async def _read(self, intent_id: str) -> dict[str, Any]:
        return await self._local("GET", f"/v1/payment_intents/{intent_id}")

    async def _local(self, method: str, path: str, json: Any = None) -> dict[str, Any]:
        answer = await self._client.request(method, path, json=json)
        if answer.status_code >= 400:
            raise AssertionError(f"localstripe {method} {path}: {answer.status_code} {answer.text[:300]}")
        return dict(answer.json())


def _flat(intent: Mapping[str, Any]) -> dict[str, Any]:
    """As it stands in an event: charge and method by id."""
    return {**intent, **{name: _id(intent.get(name)) for name in ("latest_charge", "payment_method")}}


def _id(found: Any) -> Any:
    return cast("dict[str, Any]", found)["id"] if isinstance(found, dict) else found


def metadata_in(request: Request) -> dict[str, str]:
    return {key[9:-1]: value for key, value in request.form if key.startswith("metadata[")}
