"""The drawings, one file per aisle; importing this package signs them all in."""

from shopkeeper.testing.pictures.registry import SHAPES, shape_for
from shopkeeper.testing.pictures.shapes import (
    bakery_dairy,
    bicycle,
    care,
    clothing,
    devices,
    drinks,
    fashion_extras,
    fresh,
    furnishing,
    kitchen,
    meals,
    packs,
    paper_gifts,
    particulars,
    pets,
)

__all__ = [
    "SHAPES",
    "bakery_dairy",
    "bicycle",
    "care",
    "clothing",
    "devices",
    "drinks",
    "fashion_extras",
    "fresh",
    "furnishing",
    "kitchen",
    "meals",
    "packs",
    "paper_gifts",
    "particulars",
    "pets",
    "shape_for",
]
