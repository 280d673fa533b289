"""New catalog pictures are looked at once: what staff should see becomes a flag, and nothing is refused over it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.app.ingest.pictures import check_pictures
from shopkeeper.domain.catalog.marks import MarkWords, foreign_brands, rights_of_others
from shopkeeper.domain.catalog.product import Product, Variant
from shopkeeper.domain.conversation.flag import FlagKind, FlagStatus
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.ports.picture_checker import PictureFindings
from shopkeeper.ports.storage import Storage
from shopkeeper.testing.pictures.fonts import font
from shopkeeper.testing.storage import fresh_sqlite

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)
AGENCIES = ("shutterstock", "istock", "adobe stock")
BRANDS = ("Nordlicht", "Kranich & Sohn", "Ora", "Adler")


@pytest.mark.parametrize(
    ("lines", "own", "told"),
    [
        (["NORDLICHT", "camping lamp"], ["Kranich & Sohn", "Lamp"], ("Nordlicht",)),
        (["kranich & sohn 1898"], ["Nordlicht"], ("Kranich & Sohn",)),
        (["Nordlicht"], ["Nordlicht", "Lamp"], ()),
        (["fits Adler mounts"], ["Nordlicht", "Mount for Adler telescopes"], ()),
        (["Adlerhorst", "nordlichter"], ["Ora"], ()),
        (["ora pro nobis"], ["Nordlicht"], ()),
    ],
)
def test_a_brand_that_is_not_the_products_is_told(lines: list[str], own: list[str], told: tuple[str, ...]) -> None:
    assert foreign_brands(lines, BRANDS, own) == told


def test_agencies_and_lines_of_rights_are_told() -> None:
    assert rights_of_others(["Shutterstock"], AGENCIES) == ("shutterstock",)
    assert rights_of_others(["© 2024 A. Maker", "lamp"], AGENCIES) == ("© 2024 A. Maker",)
    assert rights_of_others(["in stock", "stock photo"], AGENCIES) == ()


class Looked:
    """Finds what it is told to, once per picture."""

    def __init__(self, **found: PictureFindings) -> None:
        self.found = found
        self.done: set[str] = set()

    async def check(self, address: str) -> PictureFindings | None:
        found = self.found.get(address)
        return None if found is None or found.digest in self.done else found

    def checked(self, digest: str) -> None:
        self.done.add(digest)


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncGenerator[Storage]:
    opened = open_storage(fresh_sqlite(tmp_path))
    yield opened
    await opened.close()


def lamp(number: int, image: str) -> Product:
    owned, title = ProductId(f"lamp{number}"), {"en": f"Lamp {number}"}
    variants = (Variant(sku=Sku(f"L{number}"), product_id=owned),)
    return Product(id=owned, title=title, category="lamps", brand=BRANDS[number], image=image, variants=variants)


async def test_what_staff_should_see_is_flagged_once_and_everything_stays_on_sale(storage: Storage) -> None:
    plain = PictureFindings(digest="a", unsuitable=0.02, lines=("Nordlicht",))
    other = PictureFindings(digest="b", unsuitable=0.1, lines=("NORDLICHT", "Shutterstock"))
    rude = PictureFindings(digest="c", unsuitable=0.93, lines=())
    checker = Looked(plain=plain, other=other, rude=rude)
    products = [lamp(0, "plain"), lamp(1, "other"), lamp(2, "rude"), lamp(3, "elsewhere")]
    await storage.write(lambda tx: tx.catalog.put_many([(product, ()) for product in products]))
    report = await check_pictures(storage, checker, now=NOW, unsuitable_from=0.8, words=MarkWords(agencies=AGENCIES))
    assert (report.checked, report.flagged) == (3, 2)
    flags = await storage.read(lambda tx: tx.flags.in_status(FlagStatus.OPEN, limit=10))
    assert {flag.subject: flag.signs for flag in flags} == {"other": ("other_brand", "brand_mark"), "rude": ("unsuitable",)}
    assert all(flag.kind is FlagKind.CATALOG_PICTURE for flag in flags)
    assert next(flag for flag in flags if flag.subject == "other").facts["printed"] == ["Nordlicht", "shutterstock"]
    again = await check_pictures(storage, checker, now=NOW, unsuitable_from=0.8, words=MarkWords(agencies=AGENCIES))
    assert (again.checked, again.flagged) == (0, 0)
    assert await storage.read(lambda tx: tx.catalog.count()) == 4


async def test_a_real_picture_is_read_judged_and_remembered(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr")
    from shopkeeper.adapters.vision.checking import LocalPictures
    from shopkeeper.adapters.vision.look_store import LookStore
    from shopkeeper.adapters.vision.print_reader import RapidTextReader

    picture = Image.new("RGB", (640, 480), "#d9d2c5")
    ImageDraw.Draw(picture).text((320, 240), "NORDLICHT", fill="#1d2a44", font=font("bold", 72), anchor="mm")
    (tmp_path / "my-feed" / "lamps").mkdir(parents=True)
    picture.save(tmp_path / "my-feed" / "lamps" / "lamp.png")
    checker = LocalPictures(LookStore(tmp_path / "looks.db"), {"/media/uploads": tmp_path}, reader=RapidTextReader())
    found = await checker.check("/media/uploads/my-feed/lamps/lamp.png")
    assert found is not None
    assert foreign_brands(found.lines, BRANDS, ["Adler"]) == ("Nordlicht",)
    checker.checked(found.digest)
    assert await checker.check("/media/uploads/my-feed/lamps/lamp.png") is None
    for nowhere in (
        "/media/uploads/none.png",
        "/media/uploads/my-feed/../../etc/passwd",
        "/media/uploads//x",
        "https://example.com/lamp.png",
    ):
        assert await checker.check(nowhere) is None
