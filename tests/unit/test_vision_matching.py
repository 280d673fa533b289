"""Looks, copies and learning, on drawn pictures; the network itself runs once per picture, so few are used."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from shopkeeper.adapters.vision.intake import open_picture
from shopkeeper.adapters.vision.learning import learn
from shopkeeper.adapters.vision.look import Look, Looker, packed, unpacked
from shopkeeper.adapters.vision.look_store import LookStore
from shopkeeper.adapters.vision.picture_index import PictureIndex
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.dialogue.photo import PhotoCandidate, Verdict, judge
from shopkeeper.ports.catalog_pictures import CatalogPicture, CatalogPictures
from shopkeeper.testing.pictures import draw, photo

TOTE = {"shape": "tote", "key": "tote", "color": "#b98450"}
BROWN = {"shape": "tote", "key": "tote", "color": "#5a3014"}
MUG = {"shape": "mug", "key": "mug", "color": "#2f6db0"}
LAMP = {"shape": "lamp", "key": "lamp", "color": "#d0a020"}
CATALOG = {"TOTE-TAN": ("tote", TOTE), "TOTE-BRN": ("tote", BROWN), "MUG": ("mug", MUG), "LAMP": ("lamp", LAMP)}


@cache
def looker() -> Looker:
    network = pytest.importorskip("shopkeeper.adapters.vision.network")
    return Looker(network.EfficientNetLite2())


def bytes_of(picture: Image.Image, kind: str = "WEBP", **options: object) -> bytes:
    jar = io.BytesIO()
    picture.convert("RGB").save(jar, kind, **options)
    return jar.getvalue()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> tuple[PictureIndex, Path, CatalogPictures]:
    folder = tmp_path_factory.mktemp("pictures")
    for sku, (_, spec) in CATALOG.items():
        (folder / f"{sku}.webp").write_bytes(bytes_of(draw(spec, "front", 320)))
    pictures = tuple(
        CatalogPicture(product_id=ProductId(product), sku=Sku(sku), address=f"/media/x/{sku}.webp") for sku, (product, _) in CATALOG.items()
    )
    gtins = {"04006381333931": (ProductId("mug"), Sku("MUG"))}
    catalog = CatalogPictures(revision=3, pictures=pictures, gtins=gtins)
    index = PictureIndex(LookStore(folder / "index.db"), looker(), {"/media/x": folder})
    index.build(catalog)
    return index, folder, catalog


def test_a_saved_copy_of_a_catalog_picture_is_that_variant(shop: tuple[PictureIndex, Path, CatalogPictures]) -> None:
    index, folder, _ = shop
    for sku in ("TOTE-TAN", "TOTE-BRN"):
        again = bytes_of(Image.open(folder / f"{sku}.webp").resize((500, 500)), "JPEG", quality=60)
        candidates, is_copy = index.find(looker().look(open_picture(again)))
        assert is_copy, "scaled and saved again"
        assert candidates[0].skus == (sku,), "colors tell variants apart that look the same in gray"


def test_a_shopper_s_photo_finds_the_product(shop: tuple[PictureIndex, Path, CatalogPictures]) -> None:
    index, _, _ = shop
    candidates, is_copy = index.find(looker().look(photo(MUG, seed=2, scene="table")))
    assert not is_copy
    assert candidates[0].product_id == "mug"


def test_pictures_are_looked_at_once(shop: tuple[PictureIndex, Path, CatalogPictures], monkeypatch: pytest.MonkeyPatch) -> None:
    _, folder, catalog = shop

    def never(*_: object, **__: object) -> Look:
        raise AssertionError("looked at again")

    again = PictureIndex(LookStore(folder / "index.db"), looker(), {"/media/x": folder})
    monkeypatch.setattr(again._looker, "look", never)
    again.build(catalog)
    assert again.size == len(CATALOG)


def test_an_article_number_names_its_variant(shop: tuple[PictureIndex, Path, CatalogPictures]) -> None:
    index, _, _ = shop
    found = index.by_gtin("4006381333931")
    assert found is not None
    assert found.skus == ("MUG",)
    assert index.by_gtin("2004170000066") is None


def test_addresses_lead_to_no_other_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.webp").write_bytes(bytes_of(Image.new("RGB", (40, 40))))
    inside = tmp_path / "pictures"
    inside.mkdir()
    index = PictureIndex(LookStore(tmp_path / "index.db"), looker(), {"/media/x": inside})
    addresses = ("/media/x/../secret.webp", "https://example.org/secret.webp", "/etc/passwd", "/media/x/..", "")
    pictures = tuple(CatalogPicture(product_id=ProductId("p"), sku=None, address=address) for address in addresses)
    index.build(CatalogPictures(revision=1, pictures=pictures, gtins={}))
    assert index.size == 0
    assert index.find(looker().look(Image.new("RGB", (40, 40)))) == ((), False)


def test_a_look_survives_being_kept() -> None:
    look = looker().look(draw(MUG, "front", 200))
    kept = unpacked(packed(look))
    assert kept is not None
    assert np.allclose(kept.deep, look.deep, atol=2e-3)
    assert np.allclose(kept.color, look.color, atol=3e-3)
    assert (kept.plain, kept.hash.tolist()) == (look.plain, look.hash.tolist())
    assert unpacked(b"\xff" + packed(look)[1:]) is None


def test_own_photos_outvote_catalog_pictures() -> None:
    chance = np.random.default_rng(1)
    centers = chance.normal(size=(3, 20))
    photos = [(centers[group] + 0.1 * chance.normal(size=(5, 20))).astype(np.float32) for group in (0, 1, 2) for _ in range(4)]
    head = learn(photos, [group for group in (0, 1, 2) for _ in range(4)], 3)
    assert head is not None
    shares = head.mixed(centers[[2]].astype(np.float32), np.array([0.5, 0.3, 0.2], np.float32))
    assert int(shares.argmax()) == 2
    assert float(shares.sum()) == pytest.approx(1.0)


def test_too_few_photos_teach_nothing() -> None:
    rows = [np.ones((5, 4), np.float32), np.zeros((5, 4), np.float32)]
    assert learn(rows, [0, 1], 2) is None


def seen(*scores: tuple[str, str, float]) -> list[PhotoCandidate]:
    return [PhotoCandidate(product_id=ProductId(product), skus=(Sku(sku),), score=score) for product, sku, score in scores]


@pytest.mark.parametrize(
    ("scores", "verdict", "may_be_meant"),
    [
        ([("tote", "TAN", 0.9), ("mug", "M", 0.05)], Verdict.THIS, 1),
        ([("tote", "TAN", 0.5), ("tote", "BRN", 0.4)], Verdict.EITHER, 2),
        ([("tote", "TAN", 0.45), ("mug", "M", 0.35)], Verdict.EITHER, 2),
        ([("tote", "TAN", 0.3), ("mug", "M", 0.2), ("lamp", "L", 0.1)], Verdict.ALIKE, 3),
        ([("tote", "TAN", 0.1)], Verdict.UNKNOWN, 0),
        ([], Verdict.UNKNOWN, 0),
    ],
)
def test_what_probabilities_allow_to_say(scores: list[tuple[str, str, float]], verdict: Verdict, may_be_meant: int) -> None:
    judgment = judge(seen(*scores))
    assert (judgment.verdict, judgment.open) == (verdict, may_be_meant)
