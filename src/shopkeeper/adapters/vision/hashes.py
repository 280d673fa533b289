"""Whether a photo is a copy of a catalog picture: a difference hash that survives scaling and saving again.

It sees no color: variants that differ in color alone have to be told apart by their colors afterwards.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

WIDE = 16
BITS = WIDE * WIDE
NEAR = 12
"""Bits of 256 by which two copies of one picture may differ; unrelated pictures differ by about a hundred."""
STEP = 2
"""Smaller steps of brightness are noise of saving and scaling."""
LEAST_TEXTURE = 16
"""A hash with fewer set or unset bits comes from an even area and says nothing."""

Hash = NDArray[np.uint8]


def difference_hash(picture: Image.Image) -> Hash:
    """Which of two neighbors is clearly brighter, on a 17 x 16 thumbnail: 32 bytes."""
    small = np.asarray(picture.convert("L").resize((WIDE + 1, WIDE), Image.Resampling.BOX), np.int16)
    return np.packbits(small[:, 1:] > small[:, :-1] + STEP)


def near(hashes: NDArray[np.uint8], wanted: Hash) -> NDArray[np.int_]:
    """The rows of `hashes` (n, 32) that may be copies of the picture with the hash `wanted`."""
    if not len(hashes) or not LEAST_TEXTURE <= int(np.bitwise_count(wanted).sum()) <= BITS - LEAST_TEXTURE:
        return np.empty(0, np.int_)
    return np.flatnonzero(np.bitwise_count(hashes ^ wanted).sum(axis=1) <= NEAR)
