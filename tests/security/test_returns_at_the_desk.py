"""Who may take in what was sent back: staff alone; and the money goes back once, however often it is asked for."""

from __future__ import annotations

from .conftest import PASSWORD, Door, refused

STAFF = {"Authorization": f"Bearer {PASSWORD}"}


async def test_only_staff_take_in_and_the_money_goes_back_once(door: Door) -> None:
    talk = await door.open(customer_token="demo-ana")
    await door.tap(talk, action="add_line_item", sku="MUG-2", quantity=2)
    await door.tap(talk, action="set_delivery", method="pickup", store_id="mitte")
    await door.tap(talk, action="set_payment_method", method="pay_on_pickup")
    answer = (await door.tap(talk, action="confirm", digest=(await door.checkout(talk))["digest"])).json()
    order = next(block["order"] for block in answer["reply"]["blocks"] if block["type"] == "order")
    number, code = order["number"], order["fulfillment"]["code"]
    await door.client.post(f"/v1/admin/orders/{number}/ready", json={}, headers=STAFF)
    await door.client.post("/v1/admin/till/hand-over", json={"store_id": "mitte", "code": code}, headers=STAFF)
    await door.say(talk, f"send back one of the mug sets from {number}")
    arrived = f"/v1/admin/returns/RMA-{number}-1/arrived"
    async with door.nothing_changes():
        draft = await door.client.post(arrived, json={"accepted": True}, headers=STAFF)
        assert (draft.status_code, draft.json()["type"]) == (409, "urn:shopkeeper:problem:return_too_late"), "nobody said yes yet"
    await door.say(talk, "yes")
    async with door.nothing_changes():
        refused(await door.client.post(arrived, json={"accepted": True}), 401)
        refused(await door.client.post(arrived, json={"accepted": "yes"}, headers=STAFF), 422)
        refused(await door.client.post("/v1/admin/returns/RMA-NONE/arrived", json={"accepted": True}, headers=STAFF), 404)
        assert (await door.client.post(f"/console/returns/RMA-{number}-1", data={"act": "accept"})).headers["location"] == "/console/login"
    first = (await door.client.post(arrived, json={"accepted": True, "to": "gift_card"}, headers=STAFF)).json()
    assert (first["refund"], first["gift_card_code"][:4]) == ({"amount": 2400, "currency": "EUR"}, "GIFT")
    again = (await door.client.post(arrived, json={"accepted": True, "to": "gift_card"}, headers=STAFF)).json()
    assert (again["again"], again["refund"], again["gift_card_code"]) == (True, None, None)
    money = (await door.client.get(f"/v1/admin/orders/{number}/money", headers=STAFF)).json()
    assert (money["left"]["amount"], [step["amount"]["amount"] for step in money["story"]]) == (2400, [-2400])
    card = await door.client.post("/v1/admin/gift-cards/balance", json={"code": first["gift_card_code"]}, headers=STAFF)
    assert card.json()["balance"]["amount"] == 2400
