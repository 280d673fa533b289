"""Order board and till: who may work them, an order handed over once only, wrong codes limited, refused orders told and undone."""

from __future__ import annotations

from typing import Any

from shopkeeper.domain.core.ids import Sku

from .conftest import PASSWORD, Door, refused

EGGS = Sku("EGG-12")

STAFF = {"Authorization": f"Bearer {PASSWORD}"}


async def bought(door: Door, *, store: str = "mitte") -> tuple[Any, dict[str, Any]]:
    """A conversation with an order of eggs that is picked up and paid there."""
    talk = await door.open()
    await door.tap(talk, action="add_line_item", sku="EGG-12", quantity=2)
    await door.tap(talk, action="set_delivery", method="pickup", store_id=store)
    await door.tap(talk, action="set_payment_method", method="pay_on_pickup")
    answer = (await door.tap(talk, action="confirm", digest=(await door.checkout(talk))["digest"])).json()
    order = next(block["order"] for block in answer["reply"]["blocks"] if block["type"] == "order")
    return talk, order


async def step(door: Door, number: str, name: str, **body: object) -> Any:
    return await door.client.post(f"/v1/admin/orders/{number}/{name}", json=body, headers=STAFF)


async def hand_over(door: Door, code: str, store: str = "mitte") -> Any:
    return await door.client.post("/v1/admin/till/hand-over", json={"store_id": store, "code": code}, headers=STAFF)


async def said(door: Door, talk: Any) -> str:
    messages = (await door.client.get(talk.path, headers=talk.key)).json()["messages"]
    return " ".join(str(message.get("text", "")) for message in messages)


async def test_only_staff_see_the_board_and_work_it(door: Door) -> None:
    _, order = await bought(door)
    async with door.nothing_changes():
        refused(await door.client.get("/v1/admin/board"), 401)
        refused(await door.client.post(f"/v1/admin/orders/{order['number']}/accept", json={}), 401)
        refused(await door.client.post("/v1/admin/till/hand-over", json={"store_id": "mitte", "code": "123456"}), 401)
        assert (await door.client.get("/console/board")).status_code == 303
        assert (await door.client.post("/console/till", data={"store": "mitte", "code": "123456"})).status_code == 303


async def test_from_new_to_handed_over_and_only_once(door: Door) -> None:
    talk, order = await bought(door)
    number, code = order["number"], order["fulfillment"]["code"]
    assert order["fulfillment"]["qr"].startswith("data:image/svg+xml;base64,")
    board = (await door.client.get("/v1/admin/board?store_id=mitte", headers=STAFF)).json()
    assert [card["number"] for card in board["stages"][0]["cards"]][-1:] == [number] or number in str(board)
    refused(await hand_over(door, code), 409)
    assert (await step(door, number, "accept")).json()["stage"] == "accepted"
    assert (await step(door, number, "accept")).json()["again"] is True
    assert (await step(door, number, "ready")).json()["status"] == "ready_for_pickup"
    refused(await step(door, number, "send"), 409)
    refused(await hand_over(door, code, "nord"), 404)
    assert (await hand_over(door, f"{number}-{code}")).json()["status"] == "delivered"
    refused(await hand_over(door, code), 409)
    text = await said(door, talk)
    assert code in text
    assert text.count(f"{number} was handed over") == 1
    left = (await door.client.get("/v1/admin/board?store_id=mitte", headers=STAFF)).json()
    assert number not in str(left)


async def test_wrong_codes_are_limited_and_right_ones_cost_nothing(door: Door) -> None:
    _, order = await bought(door)
    for name in ("accept", "ready"):
        await step(door, order["number"], name)
    code = order["fulfillment"]["code"]
    wrong = [f"{(int(code) + n) % 1_000_000:06d}" for n in range(1, 9)]
    statuses = [(await hand_over(door, one)).status_code for one in wrong]
    assert statuses[:6] == [404] * 6
    assert 429 in statuses[6:]
    assert (await hand_over(door, code)).status_code == 429
    assert (await hand_over(door, "not-a-code")).status_code == 422


async def test_a_refused_order_is_told_and_its_goods_are_back(door: Door) -> None:
    before = await door.shop.storage.read(lambda tx: dict(tx.stock.available([EGGS])[EGGS]))
    talk, order = await bought(door)
    assert (await step(door, order["number"], "refuse", reason="sold_out")).json()["status"] == "canceled"
    assert (await step(door, order["number"], "refuse", reason="sold_out")).json()["again"] is True
    refused(await step(door, order["number"], "accept"), 409)
    assert await door.shop.storage.read(lambda tx: dict(tx.stock.available([EGGS])[EGGS])) == before
    assert order["number"] in await said(door, talk)


async def test_the_pages_work_without_script(door: Door) -> None:
    _, order = await bought(door)
    number = order["number"]
    await door.client.post("/console/login", data={"password": PASSWORD})
    page = await door.client.get("/console/board?store=mitte")
    assert page.status_code == 200
    assert number in page.text
    key = page.text.split('name="csrf" value="')[1].split('"')[0]
    forged = await door.client.post("/console/board", data={"number": number, "step": "accept", "csrf": "forged"})
    assert forged.headers["location"] == "/console/login"
    done = await door.client.post(
        "/console/board", data={"number": number, "step": "accept", "csrf": key, "store": "mitte", "shipment": "0"}
    )
    assert done.status_code == 303
    await door.client.post("/console/board", data={"number": number, "step": "ready", "csrf": key, "store": "mitte", "shipment": "0"})
    till = await door.client.post("/console/till", data={"store": "mitte", "code": order["fulfillment"]["code"], "csrf": key})
    assert "may be handed over now" in till.text
    again = await door.client.post("/console/till", data={"store": "mitte", "code": order["fulfillment"]["code"], "csrf": key})
    assert "handed over already" in again.text
