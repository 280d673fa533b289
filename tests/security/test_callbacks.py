"""Endpoints of callbacks: for staff alone, never into our own network, and told what really happened."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from shopkeeper.adapters.signing.standard_webhooks import check
from shopkeeper.settings import Settings
from shopkeeper.testing.loopback import Request, Response, ThreadedServer

from .conftest import PASSWORD, Door, opened

STAFF = {"Authorization": f"Bearer {PASSWORD}"}
BASE = "/v1/admin/callbacks"


async def test_only_staff(door: Door) -> None:
    for method, path in (
        ("GET", ""),
        ("POST", ""),
        ("GET", "/dead"),
        ("DELETE", "/x"),
        ("POST", "/x/secret"),
        ("POST", "/deliveries/x/replay"),
    ):
        assert (await door.client.request(method, f"{BASE}{path}", json={"url": "https://erp.example"})).status_code == 401


@pytest.mark.parametrize(
    "url", ["http://erp.example/in", "https://user:pw@erp.example/", "file:///etc/passwd", "https://", "nonsense", "https://e:99999999/"]
)
async def test_addresses_that_are_refused(door: Door, url: str) -> None:
    assert (await door.client.post(BASE, json={"url": url}, headers=STAFF)).status_code == 422


async def test_a_secret_is_shown_once_and_rotated(door: Door) -> None:
    made = await door.client.post(BASE, json={"url": "https://erp.example/in", "events": ["order"]}, headers=STAFF)
    assert made.status_code == 201
    secret, endpoint_id = made.json()["secret"], made.json()["id"]
    listed = await door.client.get(BASE, headers=STAFF)
    assert secret not in listed.text
    rotated = await door.client.post(f"{BASE}/{endpoint_id}/secret", headers=STAFF)
    assert rotated.json()["secret"] not in ("", secret)
    assert [bool(one["until"]) for one in rotated.json()["secrets"]] == [False, True]
    assert (await door.client.delete(f"{BASE}/{endpoint_id}", headers=STAFF)).status_code == 204
    assert (await door.client.delete(f"{BASE}/{endpoint_id}", headers=STAFF)).status_code == 404


async def test_a_private_address_becomes_a_dead_letter_and_is_never_called(door: Door) -> None:
    await door.client.post(BASE, json={"url": "https://127.0.0.1:1/in", "events": ["cart"]}, headers=STAFF)
    talk = await door.open()
    await door.tap(talk, action="add_line_item", sku="MUG-2", quantity=1)
    await door.shop.sweep()
    dead = (await door.client.get(f"{BASE}/dead", headers=STAFF)).json()["dead"]
    assert [letter["type"] for letter in dead] == ["cart.changed"]
    assert "not a public one" in dead[0]["last_error"]
    page = await door.client.get("/v1/admin/effects", headers=STAFF)
    assert "deliver_callback" in page.text


async def test_a_sale_is_told_signed_to_a_real_receiver_and_replayed(shop_template: Settings) -> None:
    got: list[tuple[Mapping[str, str], str, bytes]] = []
    answers = [500]

    async def receive(request: Request) -> Response:
        got.append((request.headers, request.path, request.body))
        return Response(status=answers.pop() if answers else 204, body=b"")

    receiver = ThreadedServer(receive)
    try:
        async with opened(replace(shop_template, callbacks_to_private=True)) as door:
            wanted = {"url": f"http://127.0.0.1:{receiver.port}/in", "events": ["cart", "checkout", "order"]}
            secret = (await door.client.post(BASE, json=wanted, headers=STAFF)).json()["secret"]
            talk = await door.open()
            await door.tap(talk, action="add_line_item", sku="MUG-2", quantity=2)
            await door.tap(talk, action="set_delivery", method="pickup", store_id="mitte")
            await door.tap(talk, action="set_payment_method", method="pay_on_pickup")
            digest = (await door.checkout(talk))["digest"]
            await door.tap(talk, action="confirm", digest=digest)
            for _ in range(3):
                await door.shop.sweep()
                await asyncio.sleep(0.01)
            events = [json.loads(body) for _, _, body in got]
            kinds = [event["type"] for event in events]
            assert kinds.count("order.placed") >= 1
            assert {"cart.changed", "checkout.quoted", "checkout.agreed", "order.placed"} <= set(kinds)
            assert "Ana" not in str(events)
            now = door.shop.clock.now()
            assert all(check(secret, headers, body, now) == json.loads(body)["id"] for headers, _, body in got)
            placed = next(event for event in events if event["type"] == "order.placed")
            assert placed["data"]["lines"][0]["sku"] == "MUG-2"
            assert placed["data"]["total"] == {"amount": 4800, "currency": "EUR"}
            known = await door.shop.storage.read(
                lambda tx: [e.id for e in tx.outbox.in_status("settled", limit=99) if e.kind == "deliver_callback"]
            )
            before = len(got)
            again = await door.client.post(f"{BASE}/deliveries/{known[0]}/replay", headers=STAFF)
            assert again.json()["status"] == "pending"
            await door.shop.sweep()
            assert len(got) > before
            assert json.loads(got[-1][2])["id"] in {event["id"] for event in events}
    finally:
        receiver.close()
