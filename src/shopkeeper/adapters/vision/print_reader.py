"""PP-OCR on onnxruntime through rapidocr (Apache-2.0, models inside the package): Latin and Chinese print."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from threading import Lock
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from shopkeeper.domain.dialogue.printed.rows import TextBox, within

BATCH = 6
LEAST_SURE = 0.5
MOST_BOXES = 160
UPRIGHT_TRIES = 8
UPSIDE_DOWN = "180"

Pixels = NDArray[np.uint8]
Floats = NDArray[np.floating]


class RapidTextReader:
    """TextReader. One thread; its models (33 MB) are loaded with the first picture."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: Any = None

    def read(self, rgb: bytes, width: int, height: int, *, within_s: float) -> tuple[TextBox, ...]:
        until = time.thread_time() + within_s
        picture = np.frombuffer(rgb, np.uint8).reshape(height, width, 3)[:, :, ::-1]
        # The lock is held for one step at a time: whoever reads in the background lets others in between.
        with self._lock:
            crops, quads, places = self._upright(np.ascontiguousarray(picture))
        # What is largest is read first: where time runs out, the small print stays unread.
        order = sorted(range(len(crops)), key=lambda at: -crops[at].shape[0] * crops[at].shape[1])[:MOST_BOXES]
        read: list[tuple[int, str, float]] = []
        for start in range(0, len(order), BATCH):
            if time.thread_time() > until:
                break
            some = order[start : start + BATCH]
            with self._lock:
                result = self._engine().recognize_txt([crops[at] for at in some])
            read.extend(zip(some, result.txts, result.scores, strict=True))
        sure = [(at, text, float(score)) for at, text, score in read if text.strip() and score >= LEAST_SURE]
        return _straight([(quads[at], places[at], text, score) for at, text, score in sure])

    def lines(self, crops: Sequence[Pixels]) -> Sequence[tuple[str, float]]:
        """The text of each picture of one line (BGR), and how sure it is, 0 to 1."""
        with self._lock:
            result = self._engine().recognize_txt(list(crops))
        return [(text, float(score)) for text, score in zip(result.txts, result.scores, strict=True)]

    def _upright(self, picture: Pixels) -> tuple[Sequence[Pixels], Floats, Floats]:
        """The boxes of the picture, turned by quarters first where its text does not run from left to right.

        Their corners come twice: in pixels of the picture as it was read, and in shares of it as it was given.
        """
        crops, quads = self._boxes(picture)
        quarter = bool(len(crops)) and _mostly_tall(quads)
        if quarter:
            picture = np.ascontiguousarray(np.rot90(picture))
            crops, quads = self._boxes(picture)
        half = bool(len(crops)) and self._upside_down(crops)
        if half:
            crops, quads = self._boxes(np.ascontiguousarray(picture[::-1, ::-1]))
        places: Floats = quads / np.array(picture.shape[1::-1], np.float32)
        places = 1 - places if half else places
        return crops, quads, np.stack([1 - places[..., 1], places[..., 0]], axis=-1) if quarter else places

    def _boxes(self, picture: Pixels) -> tuple[Sequence[Pixels], Floats]:
        from rapidocr.main import RapidOCRError  # pyright: ignore[reportMissingTypeStubs]

        try:
            crops, found = self._engine().detect_and_crop(picture, {"preprocess": {"ratio_h": 1.0, "ratio_w": 1.0}})
        except RapidOCRError:
            return (), np.empty((0, 4, 2), np.float32)
        return cast("Sequence[Pixels]", crops), np.asarray(found.boxes, np.float32)

    def _upside_down(self, crops: Sequence[Pixels]) -> bool:
        widest = sorted(crops, key=lambda crop: -crop.shape[1] / max(1, crop.shape[0]))[:UPRIGHT_TRIES]
        _, turned = self._engine().cls_and_rotate(list(widest))
        return sum(label == UPSIDE_DOWN for label, _ in turned.cls_res) > len(widest) / 2

    def _engine(self) -> Any:
        if self._held is None:
            from rapidocr import RapidOCR  # pyright: ignore[reportMissingTypeStubs]

            logging.getLogger("RapidOCR").setLevel(logging.ERROR)
            options = {
                "Global.log_level": "error",
                "Global.use_vertical_padding": False,
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
            self._held = cast("Any", RapidOCR)(params=options)
        return self._held


def _mostly_tall(quads: Floats) -> bool:
    wide, tall = np.ptp(quads[:, :, 0], axis=1), np.ptp(quads[:, :, 1], axis=1)
    return bool(np.median(tall / np.maximum(wide, 1)) > 1.5)


def _straight(read: Sequence[tuple[Floats, Floats, str, float]]) -> tuple[TextBox, ...]:
    """Boxes with the slope of the whole taken out."""
    if not read:
        return ()
    slopes = [(quad[1, 1] - quad[0, 1]) / (quad[1, 0] - quad[0, 0]) for quad, *_ in read if quad[1, 0] - quad[0, 0] > 60]
    slope = float(np.median(slopes)) if slopes else 0.0
    boxes: list[TextBox] = []
    for quad, place, text, score in read:
        level = quad[:, 1] - slope * quad[:, 0]
        left, right = float(quad[:, 0].min()), float(quad[:, 0].max())
        top, bottom = float(level.min()), float(level.max())
        given = within(float(place[:, 0].min()), float(place[:, 1].min()), float(place[:, 0].max()), float(place[:, 1].max()))
        boxes.append(TextBox(text=text, confidence=score, left=left, right=right, top=top, bottom=bottom, place=given))
    return tuple(boxes)
