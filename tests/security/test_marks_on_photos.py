"""From a photo with another brand on it to the notice in the console: after the answer, with its crop, gone with the shopper's data."""

from __future__ import annotations

import base64
import io
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from shopkeeper.bootstrap import can_see
from shopkeeper.domain.conversation.flag import FlagStatus

from .conftest import PASSWORD, Door, refused

pytestmark = pytest.mark.skipif(not can_see(), reason="photos need the extra 'vision'")
PHOTO = (Path(__file__).parents[1] / "conversations/photos/case_with_a_tag.jpg").read_bytes()
MARKS = "/v1/admin/protected-marks"
STAFF = {"Authorization": f"Bearer {PASSWORD}"}


async def test_staff_see_the_part_of_the_photo_and_the_shopper_hears_nothing(door: Door) -> None:
    pytest.importorskip("rapidocr")
    assert (await door.client.post(MARKS, json={"name": "Cosmolite"}, headers=STAFF)).status_code == 200
    talk = await door.open()
    parts = [{"type": "image", "media_type": "image/jpeg", "data": base64.b64encode(PHOTO).decode()}]
    answer = (await door.client.post(f"{talk.path}/turns", json={"parts": parts}, headers=talk.key)).json()
    assert not (await door.client.get("/v1/admin/flags", headers=STAFF)).json()["open"]
    await door.shop.sweep()
    (flag,) = (await door.client.get("/v1/admin/flags", headers=STAFF)).json()["open"]
    assert (flag["kind"], flag["signs"]) == ("photo_marks", ["other_brand"])
    assert flag["facts"]["printed"] == ["samsonite", "Cosmolite"]
    said = (await door.client.get(talk.path, headers=talk.key)).text + (await door.client.get(f"{talk.path}/trace", headers=talk.key)).text
    assert "amsonite" not in said + str(answer["reply"])
    crop = f"/console/flags/{flag['id']}/crops/0"
    assert (await door.client.get(crop)).status_code == 303
    await door.client.post("/console/login", data={"password": PASSWORD})
    assert crop in (await door.client.get("/console/photos")).text
    width, height = Image.open(io.BytesIO((await door.client.get(crop)).content)).size
    assert 1.3 < width / height < 6
    refused(await door.client.get(crop.replace("/0", "/9")), 404)
    # The photo goes after its time, and its crop with it; the notice goes with the conversation.
    assert await door.shop.media.forget_before(door.shop.clock.now() + timedelta(minutes=1)) == 1
    refused(await door.client.get(crop), 404)


async def test_a_notice_is_erased_with_the_customer(door: Door) -> None:
    pytest.importorskip("rapidocr")
    talk = await door.open(customer_token="demo-ana")
    parts = [{"type": "image", "media_type": "image/jpeg", "data": base64.b64encode(PHOTO).decode()}]
    await door.client.post(f"{talk.path}/turns", json={"parts": parts}, headers=talk.key)
    await door.shop.sweep()
    assert len(await door.shop.storage.read(lambda tx: tx.flags.in_status(FlagStatus.OPEN, limit=9))) == 1
    await door.client.delete("/v1/customers/ana", headers={"Authorization": "Bearer demo-ana"})
    assert not await door.shop.storage.read(lambda tx: tx.flags.in_status(*FlagStatus, limit=9))


async def test_the_list_of_marks_takes_names_and_pictures_and_nothing_else(door: Door) -> None:
    refused(await door.client.get(MARKS), 401)
    for body, code in (
        ({"name": "abc"}, "mark_name"),
        ({"name": "Nord\x00wind"}, "mark_name"),
        ({"name": "Nordwind", "picture": "%%%"}, "base64"),
        ({"name": "Nordwind", "picture": "é"}, "base64"),
        ({"name": "Nordwind", "picture": base64.b64encode(b"no picture").decode()}, "mark_picture"),
    ):
        answer = await door.client.post(MARKS, json=body, headers=STAFF)
        refused(answer, 422)
        assert answer.json()["type"].endswith(code)
    added = (await door.client.post(MARKS, json={"name": "Case", "picture": base64.b64encode(PHOTO).decode()}, headers=STAFF)).json()
    assert added["picture"].startswith("data:image/webp;base64,")
    assert [mark["name"] for mark in (await door.client.get(MARKS, headers=STAFF)).json()["marks"]] == ["Case"]
    assert (await door.client.delete(f"{MARKS}/{added['id']}", headers=STAFF)).status_code == 200
    refused(await door.client.delete(f"{MARKS}/{added['id']}", headers=STAFF), 404)
