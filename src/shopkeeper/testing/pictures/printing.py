"""What is printed on a pack: label panels, pack art and motifs; the back has small print and a barcode."""

# ruff: noqa: E501, PLR0917 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

import math

from shopkeeper.testing.pictures.color import ink_on, luminance, mix, shade
from shopkeeper.testing.pictures.fonts import Face, fit
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect
from shopkeeper.testing.pictures.pen import Pen

_HATCH = (2, 1, 3, 1, 1, 2, 1, 3, 2, 1, 1, 1, 2, 3, 1, 2, 1, 1, 3, 1)


def lines_of(
    pen: Pen, text: str, cx: float, cy: float, width: float, height: float, *, color: str, face: Face = "bold", largest: float = 44
) -> str:
    """Centered text that fills the box at most."""
    lines, size = fit(text, face, width, height, largest)
    first = cy - (len(lines) - 1) * size * 0.54 + size * 0.34
    return "".join(pen.text(line, cx, first + row * size * 1.08, size, face=face, color=color) for row, line in enumerate(lines))


def label(pen: Pen, x: float, y: float, width: float, height: float, *, paper: str = "", radius: float = 6, plain: bool = False) -> str:
    """A paper label with brand, name and motif; `plain` leaves the paper itself out."""
    sheet = paper or pen.pick("paper", "#f7f1e4", "#fbf9f4", shade(pen.accent, 0.82), shade(pen.accent, -0.45))
    ground = "" if plain else pen.fill(round_rect(x, y, width, height, radius), sheet)
    ink = ink_on(sheet)
    if pen.view == "back":
        return ground + small_print(pen, x, y, width, height, ink)
    loud = mix(pen.accent, ink, 0.15 if abs(luminance(pen.accent) - luminance(sheet)) > 0.25 else 0.6)
    cx, brand = x + width / 2, pen.spec.brand or pen.spec.initials
    face: Face = pen.pick("face", "bold", "serif", "bold")
    style = pen.pick("label", "motif", "band", "frame")
    parts = [ground]
    if style == "band":
        band = polygon((x, y + height * 0.72), (x + width, y + height * 0.72), (x + width, y + height), (x, y + height))
        parts.append(pen.clip(round_rect(x, y, width, height, radius), pen.fill(band, loud)))
        parts.append(
            lines_of(pen, brand.upper(), cx, y + height * 0.86, width * 0.8, height * 0.16, color=ink_on(loud), largest=height * 0.13)
        )
        parts.append(lines_of(pen, name_of(pen), cx, y + height * 0.38, width * 0.86, height * 0.56, color=ink, face=face))
        return "".join(parts)
    if style == "frame":
        parts.append(pen.line(round_rect(x + 5, y + 5, width - 10, height - 10, radius), loud, 1.6, opacity=0.8))
    parts.append(lines_of(pen, brand.upper(), cx, y + height * 0.15, width * 0.78, height * 0.14, color=loud, largest=height * 0.1))
    parts.append(lines_of(pen, name_of(pen), cx, y + height * 0.45, width * 0.84, height * 0.4, color=ink, face=face))
    parts.append(motif(pen, cx, y + height * 0.82, min(width, height) * 0.12, loud))
    return "".join(parts)


def name_of(pen: Pen) -> str:
    return pen.spec.label or pen.spec.shape.replace("_", " ").title()


def small_print(pen: Pen, x: float, y: float, width: float, height: float, ink: str) -> str:
    """Lines of text too small to read, and a barcode, as on the back of a pack."""
    parts: list[str] = []
    rows = max(3, int(height * 0.5 / 9))
    for row in range(rows):
        share = 0.6 + 0.4 * pen.spec.number(f"row{row}")
        top = y + height * 0.1 + row * 9
        parts.append(pen.line(f"M{x + width * 0.1:g} {top:g} L{x + width * (0.1 + 0.8 * share):g} {top:g}", ink, 2.4, opacity=0.5))
    return "".join(parts) + stripes(pen, x + width * 0.2, y + height * 0.68, width * 0.6, height * 0.22)


