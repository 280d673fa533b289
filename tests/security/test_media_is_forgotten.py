"""Photos and voice notes: what files say of themselves is dropped, each goes when its time is up, and nothing survives an erasure."""

from __future__ import annotations

import base64
import hashlib
import io
import sqlite3
from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from PIL import Image, PngImagePlugin

from shopkeeper.adapters.clock.held import HeldClock
from shopkeeper.bootstrap import can_see, open_shop
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.entry.http.app import create_app
from shopkeeper.settings import Settings
from shopkeeper.testing.conversations.reading import OPENING

from .conftest import PASSWORD, Door

pytestmark = pytest.mark.skipif(not can_see(), reason="photos need the extra 'vision'")
TALKS = Path(__file__).parents[1] / "conversations"
SECRET = "Zwetschgenweg 7, 48.8584 N"
ERASE = {"Authorization": "Bearer demo-ana"}


def tote() -> Image.Image:
    return Image.open(TALKS / "photos/tote_on_chair.jpg").convert("RGB").resize((150, 200))


def with_secrets(form: str) -> bytes:
    """A photo whose file tells where and by whom it was taken, in every place its format has for that."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x9286] = SECRET
    exif.get_ifd(0x8825)[0x001D] = SECRET
    jar = io.BytesIO()
    if form == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Author", SECRET)
        told.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
        tote().save(jar, form, exif=exif, pnginfo=told)
    elif form == "JPEG":
        tote().save(jar, form, exif=exif, comment=SECRET.encode(), xmp=f"<x>{SECRET}</x>".encode())
    else:
        tote().save(jar, form, exif=exif, xmp=f"<x>{SECRET}</x>".encode())
    return jar.getvalue() + SECRET.encode()


@pytest.fixture
async def held(shop_template: Settings) -> AsyncGenerator[tuple[Door, HeldClock]]:
    """A shop whose clock stands still."""
    clock = HeldClock(OPENING)
    chosen = replace(shop_template, rate_per_minute=0, turns_per_minute=0)
    app = create_app(chosen, lambda: open_shop(chosen, clock=clock, background=False))
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop.test") as http,
    ):
        yield Door(http, app.state.shop, app), clock


def image(data: bytes) -> dict[str, str]:
    return {"type": "image", "media_type": "image/jpeg", "data": base64.b64encode(data).decode()}


def files(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]


async def test_what_a_file_says_of_itself_is_nowhere_in_the_shop(door: Door) -> None:
    talk = await door.open()
    sent = [with_secrets(form) for form in ("JPEG", "PNG", "WEBP")]
    assert all(data.count(SECRET.encode()) >= 3 for data in sent)
    answer = await door.client.post(f"{talk.path}/turns", json={"parts": [image(data) for data in sent]}, headers=talk.key)
    assert answer.status_code == 200
    kept = files(door.shop.settings.data_dir / "shoppers-media")
    assert len(kept) == 3
    for copy in kept:
        opened = Image.open(io.BytesIO(copy))
        assert (opened.format, dict(opened.getexif()), {"exif", "xmp", "icc_profile"} & set(opened.info)) == ("WEBP", {}, set())
    assert not any(SECRET.encode() in data for data in files(door.shop.settings.data_dir))
    said = (await door.client.get(talk.path, headers=talk.key)).text + (await door.client.get(f"{talk.path}/trace", headers=talk.key)).text
    assert "Zwetschgenweg" not in said + answer.text


async def test_each_kind_goes_when_its_time_is_up_and_not_before(held: tuple[Door, HeldClock]) -> None:
    door, clock = held
    talk = await door.open()
    await door.client.post(
        f"{talk.path}/turns", json={"parts": [image((TALKS / "photos/tote_on_chair.jpg").read_bytes())]}, headers=talk.key
    )
    await door.shop.recordings.put(ConversationId(talk.id), "a" * 64, b"a voice", at=clock.now())
    voices, photos = (door.shop.settings.data_dir / name for name in ("shoppers-voice", "shoppers-media"))
    for age, voices_left, photos_left in (
        (timedelta(hours=23, minutes=59), 1, 1),
        (timedelta(hours=24, minutes=1), 0, 1),
        (timedelta(days=29, hours=23), 0, 1),
        (timedelta(days=30, minutes=1), 0, 0),
    ):
        clock.set(OPENING + age)
        await door.shop.forget_old_media()
        assert (len(files(voices)), len(files(photos))) == (voices_left, photos_left)


async def test_nothing_of_a_photo_survives_the_erasure_of_its_customer(door: Door, capsys: pytest.CaptureFixture[str]) -> None:
    photo = (TALKS / "photos/case_with_a_tag.jpg").read_bytes()
    sha256 = hashlib.sha256(photo).hexdigest()
    talk = await door.open(customer_token="demo-ana")
    await door.client.post(f"{talk.path}/turns", json={"parts": [image(photo)]}, headers=talk.key)
    await door.client.post("/console/login", data={"password": PASSWORD})
    csrf = {"csrf": door.shop.staff.form_key(), "sku": "BAG-TAN"}
    assert (await door.client.post(f"/console/conversations/{talk.id}/photos/{sha256}", data=csrf)).status_code == 303
    await door.shop.sweep()
    photos = door.shop.photos
    assert photos is not None
    inside = photos._reader  # pyright: ignore[reportPrivateUsage]
    assert inside is not None
    look = (await door.shop.storage.read(lambda tx: tx.gallery.all()))[0].look
    await inside._keep_up()  # pyright: ignore[reportPrivateUsage]
    learned, remembered = inside._index._learned, inside._remembered  # pyright: ignore[reportPrivateUsage]
    assert len(learned) == 1
    assert any(key[0] == sha256 for key in remembered)
    before = _everything(door.shop.settings.data_dir / "shop.db")
    assert before.count(sha256) >= 4, "it was sent, noticed, learned from and queued"
    assert look in before
    assert (await door.client.delete("/v1/customers/ana", headers=ERASE)).status_code == 200
    await door.shop.sweep()
    after = _everything(door.shop.settings.data_dir / "shop.db")
    assert sha256[:16] not in after
    assert look not in after
    assert not files(door.shop.settings.data_dir / "shoppers-media")
    assert not any(key[0] == sha256 for key in remembered)
    assert not inside._index._learned  # pyright: ignore[reportPrivateUsage]
    assert sha256[:16] not in capsys.readouterr().out


def _everything(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump())
