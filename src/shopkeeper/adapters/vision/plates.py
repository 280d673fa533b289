"""Where in a photo number plates are: a plain board with a row of large signs on it, read and shaped like a registration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from shopkeeper.adapters.vision.regions import Box

_cv: Any = cast("Any", cv2)
Pixels = NDArray[np.uint8]

SIDE = 1280
"""Longest side in which boards are looked for."""
BLOCKS = (31, 91)
"""Pixels over which light is taken to be even, for small boards and large ones."""
NARROWEST, WIDEST = 44, 0.7
"""Pixels of a board's width below which nobody reads it, and the share of the photo above which it is the photo's subject."""
FLATTEST, SQUAREST = 7.0, 1.9
FILLED = 0.7
"""Of its rectangle, that the board with its signs fills."""
FEWEST_SIGNS, MOST_SIGNS = 4, 12
SIGN_HEIGHT = (0.35, 0.97)
"""Of the board's height, that a sign takes up."""
LEVEL = 0.3
"""Of the board's height, that the signs' middles may lie apart."""
RING = 14
"""Rows and columns around the upright board (`CROP_HEIGHT` high) in which its surroundings are looked at."""
APART, MOSTLY = 22.0, 0.65
"""By how much what surrounds a board differs from it, and in which share of the ring: a line of print on paper has paper around it."""
CROP_HEIGHT = 64
MOST_BOARDS = 6
"""Where more than that look like boards, they are the lines of a page."""
SURE = 0.6
SHAPE = re.compile(r"(?=(?:.*\d){2})(?=.*[^\W\d_])[^\W\d_]{0,5}\d{1,5}(?:[^\W\d_]{1,3}\d{0,4}[^\W\d_]{0,2})?\Z")
LENGTHS = range(5, 11)
WORDS = re.compile(r"[^\W\d_]{4}")
"""No country writes four letters in a row: SAVE10 is a code for the till, SAV E 10 a car."""
MEASURES = re.compile(r"\d+(?:ML|CL|DL|L|G|KG|MG|OZ|LB|CM|MM|W|V|KCAL|KJ|STK|PCS|PACK|ER|GB|TB)\Z|(?:E|NR|NO|ART)\d+\Z")


class LineReader(Protocol):
    def lines(self, crops: Sequence[Pixels]) -> Sequence[tuple[str, float]]:
        """The text of each picture of one line (BGR), and how sure it is, 0 to 1. Thread-safe."""
        ...


@dataclass(frozen=True, slots=True)
class Board:
    """A turned rectangle in pixels: middle, sides and angle as OpenCV has them, width the longer side."""

    x: float
    y: float
    width: float
    height: float
    angle: float
    signs: int


class PlateFinder:
    """Finder. Costs reading only where there are boards."""

    def __init__(self, reader: LineReader) -> None:
        self._reader = reader

    def find(self, picture: Image.Image) -> tuple[Box, ...]:
        small = picture if max(picture.size) <= SIDE else _fitted(picture)
        pixels = np.asarray(small, np.uint8)[:, :, ::-1]
        boards = boards_in(np.ascontiguousarray(pixels))
        if not boards:
            return ()
        read = self._reader.lines([straight(pixels, board) for board in boards])
        return tuple(_box(board, small.size) for board, (text, sure) in zip(boards, read, strict=True) if sure >= SURE and is_plate(text))


def is_plate(text: str) -> bool:
    """Whether it has the shape of a registration: five to ten capitals and digits, in few groups, no word and no measure."""
    bare = re.sub(r"[\W_]+", "", text)
    if len(bare) not in LENGTHS or bare != bare.upper() or WORDS.search(text):
        return False
    return SHAPE.match(bare) is not None and MEASURES.match(bare) is None


def boards_in(bgr: Pixels) -> list[Board]:
    """Evenly lit rectangles with a row of signs, dark on light or light on dark."""
    gray = _cv.cvtColor(bgr, _cv.COLOR_BGR2GRAY)
    alike: list[Board] = []
    for block in BLOCKS:
        for kind in (_cv.THRESH_BINARY, _cv.THRESH_BINARY_INV):
            light = _cv.adaptiveThreshold(gray, 255, _cv.ADAPTIVE_THRESH_MEAN_C, kind, block, 0)
            for board in _rectangles(light):
                if not any(_same(board, other) for other in alike):
                    alike.append(board)
            if len(alike) > MOST_BOARDS:
                return []
    return [board for board in alike if _stands_out(bgr, board)]


