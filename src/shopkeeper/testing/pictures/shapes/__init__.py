"""The drawings, one file per aisle; importing this package signs them all in."""

from shopkeeper.testing.pictures.registry import SHAPES
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
    "pets",
]
