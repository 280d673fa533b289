"""The order board tells the till what is still to be paid: only what was agreed to be paid there."""

from __future__ import annotations

from .conftest import PASSWORD, Door


async def test_paid_by_card_or_wholly_by_gift_card_is_paid(door: Door) -> None:
    staff = {"Authorization": f"Bearer {PASSWORD}"}
    sold = await door.client.post("/v1/admin/gift-cards", json={"amount": 6000}, headers=staff)
    talk = await door.open()
    parts = [
        {"type": "action", "action": "add_line_item", "sku": "BAG-TAN"},
        {"type": "text", "text": f"use code {sold.json()['code']}"},
        {"type": "action", "action": "set_delivery", "method": "pickup", "store_id": "mitte"},
    ]
    for part in parts:
        answer = await door.client.post(f"{talk.path}/turns", json={"parts": [part]}, headers=talk.key)
    digest = answer.json()["checkout"]["digest"]
    yes = {"parts": [{"type": "action", "action": "confirm", "digest": digest}]}
    number = (await door.client.post(f"{talk.path}/turns", json=yes, headers=talk.key)).json()["reply"]["blocks"][0]["order"]["number"]

    board = (await door.client.get("/v1/admin/board", headers=staff)).json()
    paid = {card["number"]: card["paid"] for stage in board["stages"] for card in stage["cards"]}
    assert (paid[number], paid["1102"], paid["1098"]) == (True, True, False)
