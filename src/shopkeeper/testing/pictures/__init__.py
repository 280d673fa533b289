"""Draws product pictures and simulates what shoppers photograph; deterministic and offline.

Every drawing is our own: shapes are SVG fragments rendered by resvg with bundled typefaces and finished with Pillow.
"""

from shopkeeper.testing.pictures.documents import barcode, paper, receipt
from shopkeeper.testing.pictures.pack import RenderedPack, render_pack
from shopkeeper.testing.pictures.photo import FLAWS, photo
from shopkeeper.testing.pictures.render import cutout, draw
from shopkeeper.testing.pictures.scenes import SCENES
from shopkeeper.testing.pictures.shapes import SHAPES
from shopkeeper.testing.pictures.spec import PictureSpec, parse_spec

__all__ = [
    "FLAWS",
    "SCENES",
    "SHAPES",
    "PictureSpec",
    "RenderedPack",
    "barcode",
    "cutout",
    "draw",
    "paper",
    "parse_spec",
    "photo",
    "receipt",
    "render_pack",
]
