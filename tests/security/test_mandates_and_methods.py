"""Mandates and saved payment methods by API: shown and taken back by whoever holds the conversation, and by nobody else."""

from __future__ import annotations

from .conftest import Door, refused

OAT = {"type": "action", "action": "wish_mandate", "sku": "OAT-BARISTA", "limits": {"below": 200, "store_id": "mitte"}}


async def ana(door: Door) -> tuple[str, dict[str, str]]:
    opened = (await door.client.post("/v1/conversations", json={"customer_token": "demo-ana"})).json()
    return f"/v1/conversations/{opened['conversation_id']}", {"Authorization": f"Bearer {opened['token']}"}


async def test_a_mandate_is_agreed_to_by_its_digest_and_revoked_by_its_owner_alone(door: Door) -> None:
    path, key = await ana(door)
    await door.client.post(f"{path}/turns", json={"parts": [OAT]}, headers=key)
    (proposed,) = (await door.client.get(f"{path}/mandates", headers=key)).json()["mandates"]
    assert (proposed["status"], proposed["limits"]["below"]["amount"], proposed["limits"]["every_days"]) == ("proposed", 200, 30)
    grant = {"type": "action", "action": "grant_mandate", "mandate_id": proposed["id"], "digest": "dg_of_other_terms"}
    await door.client.post(f"{path}/turns", json={"parts": [grant]}, headers=key)
    assert (await door.client.get(f"{path}/mandates", headers=key)).json()["mandates"][0]["status"] == "proposed"
    await door.client.post(f"{path}/turns", json={"parts": [{**grant, "digest": proposed["digest"]}]}, headers=key)
    assert (await door.client.get(f"{path}/mandates", headers=key)).json()["mandates"][0]["status"] == "active"

    other = await door.open()
    one = f"mandates/{proposed['id']}"
    async with door.nothing_changes():
        refused(await door.client.delete(f"{path}/{one}"), 401)
        refused(await door.client.delete(f"{path}/{one}", headers=other.key), 404)
        refused(await door.client.delete(f"{other.path}/{one}", headers=other.key), 409)
        assert (await door.client.get(f"{other.path}/mandates", headers=other.key)).json() == {"mandates": []}
    for _ in range(2):
        assert (await door.client.delete(f"{path}/{one}", headers=key)).json()["status"] == "revoked"


async def test_a_saved_method_is_shown_without_its_token_and_removed_by_its_owner_alone(door: Door) -> None:
    path, key = await ana(door)
    other = await door.open()
    shown = await door.client.get(f"{path}/payment-methods", headers=key)
    (method,) = shown.json()["payment_methods"]
    assert method["label"] == "Visa ending 4242"
    assert "tok_" not in shown.text
    async with door.nothing_changes():
        refused(await door.client.delete(f"{other.path}/payment-methods/{method['id']}", headers=other.key), 409)
        refused(await door.client.delete(f"{path}/payment-methods/{method['id']}", headers=other.key), 404)
        refused(await door.client.delete(f"{path}/payment-methods/pmt_none", headers=key), 409)
    gone = await door.client.delete(f"{path}/payment-methods/{method['id']}", headers=key)
    assert gone.json() == {"payment_methods": []}
    answer = await door.client.post(f"{path}/turns", json={"parts": [OAT]}, headers=key)
    assert "mandate" not in str(answer.json()["reply"]["blocks"])
    assert (await door.client.get(f"{path}/mandates", headers=key)).json() == {"mandates": []}
