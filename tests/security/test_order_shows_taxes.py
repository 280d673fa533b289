"""What an order came to is told alike to the shopper, to staff by API, and on the console's page: lines, taxes and tip re-add."""

from __future__ import annotations

from .conftest import PASSWORD, Door


async def test_the_sums_of_an_order(door: Door) -> None:
    talk = await door.open()
    parts = [
        {"type": "action", "action": "add_line_item", "sku": "BAG-TAN"},
        {"type": "action", "action": "add_line_item", "sku": "EGG-12"},
        {"type": "text", "text": "I pick it up in Mitte and pay on pickup"},
        {"type": "action", "action": "set_tip", "percent_bp": 1000},
    ]
    for part in parts:
        answer = await door.client.post(f"{talk.path}/turns", json={"parts": [part]}, headers=talk.key)
    quoted = answer.json()["checkout"]
    assert [line["tax"]["amount"] for line in quoted["line_items"]] == [718, 23]
    yes = {"parts": [{"type": "action", "action": "confirm", "digest": quoted["digest"]}]}
    order = (await door.client.post(f"{talk.path}/turns", json=yes, headers=talk.key)).json()["reply"]["blocks"][0]["order"]
    told = [row["amount"]["amount"] for row in order["totals"] if not row["included"]]
    assert sum(told[:-1]) == told[-1] == 4849 + 485
    assert [row["amount"]["amount"] for row in order["totals"] if row["included"]] == [718, 23]

    path = f"/orders/{order['number']}"
    record = (await door.client.get(f"/v1/admin{path}/money", headers={"Authorization": f"Bearer {PASSWORD}"})).json()
    assert sum(one["amount"]["amount"] for one in record["sums"] if not one["included"]) == record["total"]["amount"]
    await door.client.post("/console/login", data={"password": PASSWORD})
    page = (await door.client.get(f"/console{path}")).text
    assert "of it tax at 19 %" in page
    assert "Tip" in page
