"""Path arithmetic for hand-drawn outlines: mirror a path, or complete a half profile to a turned body.

Paths use absolute M, L, Q, C and Z only, so that every number is one half of a point.
"""

from __future__ import annotations

import re

Point = tuple[float, float]
Segment = tuple[str, list[Point]]


def parse_path(path: str) -> list[Segment]:
    segments: list[Segment] = []
    for command, numbers in re.findall(r"([MLQCZ])([^MLQCZ]*)", path):
        values = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", numbers)]
        points = list(zip(values[::2], values[1::2], strict=True))
        step = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 1}[command]
        chunks = [points[start : start + step] for start in range(0, len(points), step)] or [[]]
        segments.extend((command, chunk) for chunk in chunks)
    return segments


def write_path(segments: list[Segment]) -> str:
    return " ".join(command + " ".join(f"{x:g} {y:g}" for x, y in points) for command, points in segments)


def flip(path: str, axis: float = 256) -> str:
    """The path mirrored at the vertical line x = `axis`."""
    return write_path([(command, [(2 * axis - x, y) for x, y in points]) for command, points in parse_path(path)])


def symmetric(half: str, axis: float = 256) -> str:
    """A closed outline from its left half, given from the top center to the bottom center."""
    segments = [segment for segment in parse_path(half) if segment[0] != "Z"]
    starts = [segments[0][1][-1], *(points[-1] for _, points in segments)]
    mirrored: list[Segment] = []
    for position in range(len(segments) - 1, 0, -1):
        command, points = segments[position]
        back = [*reversed(points[:-1]), starts[position]]
        mirrored.append((command, [(2 * axis - x, y) for x, y in back]))
    bottom = segments[-1][1][-1]
    return write_path([*segments, ("L", [(2 * axis - bottom[0], bottom[1])]), *mirrored, ("Z", [])])


def polygon(*points: Point) -> str:
    return "M" + " L".join(f"{x:g} {y:g}" for x, y in points) + " Z"


def oval(cx: float, cy: float, rx: float, ry: float) -> str:
    """An ellipse as four curves (so that it can be mirrored, clipped and shaded like any other path)."""
    kx, ky = rx * 0.5523, ry * 0.5523
    return (
        f"M{cx - rx:g} {cy:g} C{cx - rx:g} {cy - ky:g} {cx - kx:g} {cy - ry:g} {cx:g} {cy - ry:g} "
        f"C{cx + kx:g} {cy - ry:g} {cx + rx:g} {cy - ky:g} {cx + rx:g} {cy:g} "
        f"C{cx + rx:g} {cy + ky:g} {cx + kx:g} {cy + ry:g} {cx:g} {cy + ry:g} "
        f"C{cx - kx:g} {cy + ry:g} {cx - rx:g} {cy + ky:g} {cx - rx:g} {cy:g} Z"
    )


def round_rect(x: float, y: float, width: float, height: float, radius: float) -> str:
    right, bottom, r = x + width, y + height, min(radius, width / 2, height / 2)
    return (
        f"M{x + r:g} {y:g} L{right - r:g} {y:g} Q{right:g} {y:g} {right:g} {y + r:g} L{right:g} {bottom - r:g} "
        f"Q{right:g} {bottom:g} {right - r:g} {bottom:g} L{x + r:g} {bottom:g} Q{x:g} {bottom:g} {x:g} {bottom - r:g} "
        f"L{x:g} {y + r:g} Q{x:g} {y:g} {x + r:g} {y:g} Z"
    )
