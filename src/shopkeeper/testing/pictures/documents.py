"""Barcodes, receipts and printed papers, for tests that read pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, cast

import zxingcpp
from PIL import Image, ImageDraw

from shopkeeper.testing.pictures.fonts import font, wrap

_zxing = cast("Any", zxingcpp)  # its stubs leave the keyword arguments and the buffer protocol out

Symbology = Literal["EAN13", "EAN8", "UPCA", "Code128", "QRCode", "DataMatrix"]


def barcode(text: str, kind: Symbology = "EAN13", *, scale: int = 4) -> Image.Image:
    """A readable code on white with its quiet zone (mode L); raises ValueError for text the symbology refuses."""
    code = _zxing.create_barcode(text, zxingcpp.barcode_format_from_str(kind))
    bitmap = code.to_image(scale=scale, add_hrt=False, add_quiet_zones=True)
    view = memoryview(bitmap)
    height, width = view.shape or (0, 0)
    picture = Image.frombytes("L", (width, height), view.tobytes())
    if kind in ("QRCode", "DataMatrix"):
        return picture
    bars = picture.crop((0, height // 2, width, height // 2 + 1)).resize((width, max(height, width * 9 // 20)))
    sheet = Image.new("L", (width, bars.height + 12 * scale), 255)
    sheet.paste(bars, (0, 3 * scale))
    ImageDraw.Draw(sheet).text((width / 2, bars.height + 7 * scale), text, fill=0, font=font("sans", 6 * scale), anchor="mm")
    return sheet


def paper(lines: Sequence[str], *, width: int = 520, size: int = 26, ink: str = "#26241f", sheet: str = "#fbf9f3") -> Image.Image:
    """A printed label or note with the given text, wrapped at `width` (RGB); empty lines are kept."""
    rows = [row for line in lines for row in (wrap(line, "sans", size, width - 60) or [""])]
    page = Image.new("RGB", (width, round(len(rows) * size * 1.5) + 60), sheet)
    pen = ImageDraw.Draw(page)
    for number, row in enumerate(rows):
        pen.text((30, 30 + number * size * 1.5), row, fill=ink, font=font("sans", size))
    return page


def receipt(
    shop: str,
    entries: Sequence[tuple[str, str]],
    *,
    total: str,
    date: str,
    total_word: str = "Total",
    notes: Sequence[str] = (),
    width: int = 460,
) -> Image.Image:
    """A till receipt (RGB): `entries` are (text, amount as printed); amounts align right."""
    row = 34
    page = Image.new("RGB", (width, 250 + row * (len(entries) + len(notes))), "#fdfcf8")
    pen = ImageDraw.Draw(page)
    pen.text((width / 2, 46), shop, fill="#1f1d1a", font=font("bold", 30), anchor="mm")
    pen.text((width / 2, 84), date, fill="#3a3732", font=font("sans", 20), anchor="mm")
    y = 120
    for text, amount in entries:
        pen.text((30, y), text, fill="#26241f", font=font("sans", 21))
        pen.text((width - 30, y), amount, fill="#26241f", font=font("sans", 21), anchor="ra")
        y += row
    pen.line((30, y + 6, width - 30, y + 6), fill="#26241f", width=2)
    pen.text((30, y + 20), total_word, fill="#1f1d1a", font=font("bold", 27))
    pen.text((width - 30, y + 20), total, fill="#1f1d1a", font=font("bold", 27), anchor="ra")
    for note in notes:
        y += row
        pen.text((width / 2, y + 46), note, fill="#4a463f", font=font("sans", 18), anchor="mm")
    return page
