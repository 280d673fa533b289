"""Barcodes and QR codes in photos: read plainly first, then again after repairs, and believed only when readings agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

import numpy as np
import zxingcpp
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from shopkeeper.domain.catalog.gtin import is_gtin

_zxing = cast("Any", zxingcpp)  # its stubs leave the keyword arguments out

Repair: TypeAlias = Callable[[Image.Image], Image.Image]

RETAIL = frozenset({"EAN13", "EAN8", "UPCA", "UPCE"})
"""Linear codes whose check digit lets one misreading in ten through."""
LONGEST_SIDE = 1280
LONGEST_ENLARGED = 1600
ENOUGH = 2
"""So many readings of a retail code must agree, unless the shop sells what the first one names."""


@dataclass(frozen=True, slots=True)
class Code:
    """`text` as printed; `gtin` is its 13-digit form where it is an article number. `agreed` counts the readings."""

    kind: str
    text: str
    agreed: int
    gtin: str | None = None


KNOWN_CLEAR = 1.03
"""How clear a fitted reading must be that the shop sells: its neighbors in the range differ by a digit or two."""


def read_codes(
    picture: Image.Image, known: Callable[[str], bool] = lambda _: False, repairs: Sequence[Repair] | None = None, *, fitted: int = 0
) -> tuple[Code, ...]:
    """The codes in `picture`. A retail code counts when `known` has its GTIN or two differently repaired copies agree.

    Where no repair helps, bars too blurred to be told apart are fitted at up to `fitted` striped places (about 0.1 s each).
    """
    gray = picture.convert("L")
    gray.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BICUBIC)
    votes: Counter[tuple[str, str]] = Counter()
    for repair in REPAIRS if repairs is None else repairs:
        votes.update(set(_readings(repair(gray))))
        believed = tuple(code for code in map(_code, votes, votes.values()) if _believe(code, known))
        if believed:
            return believed
    return _fitted(gray, fitted, known) if fitted else ()


def _fitted(gray: Image.Image, places: int, known: Callable[[str], bool]) -> tuple[Code, ...]:
    from shopkeeper.adapters.vision.bar_fit import CLEAR, read_blurred

    found = read_blurred(gray, places)
    if found is None or found.clear < (KNOWN_CLEAR if known(found.text) else CLEAR):
        return ()
    return (Code(kind="EAN13", text=found.text, agreed=ENOUGH, gtin=found.text),)


def _readings(gray: Image.Image) -> list[tuple[str, str]]:
    return [_named(found.format.name, found.text) for found in _zxing.read_barcodes(gray, text_mode=_zxing.TextMode.Plain) if found.text]


def _named(kind: str, text: str) -> tuple[str, str]:
    """UPC-A and EAN-13 are one numbering; readers disagree about which of the two they saw."""
    return ("EAN13", text.zfill(13)) if kind == "UPCA" else (kind, text)


def _code(reading: tuple[str, str], agreed: int) -> Code:
    kind, text = reading
    return Code(kind=kind, text=text, agreed=agreed, gtin=gtin_of(kind, text))


def _believe(code: Code, known: Callable[[str], bool]) -> bool:
    return code.kind not in RETAIL or code.agreed >= ENOUGH or (code.gtin is not None and known(code.gtin))


def gtin_of(kind: str, text: str) -> str | None:
    """The GTIN-13 (or GTIN-8) a retail code stands for; None for other codes and wrong check digits."""
    if kind not in RETAIL or not text.isdigit():
        return None
    number = expand_upce(text) if kind == "UPCE" and len(text) == 8 else text
    number = number if kind == "EAN8" else number.zfill(13)
    return number if is_gtin(number) else None


def expand_upce(code: str) -> str:
    """The UPC-A of an eight-digit UPC-E (GS1 General Specifications 5.2.2.4)."""
    system, digits, check = code[0], code[1:7], code[7]
    match digits[5]:
        case "0" | "1" | "2":
            body = f"{digits[:2]}{digits[5]}0000{digits[2:5]}"
        case "3":
            body = f"{digits[:3]}00000{digits[3:5]}"
        case "4":
            body = f"{digits[:4]}00000{digits[4]}"
        case _:
            body = f"{digits[:5]}0000{digits[5]}"
    return f"{system}{body}{check}"


def _as_it_is(gray: Image.Image) -> Image.Image:
    return gray


def _enlarged(gray: Image.Image) -> Image.Image:
    factor = min(2.0, LONGEST_ENLARGED / max(gray.size))
    return gray.resize((max(1, round(gray.width * factor)), max(1, round(gray.height * factor))), Image.Resampling.BICUBIC)


def _sharpened(gray: Image.Image) -> Image.Image:
    return gray.filter(ImageFilter.UnsharpMask(3, 250, 0))


def _enlarged_sharp(gray: Image.Image) -> Image.Image:
    return _enlarged(gray).filter(ImageFilter.UnsharpMask(4, 300, 0))


def _sharp_enlarged(gray: Image.Image) -> Image.Image:
    return _enlarged(_sharpened(gray))


def _evened(gray: Image.Image) -> Image.Image:
    return equalized(gray)


def _evened_enlarged(gray: Image.Image) -> Image.Image:
    return equalized(_enlarged(gray))


TILES = 8
CLIP = 3.0


def equalized(gray: Image.Image) -> Image.Image:
    """Contrast-limited adaptive histogram equalization over 8 x 8 tiles: brings codes out of shade and glare."""
    pixels = np.asarray(gray)
    height, width = pixels.shape
    rows, columns = max(1, min(TILES, height // 16)), max(1, min(TILES, width // 16))
    tops, lefts = _edges(height, rows), _edges(width, columns)
    curves = np.zeros((rows, columns, 256), np.float32)
    for row in range(rows):
        for column in range(columns):
            curves[row, column] = _curve(pixels[tops[row] : tops[row + 1], lefts[column] : lefts[column + 1]])
    y0, y1, down = _between(height, tops)
    x0, x1, across = _between(width, lefts)
    down, across = down[:, None], across[None, :]
    above = curves[y0[:, None], x0[None], pixels] * (1 - across) + curves[y0[:, None], x1[None], pixels] * across
    below = curves[y1[:, None], x0[None], pixels] * (1 - across) + curves[y1[:, None], x1[None], pixels] * across
    return Image.fromarray(np.clip(above * (1 - down) + below * down, 0, 255).astype(np.uint8))


def _edges(length: int, parts: int) -> NDArray[np.int_]:
    return np.array([length * part // parts for part in range(parts + 1)], np.int_)


def _curve(tile: NDArray[np.uint8]) -> NDArray[np.floating]:
    counts = np.bincount(tile.ravel(), minlength=256).astype(np.float32)
    most = CLIP * tile.size / 256
    spill = float(np.maximum(counts - most, 0).sum())
    return (np.cumsum(np.minimum(counts, most) + spill / 256) * 255 / tile.size).astype(np.float32)


def _between(length: int, edges: NDArray[np.int_]) -> tuple[NDArray[np.int_], NDArray[np.int_], NDArray[np.float32]]:
    """For every pixel the two tiles it lies between, and how far it is toward the second."""
    middles = (edges[:-1] + edges[1:]) / 2
    place = np.interp(np.arange(length), middles, np.arange(len(middles)))
    first = np.floor(place).astype(int)
    return first, np.minimum(first + 1, len(middles) - 1), (place - first).astype(np.float32)


REPAIRS: tuple[Repair, ...] = (
    _as_it_is,
    _enlarged,
    _evened,
    _sharp_enlarged,
    _enlarged_sharp,
    _evened_enlarged,
    _sharpened,
)
"""In the order of what they bring for what they cost, on the development photos."""
