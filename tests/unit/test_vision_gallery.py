"""Confirmed photos: learned without looking at the catalog again, forgotten when they go, and kept out where another model looked."""

from __future__ import annotations

import base64
import hashlib
import io
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from shopkeeper.domain.catalog.gallery import GalleryPhoto
from shopkeeper.domain.core.ids import ConversationId, ProductId, Sku
from shopkeeper.ports.catalog_pictures import CatalogPicture, CatalogPictures

pytest.importorskip("onnxruntime")

from shopkeeper.adapters.vision.intake import open_picture
from shopkeeper.adapters.vision.look import Looker, packed
from shopkeeper.adapters.vision.look_store import LookStore
from shopkeeper.adapters.vision.network import EfficientNetLite2
from shopkeeper.adapters.vision.picture_index import PictureIndex
from shopkeeper.adapters.vision.reader import VisionReader
from shopkeeper.adapters.vision.workers import Workers

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)
COLORS = {"red": "#c03030", "green": "#2f8f4f", "blue": "#3050b0"}


def drawn(color: str, *, corner: int = 60, ground: str = "#ffffff") -> bytes:
    picture = Image.new("RGB", (240, 240), ground)
    ImageDraw.Draw(picture).rounded_rectangle((40, 40, 200, 200), corner, fill=color)
    jar = io.BytesIO()
    picture.save(jar, "PNG")
    return jar.getvalue()


@pytest.fixture(scope="module")
def looker() -> Looker:
    return Looker(EfficientNetLite2())


@pytest.fixture
def index(looker: Looker, tmp_path: Path) -> PictureIndex:
    for name, color in COLORS.items():
        (tmp_path / f"{name}.png").write_bytes(drawn(color))
    made = PictureIndex(LookStore(tmp_path / "kept" / "looks.db"), looker, {"/media": tmp_path})
    pictures = tuple(CatalogPicture(product_id=ProductId(n), sku=Sku(n.upper()), address=f"/media/{n}.png") for n in COLORS)
    made.build(CatalogPictures(revision=1, pictures=pictures, gtins={}))
    return made


def confirmed(looker: Looker, data: bytes, product: str, sku: str | None, model: str | None = None) -> GalleryPhoto:
    look = base64.b64encode(packed(looker.look_to_learn(open_picture(data)))).decode()
    return GalleryPhoto(
        conversation_id=ConversationId("cnv_a"),
        sha256=hashlib.sha256(data).hexdigest(),
        product_id=ProductId(product),
        sku=Sku(sku) if sku else None,
        confirmed_by="shopper",
        at=NOW,
        model=model or looker.name,
        look=look,
    )


def best(index: PictureIndex, looker: Looker, data: bytes) -> tuple[str, float]:
    found, _ = index.find(looker.look(open_picture(data)))
    return (str(found[0].product_id), found[0].score) if found else ("", 0.0)


def test_what_was_confirmed_is_recognized_the_next_time(index: PictureIndex, looker: Looker) -> None:
    odd, alike = drawn("#8a7a20", corner=8, ground="#553311"), drawn("#8d7c22", corner=10, ground="#573512")
    assert best(index, looker, alike)[1] < 0.8
    index.learn([confirmed(looker, odd, "green", "GREEN")], 1)
    assert best(index, looker, alike)[0] == "green"
    assert best(index, looker, alike)[1] > 0.8
    index.learn([], 2)
    assert best(index, looker, alike)[1] < 0.8
    assert index.gallery_revision == 2


def test_a_variant_without_a_picture_of_its_own_can_be_learned(index: PictureIndex, looker: Looker) -> None:
    photo = drawn("#8a7a20", corner=8, ground="#553311")
    index.learn([confirmed(looker, photo, "yellow", "YELLOW-L")], 1)
    found, _ = index.find(looker.look(open_picture(photo)))
    assert found[0].skus == ("YELLOW-L",)
    assert index.likely(looker.look(open_picture(photo)), 5)


def test_a_new_catalog_keeps_what_was_learned_and_other_models_count_for_nothing(index: PictureIndex, looker: Looker) -> None:
    photo = drawn("#8a7a20", corner=8, ground="#553311")
    index.learn([confirmed(looker, photo, "green", "GREEN", model="another/1")], 1)
    assert index.size == len(COLORS)
    index.learn([confirmed(looker, photo, "yellow", "YELLOW")], 2)
    index.build(
        CatalogPictures(revision=2, pictures=(CatalogPicture(product_id=ProductId("red"), sku=None, address="/media/red.png"),), gtins={})
    )
    assert best(index, looker, photo)[0] == "yellow"


def test_photos_teach_what_tells_goods_apart_and_a_photo_that_goes_is_unlearned(index: PictureIndex, looker: Looker) -> None:
    photos = [
        confirmed(looker, drawn(color, corner=corner, ground="#553311"), product, product.upper())
        for product, color in (("red", "#7a2a20"), ("green", "#8a7a20"))
        for corner in (8, 30)
    ]
    index.learn(photos, 1)
    assert not index.has_studied, "nobody waits for it"
    index.study()
    assert index.has_studied
    alike = drawn("#8d7c22", corner=18, ground="#573512")
    assert best(index, looker, alike)[0] == "green"
    index.learn(photos[1:], 2)
    assert index.has_studied, "until it has studied again it knows what it knew"
    index.study()
    assert not index.has_studied, "one photo of red is left, and one kind alone teaches nothing"
    assert best(index, looker, alike)[0] == "green", "the photos beside the catalog still count"


class Shop:
    """Shows three pictures and has learned from the photos it is given."""

    def __init__(self) -> None:
        self.photos: list[GalleryPhoto] = []

    async def revision(self) -> int:
        return 1

    async def read(self) -> CatalogPictures:
        pictures = tuple(CatalogPicture(product_id=ProductId(n), sku=Sku(n.upper()), address=f"/media/{n}.png") for n in COLORS)
        return CatalogPictures(revision=1, pictures=pictures, gtins={})

    async def gallery_revision(self) -> int:
        return len(self.photos)

    async def gallery(self) -> tuple[int, tuple[GalleryPhoto, ...]]:
        return len(self.photos), tuple(self.photos)


async def test_a_turn_never_waits_for_what_is_being_learned(index: PictureIndex, looker: Looker, monkeypatch: pytest.MonkeyPatch) -> None:
    shop, may_end = Shop(), threading.Event()
    eyes = VisionReader(index, looker, Workers(1), shop, closely=False)
    study = index.study
    monkeypatch.setattr(index, "study", lambda: (may_end.wait(20), study()))
    shop.photos = [
        confirmed(looker, drawn(color, corner=corner, ground="#553311"), product, product.upper())
        for product, color in (("red", "#7a2a20"), ("green", "#8a7a20"))
        for corner in (8, 30)
    ]
    alike = drawn("#8d7c22", corner=18, ground="#573512")
    seen = await eyes.read(alike, part=0)
    assert (seen.reading.candidates[0].product_id, index.has_studied) == ("green", False), "what was confirmed counts at once"
    may_end.set()
    await eyes.studied()
    assert index.has_studied
    assert (await eyes.read(alike, part=0)).reading.candidates[0].product_id == "green"
    eyes.close()
