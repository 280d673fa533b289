"""The fault proxy: Stripe's API to the shop and to the shopper's browser, localstripe behind it, trouble in between."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx

from shopkeeper.adapters.clock.system import SystemClock
from shopkeeper.adapters.payments.sandbox import CODE, LedgerEntry, Outcome
from shopkeeper.ports.clock import Clock
from shopkeeper.testing.loopback import HangUp, Request, Response, ThreadedServer
from shopkeeper.testing.stripe.intents import Intents, Refused
from shopkeeper.testing.stripe.local import LocalStripe
from shopkeeper.testing.stripe.mail import Mail
from shopkeeper.testing.stripe.trouble import BEFORE, LOST, SLOW_S, Plan, StripeFault, operation_of

SECRET_KEY = "sk_test_fault_proxy"
PUBLISHABLE_KEY = "pk_test_fault_proxy"
WEBHOOK_SECRET = "whsec_fault_proxy"
STAND_IN = Path(__file__).with_name("stand_in.js")
LATE = timedelta(seconds=30)

BANK = """<!doctype html><meta charset="utf-8"><title>Test bank</title><h1>Is it you?</h1>
<form method="post"><button name="passed" value="true">Yes, it is me</button><button name="passed" value="false">No</button></form>"""


class StripeProxy:
    """Speaks for Stripe on `url`. Times are the `clock`'s; `mail` holds the webhooks."""

    def __init__(self, local: LocalStripe, *, clock: Clock | None = None, port: int = 0) -> None:
        self._local = local
        self.clock = clock or SystemClock()
        self.mail = Mail(WEBHOOK_SECRET, self.clock)
        self._plan = Plan()
        self._answers: dict[str, tuple[object, Response | None]] = {}
        self._dropped: set[str] = set()
        self._turn = asyncio.Lock()
        self._server = ThreadedServer(self._handle, port=port)
        self.url = f"http://127.0.0.1:{self._server.port}"
        self._intents = Intents(local.url, self.clock, self._tell, self.url)
        self.calls: list[str] = []
        self.tells_own_calls = True
        """Whether what the shop itself asked for is told by webhook too, as Stripe does; without it only looking helps."""
        self._silent = False

    def _tell(self, kind: str, subject: Mapping[str, Any]) -> None:
        if not self._silent:
            self.mail.post(kind, subject)

    def close(self) -> None:
        self._server.do(self._intents.close())
        self._server.close()

    def post_to(self, address: str) -> None:
        """Send webhooks to `address` from now on, as soon as they are due."""

        async def deliver(headers: Mapping[str, str], body: bytes) -> bool:
            try:
                async with httpx.AsyncClient(trust_env=False, timeout=10) as client:
                    return (await client.post(address, headers=dict(headers), content=body)).is_success
            except httpx.HTTPError:
                return False

        async def keep_posting() -> None:
            while True:
                await self.mail.deliver_due()
                await asyncio.sleep(0.1)

        self.mail.deliver_by(deliver)
        self._server.start(keep_posting())

    def reset(self, clock: Clock) -> None:
        """An empty Stripe for the next test, with another clock."""
        self._local.forget()
        self._intents.forget()
        self._plan.clear()
        self._answers.clear()
        self._dropped.clear()
        self.calls.clear()
        self.clock = clock
        self.mail = Mail(WEBHOOK_SECRET, clock)
        self._intents = Intents(self._local.url, clock, self._tell, self.url)

    def fail_next(self, operation: str, *faults: StripeFault | str) -> None:
        """Make the next calls of `operation` (authorize, look_up, capture, void, refund) go wrong, one fault each."""
        self._plan.add(operation, *(StripeFault(fault) for fault in faults))

    def ledger(self, key: str | None = None) -> Sequence[LedgerEntry]:
        """Money moved, oldest first."""
        return [entry for entry in tuple(self._intents.ledger) if key is None or entry.key == key]

    def key_of(self, intent_id: str) -> str:
        """The shop's own key of an intent."""
        return self._intents.get(intent_id).metadata["payment_key"]

    # What a shopper does at Stripe's own pages

    def pay(self, key: str, outcome: Outcome) -> None:
        """What typing a test card into Stripe's field leads to, as the sandbox's buttons name it."""
        known = self._intents.by_key(key)
        if known is None or known.status != "requires_payment_method" or outcome is Outcome.TIMEOUT_BEFORE:
            return
        self.mail.lose += outcome is Outcome.TIMEOUT_AFTER
        self.mail.double += outcome is Outcome.APPROVE_TWICE
        self.mail.delay = LATE if outcome is Outcome.APPROVE_LATE else timedelta()
        cards = {Outcome.DECLINE: "pm_card_visa_chargeDeclined", Outcome.STEP_UP: "pm_card_authenticationRequired"}
        form = (("payment_method", cards.get(outcome, "pm_card_visa")), ("key", PUBLISHABLE_KEY), ("client_secret", known.secret))
        path = f"/v1/payment_intents/{known.id}/confirm"
        self._server.do(self._handle(Request(method="POST", path=path, headers={}, form=form)))

    def enter_code(self, key: str, code: str) -> None:
        known = self._intents.by_key(key)
        if known is not None and known.status == "requires_action":
            self._server.do(self._locked(self._intents.authenticate(known, passed=code.strip() == CODE)))

    async def _locked(self, work: Any) -> Any:
        async with self._turn:
            self._silent = False
            return await work

    # The wire

    async def _handle(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status=204, body=b"")
        if request.path == "/js/v3/":
            return Response(status=200, body=STAND_IN.read_bytes(), headers={"Content-Type": "text/javascript"})
        operation = operation_of(request)
        self.calls.append(f"{operation or request.method} {request.path}")
        fault = self._plan.take(operation) if operation else None
        if fault is StripeFault.SLOW:
            await asyncio.sleep(SLOW_S)
        if fault in BEFORE:
            return _troubled(fault)
        async with self._turn:
            if self._is_dropped(request):
                raise HangUp
            self._silent = bool(operation) and not self.tells_own_calls
            response = await self._once(request)
        if fault in LOST or self._loses_answer(request):
            raise HangUp
        return _troubled(fault) if fault is StripeFault.ERROR_AFTER else response

    async def _once(self, request: Request) -> Response:
        """The same answer under the same idempotency key; another request under it is refused (as Stripe documents)."""
        key = request.headers.get("idempotency-key") if request.method == "POST" else None
        if key is None:
            return await self._answer(request)
        fingerprint = (request.path, tuple(sorted(request.form)))
        if key in self._answers:
            known, response = self._answers[key]
            if known != fingerprint or response is None:
                error = {"type": "idempotency_error", "message": "Keys for idempotent requests can only be used with the same parameters"}
                return Response(status=400, body={"error": error})
            return Response(status=response.status, body=response.body, headers={"Idempotent-Replayed": "true"})
        response = await self._answer(request)
        self._answers[key] = (fingerprint, response)
        return response

    async def _answer(self, request: Request) -> Response:
        try:
            body = await self._route(request)
            return Response(status=200, body=body, headers={"Content-Type": "text/html"} if isinstance(body, bytes) else {})
        except Refused as refused:
            return refused.response

    async def _route(self, request: Request) -> Any:
        intents, parts = self._intents, request.path.strip("/").split("/")
        match (request.method, *parts):
            case ("GET", "bank", _):
                return BANK.encode()
            case ("POST", "bank", intent_id):
                await intents.authenticate(self._of_browser(intent_id, request), passed=request.value("passed") == "true")
                return b"Done. You can go back to the shop."
            case ("POST", "v1", "payment_intents", intent_id, "confirm") if request.value("key") == PUBLISHABLE_KEY:
                return await intents.confirm(self._of_browser(intent_id, request), request.value("payment_method") or "")
            case ("POST", "v1", "payment_intents", intent_id, "authenticate") if request.value("key") == PUBLISHABLE_KEY:
                return await intents.authenticate(self._of_browser(intent_id, request), passed=request.value("passed") == "true")
            case _:
                if request.headers.get("authorization") != f"Bearer {SECRET_KEY}":
                    raise Refused(401, "api_key_invalid")
                return await self._of_shop(request, parts)

    async def _of_shop(self, request: Request, parts: Sequence[str]) -> Any:
        intents = self._intents
        match (request.method, *parts[1:]):
            case ("POST", "payment_intents"):
                return await intents.create(request)
            case ("GET", "payment_intents"):
                return await intents.listed(request)
            case ("GET", "payment_intents", "search"):
                return await intents.searched(request.value("query") or "")
            case ("GET", "payment_intents", intent_id):
                return await intents.read(intents.get(intent_id))
            case ("POST", "payment_intents", intent_id):
                return await intents.update(intents.get(intent_id), request)
            case ("POST", "customers"):
                return await intents.make_customer(request)
            case ("POST", "payment_methods", method, "detach"):
                return await intents.detach(method)
            case ("POST", "payment_intents", intent_id, "capture"):
                amount = request.value("amount_to_capture")
                return await intents.capture(intents.get(intent_id), int(amount) if amount else None)
            case ("POST", "payment_intents", intent_id, "cancel"):
                return await intents.cancel(intents.get(intent_id))
            case ("POST", "refunds"):
                return await intents.refund(request)
            case ("GET", "refunds"):
                return await intents.refunds(intents.get(request.value("payment_intent") or ""))
            case _:
                raise Refused(404, "resource_missing")

    def _of_browser(self, intent_id: str, request: Request) -> Any:
        known = self._intents.get(intent_id)
        if not hmac.compare_digest(known.secret, request.value("client_secret") or ""):
            raise Refused(401, "payment_intent_invalid_secret")
        return known

    def _is_dropped(self, request: Request) -> bool:
        """The sandbox's token whose first request of a payment is lost."""
        key = request.headers.get("idempotency-key", "")
        if request.value("payment_method") != "tok_timeout_before" or key in self._dropped:
            return False
        self._dropped.add(key)
        return True

    def _loses_answer(self, request: Request) -> bool:
        key = request.headers.get("idempotency-key", "")
        if request.value("payment_method") != "tok_timeout_after" or key in self._dropped:
            return False
        self._dropped.add(key)
        return True


def _troubled(fault: StripeFault | None) -> Response:
    match fault:
        case StripeFault.DOWN:
            return Response(status=429, body={"error": {"type": "invalid_request_error", "code": "rate_limit"}})
        case StripeFault.BUSY:
            return Response(status=409, body={"error": {"type": "invalid_request_error", "code": "lock_timeout"}})
        case StripeFault.ERROR_BEFORE | StripeFault.ERROR_AFTER:
            return Response(status=500, body={"error": {"type": "api_error"}})
        case _:
            raise HangUp


def stripe_settings(proxy: StripeProxy) -> dict[str, str | tuple[str, ...]]:
    """Settings of a shop whose Stripe is the proxy."""
    return {
        "stripe_secret_key": SECRET_KEY,
        "stripe_publishable_key": PUBLISHABLE_KEY,
        "stripe_webhook_secrets": (WEBHOOK_SECRET,),
        "stripe_api_base": proxy.url,
        "stripe_script_url": f"{proxy.url}/js/v3/",
    }