def stripes(pen: Pen, x: float, y: float, width: float, height: float) -> str:
    """A barcode-like block (decoration; real barcodes come from `documents`)."""
    unit, at, bars = width * 0.86 / (sum(_HATCH) * 1.0), x + width * 0.07, ""
    for position, bar in enumerate(_HATCH):
        if position % 2 == 0:
            bars += pen.fill(
                polygon((at, y + 4), (at + bar * unit, y + 4), (at + bar * unit, y + height - 4), (at, y + height - 4)), "#1c1a1a"
            )
        at += bar * unit
    return pen.fill(round_rect(x, y, width, height, 3), "#ffffff") + bars


def motif(pen: Pen, cx: float, cy: float, radius: float, color: str, topic: str = "motif") -> str:
    """A small sign that tells one product from another."""
    r = radius
    match pen.pick(topic, "sun", "leaf", "wave", "hills", "star", "drops", "rings"):
        case "sun":
            rays = "".join(
                pen.line(
                    f"M{cx + math.cos(a) * r * 0.95:g} {cy + math.sin(a) * r * 0.95:g} L{cx + math.cos(a) * r * 1.35:g} {cy + math.sin(a) * r * 1.35:g}",
                    color,
                    r * 0.16,
                )
                for a in (step * math.tau / 12 for step in range(12))
            )
            return pen.fill(oval(cx, cy, r * 0.68, r * 0.68), color) + rays
        case "leaf":
            leaf = f"M{cx} {cy + r} Q{cx - r * 1.3:g} {cy - r * 0.1:g} {cx} {cy - r * 1.1:g} Q{cx + r * 1.3:g} {cy - r * 0.1:g} {cx} {cy + r} Z"
            return pen.fill(leaf, color) + pen.line(f"M{cx} {cy + r * 1.3:g} L{cx} {cy - r * 0.6:g}", "#ffffff", r * 0.12, opacity=0.7)
        case "wave":
            return "".join(
                pen.line(
                    f"M{cx - r * 1.5:g} {y:g} Q{cx - r * 0.75:g} {y - r * 0.6:g} {cx:g} {y:g} Q{cx + r * 0.75:g} {y + r * 0.6:g} {cx + r * 1.5:g} {y:g}",
                    color,
                    r * 0.22,
                )
                for y in (cy - r * 0.6, cy, cy + r * 0.6)
            )
        case "hills":
            back = polygon((cx - r * 1.5, cy + r * 0.8), (cx - r * 0.4, cy - r), (cx + r * 0.7, cy + r * 0.8))
            front = polygon((cx - r * 0.4, cy + r * 0.8), (cx + r * 0.6, cy - r * 0.3), (cx + r * 1.5, cy + r * 0.8))
            return pen.fill(back, color, 0.6) + pen.fill(front, color)
        case "star":
            corners = [
                (
                    cx + math.sin(i * math.pi / 8) * r * (1.25 if i % 2 == 0 else 0.6),
                    cy - math.cos(i * math.pi / 8) * r * (1.25 if i % 2 == 0 else 0.6),
                )
                for i in range(16)
            ]
            return pen.fill(polygon(*corners), color)
        case "drops":
            return "".join(
                pen.fill(
                    f"M{x:g} {cy - r:g} Q{x + r * 0.7:g} {cy + r * 0.1:g} {x:g} {cy + r * 0.6:g} Q{x - r * 0.7:g} {cy + r * 0.1:g} {x:g} {cy - r:g} Z",
                    color,
                )
                for x in (cx - r, cx, cx + r)
            )
        case _:
            return "".join(pen.line(oval(cx, cy, r * f, r * f), color, r * 0.16) for f in (0.4, 0.8, 1.2))


