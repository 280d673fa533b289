"""What is particular to Stripe: its errors, keys and events, without a network."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable, Mapping
from typing import Any

import httpx
import pytest

from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput, PermanentFault, TransientFault, UnknownOutcome
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.payments import AuthorizeRequest
from shopkeeper.testing.sale_world import HeldClock
from shopkeeper.testing.stripe.mail import Mail

stripe_sdk = pytest.importorskip("stripe")
from shopkeeper.adapters.payments.stripe import StripeOptions, StripePayments  # noqa: E402

SECRETS = ("whsec_new", "whsec_old")
Answer = Callable[[httpx.Request], httpx.Response]


def intent(**changes: object) -> dict[str, Any]:
    known = {"id": "pi_1", "object": "payment_intent", "amount": 4990, "currency": "eur", "client_secret": "pi_1_secret_x"}
    states = {"status": "requires_capture", "metadata": {"payment_key": "pay_1"}, "last_payment_error": None, "latest_charge": None}
    return {**known, **states, **changes}


class Endpoint:
    """Answers each request with the next of `answers`, and remembers what was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.asked: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return self.answers.pop(0)(request)

    def then(self, status: int, body: object) -> None:
        self.answers.append(lambda _: httpx.Response(status, json=body))

    def then_raise(self, error: type[httpx.TransportError]) -> None:
        def fail(request: httpx.Request) -> httpx.Response:
            raise error("broken", request=request)

        self.answers.append(fail)


@pytest.fixture
def endpoint() -> Endpoint:
    return Endpoint()


@pytest.fixture
async def provider(endpoint: Endpoint) -> AsyncGenerator[StripePayments]:
    made = StripePayments(StripeOptions(secret_key="sk_test_1", webhook_secrets=SECRETS), page_url="https://shop.test/pay/{}".format)
    made._http._client_async = httpx.AsyncClient(transport=httpx.MockTransport(endpoint))
    yield made
    await made.close()


def request(token: str | None = None, currency: str = "EUR") -> AuthorizeRequest:
    return AuthorizeRequest(
        key="pay_1",
        amount=Money(minor=4990, currency=currency),
        description="Shop",
        return_url="https://shop.test/back",
        method_token=token,
    )


async def test_the_payment_id_is_key_and_metadata_of_the_intent(provider: StripePayments, endpoint: Endpoint) -> None:
    endpoint.then(200, intent(status="requires_payment_method"))
    news = await provider.authorize(request())
    sent = endpoint.asked[0]
    assert sent.headers["idempotency-key"] == "pay_1"
    form = dict(httpx.QueryParams(sent.content.decode()))
    assert form["metadata[payment_key]"] == "pay_1"
    assert (form["amount"], form["currency"], form["capture_method"]) == ("4990", "eur", "manual")
    assert news.action_url == "https://shop.test/pay/pay_1"


async def test_a_saved_card_of_a_stripe_customer(provider: StripePayments, endpoint: Endpoint) -> None:
    endpoint.then(200, intent())
    assert (await provider.authorize(request("cus_9/pm_7"))).status is PaymentStatus.AUTHORIZED
    form = dict(httpx.QueryParams(endpoint.asked[0].content.decode()))
    assert (form["customer"], form["payment_method"], form["confirm"]) == ("cus_9", "pm_7", "true")


async def test_currencies_that_stripe_counts_in_hundredths(provider: StripePayments, endpoint: Endpoint) -> None:
    endpoint.then(200, intent())
    await provider.authorize(request(currency="ISK"))
    assert dict(httpx.QueryParams(endpoint.asked[0].content.decode()))["amount"] == "499000"


@pytest.mark.parametrize(
    ("status", "body", "fault"),
    [
        (429, {"error": {"code": "rate_limit"}}, TransientFault),
        (409, {"error": {"code": "lock_timeout"}}, TransientFault),
        (500, {"error": {"type": "api_error"}}, UnknownOutcome),
        (502, "<html>", UnknownOutcome),
        (200, "<html>", UnknownOutcome),
        (401, {"error": {"code": "api_key_expired"}}, PermanentFault),
        (403, {"error": {"type": "invalid_request_error"}}, PermanentFault),
        (400, {"error": {"type": "invalid_request_error", "code": "amount_too_small"}}, PermanentFault),
    ],
)
async def test_what_an_error_means(provider: StripePayments, endpoint: Endpoint, status: int, body: object, fault: type[Exception]) -> None:
    endpoint.answers.append(lambda _: httpx.Response(status, content=body if isinstance(body, str) else json.dumps(body)))
    with pytest.raises(fault) as raised:
        await provider.authorize(request())
    assert "sk_test" not in str(raised.value)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (httpx.ConnectError, TransientFault),
        (httpx.ConnectTimeout, TransientFault),
        (httpx.ReadTimeout, UnknownOutcome),
        (httpx.RemoteProtocolError, UnknownOutcome),
        (httpx.WriteError, UnknownOutcome),
    ],
)
async def test_a_broken_connection(
    provider: StripePayments, endpoint: Endpoint, error: type[httpx.TransportError], fault: type[Exception]
) -> None:
    endpoint.then_raise(error)
    with pytest.raises(fault):
        await provider.authorize(request())


