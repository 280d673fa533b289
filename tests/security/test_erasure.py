"""Erasing a customer: only with proof, all of it, and a certificate of what the law keeps."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from .conftest import PASSWORD, Door, refused

ANA = "/v1/customers/ana"


async def test_only_the_customer_or_staff_may_erase(door: Door) -> None:
    talk = await door.open()
    async with door.nothing_changes():
        refused(await door.client.delete(ANA), 401)
        refused(await door.client.delete(ANA, headers={"Authorization": "Bearer demo-nobody"}), 401)
        refused(await door.client.delete(ANA, headers=talk.key), 401)


async def test_what_goes_and_what_the_law_keeps(door: Door) -> None:
    opened = (await door.client.post("/v1/conversations", json={"customer_token": "demo-ana"})).json()
    path, key = f"/v1/conversations/{opened['conversation_id']}", {"Authorization": f"Bearer {opened['token']}"}
    for text in ("two milks please", "check out", "deliver to my office", "my secret word is Zwetschgenknödel"):
        answer = await door.client.post(f"{path}/turns", json={"parts": [{"type": "text", "text": text}]}, headers=key)
        assert answer.status_code == 200
    answer = await door.client.delete(ANA, headers={"Authorization": "Bearer demo-ana"})
    assert answer.status_code == 200
    certificate = answer.json()
    assert certificate["erased"]["conversations"] >= 1
    assert certificate["erased"]["unfinished_checkouts"] == 1
    assert {"invoice of order 1041", "invoice of order 0977", "invoice of order 1102"} <= {kept["what"] for kept in certificate["kept"]}
    assert all(kept["until"] >= "2034-12-31" and kept["law"] for kept in certificate["kept"])
    refused(await door.client.get(path, headers=key), 404)
    refused(await door.client.post("/v1/conversations", json={"customer_token": "demo-ana"}), 401)
    refused(await door.client.delete(ANA, headers={"Authorization": f"Bearer {PASSWORD}"}), 404)


async def test_nothing_said_is_left_in_the_database(door: Door) -> None:
    opened = (await door.client.post("/v1/conversations", json={"customer_token": "demo-ana"})).json()
    path, key = f"/v1/conversations/{opened['conversation_id']}", {"Authorization": f"Bearer {opened['token']}"}
    body = {"parts": [{"type": "text", "text": "my secret word is Zwetschgenknoedel"}]}
    await door.client.post(f"{path}/turns", json=body, headers=key)
    assert "Zwetschgenknoedel" in _everything(door.shop.settings.data_dir / "shop.db")
    await door.client.delete(ANA, headers={"Authorization": "Bearer demo-ana"})
    assert "Zwetschgenknoedel" not in _everything(door.shop.settings.data_dir / "shop.db")


async def test_recordings_and_photos_go_with_the_customer(door: Door) -> None:
    opened = (await door.client.post("/v1/conversations", json={"customer_token": "demo-ana"})).json()
    other = (await door.client.post("/v1/conversations", json={})).json()["conversation_id"]
    folders = [door.shop.settings.data_dir / name for name in ("shoppers-voice", "shoppers-media")]
    for store in (door.shop.recordings, door.shop.media):
        for talk in (opened["conversation_id"], other):
            await store.put(talk, "a" * 64, b"voice of ana", at=door.shop.clock.now())
    await door.client.delete(ANA, headers={"Authorization": "Bearer demo-ana"})
    assert [sorted(home.name for home in folder.iterdir()) for folder in folders] == [[other], [other]]


async def test_nothing_said_is_left_among_the_messages_to_label(door: Door) -> None:
    ana = (await door.client.post("/v1/conversations", json={"customer_token": "demo-ana"})).json()
    guest = (await door.client.post("/v1/conversations", json={})).json()
    for talk, word in ((ana, "zwetschgenknoedel"), (guest, "quarkkeulchen")):
        body = {"parts": [{"type": "text", "text": f"blorp {word} fnord"}]}
        key = {"Authorization": f"Bearer {talk['token']}"}
        await door.client.post(f"/v1/conversations/{talk['conversation_id']}/turns", json=body, headers=key)
    queue = door.shop.settings.labels_file
    assert "zwetschgenknoedel" in queue.read_text()
    await door.client.delete(ANA, headers={"Authorization": "Bearer demo-ana"})
    assert "zwetschgenknoedel" not in queue.read_text()
    assert "quarkkeulchen" in queue.read_text()


def _everything(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return "\n".join(connection.iterdump())
    finally:
        connection.close()
