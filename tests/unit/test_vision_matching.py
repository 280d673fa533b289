"""Looks, copies and learning, on drawn pictures; the network itself runs once per picture, so few are used."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from shopkeeper.adapters.vision.intake import open_picture
from shopkeeper.adapters.vision.learning import MOST_PHOTOS, Floats, learn
from shopkeeper.adapters.vision.lessons import Example, lessons
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
    assert np.allclose(kept.views, look.views, atol=4e-3)
    assert kept.lines is not None
    assert look.lines is not None
    assert np.allclose(kept.lines, look.lines, atol=4e-3)
    assert unpacked(b"\xff" + packed(look)[1:]) is None


def taught(groups: Sequence[int], each: int = 4) -> tuple[list[Floats], list[int], Floats]:
    """Photos (five views of twenty numbers) of each group, whose group each is, and the groups' true centers."""
    chance = np.random.default_rng(1)
    centers = chance.normal(size=(max(groups) + 1, 20)).astype(np.float32)
    owners = [group for group in groups for _ in range(each)]
    return [(centers[group] + 0.1 * chance.normal(size=(5, 20))).astype(np.float32) for group in owners], owners, centers


def test_own_photos_outvote_catalog_pictures() -> None:
    photos, owners, centers = taught((0, 1, 2))
    head = learn(photos, owners)
    assert head is not None
    pictures = np.array([0.5, 0.3, 0.2], np.float32)
    shares = head.mixed(centers[[2]], pictures, pictures)
    assert int(shares.argmax()) == 2
    assert float(shares.sum()) == pytest.approx(1.0)


def test_goods_without_photos_keep_what_their_pictures_say() -> None:
    photos, owners, centers = taught((0, 2))
    head = learn(photos, owners)
    assert head is not None
    looks = np.array([0.2, 0.7, 0.1], np.float32)
    shares = head.mixed(centers[[2]], looks, looks)
    assert float(shares[1]) == pytest.approx(0.7), "photos of two goods say nothing about the third"
    assert shares[2] > shares[0], "what looks give to the two is shared out as the photos say"


def test_what_was_learned_moves_with_the_catalog() -> None:
    photos, owners, centers = taught((0, 1, 2))
    head = learn(photos, owners)
    assert head is not None
    moved = head.renumbered({0: 4, 2: 1})
    assert moved is not None
    shares = moved.mixed(centers[[2]], np.full(5, 0.2, np.float32), np.full(5, 0.2, np.float32))
    assert int(shares.argmax()) == 1
    assert head.renumbered({0: 4}) is None


def test_learning_is_the_same_every_time_and_survives_being_kept(tmp_path: Path) -> None:
    photos, owners, centers = taught((0, 1, 2))
    store = LookStore(tmp_path / "looks.db")
    examples = [Example(lines, owner, str(at)) for at, (lines, owner) in enumerate(zip(photos, owners, strict=True))]
    first, again = lessons(examples, "catalog", store), lessons(examples, "catalog", store)
    assert first is not None
    assert again is not None
    flat = np.full(3, 1 / 3, np.float32)
    assert np.array_equal(first.mixed(centers[[1]], flat, flat), again.mixed(centers[[1]], flat, flat))
    fewer = lessons(examples[:-1], "catalog", store)
    assert fewer is not None
    assert len(fewer.examples) == len(photos) - 1, "a photo that is gone is in no lesson"
    assert store_rows(tmp_path / "looks.db") == 1, "nor on disk"


def store_rows(file: Path) -> int:
    with closing(sqlite3.connect(file)) as database:
        return int(database.execute("SELECT count(*) FROM looks").fetchone()[0])


def test_too_few_photos_teach_nothing(tmp_path: Path) -> None:
    rows = [np.ones((5, 4), np.float32), np.zeros((5, 4), np.float32)]
    assert learn(rows, [0, 1]) is None
    assert lessons([Example(rows[0], 0, "a")], "catalog", LookStore(tmp_path / "looks.db")) is None


def test_hundreds_of_photos_of_one_thing_do_not_hold_up_learning() -> None:
    photos, owners, _ = taught((0, 1), each=MOST_PHOTOS + 20)
    head = learn(photos, owners)
    assert head is not None
    assert len(head.examples) == 2 * MOST_PHOTOS


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
