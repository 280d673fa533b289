"""Whoever says that money came must prove who they are, and recently."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import timedelta

import pytest

from shopkeeper.adapters.signing.standard_webhooks import sign

from .conftest import Door, OpenDoor, Talk, refused

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def door(standing_door: Door) -> Door:
    return standing_door


PATH = "/webhooks/payments/sandbox"


async def asked_to_pay(door: Door) -> tuple[Talk, str]:
    """A shopper at the pay page, and the page's address."""
    talk = await door.open()
    taps: tuple[dict[str, object], ...] = (
        {"action": "add_line_item", "sku": "MILK-1L"},
        {"action": "check_out"},
        {"action": "set_delivery", "method": "pickup", "store_id": "mitte"},
        {"action": "set_payment_method", "method": "card"},
    )
    for tap in taps:
        await door.tap(talk, **tap)
    digest = (await door.checkout(talk))["digest"]
    await door.tap(talk, action="confirm", digest=digest)
    checkout = await door.checkout(talk)
    assert checkout["continue_url"], (checkout["status"], checkout["messages"])
    return talk, checkout["continue_url"].removeprefix(door.shop.settings.base_url)


def news(door: Door, page: str) -> bytes:
    """What the provider would write if it had the money."""
    assert door.shop.bank is not None
    intent = door.shop.bank.intent(page.rsplit("/", 1)[-1])
    assert intent is not None
    data = {"id": intent.id, "key": intent.key, "status": "authorized", "decline_code": None}
    return json.dumps({"type": "payment.authorized", "timestamp": "2026-09-15T08:00:00Z", "data": data}).encode()


def signed(door: Door, body: bytes, *, secret: str | None = None, late: timedelta = timedelta()) -> Mapping[str, str]:
    return sign(secret or door.shop.form_secret.decode(), "evt_forged", body, door.shop.clock.now() - late)


OTHER_SECRET = "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY="


async def test_forged_news_of_money_moves_nothing(door: Door) -> None:
    _, page = await asked_to_pay(door)
    body = news(door, page)
    good = signed(door, body)
    forgeries: list[tuple[bytes, Mapping[str, str]]] = [
        (body, {}),
        (body, {**good, "webhook-signature": ""}),
        (body, {**good, "webhook-signature": "v1,AAAA"}),
        (body, {**good, "webhook-signature": "v2," + good["webhook-signature"].split(",")[1]}),
        (body, {**good, "webhook-id": "evt_other"}),
        (body, {**good, "webhook-timestamp": "0"}),
        (body, {**good, "webhook-timestamp": "soon"}),
        (body, {**good, "webhook-timestamp": "9" * 400}),
        (body, {**good, "webhook-timestamp": "-1"}),
        (body, signed(door, body, secret=OTHER_SECRET)),
        (body, signed(door, body, late=timedelta(minutes=6))),
        (body, signed(door, body, late=-timedelta(minutes=6))),
        (body.replace(b"authorized", b"captured"), good),
        (b"", good),
    ]
    async with door.nothing_changes():
        for forged, headers in forgeries:
            refused(await door.client.post(PATH, content=forged, headers=headers), 401)


async def test_signed_nonsense_is_still_nonsense(door: Door) -> None:
    async with door.nothing_changes():
        for body in (b"", b"[]", b"{}", b'{"data": 5}', b"\xff\xfe", b'{"data": {"id": "x", "key": 7, "status": "rich"}}', b"[" * 50_000):
            refused(await door.client.post(PATH, content=body, headers=signed(door, body)), 400, 401, 422)


async def test_true_news_twice_is_one_order(door: Door) -> None:
    talk, page = await asked_to_pay(door)
    checkout = (await door.checkout(talk))["id"]
    body = news(door, page)
    assert (await door.client.post(PATH, content=body, headers=signed(door, body))).status_code == 204
    first = await door.order(checkout)
    assert first is not None
    assert (await door.client.post(PATH, content=body, headers=signed(door, body))).status_code == 204
    assert await door.order(checkout) == first


@pytest.mark.parametrize("provider", ["stripe", "SANDBOX", "..", "%00", "x" * 3_000])
async def test_a_provider_nobody_knows(door: Door, provider: str) -> None:
    async with door.nothing_changes():
        refused(await door.client.post(f"/webhooks/payments/{provider}", content=b"{}"), 404, 405)


async def test_the_pay_page_only_believes_its_own_form(door: Door) -> None:
    _, page = await asked_to_pay(door)
    html = (await door.client.get(page)).text
    found = re.search(r'name="csrf"\s+value="([^"]+)"', html)
    assert found is not None
    async with door.nothing_changes():
        for form in ({}, {"csrf": ""}, {"csrf": "0" * 64}, {"csrf": "é"}, {"csrf": found[1][:-1]}):
            refused(await door.client.post(page, data={**form, "outcome": "approve"}), 403)
        refused(await door.client.post(page, data={"csrf": found[1], "outcome": "steal"}), 422)
        refused(await door.client.get("/sandbox/pay/int_none"), 404)
        refused(await door.client.post("/sandbox/pay/int_none", data={"csrf": found[1], "outcome": "approve"}), 404)
    assert (await door.client.post(page, data={"csrf": found[1], "outcome": "approve"})).status_code == 200


async def test_coming_back_asks_the_provider_when_its_webhook_was_lost(open_door: OpenDoor) -> None:
    door: Door = await open_door()
    talk, page = await asked_to_pay(door)
    found = re.search(r'name="csrf"\s+value="([^"]+)"', (await door.client.get(page)).text)
    assert found is not None
    await door.client.post(page, data={"csrf": found[1], "outcome": "timeout_after"})
    before = await door.checkout(talk)
    assert before["order"] is None
    answer = await door.client.get(f"/pay/return/{before['id']}")
    assert answer.status_code == 303
    await door.shop.runner.run_due()
    assert await door.order(before["id"]) is not None


@pytest.mark.parametrize("checkout", ["chk_none", "%00", "%ED%A0%80", "x" * 3_000, "..%2f..%2f"])
async def test_coming_back_from_nowhere_changes_nothing(door: Door, checkout: str) -> None:
    async with door.nothing_changes():
        answer = await door.client.get(f"/pay/return/{checkout}")
        assert answer.status_code in (303, 404)
        assert answer.headers.get("location", "/web/").startswith("/web/")
