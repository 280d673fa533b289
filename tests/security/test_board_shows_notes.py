"""Whoever packs an order reads the gift note and the packing wishes on the board, word for word and as text only."""

from __future__ import annotations

from .conftest import PASSWORD, Door

NOTE = "Alles <b>Liebe</b>, mum!"


async def test_gift_note_and_wishes_are_on_the_board(door: Door) -> None:
    talk = await door.open()
    parts = [
        {"type": "action", "action": "add_line_item", "sku": "BAG-TAN"},
        {"type": "text", "text": "no plastic please"},
        {"type": "text", "text": f"gift note: {NOTE}"},
        {"type": "text", "text": "I pick it up in Mitte and pay on pickup"},
    ]
    for part in parts:
        answer = await door.client.post(f"{talk.path}/turns", json={"parts": [part]}, headers=talk.key)
    assert answer.json()["checkout"]["gift_note"] == NOTE
    yes = {"parts": [{"type": "action", "action": "confirm", "digest": answer.json()["checkout"]["digest"]}]}
    number = (await door.client.post(f"{talk.path}/turns", json=yes, headers=talk.key)).json()["reply"]["blocks"][0]["order"]["number"]

    board = (await door.client.get("/v1/admin/board", headers={"Authorization": f"Bearer {PASSWORD}"})).json()
    card = next(card for stage in board["stages"] for card in stage["cards"] if card["number"] == number)
    assert (card["gift_note"], card["wishes"]) == (NOTE, ["no plastic please"])
