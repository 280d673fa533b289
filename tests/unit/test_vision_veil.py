"""Faces and number plates are unrecognizable in what is kept of a photo and in what anybody else is shown of it."""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

pytest.importorskip("onnxruntime")

from shopkeeper.adapters.vision.faces import FaceFinder
from shopkeeper.adapters.vision.look import Looker
from shopkeeper.adapters.vision.look_store import LookStore
from shopkeeper.adapters.vision.network import EfficientNetLite2
from shopkeeper.adapters.vision.picture_index import PictureIndex
from shopkeeper.adapters.vision.plates import CROP_HEIGHT, Pixels, PlateFinder, is_plate
from shopkeeper.adapters.vision.reader import VisionReader
from shopkeeper.adapters.vision.regions import Box
from shopkeeper.adapters.vision.veil import FIELDS, veiled
from shopkeeper.adapters.vision.workers import Workers
from shopkeeper.ports.catalog_pictures import CatalogPictures
from shopkeeper.testing.pictures.fonts import font

FACE = Box(0.1, 0.15, 0.35, 0.55)


def drawn_face(side: int) -> Image.Image:
    """Nobody's: skin, hair, eyes, nose and mouth."""
    picture = Image.new("RGB", (side, side), "#8fa3b0")
    draw = ImageDraw.Draw(picture)

    def at(*box: float) -> list[float]:
        return [value * side / 400 for value in box]

    draw.rounded_rectangle(at(90, 330, 310, 420), side / 10, fill="#2c4a6a")
    draw.rectangle(at(165, 290, 235, 350), fill="#b57d5b")
    draw.ellipse(at(105, 50, 295, 260), fill="#3a2a20")
    draw.ellipse(at(120, 80, 280, 320), fill="#c98f6b")
    for x in (120, 280):
        draw.ellipse(at(x - 12, 170, x + 12, 225), fill="#c98f6b")
    draw.pieslice(at(110, 50, 290, 220), 180, 360, fill="#3a2a20")
    draw.ellipse(at(120, 110, 280, 200), fill="#c98f6b")
    for x in (160, 240):
        draw.ellipse(at(x - 24, 172, x + 24, 196), fill="#f4efe9")
        draw.ellipse(at(x - 10, 173, x + 10, 195), fill="#40261a")
        draw.arc(at(x - 30, 150, x + 30, 190), 200, 340, fill="#3a2a20", width=side // 57)
        draw.arc(at(x - 26, 168, x + 26, 198), 190, 350, fill="#5a3525", width=side // 100)
    draw.polygon(at(200, 190, 186, 244, 214, 244), fill="#b9805d")
    for x in (190, 210):
        draw.ellipse(at(x - 6, 236, x + 6, 248), fill="#8b5a40")
    draw.chord(at(166, 250, 234, 292), 10, 170, fill="#a1483f")
    draw.line(at(168, 272, 232, 272), fill="#6d2b26", width=side // 100)
    return picture.filter(ImageFilter.GaussianBlur(side / 180))


def scene() -> Image.Image:
    """A person at the left, a red box at the right."""
    picture = Image.new("RGB", (1200, 900), "#9aa59a")
    picture.paste(drawn_face(240), (140, 160))
    ImageDraw.Draw(picture).rectangle((800, 400, 1100, 800), fill="#b02020")
    return picture


def as_file(picture: Image.Image) -> bytes:
    jar = io.BytesIO()
    picture.save(jar, "JPEG", quality=92)
    return jar.getvalue()


def detail(picture: Image.Image, box: Box) -> float:
    """How much neighbors differ within the box, of a picture of 32 pixels: eyes, nose and mouth make it large."""
    small = np.asarray(box.of(picture).convert("L").resize((32, 32), Image.Resampling.BOX), np.float32)
    return float(np.abs(np.diff(small, axis=0)).mean() + np.abs(np.diff(small, axis=1)).mean())


class Place:
    def find(self, picture: Image.Image) -> tuple[Box, ...]:
        return (FACE,)


def test_a_face_is_found_and_a_box_is_none() -> None:
    (found,) = FaceFinder().find(scene())
    assert 0.05 < found.left < found.right < 0.42
    assert 0.1 < found.top < found.bottom < 0.6


def test_of_a_covered_place_a_few_fields_are_left_and_all_else_is_as_it_was() -> None:
    noise = Image.effect_noise((800, 600), 90).convert("RGB")
    covered = veiled(noise, [Place()])
    assert covered.places == 1
    inside = np.asarray(FACE.of(covered.picture).convert("L"), np.float32)
    assert inside.std() < np.asarray(FACE.of(noise).convert("L"), np.float32).std() / 4
    assert np.abs(np.diff(inside, axis=1)).max() < 255 / FIELDS
    outside = (500, 0, 800, 600)
    assert ImageChops.difference(covered.picture.crop(outside), noise.crop(outside)).getbbox() is None


def test_a_photo_of_things_alone_is_left_as_it_is() -> None:
    plain = Image.new("RGB", (400, 300), "#b02020")
    assert veiled(plain, [FaceFinder()]).picture is plain


class NoPictures:
    async def revision(self) -> int:
        return 1

    async def read(self) -> CatalogPictures:
        return CatalogPictures(revision=1, pictures=(), gtins={})

    async def gallery_revision(self) -> int:
        return 0

    async def gallery(self) -> tuple[int, tuple[()]]:
        return 0, ()


class Elsewhere(EfficientNetLite2):
    """A network of somebody else; remembers what it was shown."""

    is_elsewhere = True
    photo_views = (1.0,)

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Image.Image] = []

    def embed(self, rgb: bytes) -> bytes:
        self.shown.append(Image.frombytes("RGB", (self.side, self.side), rgb))
        return super().embed(rgb)


def reader(network: EfficientNetLite2, folder: Path) -> VisionReader:
    looker = Looker(network)
    index = PictureIndex(LookStore(folder / "looks.db"), looker, {})
    return VisionReader(index, looker, Workers(1), NoPictures(), closely=False, finders=(FaceFinder(),))


async def test_what_is_kept_and_what_a_model_gets_shows_no_face(tmp_path: Path) -> None:
    network = Elsewhere()
    seen = await reader(network, tmp_path).read(as_file(scene()), part=0)
    assert seen.reading.covered == 1
    find = FaceFinder().find
    (face,) = find(scene())
    kept = [Image.open(io.BytesIO(data)).convert("RGB") for data in (seen.copy, seen.glimpse)]
    assert network.shown
    for shown in (*kept, *network.shown):
        assert detail(shown, face) < detail(scene(), face) / 2.5


async def test_a_photo_is_forgotten_by_its_digest(tmp_path: Path) -> None:
    times = Times()
    eyes = remembering(tmp_path, times, remembered_for_s=600)
    photo = as_file(scene().resize((120, 90)))
    for _ in range(2):
        await eyes.read(photo, part=0)
    assert times.looked == 1
    await eyes.forget([hashlib.sha256(photo).hexdigest()])
    await eyes.read(photo, part=0)
    assert times.looked == 2


async def test_a_photo_is_forgotten_by_itself_after_a_while(tmp_path: Path) -> None:
    times = Times()
    eyes = remembering(tmp_path, times, remembered_for_s=0)
    photo = as_file(scene().resize((120, 90)))
    for looked in (1, 2):
        await eyes.read(photo, part=0)
        await asyncio.sleep(0.01)
        assert times.looked == looked


def remembering(folder: Path, finder: Times, *, remembered_for_s: float) -> VisionReader:
    looker = Looker(EfficientNetLite2())
    index = PictureIndex(LookStore(folder / "looks.db"), looker, {})
    return VisionReader(index, looker, Workers(1), NoPictures(), closely=False, finders=(finder,), remembered_for_s=remembered_for_s)


class Times:
    """Finds nothing, and counts."""

    looked = 0

    def find(self, picture: Image.Image) -> tuple[Box, ...]:
        self.looked += 1
        return ()


def street(text: str, turn: float) -> Image.Image:
    """A dark car with a plate, and a price tag beside it."""
    car = Image.new("RGB", (700, 320), "#23303c")
    letters = font("bold", 70)
    draw = ImageDraw.Draw(car)
    draw.rounded_rectangle((150, 100, 570, 200), 8, fill="#f2f2ee")
    draw.text((360, 150), text, fill="#151515", font=letters, anchor="mm")
    picture = Image.new("RGB", (1200, 900), "#8f9a86")
    picture.paste(car.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor="#23303c"), (200, 300))
    return picture.filter(ImageFilter.GaussianBlur(1))


class Told:
    """Reads whatever it is told to, and keeps what it was shown."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.crops: list[Pixels] = []

    def lines(self, crops: Sequence[Pixels]) -> Sequence[tuple[str, float]]:
        self.crops += crops
        return [(self.text, 0.95) for _ in crops]


@pytest.mark.parametrize("turn", [0, 9, -12])
def test_a_board_with_a_registration_is_found_however_it_hangs(turn: float) -> None:
    told = Told("B AB 1234")
    (found,) = PlateFinder(told).find(street("B AB 1234", turn))
    assert found.overlaps(Box(0.3, 0.45, 0.65, 0.56)) > 0.8
    assert all(crop.shape[0] == CROP_HEIGHT for crop in told.crops)
    assert not PlateFinder(Told("FRESH EGGS")).find(street("B AB 1234", turn))


def test_what_is_no_board_is_not_even_read() -> None:
    told = Told("B AB 1234")
    assert PlateFinder(told).find(scene()) == ()
    assert told.crops == []


def test_a_real_reader_reads_it() -> None:
    pytest.importorskip("rapidocr")
    from shopkeeper.adapters.vision.print_reader import RapidTextReader

    covered = veiled(street("B AB 1234", -8), [PlateFinder(RapidTextReader())])
    assert covered.places == 1


@pytest.mark.parametrize("text", ["B AB 1234", "AB-123-CD", "AB12 CDE", "ABC 1234", "1234 BCD", "12-AB-CD", "KA 01 AB 1234", "粤B12345"])
def test_registrations_of_many_countries_are_told(text: str) -> None:
    assert is_plate(text)


@pytest.mark.parametrize("text", ["SAVE10", "FREE25", "250 ML", "12345678", "#1041", "ORDER1041", "E10", "Milch 1,29", "HELLO", "AB1"])
def test_codes_measures_and_words_are_none(text: str) -> None:
    assert not is_plate(text)
