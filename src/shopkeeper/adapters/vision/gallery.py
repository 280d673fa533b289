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
    """The photos with looks as if taken in the catalog's studio: what photos have in common is exchanged for what its pictures have."""
    if not photos:
        return
    held = prior(model)
    deep, color = (np.mean([getattr(look, name) for look in catalog], axis=0) for name in ("deep", "color"))
    for photo in photos:
        look = _look(photo)
        if look is not None and look.deep.shape == deep.shape:
            moved = look if held is None else replace(look, deep=look.deep - held["deep"] + deep, color=look.color - held["color"] + color)
            yield photo, moved


def _look(photo: GalleryPhoto) -> Look | None:
    try:
        return unpacked(base64.b64decode(photo.look, validate=True)) if photo.look else None
    except (binascii.Error, ValueError, IndexError):
        return None
