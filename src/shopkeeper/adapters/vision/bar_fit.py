"""Reads an EAN-13 or UPC-A too blurred for its bars to be told apart one by one: whole digits are fitted to the gray profile instead.

Where the symbol lies, how it is bent and how much it is blurred are found together with its digits. Several lines have their say, the
check digit must be right, and the next best digits must explain the profile clearly worse: `clear` says how much.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, cast

import cv2
import numpy as np
from PIL import Image

from shopkeeper.adapters.vision.bar_digits import Reading, cheapest, read_digits
from shopkeeper.adapters.vision.bar_model import (
    BLURS,
    LENGTH,
    QUIET,
    SAMPLES,
    Floats,
    costs_as_drawn,
    costs_as_they_come,
    drawn,
    power,
)
from shopkeeper.adapters.vision.stripes import lines_across, striped_places

_cv: Any = cast("Any", cv2)

LONGEST_SIDE = 640
LEAST_WIDTH = 60.0
LOCAL = 0.22
"""Share of the symbol's width over which brightness and contrast are evened out."""
FIRST_BLUR = 1.05
MARGINS = np.arange(-0.1, 0.101, 0.0125)
"""By these shares of its width the symbol may begin and end elsewhere than its stripes seem to."""
HOPELESS, TOO_MUCH_LEFT = 0.5, 0.25
"""Where digits of any kind leave so much of the profile unexplained, before and after finding how it lies, it is no such symbol."""
CLEAR = 1.12
"""So much worse the next best reading must be. Of 446 photos and 100 others, wrong ones reached 1.09 (a UPC-E), right ones 1.12 to 3."""
LEAST_ALTERNATIONS, DISTINCT = 13, 0.3
"""A symbol has 30 bars; blur leaves at least so many changes from dark to light of this many deviations."""
CANDIDATES, BEST_LINES, ROUNDS = 3, 6, 3
BENT = 0.006
SHIFTS = np.array([(shift + grow, shift - grow, 0, 0) for shift in (-1.5, -1, -0.5, 0, 0.5, 1, 1.5) for grow in (-0.6, -0.3, 0, 0.3, 0.6)])
_MODULES = (np.arange(LENGTH) + 0.5) / SAMPLES - QUIET
_ALONG = np.linspace(-1, 1, LENGTH)


class Fitted(NamedTuple):
    """Thirteen digits (a UPC-A with a zero in front); `clear` is the cost of the next best reading over that of this one."""

    text: str
    clear: float


class _Lie(NamedTuple):
    """Where a symbol lies: start and end in pixels, bent so (second and third order), blurred so; `rest` is what it leaves unexplained."""

    rest: float
    where: Floats
    blur: float


def read_blurred(picture: Image.Image, places: int = 3) -> Fitted | None:
    """The clearest reading at the most striped `places` of the gray `picture`; None where none can be such a symbol."""
    small = picture.copy()
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BICUBIC)
    gray = np.asarray(small, np.float32)
    found: list[Fitted] = []
    for place in striped_places(gray, places):
        across = lines_across(gray, place)
        if across is not None:
            found.extend(_read(*across))
        if found and found[-1].clear >= CLEAR:
            return found[-1]
    return max(found, key=lambda one: one.clear, default=None)


def _read(at: Floats, lines: Floats) -> Iterable[Fitted]:
    middle = lines.mean(axis=0)
    guesses = _guesses([(start, end) for start, end in _extents(at, middle) if _alternations(at, middle, start, end) >= LEAST_ALTERNATIONS])
    if not len(guesses):
        return
    window = float(np.median(guesses[:, 1] - guesses[:, 0])) * LOCAL
    evened = _evened(middle, window)
    rest = _rest(at, evened, guesses, FIRST_BLUR)
    best = [_Lie(float(rest[one]), guesses[one], FIRST_BLUR) for one in np.argsort(rest)[:CANDIDATES]]
    if best[0].rest > HOPELESS:
        return
    lie = min((_refined(at, evened, one) for one in best), key=lambda one: one.rest)
    if lie.rest < TOO_MUCH_LEFT:
        reading = _together(at, lines, window, lie)
        yield Fitted(reading.text, reading.next_cost / max(reading.cost, 1e-6))


