"""Print and watched pictures in a kept photo: read and compared after the answer, on a thread that lets everybody else go first."""

from __future__ import annotations

import base64
import threading
from collections import OrderedDict
from collections.abc import Sequence

import cv2
import numpy as np
from PIL import Image

from shopkeeper.adapters.vision.details import CATALOG_SIDE, MOST_CATALOG_MARKS, Details, details_of, fit
from shopkeeper.adapters.vision.hashes import Hash, difference_hash, near
from shopkeeper.adapters.vision.intake import Unreadable, open_picture
from shopkeeper.adapters.vision.workers import Busy, Workers
from shopkeeper.domain.catalog.protected import MOST_MARKS, ProtectedMark
from shopkeeper.domain.core.ids import ProtectedMarkId
from shopkeeper.domain.core.outcome import TransientFault
from shopkeeper.domain.dialogue.printed.rows import Place, placed_rows, within
from shopkeeper.ports.mark_finder import FoundMarks
from shopkeeper.ports.text_reader import TextReader

SIDE = 800
"""Marks are large: what only a magnifying glass reads, nobody takes for a brand."""
WITHIN_S = 3.0
MOST_WAITING = 4
POLITENESS = 15
PHOTO_SIDE, MOST_PHOTO_MARKS = 900, 2000
"""Finer than where a shopper waits: a logo is a small part of a photo."""
SURE_MARKS = 20
"""So many details in one arrangement are no chance (half of the time chance makes nine or ten)."""
WHOLE: Place = (0.0, 0.0, 1.0, 1.0)


class PrintAndPictures:
    """MarkFinder. What was worked out of watched pictures is kept in memory."""

    def __init__(self, reader: TextReader | None) -> None:
        self._reader = reader
        self._workers = Workers(1, MOST_WAITING, politeness=POLITENESS)
        self._lock = threading.Lock()
        self._known: OrderedDict[ProtectedMarkId, tuple[Hash, Details]] = OrderedDict()

    async def find_marks(self, copy: bytes, watched: Sequence[ProtectedMark]) -> FoundMarks | None:
        try:
            return await self._workers.run(lambda: self._find(copy, watched))
        except Busy as error:
            raise TransientFault("too many photos wait to be looked through") from error

    def _find(self, copy: bytes, watched: Sequence[ProtectedMark]) -> FoundMarks | None:
        try:
            picture = open_picture(copy)
        except Unreadable:
            return None
        return FoundMarks(lines=self._lines(picture), pictures=self._pictures(picture, [mark for mark in watched if mark.picture]))

    def _lines(self, picture: Image.Image) -> tuple[tuple[str, Place], ...]:
        if self._reader is None:
            return ()
        page = picture.copy()
        page.thumbnail((SIDE, SIDE))
        return placed_rows(self._reader.read(page.tobytes(), *page.size, within_s=WITHIN_S))

    def _pictures(self, picture: Image.Image, watched: Sequence[ProtectedMark]) -> tuple[tuple[ProtectedMarkId, Place], ...]:
        if not watched:
            return ()
        whole, details = difference_hash(picture), details_of(picture, side=PHOTO_SIDE, most=MOST_PHOTO_MARKS)
        found: list[tuple[ProtectedMarkId, Place]] = []
        for mark in watched[:MOST_MARKS]:
            its_hash, its_details = self._of(mark)
            place = WHOLE if len(near(its_hash[None], whole)) else _lying(its_details, details)
            if place is not None:
                found.append((mark.id, place))
        return tuple(found)

    def _of(self, mark: ProtectedMark) -> tuple[Hash, Details]:
        with self._lock:
            known = self._known.get(mark.id)
            if known is None:
                shown = open_picture(base64.b64decode(mark.picture))
                known = difference_hash(shown), details_of(shown, side=CATALOG_SIDE, most=MOST_CATALOG_MARKS)
                self._known[mark.id] = known
                while len(self._known) > MOST_MARKS:
                    self._known.popitem(last=False)
            return known

    def close(self) -> None:
        self._workers.close()


def _lying(shown: Details, photo: Details) -> Place | None:
    """Where the picture lies in the photo; None where too few of its details are found again."""
    found = fit(shown, photo)
    if found is None or found.fitting < SURE_MARKS:
        return None
    width, height = shown.size
    corners = np.array([[[0, 0], [width, 0], [width, height], [0, height]]], np.float32)
    lying = cv2.perspectiveTransform(corners, np.asarray(found.onto))[0] / np.array(photo.size, np.float32)
    return within(float(lying[:, 0].min()), float(lying[:, 1].min()), float(lying[:, 0].max()), float(lying[:, 1].max()))
