"""Draws the photos of the journeys about returns and about several things: `python tests/conversations/make_photos.py`.

The other pictures in `photos/` are drawn likewise and kept as they were first drawn.
"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from shopkeeper.testing.pictures.fonts import font
from shopkeeper.testing.pictures.pack import pack_specs
from shopkeeper.testing.pictures.photo import photo, together

HERE = Path(__file__).parent / "photos"
PACK = Path(__file__).parents[2] / "src/shopkeeper/content/packs/lantern_market"
EDITOR = "Adobe Photoshop 25.1 (Windows)"
SOFTWARE = 0x0131


def main() -> None:
    specs = dict(pack_specs(PACK))
    _save("black_jacket.jpg", photo(specs["JKT-BLK-M"], seed=3, scene="sofa"))
    mug = specs["MUG-2"]
    _save("chipped_mug.jpg", photo(mug, seed=4, scene="table", flaws=["chipped"]))
    other = replace(mug, key="another-mug", color="#2f5f9e", accent="#f3f3f3", pattern="dots")
    _save("edited_other_mug.jpg", photo(other, seed=5, scene="table", flaws=["chipped"]), software=EDITOR)
    _save("jacket_and_tote.jpg", together([specs["JKT-BLU-L"], specs["BAG-TAN"]], seed=2, scene="sofa"))
    for flaw in ("rotated", "dark", "blurred", "screenshot"):
        _save(f"tote_{flaw}.jpg", photo(specs["BAG-TAN"], seed=7, scene="chair", flaws=[flaw]))
    case = photo(replace(specs["BAG-TAN"], key="a-case", color="#27424a", accent="#c9c2b2", pattern="dots"), seed=9, scene="sofa")
    _save("case_with_a_tag.jpg", _tagged(case, ["SAMSONITE", "© 2025 Cosmolite"]))
    _save("shopping_list.jpg", _page(["Shopping list", "", "12 eggs", "milk 2x", "1 oat drink", "leather care kit"]))
    _save("product_page.jpg", _page(["Lantern Market", "", "Leather tote, tan", "EUR 45.00", "In stock", "Add to cart"]))
    _save("mug_box_label.jpg", photo(replace(mug, barcode="2004170000073"), seed=6, scene="shelf"))


def _page(lines: list[str]) -> Image.Image:
    """A sheet with one line below the other."""
    sheet = Image.new("RGB", (900, 1200), "#fbfaf5")
    for at, line in enumerate(lines):
        ImageDraw.Draw(sheet).text((80, 80 + at * 83), line, fill="#222222", font=font("sans", 44))
    return sheet


def _tagged(picture: Image.Image, lines: list[str]) -> Image.Image:
    """With a tag hung onto it that says `lines`, the first of them large."""
    tag = Image.new("RGB", (420, 170), "#f4efe4")
    pen = ImageDraw.Draw(tag)
    pen.text((210, 62), lines[0], fill="#1d2a44", font=font("bold", 58), anchor="mm")
    pen.text((210, 128), lines[1], fill="#1d2a44", font=font("sans", 34), anchor="mm")
    turned = tag.convert("RGBA").rotate(4, Image.Resampling.BICUBIC, expand=True)
    copy = picture.copy()
    copy.paste(turned, ((picture.width - turned.width) // 2, picture.height - turned.height - 40), turned)
    return copy


def _save(name: str, picture: Image.Image, *, software: str | None = None) -> None:
    exif = Image.Exif()
    if software is not None:
        exif[SOFTWARE] = software
    jar = io.BytesIO()
    picture.save(jar, "JPEG", quality=82, exif=exif)
    (HERE / name).write_bytes(jar.getvalue())


if __name__ == "__main__":
    main()
