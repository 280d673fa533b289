"""Small copies for staff: the part of a kept photo that a notice is about, and the picture of a mark they watch for."""

from __future__ import annotations

from PIL import Image

from shopkeeper.adapters.vision.intake import Unreadable, clean_copy, open_picture, small_copy
from shopkeeper.domain.dialogue.printed.rows import Place

AROUND, LEAST_SIDE, LONGEST_SIDE = 0.15, 96, 480
"""What is shown around the place, as a share of its sides; a crop is at least and at most so many pixels wide and high."""


def crop_of(copy: bytes, place: Place) -> bytes | None:
    """WebP of the place with a little around it; None for what is no picture."""
    try:
        picture = open_picture(copy)
    except Unreadable:
        return None
    width, height = picture.size
    left, top, right, bottom = place[0] * width, place[1] * height, place[2] * width, place[3] * height
    more_x = max((right - left) * AROUND, (LEAST_SIDE - (right - left)) / 2)
    more_y = max((bottom - top) * AROUND, (LEAST_SIDE - (bottom - top)) / 2)
    upper_left = max(0, round(left - more_x)), max(0, round(top - more_y))
    lower_right = min(width, round(right + more_x)), min(height, round(bottom + more_y))
    part = picture.crop((*upper_left, *lower_right))
    part.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BICUBIC)
    return clean_copy(part)


def mark_copy(data: bytes) -> bytes | None:
    """The small copy of a mark's picture that is kept; None for what is no picture."""
    try:
        return small_copy(open_picture(data))
    except Unreadable:
        return None
