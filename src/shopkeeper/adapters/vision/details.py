"""Fine details of a picture (SIFT by OpenCV, Apache-2.0): whether two pictures show one and the same thing, and where in the photo it lies.

A print, a seam or a buckle is found again turned, small, dark, on a screen or before a busy background, where looks of the whole fail.
What has no details of its own (a plain shirt, an apple) is not told by them: then looks decide alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

_cv: Any = cast("Any", cv2)

PHOTO_SIDE, CATALOG_SIDE = 560, 360
MOST_PHOTO_MARKS, MOST_CATALOG_MARKS = 1000, 350
FAINTEST = 0.01
TELLING = 0.8
"""A mark must be this much nearer to its match than to any other mark."""
LOOSE_PX = 6.0
LEAST_FITTING = 6
LEAST_AREA, MOST_AREA = 0.004, 4.0
"""Of the photo, that the catalog picture may cover in it."""
MOST_SQUEEZED = 4.0
BRIGHT = 235.0

Floats = NDArray[np.floating]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Details:
    """`places` (n, 2) in pixels of a picture of `size` (width, height); `marks` (n, 128) describe what is there, of unit length."""

    places: Floats
    marks: Floats
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fit:
    """`fitting` marks agree on one position; `onto` maps places of the catalog picture onto the photo."""

    fitting: int
    onto: Floats


def details_of(picture: Image.Image, *, side: int = PHOTO_SIDE, most: int = MOST_PHOTO_MARKS) -> Details:
    """Of an RGB picture, brought to `side` pixels and to full brightness first."""
    small = scaled(picture, side)
    gray = np.asarray(small.convert("L"), np.float32)
    gray = np.clip(gray * (BRIGHT / max(8.0, float(np.percentile(gray, 99)))), 0, 255).astype(np.uint8)
    found, marks = _cv.SIFT_create(most, contrastThreshold=FAINTEST).detectAndCompute(gray, None)
    if marks is None or not len(found):
        return Details(np.empty((0, 2), np.float32), np.empty((0, 128), np.float32), small.size)
    order = np.argsort([-point.response for point in found])[:most]
    # Square roots of shares ("RootSIFT"): the Hellinger distance tells marks apart better than the Euclidean one.
    shares = np.sqrt(marks[order] / (marks[order].sum(axis=1, keepdims=True) + 1e-6)).astype(np.float32)
    return Details(np.array([found[int(at)].pt for at in order], np.float32), shares, small.size)


def scaled(picture: Image.Image, side: int) -> Image.Image:
    factor = side / max(picture.size)
    return picture.resize((max(1, round(picture.width * factor)), max(1, round(picture.height * factor))), Image.Resampling.BOX)


def fit(shown: Details, photo: Details) -> Fit | None:
    """How the catalog picture `shown` lies in the photo; None where too few of its marks are found again in one arrangement."""
    if len(shown.marks) < LEAST_FITTING or len(photo.marks) < LEAST_FITTING:
        return None
    alike = shown.marks @ photo.marks.T
    rows = np.arange(len(alike))
    best = alike.argmax(axis=1)
    nearest = alike[rows, best]
    alike[rows, best] = -1
    apart, next_apart = (np.sqrt(np.maximum(0, 2 - 2 * value)) for value in (nearest, alike.max(axis=1)))
    telling = np.flatnonzero(apart < TELLING * next_apart)
    telling = _once_each(telling, best, nearest)
    if len(telling) < LEAST_FITTING:
        return None
    onto, inside = _cv.findHomography(shown.places[telling], photo.places[best[telling]], _cv.USAC_MAGSAC, LOOSE_PX, maxIters=800)
    if onto is None or int(inside.sum()) < LEAST_FITTING or not _sane(onto, shown.size, photo.size):
        return None
    return Fit(int(inside.sum()), onto)


def _once_each(telling: NDArray[np.int_], best: NDArray[np.int_], nearest: Floats) -> NDArray[np.int_]:
    """Of marks that found the same place in the photo, the nearest."""
    order = telling[np.argsort(-nearest[telling])]
    _, first = np.unique(best[order], return_index=True)
    return order[np.sort(first)]


def _sane(onto: Floats, shown: tuple[int, int], photo: tuple[int, int]) -> bool:
    """Whether a picture frame may look like this in a photo: four corners in order, of sensible size, not folded."""
    corners = np.array([[0, 0], [shown[0], 0], [shown[0], shown[1]], [0, shown[1]]], np.float32)
    lying = _cv.perspectiveTransform(corners[None], onto)[0]
    edges = np.roll(lying, -1, axis=0) - lying
    turns = edges[:, 0] * np.roll(edges[:, 1], -1) - edges[:, 1] * np.roll(edges[:, 0], -1)
    area = abs(float(_cv.contourArea(lying))) / (photo[0] * photo[1])
    lengths = np.linalg.norm(edges, axis=1)
    same_way = bool((turns > 0).all() or (turns < 0).all())
    return same_way and LEAST_AREA < area < MOST_AREA and float(lengths.max() / max(1e-3, lengths.min())) < MOST_SQUEEZED


def seen_as(photo: Image.Image, found: Fit, shown: tuple[int, int], side: int) -> Pixels:
    """The photo drawn as the catalog picture has it, `side` x `side` pixels; `photo` is scaled as its details were."""
    to_square = np.diag([side / shown[0], side / shown[1], 1.0])
    drawn = _cv.warpPerspective(np.asarray(photo), to_square @ np.linalg.inv(found.onto), (side, side), flags=_cv.INTER_AREA)
    return cast("Pixels", drawn)
