"""Bundled typefaces (SIL OFL 1.1), so that a drawing is the same on every machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

Face = Literal["sans", "bold", "serif"]

_FILES: dict[Face, str] = {
    "sans": "Manrope-Medium.ttf",
    "bold": "Manrope-ExtraBold.ttf",
    "serif": "SourceSerifPro-SemiboldIt.ttf",
}
SVG_FONT: dict[Face, str] = {
    "sans": 'font-family="Manrope Medium, Manrope" font-weight="500"',
    "bold": 'font-family="Manrope ExtraBold, Manrope" font-weight="800"',
    "serif": 'font-family="Source Serif Pro Semibold, Source Serif Pro" font-weight="600" font-style="italic"',
}


def font_files() -> list[str]:
    return [str(Path(__file__).parent / name) for name in _FILES.values()]


@cache
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(Path(__file__).parent / _FILES[face]), size)


def text_width(text: str, face: Face, size: float, spacing: float = 0.0) -> float:
    """Width in pixels at `size`, with `spacing` between letters."""
    return font(face, 100).getlength(text) * size / 100 + spacing * max(0, len(text) - 1)


def wrap(text: str, face: Face, size: float, width: float) -> list[str]:
    """Greedy line breaks at spaces; a word longer than `width` keeps its own line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, face, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fit(text: str, face: Face, width: float, height: float, largest: float) -> tuple[list[str], float]:
    """Lines and a size so that `text` fits into the box; at least 6 px."""
    size = largest
    while size > 6:
        lines = wrap(text, face, size, width)
        widest = max((text_width(line, face, size) for line in lines), default=0)
        if widest <= width and len(lines) * size * 1.14 <= height:
            return lines, size
        size *= 0.92
    return wrap(text, face, 6, width), 6
