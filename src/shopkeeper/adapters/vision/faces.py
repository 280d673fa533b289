"""Where in a photo people's faces are: CenterFace on onnxruntime (MIT, see models/), which finds small, turned and covered ones too."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from shopkeeper.adapters.vision.network import session
from shopkeeper.adapters.vision.regions import Box

MODEL = Path(__file__).parent / "models" / "centerface.onnx"
LOOKS = ((640, 0.4), (224, 0.5))
"""Longest sides the network looks at, and how sure it has to be: faces from 32 pixels on in a photo of 1,600, and such as fill it."""
STEP = 32
STRIDE = 4
SAME = 0.5


class FaceFinder:
    """Finder. Thread-safe; one thread."""

    def __init__(self, model: Path = MODEL) -> None:
        self._session = session(model)

    def find(self, picture: Image.Image) -> tuple[Box, ...]:
        """Surest first, of each size."""
        found: list[Box] = []
        for side, least in LOOKS:
            found += [box for box in self._seen(picture, side, least) if all(box.overlaps(other) < SAME for other in found)]
        return tuple(found)

    def _seen(self, picture: Image.Image, side: int, least: float) -> list[Box]:
        scale = side / max(picture.size)
        width, height = (max(STEP, round(length * scale / STEP) * STEP) for length in picture.size)
        pixels = np.asarray(picture.resize((width, height), Image.Resampling.BILINEAR), np.uint8)
        heat, scales, offsets = (out[0] for out in self._session.run(["heat", "scale", "offset"], {"pixels": pixels[None]}))
        rows, columns = np.nonzero(heat[0] >= least)
        found: list[Box] = []
        for at in np.argsort(-heat[0][rows, columns]):
            row, column = rows[at], columns[at]
            tall, wide = np.exp(scales[:, row, column]) * STRIDE
            middle_y, middle_x = ((row, column) + offsets[:, row, column] + 0.5) * STRIDE
            left, right = (middle_x - wide / 2) / width, (middle_x + wide / 2) / width
            box = Box(float(left), float((middle_y - tall / 2) / height), float(right), float((middle_y + tall / 2) / height))
            if all(box.overlaps(other) < SAME for other in found):
                found.append(box)
        return found
