"""Where in a photo single things stand: what differs from the ground around it, in one piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from shopkeeper.adapters.vision.colors import lab_of
from shopkeeper.adapters.vision.views import framed_thing

_cv: Any = cast("Any", cv2)

SIDE = 192
GROUND_COLORS = 6
"""The edge of a photo is all ground, of a few colors (wall, table, its grain)."""
LEAST_SHARE, MOST_SHARE = 0.02, 0.7
"""Of the photo, that one thing takes up."""
MOST_THINGS = 4
MARGIN = 0.04
MUCH_LARGER = 2.5
CLOSED = 7
STANDS_OUT = 14.0
"""Distance in CIE Lab below which nothing counts as different, however even the rest is."""


@dataclass(frozen=True, slots=True)
class Box:
    """Left, top, right and bottom as shares of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)

    def of(self, picture: Image.Image) -> Image.Image:
        width, height = picture.size
        return picture.crop((int(self.left * width), int(self.top * height), int(self.right * width), int(self.bottom * height)))

    def overlaps(self, other: Box) -> float:
        """The share of the smaller one that lies in both."""
        wide = max(0.0, min(self.right, other.right) - max(self.left, other.left))
        high = max(0.0, min(self.bottom, other.bottom) - max(self.top, other.top))
        return wide * high / max(1e-9, min(self.area, other.area))


def things_in(picture: Image.Image) -> tuple[Box, ...]:
    """Boxes of the things that stand apart from each other, from left to right; empty where fewer than two do."""
    small = picture.resize((SIDE, SIDE), Image.Resampling.BOX)
    lab = lab_of(np.asarray(small, np.float32)).astype(np.float32)
    apart = _from_ground(lab)
    mask = _pieces(apart)
    count, _, stats, _ = _cv.connectedComponentsWithStats(mask, connectivity=8)
    found = [_box(stats[at]) for at in range(1, count) if LEAST_SHARE <= stats[at][4] / SIDE**2 <= MOST_SHARE]
    largest = sorted(found, key=lambda box: -box.area)[:MOST_THINGS]
    kept: list[Box] = []
    for box in largest:
        if all(box.overlaps(other) < 0.5 for other in kept):
            kept.append(box)
    return tuple(sorted(kept, key=lambda box: (box.left + box.right, box.top))) if len(kept) > 1 else ()


def largest(boxes: Sequence[Box]) -> Box | None:
    """The one that is much larger than the others: what the photo is of."""
    if not boxes:
        return None
    first, *others = sorted(boxes, key=lambda box: -box.area)
    return first if first.area > MUCH_LARGER * max((other.area for other in others), default=1.0) else None


def subject_of(picture: Image.Image) -> Image.Image:
    """The smallest piece of a photo that has all of what it is of; the photo itself where that cannot be told."""
    subject = largest(things_in(picture))
    return subject.of(picture) if subject is not None else framed_thing(picture)


def _from_ground(lab: NDArray[np.floating]) -> NDArray[np.floating]:
    """How far each pixel is from the nearest color of the photo's edge."""
    edge = np.concatenate([lab[:6].reshape(-1, 3), lab[-6:].reshape(-1, 3), lab[:, :6].reshape(-1, 3), lab[:, -6:].reshape(-1, 3)])
    _cv.setRNGSeed(7)
    stop = (_cv.TERM_CRITERIA_EPS + _cv.TERM_CRITERIA_MAX_ITER, 12, 1.0)
    _, _, colors = _cv.kmeans(np.ascontiguousarray(edge, np.float32), GROUND_COLORS, None, stop, 1, _cv.KMEANS_PP_CENTERS)
    # Light falls off over a table: lightness counts less than tint.
    weights = np.array([0.6, 1.3, 1.3], np.float32)
    off = (lab[:, :, None, :] - colors[None, None]) * weights
    return np.sqrt((off**2).sum(axis=3)).min(axis=2)


def _pieces(apart: NDArray[np.floating]) -> NDArray[np.uint8]:
    """What stands out, small holes closed and specks gone."""
    smooth = _cv.GaussianBlur(apart.astype(np.float32), (5, 5), 0)
    scaled = np.clip(smooth * 4, 0, 255).astype(np.uint8)
    level, _ = _cv.threshold(scaled, 0, 255, _cv.THRESH_BINARY + _cv.THRESH_OTSU)
    mask = (smooth > max(STANDS_OUT, level / 4 * 0.8)).astype(np.uint8)
    kernel = _cv.getStructuringElement(_cv.MORPH_ELLIPSE, (CLOSED, CLOSED))
    closed = _cv.morphologyEx(mask, _cv.MORPH_CLOSE, kernel)
    return _cv.morphologyEx(closed, _cv.MORPH_OPEN, _cv.getStructuringElement(_cv.MORPH_ELLIPSE, (5, 5)))


def _box(stats: NDArray[np.int_]) -> Box:
    left, top, width, height = (float(value) / SIDE for value in stats[:4])
    return Box(max(0.0, left - MARGIN), max(0.0, top - MARGIN), min(1.0, left + width + MARGIN), min(1.0, top + height + MARGIN))