def _rectangles(light: Pixels) -> list[Board]:
    contours, tree = _cv.findContours(light, _cv.RETR_CCOMP, _cv.CHAIN_APPROX_SIMPLE)
    if tree is None:
        return []
    found: list[Board] = []
    for at, contour in enumerate(contours):
        if tree[0][at][3] >= 0 or tree[0][at][2] < 0:
            continue
        # A bound on the upright box first: most outlines are specks, and a turned rectangle costs more.
        _, _, wide, high = _cv.boundingRect(contour)
        if wide < NARROWEST or wide > WIDEST * light.shape[1] or high > wide:
            continue
        board = _board(contour)
        if board is None:
            continue
        signs = _signs(contours, tree[0], tree[0][at][2], board)
        if signs:
            found.append(Board(board.x, board.y, board.width, board.height, board.angle, signs))
    return found


def _board(contour: Any) -> Board | None:
    (x, y), (wide, high), angle = _cv.minAreaRect(contour)
    if wide < high:
        wide, high, angle = high, wide, angle - 90
    if high < 8 or not SQUAREST <= wide / high <= FLATTEST or _cv.contourArea(_cv.convexHull(contour)) < FILLED * wide * high:
        return None
    # Upright is what lies nearest: half a turn more is the same rectangle, upside down.
    return Board(x, y, wide, high, (angle + 90) % 180 - 90, 0)


def _signs(contours: Any, tree: Any, first: int, board: Board) -> int:
    """How many holes stand in one row and are as high as signs; 0 where these are too few or too many."""
    turn = np.deg2rad(board.angle)
    levels: list[float] = []
    at = first
    while at >= 0:
        left, top, wide, high = _cv.boundingRect(contours[at])
        if SIGN_HEIGHT[0] * board.height <= high <= SIGN_HEIGHT[1] * board.height + wide * abs(np.sin(turn)) and wide < board.width / 3:
            x, y = left + wide / 2 - board.x, top + high / 2 - board.y
            levels.append(float(y * np.cos(turn) - x * np.sin(turn)))
        at = int(tree[at][0])
    row = [level for level in levels if abs(level - float(np.median(levels))) <= LEVEL * board.height]
    return len(row) if FEWEST_SIGNS <= len(row) <= MOST_SIGNS else 0


def _same(one: Board, other: Board) -> bool:
    return abs(one.x - other.x) < one.width / 4 and abs(one.y - other.y) < one.height and 0.6 < one.width / other.width < 1.7


def _stands_out(bgr: Pixels, board: Board) -> bool:
    """Whether around the board there is something else than more of its ground."""
    wide = straight(bgr, board, around=RING).astype(np.float32)
    inside = np.zeros(wide.shape[:2], bool)
    inside[RING:-RING, RING:-RING] = True
    ground = np.median(wide[inside], axis=0)
    # Its own edge is neither: a few rows next to it are left out.
    inside[RING - 4 : -RING + 4, RING - 4 : -RING + 4] = True
    return bool((np.abs(wide[~inside] - ground).max(axis=1) > APART).mean() >= MOSTLY)


def straight(bgr: Pixels, board: Board, *, around: int = 0) -> Pixels:
    """The board level and `CROP_HEIGHT` high, with `around` rows and columns of its surroundings."""
    scale = CROP_HEIGHT / board.height
    matrix = _cv.getRotationMatrix2D((board.x, board.y), board.angle, scale)
    width, height = int(board.width * scale) + 2 * around, CROP_HEIGHT + 2 * around
    matrix[:, 2] += (width / 2 - board.x, height / 2 - board.y)
    return _cv.warpAffine(np.ascontiguousarray(bgr), matrix, (width, height), flags=_cv.INTER_LINEAR, borderMode=_cv.BORDER_REPLICATE)


def _box(board: Board, size: tuple[int, int]) -> Box:
    corners = _cv.boxPoints(((board.x, board.y), (board.width, board.height), board.angle))
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return Box(max(0.0, float(left / size[0])), max(0.0, float(top / size[1])), min(1.0, right / size[0]), min(1.0, bottom / size[1]))


def _fitted(picture: Image.Image) -> Image.Image:
    small = picture.copy()
    small.thumbnail((SIDE, SIDE), Image.Resampling.BILINEAR)
    return small
