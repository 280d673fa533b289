"""What colors a picture has: soft shares for photos taken anywhere, fine ones for things on plain ground."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from shopkeeper.adapters.vision.views import PLAIN, STANDS_OUT

SIDE = 96
LIGHT, HUE = 6, 8
FINE_LIGHT, FINE_HUE = 8, 16
REACH, FINE_REACH = 50.0, 60.0
WIDTH = 0.5
"""Width of the bell that weighs the middle of a photo over its edges, in half sides."""
FAINT = 1e-6
WHITE, PAPER = 240, 0.2
"""Brighter than this in every channel is paper, not paint; and this share of the edges."""

COARSE_BINS = LIGHT * HUE * HUE
FINE_BINS = FINE_LIGHT * FINE_HUE * FINE_HUE

Floats = NDArray[np.floating]


def colors_of(framed: Image.Image) -> tuple[Floats, Floats, bool]:
    """Square roots of color shares in Lab, soft and fine, and whether it looks like a shop's own picture: plain or paper at its edges.

    Each kind of shares squares to a sum of one.
    """
    pixels = np.asarray(framed.resize((SIDE, SIDE), Image.Resampling.BOX), dtype=np.float32)
    border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    ground = np.median(border, axis=0)
    plain = float(np.abs(border - ground).mean()) < PLAIN
    weights = (np.abs(pixels - ground).max(axis=2) > STANDS_OUT) + FAINT if plain else _BELL
    lab = lab_of(pixels)
    # A detail cut out of a shop's own picture reaches its edges, yet has the shop's white around it, which is no color of the thing.
    on_paper = float((border.min(axis=1) > WHITE).mean()) > PAPER
    return _soft(lab, weights), _sharp(lab, weights if plain else (pixels.min(axis=2) <= WHITE) + FAINT), plain or on_paper


def _bell() -> Floats:
    y, x = np.mgrid[0:SIDE, 0:SIDE] / (SIDE - 1) * 2 - 1
    return np.exp(-(x**2 + y**2) / (2 * WIDTH**2)).astype(np.float32)


_BELL = _bell()
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], np.float32)
_WHITE = np.array([0.9505, 1.0, 1.089], np.float32)


def lab_of(rgb: Floats) -> Floats:
    """CIE L*a*b* of sRGB 0..255 (D65)."""
    share = rgb / 255
    linear = np.where(share > 0.04045, ((share + 0.055) / 1.055) ** 2.4, share / 12.92)
    xyz = linear @ _TO_XYZ.T / _WHITE
    bent = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.stack([116 * bent[..., 1] - 16, 500 * (bent[..., 0] - bent[..., 1]), 200 * (bent[..., 1] - bent[..., 2])], axis=-1)


def _soft(lab: Floats, weights: NDArray[np.floating]) -> Floats:
    """Every pixel is shared among the eight bins around it, so that a little light changes little."""
    scaled = np.stack(
        [lab[..., 0] / 100 * (LIGHT - 1), *((lab[..., at] + REACH) / (2 * REACH) * (HUE - 1) for at in (1, 2))], axis=-1
    ).reshape(-1, 3)
    top = np.array([LIGHT - 1, HUE - 1, HUE - 1]) - 1e-4
    scaled = np.clip(scaled, 0, top)
    floor = scaled.astype(np.int64)
    rest = scaled - floor
    flat, counts = weights.ravel(), np.zeros(COARSE_BINS)
    for corner in itertools.product((0, 1), repeat=3):
        at = floor + corner
        share = flat * np.prod(np.where(corner, rest, 1 - rest), axis=1)
        counts += np.bincount((at[:, 0] * HUE + at[:, 1]) * HUE + at[:, 2], share, minlength=COARSE_BINS)
    return np.sqrt(counts / counts.sum()).astype(np.float32)


def _sharp(lab: Floats, weights: NDArray[np.floating]) -> Floats:
    light = np.clip(lab[..., 0] / 100 * FINE_LIGHT, 0, FINE_LIGHT - 1e-3).astype(np.int64)
    red, blue = (np.clip((lab[..., at] + FINE_REACH) / (2 * FINE_REACH) * FINE_HUE, 0, FINE_HUE - 1e-3).astype(np.int64) for at in (1, 2))
    counts = np.bincount(((light * FINE_HUE + red) * FINE_HUE + blue).ravel(), weights.ravel(), minlength=FINE_BINS)
    return np.sqrt(counts / counts.sum()).astype(np.float32)