async def test_what_the_list_no_longer_shows_is_searched_for(provider: StripePayments, endpoint: Endpoint) -> None:
    full = {"object": "list", "has_more": True, "data": [intent(id="pi_other", metadata={})]}
    for _ in range(3):
        endpoint.then(200, full)
    endpoint.then(200, {"object": "search_result", "has_more": False, "data": [intent()]})
    news = await provider.look_up("pay_1")
    assert news is not None
    assert news.status is PaymentStatus.AUTHORIZED
    assert "metadata['payment_key']:'pay_1'" in dict(endpoint.asked[-1].url.params)["query"]


async def test_a_used_key_whose_intent_is_not_there_yet_is_never_charged_again(provider: StripePayments, endpoint: Endpoint) -> None:
    endpoint.then(400, {"error": {"type": "idempotency_error", "message": "other parameters"}})
    endpoint.then(200, {"object": "list", "has_more": False, "data": []})
    endpoint.then(200, {"object": "search_result", "has_more": False, "data": []})
    with pytest.raises(UnknownOutcome):
        await provider.authorize(request())


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ({"code": "card_declined", "decline_code": "insufficient_funds"}, "insufficient_funds"),
        ({"code": "expired_card", "decline_code": None}, "expired_card"),
        ({"code": None}, "card_declined"),
    ],
)
async def test_a_refusal_on_the_page_leaves_it_open_and_says_why(
    provider: StripePayments, endpoint: Endpoint, error: Mapping[str, object], code: str
) -> None:
    endpoint.then(200, {"object": "list", "has_more": False, "data": [intent(status="requires_payment_method", last_payment_error=error)]})
    news = await provider.look_up("pay_1")
    assert news is not None
    assert (news.status, news.decline_code) == (PaymentStatus.REQUIRES_ACTION, code)


def event(kind: str, subject: Mapping[str, object]) -> Mapping[str, object]:
    return {"id": "evt_1", "object": "event", "type": kind, "created": 1, "data": {"object": subject}}


@pytest.mark.parametrize("secret", SECRETS)
def test_both_secrets_are_good_while_one_is_rotated(provider: StripePayments, secret: str) -> None:
    headers, body = Mail(secret, HeldClock()).signed(event("payment_intent.amount_capturable_updated", intent()))
    news = provider.read_webhook({name.title(): value for name, value in headers.items()}, body)
    assert news is not None
    assert (news.key, news.status, news.event_id) == ("pay_1", PaymentStatus.AUTHORIZED, "evt_1")


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        ("payment_intent.succeeded", intent(status="succeeded", metadata={})),
        ("customer.created", {"id": "cus_1", "object": "customer", "metadata": {"payment_key": "pay_1"}}),
        ("balance.available", {"object": "balance"}),
    ],
)
def test_events_about_nothing_of_ours_are_no_news(provider: StripePayments, kind: str, subject: Mapping[str, object]) -> None:
    assert provider.read_webhook(*Mail("whsec_new", HeldClock()).signed(event(kind, subject))) is None


@pytest.mark.parametrize(("refunded", "status"), [(True, PaymentStatus.REFUNDED), (False, PaymentStatus.CAPTURED)])
def test_a_refund_made_in_the_dashboard_is_heard_of(provider: StripePayments, refunded: bool, status: PaymentStatus) -> None:
    charge = {"id": "ch_1", "object": "charge", "refunded": refunded, "metadata": {"payment_key": "pay_1"}}
    news = provider.read_webhook(*Mail("whsec_new", HeldClock()).signed(event("charge.refunded", charge)))
    assert news is not None
    assert news.status is status


def test_a_stale_or_foreign_or_broken_webhook_is_refused(provider: StripePayments) -> None:
    genuine = event("payment_intent.succeeded", intent(status="succeeded"))
    for secret, at in (("whsec_new", 1.0), ("whsec_foreign", None)):
        with pytest.raises(InvalidInput) as refused:
            provider.read_webhook(*Mail(secret, HeldClock()).signed(genuine, at=at))
        assert refused.value.status == 401
    for broken in ([], {"type": "payment_intent.succeeded"}, {"object": "event", "type": "x", "data": None}):
        with pytest.raises(InvalidInput) as refused:
            provider.read_webhook(*Mail("whsec_new", HeldClock()).signed(broken))  # type: ignore[arg-type]
        assert refused.value.status == 400
