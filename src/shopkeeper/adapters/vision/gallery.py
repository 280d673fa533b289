"""Looks of confirmed photos, made comparable with those of catalog pictures."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from shopkeeper.adapters.vision.look import Look, prior, unpacked
from shopkeeper.domain.catalog.gallery import GalleryPhoto


def as_pictures(photos: Sequence[GalleryPhoto], catalog: Sequence[Look], model: str) -> Iterator[tuple[GalleryPhoto, Look]]:
    """The photos with looks as if taken in the catalog's studio."""
    known = [(photo, look) for photo in photos if (look := _look(photo)) is not None and look.deep.shape == catalog[0].deep.shape]
    yield from zip((photo for photo, _ in known), in_the_studio([look for _, look in known], catalog, model), strict=True)


def in_the_studio(photos: Sequence[Look], catalog: Sequence[Look], model: str) -> list[Look]:
    """What photos have in common is exchanged for what the catalog's pictures have; not where nobody knows what that is."""
    held = prior(model)
    if held is None or not photos:
        return list(photos)
    deep, color = (np.mean([getattr(look, name) for look in catalog], axis=0) - held[name] for name in ("deep", "color"))
    return [replace(look, deep=look.deep + deep, views=look.views + deep, color=look.color + color) for look in photos]


def _look(photo: GalleryPhoto) -> Look | None:
    try:
        return unpacked(base64.b64decode(photo.look, validate=True)) if photo.look else None
    except (binascii.Error, ValueError, IndexError):
        return None
