"""The views of a picture that the network looks at: all of it, and closer and closer to its middle."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

PLAIN = 14.0
"""Spread of the border's color up to which a picture is a thing on plain ground."""
STANDS_OUT = 22.0
MARGIN = 0.04
THUMB = 64

Pixels = NDArray[np.uint8]


def views_of(framed: Image.Image, side: int, shares: Sequence[float]) -> list[Pixels]:
    """RGB views of `side` x `side`, one per share of width and height: shoppers put the thing in the middle."""
    return [_drawn(_middle(framed, share), side) for share in shares]


def halves_of(framed: Image.Image, side: int) -> list[Pixels]:
    """Views of what is above and below the middle, as photos of a detail show it."""
    width, height = framed.size
    left, right = round(width / 4), max(round(width / 4) + 1, round(width * 3 / 4))
    half = max(1, height // 2)
    return [_drawn(framed.crop((left, top, right, top + half)), side) for top in (0, height - half)]


def _drawn(view: Image.Image, side: int) -> Pixels:
    return np.asarray(view.resize((side, side), Image.Resampling.BICUBIC, reducing_gap=2.0))


def framed_thing(picture: Image.Image) -> Image.Image:
    """The thing alone, squared with its own ground, where that ground is plain; any other picture as it is."""
    small = np.asarray(picture.resize((THUMB, THUMB), Image.Resampling.BOX), dtype=np.float32)
    border = np.concatenate([small[0], small[-1], small[:, 0], small[:, -1]])
    ground = np.median(border, axis=0)
    if float(np.abs(border - ground).mean()) > PLAIN:
        return picture
    thing = np.abs(small - ground).max(axis=2) > STANDS_OUT
    if not thing.any():
        return picture
    rows, columns = np.flatnonzero(thing.any(axis=1)), np.flatnonzero(thing.any(axis=0))
    left, right = _grown(columns[0], columns[-1], picture.width)
    top, bottom = _grown(rows[0], rows[-1], picture.height)
    side = max(right - left, bottom - top)
    sheet = Image.new("RGB", (side, side), (round(float(ground[0])), round(float(ground[1])), round(float(ground[2]))))
    sheet.paste(picture.crop((left, top, right, bottom)), ((side - right + left) // 2, (side - bottom + top) // 2))
    return sheet


def _grown(first: int, last: int, length: int) -> tuple[int, int]:
    """A range of thumbnail cells as pixels, a little wider."""
    start = int(max(0.0, first / THUMB - MARGIN) * length)
    end = int(min(1.0, (last + 1) / THUMB + MARGIN) * length)
    return start, max(start + 1, end)


def _middle(picture: Image.Image, share: float) -> Image.Image:
    width, height = max(1, round(picture.width * share)), max(1, round(picture.height * share))
    left, top = (picture.width - width) // 2, (picture.height - height) // 2
    return picture.crop((left, top, left + width, top + height))


DARK, LIT = 120.0, 225.0


def brightened(picture: Image.Image) -> Image.Image:
    """A dark picture lit so that its brightest parts are bright; any other as it is."""
    top = float(np.percentile(np.asarray(picture.resize((THUMB, THUMB), Image.Resampling.BOX)).max(axis=2), 98))
    if top >= DARK:
        return picture
    gain = LIT / max(6.0, top)
    return picture.point([min(255, round(value * gain)) for value in range(256)] * 3)


EVEN = 3.0
LEAST_INNER = 0.25


def unframed(picture: Image.Image) -> Image.Image:
    """Without bars of one color along its edges, as screenshots and letterboxed pictures have them."""
    small = np.asarray(picture.resize((4 * THUMB, 4 * THUMB), Image.Resampling.BOX).convert("L"), np.float32)
    rows, columns = np.flatnonzero(small.std(axis=1) > EVEN), np.flatnonzero(small.std(axis=0) > EVEN)
    if not len(rows) or not len(columns):
        return picture
    left, right = columns[0] / (4 * THUMB), (columns[-1] + 1) / (4 * THUMB)
    top, bottom = _longest_run(rows)
    if (right - left) * (bottom - top) < LEAST_INNER or (right - left > 0.98 and bottom - top > 0.98):
        return picture
    return picture.crop((int(left * picture.width), int(top * picture.height), int(right * picture.width), int(bottom * picture.height)))


def _longest_run(rows: NDArray[np.int_]) -> tuple[float, float]:
    """Of rows that hold a picture, the longest stretch: status bars and buttons are short ones."""
    breaks = np.flatnonzero(np.diff(rows) > 2)
    starts, ends = np.concatenate([[0], breaks + 1]), np.concatenate([breaks, [len(rows) - 1]])
    longest = int(np.argmax(rows[ends] - rows[starts]))
    return float(rows[starts[longest]]) / (4 * THUMB), float(rows[ends[longest]] + 1) / (4 * THUMB)
