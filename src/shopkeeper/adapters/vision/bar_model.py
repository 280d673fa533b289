"""How the bars of an EAN-13 or UPC-A look when they are blurred: drawn from the standard, compared with a measured profile.

A symbol is 95 modules: guard, six digits, center guard, six digits, guard (GS1 General Specifications 5.2.1). Blur reaches over a
digit's edges but hardly over a whole digit, so a profile is compared piecewise, each piece from the middle of one digit to the middle of
the next, with every pair of digits that may stand there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.floating]

SAMPLES = 3
"""Samples per module of a profile."""
QUIET = 3
"""Modules of white on either side that belong to a profile."""
DIGIT = 7
LENGTH = (95 + 2 * QUIET) * SAMPLES
FINE = 12
BLURS = (0.45, 0.75, 1.05, 1.4, 1.8, 2.3)
"""Standard deviations of the blur that are tried, in modules."""

_LEFT = "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011"
_ODD = np.array([[int(bit) for bit in word] for word in _LEFT.split()], np.float32)
_RIGHT: Floats = 1 - _ODD
_EVEN: Floats = _RIGHT[:, ::-1]
LEFT_WORDS, RIGHT_WORDS = np.concatenate([_ODD, _EVEN]), _RIGHT
"""Ten odd and ten even words stand left, ten right of the center."""
PARITIES = ("LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL")
"""Which left words are even tells the first digit; UPC-A has none, hence a first digit of 0."""
_GUARD, _CENTER = np.array([1, 0, 1], np.float32), np.array([0, 1, 0, 1, 0], np.float32)
_WHITE = np.zeros(QUIET, np.float32)
_HALF = DIGIT * SAMPLES // 2

LEFT_PAIR, CENTER_PAIR, RIGHT_PAIR, FIRST, LAST = "left", "center", "right", "first", "last"


def _pieces() -> tuple[tuple[str, int, int], ...]:
    """What each piece of a profile is of, and its samples."""
    wide, at = DIGIT * SAMPLES, (QUIET + 3) * SAMPLES
    found = [(FIRST, 0, at + _HALF)]
    for kind, between in (*[(LEFT_PAIR, 0)] * 5, (CENTER_PAIR, 5 * SAMPLES), *[(RIGHT_PAIR, 0)] * 5):
        found.append((kind, at + _HALF, at + wide + between + _HALF))
        at += wide + between
    return (*found, (LAST, at + _HALF, LENGTH))


PIECES = _pieces()


@dataclass(frozen=True, slots=True)
class Piece:
    """Every word or pair of words that may stand in one piece, as the blur leaves it: (words, samples), 1 = black."""

    drawn: Floats
    centered: Floats
    power: Floats


@cache
def pieces(blur: float) -> dict[str, Piece]:
    """What may stand in the pieces of a profile blurred by `blur` modules."""
    ends = DIGIT * SAMPLES - _HALF
    none = np.zeros(0, np.float32)
    first = np.concatenate([np.tile(np.concatenate([_WHITE, _GUARD]), (len(LEFT_WORDS), 1)), LEFT_WORDS], axis=1)
    last = np.concatenate([RIGHT_WORDS, np.tile(np.concatenate([_GUARD, _WHITE]), (len(RIGHT_WORDS), 1))], axis=1)
    drawn = {
        FIRST: _blurred(first, blur)[:, : (QUIET + 3) * SAMPLES + _HALF],
        LEFT_PAIR: _blurred(_pairs(LEFT_WORDS, none, LEFT_WORDS), blur)[:, _HALF:-ends],
        CENTER_PAIR: _blurred(_pairs(LEFT_WORDS, _CENTER, RIGHT_WORDS), blur)[:, _HALF:-ends],
        RIGHT_PAIR: _blurred(_pairs(RIGHT_WORDS, none, RIGHT_WORDS), blur)[:, _HALF:-ends],
        LAST: _blurred(last, blur)[:, _HALF:],
    }
    return {kind: _piece(lines) for kind, lines in drawn.items()}


def _piece(lines: Floats) -> Piece:
    centered = lines - lines.mean(axis=1, keepdims=True)
    return Piece(lines, centered, (centered**2).sum(axis=1))


def _pairs(first: Floats, between: Floats, second: Floats) -> Floats:
    count = len(first) * len(second)
    return np.concatenate([np.repeat(first, len(second), 0), np.tile(between, (count, 1)), np.tile(second, (len(first), 1))], axis=1)


def _blurred(modules: Floats, blur: float) -> Floats:
    """Lines of modules (n, modules) as samples (n, modules * SAMPLES) after a Gaussian blur."""
    reach = int(4 * blur * FINE) + 1
    bell = np.exp(-0.5 * (np.arange(-reach, reach + 1) / (blur * FINE)) ** 2)
    fine = np.pad(np.repeat(modules, FINE, axis=1), ((0, 0), (reach, reach)), mode="edge")
    size = fine.shape[1] + 2 * reach
    soft = np.fft.irfft(np.fft.rfft(fine, size) * np.fft.rfft(bell / bell.sum(), size), size)[
        :, 2 * reach : 2 * reach + modules.shape[1] * FINE
    ]
    return soft.reshape(len(modules), -1, FINE // SAMPLES).mean(axis=2).astype(np.float32)


def drawn(text: str, blur: float) -> Floats:
    """The whole profile (LENGTH) of thirteen digits."""
    left = [(_ODD if side == "L" else _EVEN)[int(digit)] for digit, side in zip(text[1:7], PARITIES[int(text[0])], strict=True)]
    right = [_RIGHT[int(digit)] for digit in text[7:]]
    return _blurred(np.concatenate([_WHITE, _GUARD, *left, _CENTER, *right, _GUARD, _WHITE])[None], blur)[0]


def costs_as_they_come(profiles: Floats, blur: float) -> list[Floats]:
    """For each piece (profiles, words): what no brightness and contrast of that word explains."""
    found: list[Floats] = []
    for kind, start, end in PIECES:
        part, piece = profiles[:, start:end], pieces(blur)[kind]
        centered = part - part.mean(axis=1, keepdims=True)
        alike = np.maximum(centered @ piece.centered.T, 0)
        found.append((centered**2).sum(axis=1, keepdims=True) - alike * alike / piece.power)
    return found


def costs_as_drawn(profiles: Floats, blur: float) -> list[Floats]:
    """The same for profiles whose white is 0 and whose black is 1 already: then contrast itself tells words apart."""
    found: list[Floats] = []
    for kind, start, end in PIECES:
        part, words = profiles[:, start:end], pieces(blur)[kind].drawn
        found.append((part**2).sum(axis=1, keepdims=True) - 2 * part @ words.T + (words**2).sum(axis=1))
    return found


def power(profiles: Floats) -> Floats:
    """What there is to explain in each profile, piece by piece."""
    found = np.full(len(profiles), 1e-6, np.float32)
    for _, start, end in PIECES:
        found += profiles[:, start:end].var(axis=1) * (end - start)
    return found
