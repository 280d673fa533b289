"""Faces and number plates in a shopper's photo are made unrecognizable before it is kept or shown to anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PIL import Image, ImageFilter

from shopkeeper.adapters.vision.regions import Box

MARGIN = 0.15
"""Of a box's sides, added all around: hair, chin and ears tell who somebody is, too."""
FIELDS = 5
"""A veiled place keeps so many fields across its shorter side: averages, from which nothing can be sharpened again."""
MOST = 40


class Finder(Protocol):
    """Finds places in a photo that nobody needs to see."""

    def find(self, picture: Image.Image) -> tuple[Box, ...]: ...


@dataclass(frozen=True, slots=True)
class Veiled:
    """`picture` is the one that was given where there was nothing to hide; `places` is how many there were."""

    picture: Image.Image
    places: int


def veiled(picture: Image.Image, finders: Sequence[Finder]) -> Veiled:
    """The picture with every place that a finder names reduced to a few fields of color. The one given is left as it is."""
    boxes = [box for finder in finders for box in finder.find(picture)][:MOST]
    if not boxes:
        return Veiled(picture, 0)
    covered = picture.copy()
    for box in boxes:
        _cover(covered, box)
    return Veiled(covered, len(boxes))


def _cover(picture: Image.Image, box: Box) -> None:
    wide, high = (box.right - box.left) * MARGIN, (box.bottom - box.top) * MARGIN
    width, height = picture.size
    left, top = max(0, int((box.left - wide) * width)), max(0, int((box.top - high) * height))
    right, bottom = min(width, int((box.right + wide) * width) + 1), min(height, int((box.bottom + high) * height) + 1)
    if right - left < 1 or bottom - top < 1:
        return
    field = max(1.0, min(right - left, bottom - top) / FIELDS)
    coarse = picture.crop((left, top, right, bottom)).resize(
        (max(1, round((right - left) / field)), max(1, round((bottom - top) / field))), Image.Resampling.BOX
    )
    smooth = coarse.resize((right - left, bottom - top), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(field / 3))
    picture.paste(smooth, (left, top))
