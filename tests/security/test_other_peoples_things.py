"""A token opens its own conversation and nothing else; what does not exist and what is not yours look the same."""

from __future__ import annotations

import pytest

from .conftest import PASSWORD, Door, refused

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def door(standing_door: Door) -> Door:
    return standing_door


READS = ("", "/trace", "/events")


@pytest.mark.parametrize("what", READS)
async def test_another_conversation_looks_like_none(door: Door, what: str) -> None:
    mine, theirs = await door.open(), await door.open()
    async with door.nothing_changes():
        other = await door.client.get(theirs.path + what, headers=mine.key)
        none = await door.client.get("/v1/conversations/cnv_none" + what, headers=mine.key)
        refused(other, 404)
        refused(none, 404)
        assert other.json() == none.json()


async def test_nobody_speaks_in_another_conversation(door: Door) -> None:
    mine, theirs = await door.open(), await door.open()
    async with door.nothing_changes():
        body = {"parts": [{"type": "text", "text": "two milks please"}]}
        refused(await door.client.post(f"{theirs.path}/turns", json=body, headers=mine.key), 404)
        refused(await door.client.post("/v1/conversations/cnv_none/turns", json=body, headers=mine.key), 404)


ODD_KEYS = (
    "",
    "Bearer",
    "Bearer ",
    "Bearer wrong",
    "Basic dXNlcjpwYXNz",
    "bearer\ttoken",
    "Bearer " + "x" * 10_000,
    "Bearer null",
    "Bearer undefined",
    f"Bearer {PASSWORD}",
)


@pytest.mark.parametrize("value", ODD_KEYS)
@pytest.mark.parametrize("what", ["", "/trace", "/events", "/turns"])
async def test_a_key_that_is_none(door: Door, what: str, value: str) -> None:
    talk = await door.open()
    async with door.nothing_changes():
        body = {"parts": [{"type": "text", "text": "hello"}]}
        ask = door.client.post if what == "/turns" else door.client.get
        answer = await ask(talk.path + what, headers={"Authorization": value}, **({"json": body} if what == "/turns" else {}))
        refused(answer, 401, 404, 422)
        if answer.status_code == 401:
            assert answer.headers["www-authenticate"] == "Bearer"


async def test_raw_bytes_as_a_key(door: Door) -> None:
    talk = await door.open()
    async with door.nothing_changes():
        refused(await door.client.get(talk.path, headers=[(b"authorization", b"Bearer \xff\xfe\xed\xa0\x80")]), 401, 404)


UNKNOWN = ("/v1/conversations/%00", "/v1/conversations/" + "x" * 5_000, "/v1/conversations/%ED%A0%80", "/v1/conversations/..%2F..%2Fetc")


@pytest.mark.parametrize("path", UNKNOWN)
async def test_ids_nobody_ever_gave_out(door: Door, path: str) -> None:
    talk = await door.open()
    async with door.nothing_changes():
        refused(await door.client.get(path, headers=talk.key), 404, 422)


async def test_an_order_number_is_no_key(door: Door) -> None:
    """Anybody can guess #1041: its owner hears about it, others do not."""
    owner, stranger = await door.open(customer_token="demo-ana"), await door.open()
    asked = "where is my order 1041?"
    hers, his = (await door.say(owner, asked)).json(), (await door.say(stranger, asked)).json()
    assert any(block["type"] == "order" for block in hers["reply"]["blocks"]), hers["reply"]
    assert not any(block["type"] == "order" for block in his["reply"]["blocks"])
    assert "1041" not in str(his["reply"]["blocks"])
    tapped = {"parts": [{"type": "action", "action": "order_status", "number": "1041"}]}
    answer = (await door.client.post(f"{stranger.path}/turns", json=tapped, headers=stranger.key)).json()
    assert not any(block["type"] == "order" for block in answer["reply"]["blocks"])


async def test_another_shoppers_line_cannot_be_tapped(door: Door) -> None:
    owner, stranger = await door.open(), await door.open()
    await door.client.post(
        f"{owner.path}/turns", json={"parts": [{"type": "action", "action": "add_line_item", "sku": "MILK-1L"}]}, headers=owner.key
    )
    cart = (await door.client.get(owner.path, headers=owner.key)).json()["cart"]
    line = cart["lines"][0]["line_id"]
    tap = {"parts": [{"type": "action", "action": "change_quantity", "line_id": line, "quantity": 0}]}
    assert (await door.client.post(f"{stranger.path}/turns", json=tap, headers=stranger.key)).status_code == 200
    after = (await door.client.get(owner.path, headers=owner.key)).json()["cart"]
    assert [(entry["line_id"], entry["quantity"]) for entry in after["lines"]] == [(line, 1)]


ADMIN = (
    ("GET", "/v1/admin/orders"),
    ("GET", "/v1/admin/orders/1041/proof"),
    ("GET", "/v1/admin/conversations"),
    ("GET", "/v1/admin/conversations/cnv_none"),
    ("GET", "/v1/admin/effects"),
    ("GET", "/v1/admin/audit"),
    ("POST", "/v1/admin/sweep"),
    ("POST", "/v1/admin/skus/MILK-1L/price"),
    ("POST", "/v1/admin/skus/MILK-1L/stock"),
)


@pytest.mark.parametrize(("method", "path"), ADMIN)
async def test_staff_doors_are_for_staff(door: Door, method: str, path: str) -> None:
    talk = await door.open(customer_token="demo-ana")
    async with door.nothing_changes():
        body = {"amount": 1} if method == "POST" else None
        for headers in ({}, talk.key, {"Authorization": "Bearer "}, {"Cookie": "shopkeeper_staff=9999999999.deadbeef"}):
            refused(await door.client.request(method, path, json=body, headers=headers), 401)


@pytest.mark.parametrize("sku", ["NO-SUCH", "%00", "MILK-1L%27%3B--", "x" * 5_000])
async def test_staff_too_can_only_change_what_exists(door: Door, sku: str) -> None:
    async with door.nothing_changes():
        headers = {"Authorization": f"Bearer {PASSWORD}"}
        refused(await door.client.post(f"/v1/admin/skus/{sku}/price", json={"amount": 1}, headers=headers), 404, 422)
        stock = {"store_id": "mitte", "quantity": 1}
        refused(await door.client.post(f"/v1/admin/skus/{sku}/stock", json=stock, headers=headers), 404, 422)


@pytest.mark.parametrize("amount", [-1, 1.5, "1e3", 10**12, None, True, "12"])
async def test_a_price_is_a_whole_number(door: Door, amount: object) -> None:
    async with door.nothing_changes():
        headers = {"Authorization": f"Bearer {PASSWORD}"}
        refused(await door.client.post("/v1/admin/skus/MILK-1L/price", json={"amount": amount}, headers=headers), 422)
