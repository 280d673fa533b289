"""Who sees an order's papers: its customer, whoever holds the link, and staff; numbered without a gap, and adding up."""

from __future__ import annotations

from typing import Any

from .conftest import PASSWORD, Door, refused

STAFF = {"Authorization": f"Bearer {PASSWORD}"}


async def fetched(door: Door, talk: Any) -> str:
    """The number of an order of mugs, paid at the till and handed over."""
    await door.tap(talk, action="add_line_item", sku="MUG-2", quantity=2)
    await door.tap(talk, action="set_delivery", method="pickup", store_id="mitte")
    await door.tap(talk, action="set_payment_method", method="pay_on_pickup")
    answer = (await door.tap(talk, action="confirm", digest=(await door.checkout(talk))["digest"])).json()
    order = next(block["order"] for block in answer["reply"]["blocks"] if block["type"] == "order")
    assert "invoice_url" not in order, "it is not paid yet"
    await door.client.post(f"/v1/admin/orders/{order['number']}/ready", json={}, headers=STAFF)
    await door.client.post("/v1/admin/till/hand-over", json={"store_id": "mitte", "code": order["fulfillment"]["code"]}, headers=STAFF)
    return str(order["number"])


def adds_up(paper: dict[str, Any]) -> bool:
    return sum(row["amount"]["amount"] for row in paper["rows"]) == paper["total"]["amount"]


async def test_the_papers_of_a_sale_and_of_what_went_back(door: Door) -> None:
    talk = await door.open()
    number = await fetched(door, talk)
    path = f"{talk.path}/orders/{number}/invoice"
    sold = (await door.client.get(path, headers=talk.key)).json()["papers"]
    assert [(one["kind"], one["total"]["amount"], adds_up(one)) for one in sold] == [("invoice", 4800, True)]
    assert sold[0]["seller"]["vat_id"]
    assert [(tax["rate"], *(tax[name]["amount"] for name in ("base", "tax", "gross"))) for tax in sold[0]["taxes"]] == [
        ("19", 4034, 766, 4800)
    ]
    refund = {**STAFF, "Idempotency-Key": "refund-0001"}
    for _ in range(2):
        await door.client.post(f"/v1/admin/orders/{number}/refund", json={"amount": 500}, headers=refund)
    papers = (await door.client.get(path, headers=talk.key)).json()["papers"]
    assert [(one["kind"], one["total"]["amount"], one["corrects"]) for one in papers] == [
        ("invoice", 4800, None), ("credit_note", 500, papers[0]["number"])
    ]  # fmt: skip
    series = (await door.client.get("/v1/admin/invoices", headers=STAFF)).json()["papers"]
    places = [int(paper["number"].removeprefix("LM-")) for paper in series]
    assert places == list(range(len(places), 0, -1))
    assert all(adds_up(paper) for paper in series)


async def test_nobody_else_sees_them(door: Door) -> None:
    talk, other = await door.open(), await door.open()
    number = await fetched(door, talk)
    answer = (await door.client.get(f"{talk.path}/orders/{number}/invoice", headers=talk.key)).json()
    page = await door.client.get(answer["url"])
    assert (page.status_code, page.headers["x-robots-tag"]) == (200, "noindex")
    assert answer["papers"][0]["number"] in page.text
    async with door.nothing_changes():
        refused(await door.client.get(f"{other.path}/orders/{number}/invoice", headers=other.key), 404)
        refused(await door.client.get(f"{talk.path}/orders/{number}/invoice"), 401)
        refused(await door.client.get(f"{talk.path}/orders/1041/invoice", headers=talk.key), 404)
        refused(await door.client.get(f"/orders/{number}/invoice/{'0' * 40}"), 404)
        refused(await door.client.get(answer["url"].replace(number, "1041")), 404)
        refused(await door.client.get(f"/v1/admin/orders/{number}/invoice"), 401)
        refused(await door.client.get("/v1/admin/invoices"), 401)
        assert (await door.client.get(f"/console/orders/{number}/invoice")).headers["location"] == "/console/login"
