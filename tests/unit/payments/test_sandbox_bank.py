"""The pretend provider: one intent per key, one movement of money per wish, genuine webhooks, a memory that outlives the shop."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from shopkeeper.adapters.payments.sandbox import Bank, Fault, Intent, IntentStatus, Outcome, SandboxPayments
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput, PermanentFault, TransientFault, UnknownOutcome
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.payments import AuthorizeRequest, PaymentProvider
from shopkeeper.testing.sale_world import SECRET, HeldClock

PRICE = Money(minor=4990, currency="EUR")


class Till:
    def __init__(self, path: str = ":memory:") -> None:
        self.clock = HeldClock()
        self.mail: list[tuple[Mapping[str, str], bytes]] = []
        self.accept = True
        self.bank = Bank(path, secret=SECRET, clock=self.clock, deliver=self.deliver)
        self.provider: PaymentProvider = SandboxPayments(self.bank, secret=SECRET, clock=self.clock, page_url="/pay/{}".format)

    async def deliver(self, headers: Mapping[str, str], body: bytes) -> bool:
        self.mail.append((headers, body))
        return self.accept

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.bank.ledger()]


@pytest.fixture
def till() -> Till:
    return Till()


def request(key: str = "pay_1", token: str | None = None, minor: int = 4990) -> AuthorizeRequest:
    amount = Money(minor=minor, currency="EUR")
    lines = (("Leather tote", 1, Money(minor=4500, currency="EUR")),)
    return AuthorizeRequest(key=key, amount=amount, description="Lantern Market", return_url="/done", lines=lines, method_token=token)


async def test_same_key_is_one_intent(till: Till) -> None:
    first, second = await till.provider.authorize(request()), await till.provider.authorize(request())
    assert first == second
    assert first.status is PaymentStatus.REQUIRES_ACTION
    assert first.action_url == f"/pay/{first.provider_ref}"
    intent = till.bank.intent(first.provider_ref or "")
    assert intent is not None
    assert intent == till.bank.intent("pay_1")
    assert intent.lines[0][0] == "Leather tote"


@pytest.mark.parametrize(
    ("token", "status", "code"),
    [
        ("tok_visa_approve", PaymentStatus.AUTHORIZED, None),
        ("tok_visa_decline", PaymentStatus.DECLINED, "do_not_honor"),
        ("tok_visa_stepup", PaymentStatus.REQUIRES_ACTION, None),
        ("tok_of_nobody", PaymentStatus.DECLINED, "do_not_honor"),
    ],
)
async def test_saved_methods_answer_at_once(till: Till, token: str, status: PaymentStatus, code: str | None) -> None:
    news = await till.provider.authorize(request(token=token))
    assert (news.status, news.decline_code) == (status, code)


async def test_time_out_before_then_again_and_time_out_after(till: Till) -> None:
    with pytest.raises(UnknownOutcome):
        await till.provider.authorize(request("pay_b", "tok_timeout_before"))
    assert await till.provider.look_up("pay_b") is None
    assert (await till.provider.authorize(request("pay_b", "tok_timeout_before"))).status is PaymentStatus.AUTHORIZED
    with pytest.raises(UnknownOutcome):
        await till.provider.authorize(request("pay_a", "tok_timeout_after"))
    found = await till.provider.look_up("pay_a")
    assert found is not None
    assert found.status is PaymentStatus.AUTHORIZED
    assert till.kinds() == ["authorization", "authorization"]


async def test_extra_check_takes_the_right_code_only(till: Till) -> None:
    good, bad = await till.provider.authorize(request("pay_g")), await till.provider.authorize(request("pay_b"))
    for news in (good, bad):
        assert till.bank.act(news.provider_ref or "", Outcome.STEP_UP).intent.status is IntentStatus.CODE_NEEDED
    assert till.bank.enter_code(good.provider_ref or "", " 123 ").intent.status is IntentStatus.AUTHORIZED
    declined = till.bank.enter_code(bad.provider_ref or "", "321").intent
    assert (declined.status, declined.decline_code) == (IntentStatus.DECLINED, "authentication_failed")
    with pytest.raises(KeyError):
        till.bank.enter_code("int_nobody", "123")


async def test_second_click_changes_nothing(till: Till) -> None:
    news = await till.provider.authorize(request())
    till.bank.act(news.provider_ref or "", Outcome.APPROVE)
    assert till.bank.act(news.provider_ref or "", Outcome.DECLINE).intent.status is IntentStatus.AUTHORIZED
    await till.bank.postman.deliver_due()
    assert len(till.mail) == 1


async def test_page_that_breaks_after_approval_sends_no_webhook(till: Till) -> None:
    news = await till.provider.authorize(request())
    acted = till.bank.act(news.provider_ref or "", Outcome.TIMEOUT_AFTER)
    assert acted.timed_out
    assert acted.intent.status is IntentStatus.AUTHORIZED
    assert await till.bank.postman.deliver_due() == 0


async def test_capture_void_and_refund_move_money_once(till: Till) -> None:
    await till.provider.authorize(request("pay_c", "tok_visa_approve"))
    assert (await till.provider.capture("pay_c", PRICE)).status is PaymentStatus.CAPTURED
    assert (await till.provider.capture("pay_c", PRICE)).status is PaymentStatus.CAPTURED
    assert (await till.provider.void("pay_c")).status is PaymentStatus.CAPTURED
    part = Money(minor=990, currency="EUR")
    assert (await till.provider.refund("pay_c", part, refund_key="r1")).status is PaymentStatus.CAPTURED
    assert (await till.provider.refund("pay_c", part, refund_key="r1")).status is PaymentStatus.CAPTURED
    assert (await till.provider.refund("pay_c", PRICE - part, refund_key="r2")).status is PaymentStatus.REFUNDED
    assert [(entry.kind, entry.amount.minor) for entry in till.bank.ledger("pay_c")] == [
        ("authorization", 4990),
        ("capture", 4990),
        ("refund", 990),
        ("refund", 4000),
    ]
    with pytest.raises(PermanentFault):
        await till.provider.refund("pay_c", part, refund_key="r3")


async def test_capture_of_what_is_not_authorized_is_refused(till: Till) -> None:
    with pytest.raises(PermanentFault):
        await till.provider.capture("pay_none", PRICE)
    await till.provider.authorize(request("pay_c", "tok_visa_approve"))
    with pytest.raises(PermanentFault):
        await till.provider.capture("pay_c", PRICE * 2)


async def test_void_closes_a_key_the_bank_has_never_seen(till: Till) -> None:
    assert (await till.provider.void("pay_late")).status is PaymentStatus.CANCELED
    assert (await till.provider.authorize(request("pay_late", "tok_visa_approve"))).status is PaymentStatus.CANCELED
    assert till.kinds() == []


@pytest.mark.parametrize(
    ("fault", "raised", "moved"),
    [(Fault.DOWN, TransientFault, 0), (Fault.TIMEOUT_BEFORE, UnknownOutcome, 0), (Fault.TIMEOUT_AFTER, UnknownOutcome, 1)],
)
async def test_chosen_trouble_comes_once(till: Till, fault: Fault, raised: type[Exception], moved: int) -> None:
    till.bank.fail_next("authorize", fault)
    with pytest.raises(raised):
        await till.provider.authorize(request(token="tok_visa_approve"))
    assert len(till.kinds()) == moved
    assert (await till.provider.authorize(request(token="tok_visa_approve"))).status is PaymentStatus.AUTHORIZED
    assert len(till.kinds()) == 1


async def test_webhook_is_kept_until_it_is_accepted(till: Till) -> None:
    news = await till.provider.authorize(request())
    till.bank.act(news.provider_ref or "", Outcome.APPROVE_LATE)
    assert await till.bank.postman.deliver_due() == 0
    till.clock.move(seconds=31)
    till.accept = False
    assert await till.bank.postman.deliver_due() == 0
    till.accept = True
    assert await till.bank.postman.deliver_due() == 0
    till.clock.move(seconds=2)
    assert await till.bank.postman.deliver_due() == 1
    told = [till.provider.read_webhook(headers, body) for headers, body in till.mail]
    assert {(n.key, n.status, n.event_id) for n in told} == {("pay_1", PaymentStatus.AUTHORIZED, told[0].event_id)}


async def test_forged_old_or_broken_webhooks_are_refused(till: Till) -> None:
    news = await till.provider.authorize(request())
    till.bank.act(news.provider_ref or "", Outcome.APPROVE)
    await till.bank.postman.deliver_due()
    headers, body = till.mail[0]
    assert till.provider.read_webhook({name.title(): value for name, value in headers.items()}, body).key == "pay_1"
    rotated = {**headers, "webhook-signature": f"v1,b3RoZXI= {headers['webhook-signature']}"}
    assert till.provider.read_webhook(rotated, body).key == "pay_1"
    forged: list[tuple[Mapping[str, str], bytes]] = [
        ({}, body),
        (headers, body.replace(b"pay_1", b"pay_2")),
        ({**headers, "webhook-id": "evt_other"}, body),
        ({**headers, "webhook-timestamp": "soon"}, body),
        ({**headers, "webhook-timestamp": "٣"}, body),
        ({**headers, "webhook-signature": headers["webhook-signature"].replace("v1,", "v2,")}, body),
        ({**headers, "webhook-signature": "ü,ü"}, body),
    ]
    for bad_headers, bad_body in forged:
        with pytest.raises(InvalidInput) as refused:
            till.provider.read_webhook(bad_headers, bad_body)
        assert refused.value.status == 401
    till.clock.move(minutes=6)
    with pytest.raises(InvalidInput):
        till.provider.read_webhook(headers, body)


CRASHING_SHOP = """
import sys, time
from shopkeeper.adapters.payments.sandbox import Bank, Intent
from shopkeeper.domain.core.money import Money
from shopkeeper.testing.sale_world import SECRET, HeldClock
bank = Bank(sys.argv[1], secret=SECRET, clock=HeldClock())
bank.authorize(Intent(key="pay_k", amount=Money(minor=100, currency="EUR")), "tok_visa_approve")
print("done", flush=True)
time.sleep(60)
"""


def test_the_ledger_survives_a_killed_shop(tmp_path: Path) -> None:
    path = tmp_path / "bank.db"
    shop = subprocess.Popen([sys.executable, "-c", CRASHING_SHOP, str(path)], stdout=subprocess.PIPE)
    assert shop.stdout is not None
    assert shop.stdout.readline() == b"done\n"
    os.kill(shop.pid, signal.SIGKILL)
    shop.wait()
    shop.stdout.close()
    again = Bank(path, secret=SECRET, clock=HeldClock())
    assert [(entry.kind, entry.key) for entry in again.ledger()] == [("authorization", "pay_k")]
    assert again.authorize(Intent(key="pay_k", amount=Money(minor=100, currency="EUR")), None).status is IntentStatus.AUTHORIZED
    again.close()
