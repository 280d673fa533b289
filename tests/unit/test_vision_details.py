"""Fine details: the same thing turned, dark and small is found again, another one is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageEnhance

pytest.importorskip("cv2")

from shopkeeper.adapters.vision.details import CATALOG_SIDE, MOST_CATALOG_MARKS, details_of, fit
from shopkeeper.adapters.vision.look_store import LookStore
from shopkeeper.adapters.vision.picture_index import Shown
from shopkeeper.adapters.vision.second_look import SecondLook
from shopkeeper.adapters.vision.views import brightened, unframed
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.testing.pictures.photo import photo
from shopkeeper.testing.pictures.render import draw
from shopkeeper.testing.pictures.spec import PictureSpec

GRANOLA = PictureSpec(shape="box", key="granola", label="Crunchy oat granola", brand="Morning", color="#c8a04a")
TEA = PictureSpec(shape="box", key="tea", label="Green tea of the hills", brand="Leaf", color="#3f7a4a")
TAN = PictureSpec(shape="tote", key="bag", label="Tote", color="#b98450")
BROWN = PictureSpec(shape="tote", key="bag", label="Tote", color="#8a5a34")


def shown(spec: PictureSpec, folder: Path, name: str, product: str) -> Shown:
    file = folder / f"{name}.png"
    draw(spec, "front", 480).convert("RGB").save(file)
    return Shown(ProductId(product), (Sku(name),), name, file)


@pytest.mark.parametrize("flaw", ["rotated", "dark", "screenshot", None])
def test_the_same_thing_is_found_again(flaw: str | None) -> None:
    seen = details_of(photo(GRANOLA, seed=2, scene="table", flaws=[flaw] if flaw else []))
    own = details_of(draw(GRANOLA, "front", 480).convert("RGB"), side=CATALOG_SIDE, most=MOST_CATALOG_MARKS)
    found = fit(own, seen)
    assert found is not None
    assert found.fitting >= 10


def test_another_thing_is_not() -> None:
    seen = details_of(photo(GRANOLA, seed=2, scene="table"))
    found = fit(details_of(draw(TEA, "front", 480).convert("RGB"), side=CATALOG_SIDE, most=MOST_CATALOG_MARKS), seen)
    assert found is None or found.fitting < 10


def test_an_even_picture_has_nothing_to_find() -> None:
    even = details_of(Image.new("RGB", (300, 300), "#888888"))
    assert len(even.marks) == 0
    assert fit(even, even) is None


@pytest.mark.parametrize(("spec", "sku"), [(TAN, "TAN"), (BROWN, "BROWN")])
def test_variants_are_told_apart_by_their_color_where_the_thing_lies(spec: PictureSpec, sku: str, tmp_path: Path) -> None:
    second = SecondLook(LookStore(tmp_path / "looks.db"))
    catalog = [shown(TAN, tmp_path, "TAN", "bag"), shown(BROWN, tmp_path, "BROWN", "bag"), shown(TEA, tmp_path, "TEA", "tea")]
    picture = photo(spec, seed=4, scene="shelf")
    best, *_ = second.look(picture, details_of(picture), catalog)
    assert best.skus == (Sku(sku),)
    again = SecondLook(LookStore(tmp_path / "looks.db")).look(picture, details_of(picture), catalog)
    assert again[0].skus == best.skus, "kept marks tell the same"


def test_a_file_that_is_gone_is_left_out(tmp_path: Path) -> None:
    second = SecondLook(LookStore(tmp_path / "looks.db"))
    picture = photo(GRANOLA, seed=2, scene="table")
    assert second.look(picture, details_of(picture), [Shown(ProductId("x"), (), "x", tmp_path / "gone.png")]) == ()


def test_dark_pictures_are_lit_and_others_left() -> None:
    picture = Image.new("RGB", (64, 64), "#c0a080")
    assert brightened(picture) is picture
    lit = brightened(ImageEnhance.Brightness(picture).enhance(0.1))
    assert min(lit.getpixel((5, 5))) > 100  # type: ignore[type-var, arg-type]


def test_bars_around_a_picture_are_cut_away() -> None:
    inner = photo(GRANOLA, seed=1, scene="tiles").resize((300, 400))
    screen = Image.new("RGB", (400, 800), "#f2f2f2")
    screen.paste(inner, (50, 200))
    found = unframed(screen)
    assert abs(found.width - 300) < 12
    assert abs(found.height - 400) < 12
    assert unframed(inner).size[0] > 270
