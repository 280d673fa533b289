"""A closer look where looks alone do not settle it: the likeliest catalog pictures are found again in the photo, mark by mark."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from PIL import Image

from shopkeeper.adapters.vision.colors import lab_of
from shopkeeper.adapters.vision.details import (
    CATALOG_SIDE,
    MOST_CATALOG_MARKS,
    PHOTO_SIDE,
    Details,
    Fit,
    Floats,
    Pixels,
    details_of,
    fit,
    scaled,
    seen_as,
)
from shopkeeper.adapters.vision.intake import Unreadable, open_picture
from shopkeeper.adapters.vision.look_store import LookStore
from shopkeeper.adapters.vision.picture_index import Shown
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.dialogue.photo import PhotoCandidate

KEPT_AS = "sift/1"
MOST_HELD = 512
SIDE = 64
STANDS_OUT = 40.0
WELL_LIT = 205.0
LIGHTNESS, TINT, WORST = 9.0, 6.0, 8.0
"""By how much (CIE L*, distance of a*b*) a photo of the very thing differs from its catalog picture, and what is quite different."""
MARK, COLOR, VARIANT_MARK = 0.3, 0.3, 0.1
"""What one more fitting mark and one more step of color tell: between products, and (last) between variants of one."""
MOST_COUNTED = 60
HALF_SURE, SURER = 9.5, 1.2
"""So many fitting marks are as often chance as not, and so many more make it e times likelier."""
FEWEST_TOLD = 0.02


@dataclass(frozen=True, slots=True)
class Ground:
    """A catalog picture in `SIDE` x `SIDE` pixels, in CIE Lab, and where in it the thing is."""

    lab: Floats
    thing: Floats


@dataclass(frozen=True, slots=True)
class Explained:
    """A catalog picture found in the photo by `fitting` marks, `apart` in color."""

    shown: Shown
    fitting: int
    apart: float

    @property
    def marks(self) -> int:
        return min(self.fitting, MOST_COUNTED)


class SecondLook:
    """Thread-safe. Marks of catalog pictures are made when first needed and kept on disk beside the looks."""

    def __init__(self, store: LookStore) -> None:
        self._store = store
        self._lock = Lock()
        self._held: OrderedDict[str, tuple[Details, Ground] | None] = OrderedDict()

    def look(self, picture: Image.Image, photo: Details, shown: Sequence[Shown]) -> tuple[PhotoCandidate, ...]:
        """Which of the pictures `shown` lie in the photo, best first; empty when none does."""
        fits: list[tuple[Shown, tuple[Details, Ground], Fit]] = []
        for one in shown:
            held = self._marks(one)
            found = fit(held[0], photo) if held else None
            if held and found:
                fits.append((one, held, found))
        if not fits:
            return ()
        small = scaled(picture, PHOTO_SIDE)
        gain = max(1.0, WELL_LIT / max(8.0, float(np.percentile(np.asarray(small).max(axis=2), 98))))
        explained = [Explained(one, found.fitting, _apart(small, gain, held, found)) for one, held, found in fits]
        return tuple(candidate for candidate in _judged(explained) if candidate.score >= FEWEST_TOLD)

    def _marks(self, shown: Shown) -> tuple[Details, Ground] | None:
        with self._lock:
            if shown.digest in self._held:
                self._held.move_to_end(shown.digest)
                return self._held[shown.digest]
        made = self._made(shown)
        with self._lock:
            self._held[shown.digest] = made
            while len(self._held) > MOST_HELD:
                self._held.popitem(last=False)
        return made

    def _made(self, shown: Shown) -> tuple[Details, Ground] | None:
        try:
            picture = open_picture(shown.file.read_bytes())
        except (Unreadable, OSError):
            return None
        kept = self._store.get([shown.digest], KEPT_AS).get(shown.digest)
        if kept is not None:
            return _unpacked(kept, scaled(picture, CATALOG_SIDE).size), _ground(picture)
        details = details_of(picture, side=CATALOG_SIDE, most=MOST_CATALOG_MARKS)
        self._store.put(shown.digest, KEPT_AS, _packed(details))
        return details, _ground(picture)


def _apart(small: Image.Image, gain: float, held: tuple[Details, Ground], found: Fit) -> float:
    """How far the colors of the photo are from those of the catalog picture, where the thing is: 0 the same, `WORST` quite different."""
    details, ground = held
    seen = lab_of(np.clip(seen_as(small, found, details.size, SIDE).astype(np.float32) * gain, 0, 255))
    off = np.median((seen - ground.lab)[ground.thing > 0], axis=0) if ground.thing.any() else np.zeros(3)
    return min(WORST, 0.5 * float((off[0] / LIGHTNESS) ** 2 + (off[1] ** 2 + off[2] ** 2) / TINT**2))


def _judged(explained: Sequence[Explained]) -> list[PhotoCandidate]:
    """Products by marks above all, since shape and print tell them apart; variants of one by color, since that is all they differ in."""
    by_product: dict[ProductId, list[Explained]] = {}
    for one in explained:
        by_product.setdefault(one.shown.product_id, []).append(one)
    weights = [max(MARK * one.marks - COLOR * one.apart for one in pictures) for pictures in by_product.values()]
    trust = 1 / (1 + np.exp(-(max(one.fitting for one in explained) - HALF_SURE) / SURER))
    found: list[PhotoCandidate] = []
    for share, pictures in zip(_shares(weights), by_product.values(), strict=True):
        within = _shares([VARIANT_MARK * one.marks - one.apart for one in pictures])
        found += [
            PhotoCandidate(product_id=one.shown.product_id, skus=one.shown.skus, score=round(float(trust * share * part), 3))
            for one, part in zip(pictures, within, strict=True)
        ]
    return sorted(found, key=lambda one: -one.score)


def _shares(weights: Sequence[float]) -> Floats:
    powers = np.exp(np.asarray(weights) - max(weights))
    return powers / powers.sum()


def _ground(picture: Image.Image) -> Ground:
    pixels = np.asarray(picture.resize((SIDE, SIDE), Image.Resampling.BOX), np.float32)
    border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    apart = np.abs(pixels - np.median(border, axis=0)).max(axis=2) > STANDS_OUT
    inner = apart.copy()
    for axis in (0, 1):
        # The outline mixes thing and ground: only what has the thing on all four sides counts.
        inner &= np.roll(apart, 1, axis) & np.roll(apart, -1, axis)
    return Ground(lab_of(pixels), inner)


def _packed(details: Details) -> bytes:
    places = details.places.astype(np.float16)
    marks: Pixels = np.clip(details.marks * 255, 0, 255).round().astype(np.uint8)
    return len(places).to_bytes(2) + zlib.compress(places.tobytes() + marks.tobytes(), 6)


def _unpacked(kept: bytes, size: tuple[int, int]) -> Details:
    count, body = int.from_bytes(kept[:2]), zlib.decompress(kept[2:])
    places = np.frombuffer(body, np.float16, 2 * count).reshape(count, 2).astype(np.float32)
    marks = np.frombuffer(body, np.uint8, 128 * count, offset=4 * count).reshape(count, 128).astype(np.float32)
    return Details(places, marks / (np.linalg.norm(marks, axis=1, keepdims=True) + 1e-6), size)