def art(pen: Pen, x: float, y: float, width: float, height: float, color: str) -> str:
    """Large pack art behind the label (clip it to the face)."""
    right, bottom, cx = x + width, y + height, x + width / 2
    tone, deep = color, shade(color, -0.18)
    match pen.pick("art", "circle", "diagonal", "waves", "bands", "hills", "burst", "arch", "confetti"):
        case "circle":
            return pen.fill(oval(cx, y + height * 0.46, width * 0.42, width * 0.42), tone) + pen.line(
                oval(cx, y + height * 0.46, width * 0.48, width * 0.48), tone, 3, opacity=0.6
            )
        case "diagonal":
            return pen.fill(
                polygon((x, y + height * 0.2), (right, y - height * 0.05), (right, y + height * 0.42), (x, y + height * 0.72)), tone
            ) + pen.fill(
                polygon((x, y + height * 0.76), (right, y + height * 0.46), (right, y + height * 0.54), (x, y + height * 0.84)), deep
            )
        case "waves":
            return "".join(
                pen.fill(
                    f"M{x} {y + height * f:g} Q{x + width * 0.25:g} {y + height * (f - 0.09):g} {cx:g} {y + height * f:g} "
                    f"Q{x + width * 0.75:g} {y + height * (f + 0.09):g} {right:g} {y + height * f:g} L{right:g} {bottom:g} L{x} {bottom:g} Z",
                    shade(tone, 0.25 - i * 0.16),
                )
                for i, f in enumerate((0.58, 0.72, 0.86))
            )
        case "bands":
            return "".join(
                pen.fill(
                    polygon((x, y + height * f), (right, y + height * f), (right, y + height * (f + d)), (x, y + height * (f + d))), tone
                )
                for f, d in ((0.05, 0.05), (0.13, 0.02), (0.78, 0.17))
            )
        case "hills":
            return pen.fill(
                f"M{x} {y + height * 0.74:g} Q{x + width * 0.3:g} {y + height * 0.5:g} {x + width * 0.62:g} {y + height * 0.74:g} L{right} {bottom} L{x} {bottom} Z",
                tone,
            ) + pen.fill(
                f"M{x} {bottom} Q{x + width * 0.7:g} {y + height * 0.52:g} {right} {y + height * 0.72:g} L{right} {bottom} Z", deep
            )
        case "burst":
            rays = [
                polygon(
                    (cx, y + height * 0.42),
                    (cx + math.cos(a) * 500, y + height * 0.42 + math.sin(a) * 500),
                    (cx + math.cos(a + 0.2) * 500, y + height * 0.42 + math.sin(a + 0.2) * 500),
                )
                for a in (i * math.tau / 16 for i in range(16))
            ]
            return "".join(pen.fill(ray, tone, 0.55) for ray in rays)
        case "arch":
            return "".join(
                pen.fill(
                    f"M{cx - width * f:g} {bottom:g} L{cx - width * f:g} {y + height * 0.5:g} Q{cx - width * f:g} {y + height * (0.5 - f * 0.8):g} {cx:g} {y + height * (0.5 - f * 0.8):g} Q{cx + width * f:g} {y + height * (0.5 - f * 0.8):g} {cx + width * f:g} {y + height * 0.5:g} L{cx + width * f:g} {bottom:g} Z",
                    shade(tone, light),
                )
                for f, light in ((0.46, 0.3), (0.36, 0.0))
            )
        case _:
            dots = (
                (x + width * pen.spec.number(f"x{i}"), y + height * pen.spec.number(f"y{i}"), 5 + 16 * pen.spec.number(f"r{i}"))
                for i in range(16)
            )
            return "".join(pen.fill(oval(px, py, r, r), (tone, deep, shade(tone, 0.4))[i % 3], 0.9) for i, (px, py, r) in enumerate(dots))


def pack_face(pen: Pen, x: float, y: float, width: float, height: float, *, share: float = 0.52) -> str:
    """Art and label for the front of a pack; `share` is the label's part of the height."""
    sheet = label(pen, x + width * 0.1, y + height * (0.94 - share) * 0.55, width * 0.8, height * share, radius=min(12, width * 0.06))
    return (art(pen, x, y, width, height, pen.accent) if pen.view != "back" else "") + sheet
