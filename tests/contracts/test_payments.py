"""What checkout relies on in any payment provider, on the sandbox and on Stripe (localstripe behind the fault proxy)."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any, Protocol

import pytest

from shopkeeper.adapters.payments.sandbox import Bank, Fault, LedgerEntry, Outcome, SandboxPayments
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput, PermanentFault, TransientFault, UnknownOutcome
from shopkeeper.domain.customers.customer import SavedMethod
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.payments import Allowance, AuthorizeRequest, KeepFor, MethodKeeper, PaymentNews, PaymentProvider
from shopkeeper.testing.sale_world import SECRET, HeldClock
from shopkeeper.testing.stripe import LocalStripe, StripeProxy, available
from shopkeeper.testing.stripe.proxy import PUBLISHABLE_KEY, SECRET_KEY, WEBHOOK_SECRET

PRICE = Money(minor=4990, currency="EUR")
KEYS = (f"pay_contract{number}" for number in count(1))


class Till(Protocol):
    """A provider, and a hand on the world behind it."""

    provider: PaymentProvider
    mail: list[tuple[Mapping[str, str], bytes]]

    def fail_next(self, operation: str, *faults: str) -> None: ...
    def pay(self, key: str, outcome: Outcome) -> None: ...
    def enter_code(self, key: str, code: str) -> None: ...
    def ledger(self, key: str) -> Sequence[LedgerEntry]: ...
    async def post(self) -> int: ...
    def another(self) -> PaymentProvider:
        """The same account seen by a process that remembers nothing."""
        ...


class SandboxTill:
    def __init__(self) -> None:
        self.clock = HeldClock()
        self.mail: list[tuple[Mapping[str, str], bytes]] = []
        self.bank = Bank(":memory:", secret=SECRET, clock=self.clock, deliver=self.deliver)
        self.provider: PaymentProvider = self.another()
        self.ledger: Any = self.bank.ledger

    def fail_next(self, operation: str, *faults: str) -> None:
        self.bank.fail_next(operation, *map(Fault, faults))

    def another(self) -> PaymentProvider:
        return SandboxPayments(self.bank, secret=SECRET, clock=self.clock, page_url="/pay/{}".format)

    async def deliver(self, headers: Mapping[str, str], body: bytes) -> bool:
        self.mail.append((headers, body))
        return True

    def pay(self, key: str, outcome: Outcome) -> None:
        intent = self.bank.intent(key)
        assert intent is not None
        self.bank.act(intent.id, outcome)

    def enter_code(self, key: str, code: str) -> None:
        intent = self.bank.intent(key)
        assert intent is not None
        self.bank.enter_code(intent.id, code)

    async def post(self) -> int:
        return await self.bank.postman.deliver_due()


class StripeTill:
    def __init__(self, proxy: StripeProxy) -> None:
        self.proxy = proxy
        self.clock = HeldClock()
        proxy.reset(self.clock)
        self.mail: list[tuple[Mapping[str, str], bytes]] = []
        self.proxy.mail.deliver_by(self.deliver)
        self.opened: list[Any] = []
        self.provider: PaymentProvider = self.another()
        self.fail_next: Any = proxy.fail_next
        self.ledger: Any = proxy.ledger
        self.pay: Any = proxy.pay
        self.enter_code: Any = proxy.enter_code

    def another(self) -> PaymentProvider:
        from shopkeeper.adapters.payments.stripe import StripeOptions, StripePayments

        options = StripeOptions(
            secret_key=SECRET_KEY, publishable_key=PUBLISHABLE_KEY, webhook_secrets=("whsec_older", WEBHOOK_SECRET), api_base=self.proxy.url
        )
        provider = StripePayments(options, page_url="/pay/{}".format)
        self.opened.append(provider)
        return provider

    async def deliver(self, headers: Mapping[str, str], body: bytes) -> bool:
        self.mail.append((headers, body))
        return True

    async def post(self) -> int:
        return await self.proxy.mail.deliver_due()


@pytest.fixture(scope="module")
def stripe_proxy() -> Generator[StripeProxy]:
    if not available():
        pytest.skip("localstripe is not installed")
    with LocalStripe() as local:
        proxy = StripeProxy(local)
        yield proxy
        proxy.close()


@pytest.fixture(params=["sandbox", "stripe"])
async def till(request: pytest.FixtureRequest) -> AsyncGenerator[Till]:
    if request.param == "sandbox":
        yield SandboxTill()
        return
    made = StripeTill(request.getfixturevalue("stripe_proxy"))
    yield made
    for provider in made.opened:
        await provider.close()


def request(key: str, token: str | None = None, minor: int = 4990) -> AuthorizeRequest:
    lines = (("Leather tote", 1, Money(minor=4500, currency="EUR")),)
    return AuthorizeRequest(
        key=key,
        amount=Money(minor=minor, currency="EUR"),
        description="Lantern Market",
        return_url="http://shop.test/done",
        lines=lines,
        method_token=token,
    )


def kinds(till: Till, key: str) -> list[str]:
    return [entry.kind for entry in till.ledger(key)]


async def held(till: Till, minor: int = 4990) -> str:
    """The key of a fresh authorization."""
    key = next(KEYS)
    assert (await till.provider.authorize(request(key, "tok_visa_approve", minor))).status is PaymentStatus.AUTHORIZED
    return key


async def test_same_key_is_one_payment_on_one_page(till: Till) -> None:
    key = next(KEYS)
    first, second = await till.provider.authorize(request(key)), await till.provider.authorize(request(key))
    assert first == second
    assert first.status is PaymentStatus.REQUIRES_ACTION
    assert first.action_url
    assert kinds(till, key) == []


@pytest.mark.parametrize(
    ("token", "status"),
    [
        ("tok_visa_approve", PaymentStatus.AUTHORIZED),
        ("tok_visa_decline", PaymentStatus.DECLINED),
        ("tok_of_nobody", PaymentStatus.DECLINED),
        ("tok_visa_stepup", PaymentStatus.REQUIRES_ACTION),
    ],
)
async def test_a_saved_method_answers_without_a_page(till: Till, token: str, status: PaymentStatus) -> None:
    key = next(KEYS)
    news = await till.provider.authorize(request(key, token))
    assert news.status is status
    assert (news.decline_code is not None) == (status is PaymentStatus.DECLINED)
    assert (news.action_url is not None) == (status is PaymentStatus.REQUIRES_ACTION)
    assert await till.provider.authorize(request(key, token)) == news
    again = await till.another().look_up(key)
    assert again is not None
    assert again.status is status
    assert kinds(till, key) == (["authorization"] if status is PaymentStatus.AUTHORIZED else [])


@pytest.mark.parametrize(("code", "status"), [("123", PaymentStatus.AUTHORIZED), ("999", PaymentStatus.DECLINED)])
async def test_a_saved_method_may_have_to_be_verified(till: Till, code: str, status: PaymentStatus) -> None:
    key = next(KEYS)
    await till.provider.authorize(request(key, "tok_visa_stepup"))
    till.enter_code(key, code)
    news = await till.provider.look_up(key)
    assert news is not None
    assert news.status is status
    assert kinds(till, key) == (["authorization"] if status is PaymentStatus.AUTHORIZED else [])


async def test_paid_on_the_page_is_told_by_webhook(till: Till) -> None:
    key = next(KEYS)
    await till.provider.authorize(request(key))
    till.pay(key, Outcome.APPROVE)
    assert await till.post() == 1
    news = till.provider.read_webhook(*till.mail[0])
    assert news is not None
    assert (news.key, news.status) == (key, PaymentStatus.AUTHORIZED)
    assert news.event_id
    assert till.provider.read_webhook(*till.mail[0]) == news


async def test_forged_and_stale_webhooks_are_refused(till: Till) -> None:
    key = next(KEYS)
    await till.provider.authorize(request(key))
    till.pay(key, Outcome.APPROVE)
    await till.post()
    headers, body = till.mail[0]
    for bad in ((headers, body.replace(key.encode(), b"pay_other")), ({}, body), (dict.fromkeys(headers, "t=1,v1=00"), body)):
        with pytest.raises(InvalidInput) as refused:
            till.provider.read_webhook(*bad)
        assert refused.value.status == 401


async def test_a_twofold_webhook_is_the_same_news(till: Till) -> None:
    key = next(KEYS)
    await till.provider.authorize(request(key))
    till.pay(key, Outcome.APPROVE_TWICE)
    assert await till.post() == 2
    first, second = (till.provider.read_webhook(*letter) for letter in till.mail)
    assert first == second


async def test_captured_once_however_often_it_is_asked(till: Till) -> None:
    key = await held(till)
    for provider in (till.provider, till.provider, till.another()):
        assert (await provider.capture(key, PRICE)).status is PaymentStatus.CAPTURED
    assert kinds(till, key) == ["authorization", "capture"]
    with pytest.raises(PermanentFault):
        await till.provider.capture(key, Money(minor=1000, currency="EUR"))


async def test_part_of_it_can_be_captured_and_the_rest_is_let_go(till: Till) -> None:
    key = await held(till)
    assert (await till.provider.capture(key, Money(minor=4000, currency="EUR"))).status is PaymentStatus.CAPTURED
    assert [(e.kind, e.amount.minor) for e in till.ledger(key)] == [("authorization", 4990), ("capture", 4000), ("void", 990)]
    assert (await till.provider.void(key)).status is PaymentStatus.CAPTURED
    with pytest.raises(PermanentFault):
        await till.provider.refund(key, PRICE, refund_key=f"{key}:r")
    assert (await till.provider.refund(key, Money(minor=4000, currency="EUR"), refund_key=f"{key}:all")).status is PaymentStatus.REFUNDED


async def test_more_than_authorized_is_never_captured(till: Till) -> None:
    key = await held(till)
    with pytest.raises(PermanentFault):
        await till.provider.capture(key, Money(minor=4991, currency="EUR"))
    assert kinds(till, key) == ["authorization"]


async def test_nothing_is_captured_or_refunded_that_is_not_there(till: Till) -> None:
    key = next(KEYS)
    with pytest.raises(PermanentFault):
        await till.provider.capture(key, PRICE)
    with pytest.raises(PermanentFault):
        await till.provider.refund(key, PRICE, refund_key=f"{key}:r")
    await till.provider.authorize(request(key))
    with pytest.raises(PermanentFault):
        await till.provider.capture(key, PRICE)


async def test_refunds_are_counted_by_their_key_and_never_exceed(till: Till) -> None:
    key = await held(till)
    await till.provider.capture(key, PRICE)
    part = Money(minor=2000, currency="EUR")
    for provider in (till.provider, till.another()):
        assert (await provider.refund(key, part, refund_key=f"{key}:mugs")).status is PaymentStatus.CAPTURED
    with pytest.raises(PermanentFault):
        await till.provider.refund(key, Money(minor=3000, currency="EUR"), refund_key=f"{key}:more")
    rest = Money(minor=2990, currency="EUR")
    assert (await till.provider.refund(key, rest, refund_key=f"{key}:rest")).status is PaymentStatus.REFUNDED
    assert (await till.provider.refund(key, rest, refund_key=f"{key}:rest")).status is PaymentStatus.REFUNDED
    assert [e.amount.minor for e in till.ledger(key) if e.kind == "refund"] == [2000, 2990]
    looked = await till.another().look_up(key)
    assert looked is not None
    assert looked.status is PaymentStatus.REFUNDED


async def test_voided_money_can_neither_be_captured_nor_authorized_again(till: Till) -> None:
    key = await held(till)
    assert (await till.provider.void(key)).status is PaymentStatus.CANCELED
    assert (await till.provider.void(key)).status is PaymentStatus.CANCELED
    with pytest.raises(PermanentFault):
        await till.provider.capture(key, PRICE)
    assert kinds(till, key) == ["authorization", "void"]


async def test_a_void_closes_a_key_the_provider_has_never_seen(till: Till) -> None:
    key = next(KEYS)
    assert await till.provider.look_up(key) is None
    assert (await till.provider.void(key)).status is PaymentStatus.CANCELED
    late = await till.another().authorize(request(key, "tok_visa_approve"))
    assert late.status is PaymentStatus.CANCELED
    assert kinds(till, key) == []


async def test_an_open_page_that_is_voided_takes_no_money(till: Till) -> None:
    key = next(KEYS)
    await till.provider.authorize(request(key))
    assert (await till.provider.void(key)).status is PaymentStatus.CANCELED
    till.pay(key, Outcome.APPROVE)
    assert kinds(till, key) == []


@pytest.mark.parametrize("fault", ["timeout_before", "timeout_after"])
async def test_an_authorization_without_answer_is_unknown_and_found_by_its_key(till: Till, fault: str) -> None:
    key = next(KEYS)
    till.fail_next("authorize", fault)
    with pytest.raises(UnknownOutcome):
        await till.provider.authorize(request(key, "tok_visa_approve"))
    found = await till.another().look_up(key)
    assert (found is None) == (fault == "timeout_before")
    assert (await till.another().authorize(request(key, "tok_visa_approve"))).status is PaymentStatus.AUTHORIZED
    assert kinds(till, key) == ["authorization"]


@pytest.mark.parametrize("fault", ["timeout_before", "timeout_after"])
@pytest.mark.parametrize("operation", ["capture", "void", "refund"])
async def test_any_lost_answer_is_unknown_and_the_same_wish_again_happens_once(till: Till, operation: str, fault: str) -> None:
    key = await held(till)
    if operation == "refund":
        await till.provider.capture(key, PRICE)
    till.fail_next(operation, fault)
    with pytest.raises(UnknownOutcome):
        await _do(till.provider, operation, key)
    assert (await _do(till.another(), operation, key)).status in (PaymentStatus.CAPTURED, PaymentStatus.CANCELED, PaymentStatus.REFUNDED)
    assert kinds(till, key).count(operation) == 1


@pytest.mark.parametrize("operation", ["authorize", "capture", "void", "refund"])
async def test_turned_away_is_tried_again_later(till: Till, operation: str) -> None:
    key = next(KEYS) if operation == "authorize" else await held(till)
    if operation == "refund":
        await till.provider.capture(key, PRICE)
    before = kinds(till, key)
    till.fail_next(operation, "down")
    with pytest.raises(TransientFault):
        await _do(till.provider, operation, key)
    assert kinds(till, key) == before
    await _do(till.provider, operation, key)
    assert len(kinds(till, key)) == len(before) + 1


async def _do(provider: PaymentProvider, operation: str, key: str) -> PaymentNews:
    match operation:
        case "authorize":
            return await provider.authorize(request(key, "tok_visa_approve"))
        case "capture":
            return await provider.capture(key, PRICE)
        case "void":
            return await provider.void(key)
        case _:
            return await provider.refund(key, PRICE, refund_key=f"{key}:refund")


async def test_a_delegated_token_pays_once_within_its_allowance() -> None:
    till = SandboxTill()
    bank = SandboxPayments(till.bank, secret=SECRET, clock=till.clock, page_url="/pay/{}".format)
    allowance = Allowance(max_amount=PRICE, checkout_id="chk_1", expires_at=till.clock.now() + timedelta(hours=1))
    token = await bank.delegate("tok_visa_approve", allowance, key="one")
    assert await bank.delegate("tok_visa_approve", allowance, key="one") == token

    async def pay(key: str, token: str, *, minor: int = PRICE.minor, checkout: str = "chk_1") -> tuple[PaymentStatus, str | None]:
        amount = Money(minor=minor, currency="EUR")
        asked = AuthorizeRequest(key=key, amount=amount, description="x", return_url="/", method_token=token, checkout_id=checkout)
        news = await bank.authorize(asked)
        return news.status, news.decline_code

    assert await pay("dear", token, minor=PRICE.minor + 1) == (PaymentStatus.DECLINED, "allowance_exceeded")
    assert await pay("other", token, checkout="chk_2") == (PaymentStatus.DECLINED, "allowance_exceeded")
    assert await pay("good", token) == (PaymentStatus.AUTHORIZED, None)
    assert await pay("good", token) == (PaymentStatus.AUTHORIZED, None)
    assert await pay("again", token) == (PaymentStatus.DECLINED, "allowance_used")
    late = await bank.delegate("tok_visa_approve", allowance, key="late")
    till.clock.move(hours=1)
    assert await pay("late", late) == (PaymentStatus.DECLINED, "allowance_expired")
    assert [entry.key for entry in till.bank.ledger()] == ["good"]


# Keeping a card


async def kept_after(till: Till, key: str) -> SavedMethod:
    captured = await till.provider.capture(key, PRICE)
    assert captured.kept is not None
    assert (await till.another().look_up(key) or captured).kept == captured.kept
    return captured.kept


@pytest.mark.parametrize("when", ["with the request", "on the page"])
async def test_a_card_is_kept_for_who_agreed_and_pays_later_without_a_page(till: Till, when: str) -> None:
    key, keep = next(KEYS), KeepFor(customer="cus_ana")
    await till.provider.authorize(replace(request(key), keep=keep if when == "with the request" else None))
    keeper = till.provider
    assert isinstance(keeper, MethodKeeper)
    if when == "on the page":
        await keeper.keep_method(key, keep)
        await keeper.keep_method(key, keep)
    till.pay(key, Outcome.APPROVE)
    kept = await kept_after(till, key)
    assert kept.provider == till.provider.name
    assert "4242" in kept.label
    assert "4242" not in kept.token
    later = await till.provider.authorize(request(next(KEYS), kept.token))
    assert later.status is PaymentStatus.AUTHORIZED


async def test_nothing_is_kept_unasked_or_after_the_yes_was_taken_back(till: Till) -> None:
    plain, withdrawn = next(KEYS), next(KEYS)
    await till.provider.authorize(request(plain))
    await till.provider.authorize(replace(request(withdrawn), keep=KeepFor(customer="cus_ana")))
    keeper = till.provider
    assert isinstance(keeper, MethodKeeper)
    await keeper.keep_method(withdrawn, None)
    for key in (plain, withdrawn):
        till.pay(key, Outcome.APPROVE)
        assert (await till.provider.capture(key, PRICE)).kept is None


async def test_a_kept_card_that_was_let_go_pays_nothing_any_more(till: Till) -> None:
    key = next(KEYS)
    await till.provider.authorize(replace(request(key), keep=KeepFor(customer="cus_ben")))
    till.pay(key, Outcome.STEP_UP)
    till.enter_code(key, "123")
    kept = await kept_after(till, key)
    keeper = till.provider
    assert isinstance(keeper, MethodKeeper)
    await keeper.forget_method(kept.token)
    await keeper.forget_method(kept.token)
    try:
        assert (await till.provider.authorize(request(next(KEYS), kept.token))).status is PaymentStatus.DECLINED
    except PermanentFault:
        assert till.provider.name == "stripe"


async def test_who_has_a_card_kept_already_keeps_the_next_beside_it(till: Till) -> None:
    first, second = next(KEYS), next(KEYS)
    await till.provider.authorize(replace(request(first), keep=KeepFor(customer="cus_zoe")))
    till.pay(first, Outcome.APPROVE)
    kept = await kept_after(till, first)
    await till.provider.authorize(replace(request(second), keep=KeepFor(customer="cus_zoe", beside=kept.token)))
    till.pay(second, Outcome.APPROVE)
    other = await kept_after(till, second)
    assert other.token != kept.token
    assert other.token.rpartition("/")[0] == kept.token.rpartition("/")[0]
