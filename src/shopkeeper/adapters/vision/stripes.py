"""Where a picture is striped as by a barcode, and what its brightness is on lines across the stripes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
_cv: Any = cast("Any", cv2)

CONTRAST_PX = 31
STRONG = 75
"""Percentile of edge strength above which edges count no more: one edge of a label must not outweigh many bars."""
WINDOW, APART, REACH = 0.14, 0.17, 0.06
"""Shares of the shorter side: what is looked at at once, how far two places lie apart, how far along the bars lines are taken."""
LEAST_WINDOW, LEAST_REACH = 15, 8
LINES, AVERAGED = 9, 2
STEP = 0.5
LEAST_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Place:
    """A striped place; `angle` points across the stripes, in radians from the right."""

    x: int
    y: int
    angle: float


def striped_places(gray: Floats, most: int = 3) -> list[Place]:
    """The most striped places first. `gray` (height, width), 0..255."""
    soft = _cv.GaussianBlur(gray, (0, 0), 0.7)
    mean = _cv.blur(soft, (CONTRAST_PX, CONTRAST_PX))
    local = np.sqrt(np.maximum(_cv.blur(soft * soft, (CONTRAST_PX, CONTRAST_PX)) - mean * mean, 0) + 9)
    across, down = _cv.Sobel(soft, _cv.CV_32F, 1, 0) / local, _cv.Sobel(soft, _cv.CV_32F, 0, 1) / local
    strength = np.hypot(across, down) + 1e-6
    bounded = np.minimum(1, np.percentile(strength, STRONG) / strength)
    across, down = across * bounded, down * bounded
    side = min(gray.shape)
    window = max(LEAST_WINDOW, int(side * WINDOW)) | 1
    xx, yy, xy = (_cv.blur(product, (window, window)) for product in (across * across, down * down, across * down))
    one_way = np.hypot(xx - yy, 2 * xy)
    striped = one_way * one_way / (xx + yy + 1e-3)
    edge = window // 2
    striped[: edge // 2] = striped[-(edge // 2) :] = 0
    striped[:, :edge] = striped[:, -edge:] = 0
    found: list[Place] = []
    apart = int(side * APART)
    for _ in range(most):
        y, x = np.unravel_index(int(striped.argmax()), striped.shape)
        if striped[y, x] <= 0:
            break
        found.append(Place(int(x), int(y), float(0.5 * np.arctan2(2 * xy[y, x], xx[y, x] - yy[y, x]))))
        striped[max(0, y - apart) : y + apart, max(0, x - apart) : x + apart] = 0
    return found


def lines_across(gray: Floats, place: Place) -> tuple[Floats, Floats] | None:
    """Distances from the place in pixels (n) and the brightness there on several lines (LINES, n); None where they are too short."""
    height, width = gray.shape
    # Every symbol is read from left to right, or from top to bottom.
    angle = place.angle if np.cos(place.angle) > 1e-3 else place.angle + np.pi
    dx, dy = float(np.cos(angle)), float(np.sin(angle))
    far = int(np.hypot(height, width))
    at = np.arange(-far, far + STEP / 2, STEP)
    x, y = place.x + at * dx, place.y + at * dy
    inside = (x >= 0) & (x <= width - 1) & (y >= 0) & (y <= height - 1)
    at, x, y = at[inside], x[inside], y[inside]
    if len(at) < LEAST_LENGTH:
        return None
    reach = max(LEAST_REACH, int(min(gray.shape) * REACH))
    step = max(1.0, 2 * reach / (LINES - 1) / (2 * AVERAGED + 1))
    offsets = (np.linspace(-reach, reach, LINES)[:, None] + step * np.arange(-AVERAGED, AVERAGED + 1)[None]).reshape(-1, 1)
    found = _cv.remap(
        gray, (x[None] - offsets * dy).astype(np.float32), (y[None] + offsets * dx).astype(np.float32), _cv.INTER_LINEAR, borderMode=1
    )
    return at, found.reshape(LINES, 2 * AVERAGED + 1, -1).mean(axis=1)