def _extents(at: Floats, middle: Floats) -> list[tuple[float, float]]:
    """From where to where the line through the place goes up and down, by several measures."""
    changes, home = np.abs(np.gradient(middle)), int(np.abs(at).argmin())
    found: list[tuple[float, float]] = []
    for smooth in (0.03, 0.06):
        lively = _smooth(changes, smooth * len(at) / 2)
        near = lively[max(0, home - len(at) // 20) : home + len(at) // 20 + 1].max()
        for share in (0.2, 0.35, 0.5):
            quiet = np.flatnonzero(lively <= share * near)
            left, right = quiet[quiet < home], quiet[quiet > home]
            if lively[home] > share * near:
                start, end = int(left[-1]) + 1 if len(left) else 0, int(right[0]) - 1 if len(right) else len(at) - 1
                found.append((float(at[start]), float(at[end])))
    return list(dict.fromkeys(found))


def _alternations(at: Floats, middle: Floats, start: float, end: float) -> int:
    """How often dark and light follow one another."""
    if end - start < LEAST_WIDTH * (1 - MARGINS.max()):
        return 0
    evened = _evened(middle, (end - start) * LOCAL)[(at >= start) & (at <= end)]
    sides = np.sign(evened[np.abs(evened) > DISTINCT])
    return int((np.diff(sides) != 0).sum())


def _guesses(extents: Iterable[tuple[float, float]]) -> Floats:
    rows = [
        (start + left * (end - start), end + right * (end - start), 0.0, 0.0)
        for start, end in extents
        for left in MARGINS
        for right in MARGINS
        if (1 + right - left) * (end - start) > LEAST_WIDTH
    ]
    return np.unique(np.round(np.array(rows), 1), axis=0) if rows else np.empty((0, 4))


def _evened(line: Floats, window: float) -> Floats:
    """Darkness with local brightness and contrast taken out."""
    mean = _smooth(line, max(4.0, window))
    return -(line - mean) / (np.sqrt(_smooth((line - mean) ** 2, max(4.0, window))) + 1.5)


def _smooth(line: Floats, sigma: float) -> Floats:
    return _cv.GaussianBlur(line.astype(np.float64)[None], (0, 0), sigma, borderType=_cv.BORDER_REFLECT)[0]


def _profiles(at: Floats, line: Floats, where: Floats) -> Floats:
    """The line as profiles (n, LENGTH), one for each of `where` (n, 4)."""
    share = _MODULES[None] / 95
    bow = 1 - (2 * share - 1) ** 2
    start, wide = where[:, :1], where[:, 1:2] - where[:, :1]
    places = start + wide * (share + where[:, 2:3] * bow + where[:, 3:4] * (2 * share - 1) * bow)
    return np.interp(places, at, line).astype(np.float32)


def _rest(at: Floats, line: Floats, where: Floats, blur: float) -> Floats:
    profiles = _profiles(at, line, where)
    return cheapest(costs_as_they_come(profiles, blur)) / power(profiles)


def _refined(at: Floats, line: Floats, lie: _Lie) -> _Lie:
    """By small steps of start, end, bend and blur, ever smaller."""
    module = (lie.where[1] - lie.where[0]) / 95
    for step in (0.8, 0.4, 0.2, 0.1):
        ends = [(left * step * module, right * step * module, 0, 0) for left in (-1, 0, 1) for right in (-1, 0, 1)]
        bends = [(0, 0, second * step * BENT, third * step * BENT) for second, third in ((-1, 0), (1, 0), (0, -1), (0, 1))]
        for _ in range(2):
            around = lie.where + np.array(ends + bends)
            for blur in BLURS[max(0, BLURS.index(lie.blur) - 1) : BLURS.index(lie.blur) + 2]:
                rest = _rest(at, line, around, blur)
                best = int(rest.argmin())
                if rest[best] < lie.rest - 1e-9:
                    lie = _Lie(float(rest[best]), around[best], blur)
    return lie


def _together(at: Floats, lines: Floats, window: float, lie: _Lie) -> Reading:
    """What all lines say together: first freely, then with brightness, contrast and blur as the digits found so far show them."""
    module = (lie.where[1] - lie.where[0]) / 95
    costs: list[Floats] = []
    measured: list[tuple[float, Floats]] = []
    for line in lines:
        evened = _evened(line, window)
        around = lie.where + SHIFTS * module
        rest = _rest(at, evened, around, lie.blur)
        best = around[int(rest.argmin())][None]
        own = [cost[0] for cost in costs_as_they_come(_profiles(at, evened, best), lie.blur)]
        costs = [one + other for one, other in zip(costs, own, strict=True)] if costs else own
        measured.append((float(rest.min()), _profiles(at, -line, best)[0]))
    reading = read_digits(costs)
    darkness = np.stack([profile for _, profile in sorted(measured, key=lambda one: one[0])[:BEST_LINES]])
    for _ in range(ROUNDS):
        again = read_digits(_as_lit(darkness, reading.text))
        if again.text == reading.text:
            return again
        reading = again
    return reading


def _as_lit(darkness: Floats, text: str) -> list[Floats]:
    """Costs with white and black at the levels, changing slowly along each line, that fit `text` best; clean lines count more."""
    fits = [(_levels(darkness, drawn(text, blur)), blur) for blur in BLURS]
    (_, white, depth, noise), blur = min(fits, key=lambda one: one[0][0])
    typical = depth.mean(axis=1, keepdims=True)
    shares = np.clip((darkness - white) / np.maximum(depth, np.maximum(0.2 * typical, 1e-3)), -0.6, 1.6).astype(np.float32)
    weights = (np.maximum(typical, 1e-3) / noise) ** 2
    return [(cost * weights / weights.sum()).sum(axis=0) for cost in costs_as_drawn(shares, blur)]


def _levels(darkness: Floats, wanted: Floats) -> tuple[float, Floats, Floats, Floats]:
    """What is left unexplained, the level of white, the depth of black, and the noise of each line."""
    slow = np.stack([np.ones(LENGTH), _ALONG, _ALONG**2], axis=1)
    base = np.concatenate([slow, slow * wanted[:, None]], axis=1)
    shares = np.linalg.lstsq(base, darkness.T, rcond=None)[0]
    missed = darkness.T - base @ shares
    noise = np.sqrt((missed**2).mean(axis=0) + 1)[:, None]
    return float((missed**2).sum()), (slow @ shares[:3]).T, (slow @ shares[3:]).T, noise
