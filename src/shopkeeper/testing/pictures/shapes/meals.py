"""Made-to-order food: pizza, soup, sushi, salad."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

import math

from shopkeeper.testing.pictures.color import mix, shade
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import motif
from shopkeeper.testing.pictures.registry import shape


def _scatter(pen: Pen, topic: str, count: int, radius: float, squash: float = 1.0) -> list[tuple[float, float, float]]:
    """Points in a disc around the origin, spread evenly, with a turn in degrees each."""
    points: list[tuple[float, float, float]] = []
    for i in range(count):
        angle = i * 2.39996 + pen.spec.number(topic) * 6
        reach = radius * math.sqrt((i + 0.5) / count) * (0.86 + 0.2 * pen.spec.number(f"{topic}{i}"))
        points.append((math.cos(angle) * reach, math.sin(angle) * reach * squash, 360 * pen.spec.number(f"{topic}t{i}")))
    return points


def _at(pen: Pen, part: str, x: float, y: float, turn: float = 0) -> str:
    return pen.group(part, move=f"translate({x:g} {y:g}) rotate({turn:g})")


@shape("pizza", color="#d9a054", accent="#c3392b", rest="flat")
def pizza(pen: Pen) -> str:
    edge = [
        (256 + math.cos(a) * (176 + 4 * math.sin(a * 7)), 256 + math.sin(a) * (176 + 4 * math.cos(a * 5)))
        for a in (i * math.tau / 72 for i in range(72))
    ]
    crust = pen.solid(polygon(*edge), depth=18, inside=pen.grain(0.3, "0.06"))
    sauce = pen.fill(oval(256, 256, 148, 148), pen.radial((0, "#d2532f"), (0.9, "#b23a1f"), (1, "#8f3016"), cx=0.5, cy=0.5, r=0.5))
    cheese = "".join(
        pen.soft(oval(256 + x, 256 + y, 34, 26), ("#f6dc8c", "#efcb6b")[i % 2], 5, 0.95)
        for i, (x, y, _) in enumerate(_scatter(pen, "cheese", 26, 132))
    )
    tops = ""
    kind = (
        "veg"
        if pen.says("veg", "garden", "verdura", "funghi")
        else "marg"
        if pen.says("margh")
        else "meat"
        if pen.says("salami", "pepperoni", "diavola")
        else pen.pick("top", "meat", "veg", "marg")
    )
    for i, (x, y, turn) in enumerate(_scatter(pen, "top", 13, 124)):
        px, py = 256 + x, 256 + y
        if kind == "meat":
            tops += pen.ball(oval(px, py, 23, 22), "#b5382d", inside=pen.grain(0.3, "0.2"), gloss=0.25) + pen.line(
                oval(px, py, 22, 21), "#7c2118", 2, opacity=0.7
            )
        elif kind == "veg":
            part = (
                pen.line("M-16 6 Q0 -16 16 6", "#4f8a3f", 7),
                pen.line(oval(0, 0, 14, 11), "#8a5f9a", 4),
                pen.fill("M-14 2 Q-14 -12 0 -12 Q14 -12 14 2 L5 4 L5 14 L-5 14 L-5 4 Z", "#d9c3a0")
                + pen.line("M-14 2 L14 2", "#8f7a5a", 2),
                pen.fill(oval(0, 0, 10, 10), "#2c2a2e") + pen.fill(oval(0, 0, 4, 4), "#b23a1f"),
            )[i % 4]
            tops += _at(pen, part, px, py, turn)
        elif i % 2:
            tops += pen.ball(oval(px, py, 25, 22), "#fdf6e3", gloss=0.4)
        else:
            tops += _at(
                pen,
                pen.solid("M0 -20 Q18 -6 0 20 Q-18 -6 0 -20 Z", "#4d8a3b", depth=4) + pen.line("M0 -16 L0 16", "#9fce85", 1.6),
                px,
                py,
                turn,
            )
    cuts = "".join(
        pen.line(
            f"M{256 - math.cos(a) * 172:g} {256 - math.sin(a) * 172:g} L{256 + math.cos(a) * 172:g} {256 + math.sin(a) * 172:g}",
            "#7a3416",
            2.2,
            opacity=0.45,
        )
        for a in (0.4, 0.4 + math.pi / 3, 0.4 + 2 * math.pi / 3)
    )
    board = pen.solid(oval(256, 256, 206, 206), "#9a6b3f", depth=10, inside=pen.grain(0.25, "0.01 0.2"))
    return board + crust + sauce + cheese + tops + cuts


def _bowl_from_above(pen: Pen, color: str) -> str:
    ring = pen.line(oval(256, 256, 170, 170), pen.accent, 5, opacity=0.9)
    return (
        pen.solid(oval(256, 256, 190, 190), color, depth=14)
        + ring
        + pen.fill(oval(256, 256, 158, 158), pen.linear((0, shade(color, -0.42)), (1, shade(color, -0.05)), angle="d"))
    )


@shape("soup_bowl", color="#d98b3a", accent="#2f5d6a", rest="flat")
def soup_bowl(pen: Pen) -> str:
    china = pen.pick("china", "#f3efe6", "#32414a", "#c7d3cf")
    broth = pen.fill(
        oval(256, 262, 148, 148),
        pen.radial((0, shade(pen.color, 0.18)), (0.8, pen.color), (1, shade(pen.color, -0.3)), cx=0.45, cy=0.4, r=0.6),
    )
    parts = ""
    if pen.says("ramen", "noodle", "udon", "pho", "laksa"):
        parts += "".join(
            pen.line(
                f"M{140 + i * 7} {200 + (i % 3) * 8} Q{220 + i * 3} {300 - i * 2} {170 + i * 9} {350 - (i % 4) * 8}",
                ("#f1d58b", "#e6c06a")[i % 2],
                6,
            )
            for i in range(20)
        )
        parts += (
            pen.ball(oval(310, 216, 44, 38), "#fbf7ee")
            + pen.fill(oval(310, 216, 22, 20), "#f0a62f")
            + "".join(pen.solid(round_rect(318, 268 + k * 22, 70, 18, 8), "#b57a52", depth=4) for k in range(3))
        )
        parts += "".join(
            _at(pen, pen.line(oval(0, 0, 8, 7), "#6fae4c", 5), 200 + x * 0.5, 220 + y * 0.5) for x, y, _ in _scatter(pen, "onion", 10, 90)
        ) + pen.solid(polygon((196, 130), (240, 124), (246, 196), (204, 200)), "#24382c", depth=4)
    else:
        parts += pen.soft_line("M170 250 Q230 190 290 250 Q330 290 350 240", "#fff4dc", 9, 2, 0.85)
        parts += "".join(
            _at(
                pen,
                (
                    pen.fill(round_rect(-9, -9, 18, 18, 4), "#e0803a"),
                    pen.fill(oval(0, 0, 8, 8), "#6b9a45"),
                    pen.fill("M0 -12 Q10 0 0 12 Q-10 0 0 -12 Z", "#4d8a3b"),
                    pen.fill(round_rect(-8, -8, 16, 16, 3), "#ecd08c"),
                )[i % 4],
                256 + x,
                264 + y,
                turn,
            )
            for i, (x, y, turn) in enumerate(_scatter(pen, "bits", 17, 118))
        )
    return (
        _bowl_from_above(pen, china)
        + broth
        + pen.clip(oval(256, 262, 148, 148), parts)
        + pen.soft("M150 190 Q200 130 290 130 Q210 160 166 220 Z", "#fff", 8, 0.4)
    )


@shape("salad_bowl", color="#7aa84f", accent="#c3392b", rest="flat")
def salad_bowl(pen: Pen) -> str:
    china = pen.pick("china", "#b98a55", "#f3efe6", "#3a4a52")
    leaves = ""
    for i, (x, y, turn) in enumerate(_scatter(pen, "leaf", 40, 136)):
        leaf = "M0 -40 Q20 -36 18 -16 Q34 -8 22 10 Q26 34 0 40 Q-26 34 -22 10 Q-34 -8 -18 -16 Q-20 -36 0 -40 Z"
        leaves += _at(
            pen,
            pen.solid(leaf, mix(shade(pen.color, (-0.25, 0.0, 0.15)[i % 3]), "#7d3a54", 0.6 if i % 9 == 4 else 0), depth=6)
            + pen.line("M0 -30 L0 30", "#e4f0c8", 1.8, opacity=0.7),
            256 + x,
            256 + y,
            turn,
        )
    bits = ""
    for i, (x, y, turn) in enumerate(_scatter(pen, "bits", 20, 118)):
        part = (
            pen.ball(oval(0, 0, 19, 17), pen.accent), pen.fill(oval(0, 0, 18, 17), "#5d8f3e") + pen.fill(oval(0, 0, 15, 14), "#e4f0c0"), pen.solid(round_rect(-12, -12, 24, 24, 4), "#fbf6ea", depth=4),
            pen.ball(oval(0, 0, 9, 9), "#2d2a2f"), pen.line(oval(0, 0, 18, 12), "#8e5aa0", 4),
        )[i % 5]  # fmt: skip
        bits += _at(pen, part, 256 + x, 256 + y, turn)
    return _bowl_from_above(pen, china) + pen.clip(oval(256, 256, 168, 168), leaves, bits)


@shape("sushi", color="#ef8a62", accent="#2c2f33", rest="flat")
def sushi(pen: Pen) -> str:
    board = pen.solid(round_rect(60, 130, 392, 264, 18), pen.accent, depth=10, inside=pen.grain(0.16, "0.3"))

    def maki(x: float, y: float, core: str) -> str:
        rice = pen.fill(oval(x, y, 33, 33), "#faf7ef") + "".join(
            pen.fill(oval(x + px, y + py, 4, 2.4), "#e6e0d2") for px, py, _ in _scatter(pen, f"rice{x}", 16, 28)
        )
        return pen.solid(oval(x, y + 5, 41, 41), "#141c19", depth=6) + rice + pen.ball(oval(x, y, 15, 14), core)

    def nigiri(x: float, y: float, fish: str) -> str:
        lines = "".join(pen.line(f"M{x - 38 + k * 20} {y - 24} L{x - 52 + k * 20} {y + 22}", "#fff1e6", 3, opacity=0.75) for k in range(5))
        return pen.solid(round_rect(x - 52, y - 16, 104, 46, 20), "#f8f4ea", depth=6, inside=pen.grain(0.1, "0.2")) + pen.solid(
            f"M{x - 60} {y + 6} Q{x - 54} {y - 30} {x} {y - 30} Q{x + 54} {y - 30} {x + 60} {y + 6} Q{x} {y + 26} {x - 60} {y + 6} Z",
            fish,
            depth=8,
            inside=lines,
        )

    veg = pen.says("veg", "avocado", "cucumber")
    cores = ("#7fb04f", "#e8c24a", "#9cc46a") if veg else (pen.color, "#d6493a", "#f0b04a")
    makis = "".join(maki(130 + i * 84, 206, cores[i % 3]) for i in range(4))
    others = (
        "".join(maki(130 + i * 84, 316, cores[(i + 1) % 3]) for i in range(4))
        if veg or pen.spec.number("set") < 0.4
        else nigiri(146, 316, pen.color)
        + nigiri(282, 316, mix(pen.color, "#c2353a", 0.6))
        + pen.ball(oval(394, 324, 26, 20), "#9cc46a")
        + pen.ball(oval(388, 284, 26, 15), "#f4b7a6")
    )
    sticks = "".join(
        pen.line(f"M{80 + i * 6} {416 + i * 16} L440 {404 + i * 16}", "#a9763f", 8)
        + pen.line(f"M{80 + i * 6} {414 + i * 16} L440 {402 + i * 16}", "#d6a669", 2.4)
        for i in range(2)
    )
    return board + makis + others + sticks + pen.group(motif(pen, 420, 152, 9, "#9a9da0"), opacity=0.8)
