"""Things for cats and dogs."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

from shopkeeper.testing.pictures.color import ink_on, mix, shade
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.registry import shape


def _paw(pen: Pen, x: float, y: float, size: float, color: str) -> str:
    toes = "".join(
        pen.fill(oval(x + dx * size, y + dy * size, size * 0.24, size * 0.3), color)
        for dx, dy in ((-0.72, -0.3), (-0.28, -0.75), (0.28, -0.75), (0.72, -0.3))
    )
    return pen.fill(oval(x, y + size * 0.22, size * 0.56, size * 0.46), color) + toes


@shape("pet_bowl", color="#6f9bb0", accent="#f4f0e6")
def pet_bowl(pen: Pen) -> str:
    body = symmetric("M256 268 L136 268 L84 394 Q140 424 256 426")
    food = "".join(
        pen.ball(oval(150 + (i * 37) % 212, 258 + (i * 13) % 16, 14, 10), ("#9a6a3c", "#b58350", "#7d5430")[i % 3], gloss=0.3)
        for i in range(34)
    )
    mouth = pen.fill(oval(256, 268, 120, 27), shade(pen.color, -0.45)) + pen.clip(
        "M136 200 L376 200 L376 268 Q366 294 256 295 Q146 294 136 268 Z", food
    )
    weave = pen.weave(pen.pick("deco", "plain", "stripe", "dots"), shade(pen.color, 0.22))
    return (
        pen.turned(body, inside=weave + ("" if pen.view == "back" else _paw(pen, 256, 356, 38, pen.accent)))
        + pen.metal(oval(256, 268, 124, 30), mix("#d5d8db", pen.color, 0.3), across=True)
        + mouth
    )


@shape("pet_bed", color="#9a8a78", accent="#efe6d6")
def pet_bed(pen: Pen) -> str:
    outer, inner = oval(256, 318, 192, 106), oval(256, 306, 132, 62)
    back = pen.solid(
        outer, depth=26, inside=pen.grain(0.24, "0.3"), pattern=pen.spec.pattern or pen.pick("deco", "plain", "plain", "check")
    )
    nest = pen.fill(inner, pen.linear((0, shade(pen.accent, -0.3)), (1, shade(pen.accent, 0.1)))) + pen.clip(inner, pen.grain(0.28, "0.25"))
    lip = pen.solid(
        "M70 320 Q90 420 256 424 Q422 420 442 320 Q420 372 256 376 Q92 372 70 320 Z",
        shade(pen.color, 0.05),
        depth=16,
        inside=pen.grain(0.24, "0.3"),
    )
    tufts = "".join(
        pen.soft_line(f"M{x} {y} L{256 + (x - 256) * 0.8:g} {y - 30}", shade(pen.color, -0.6), 3, 2, 0.45)
        for x, y in ((130, 386), (192, 410), (256, 416), (320, 410), (382, 386))
    )
    return (
        back
        + nest
        + lip
        + tufts
        + pen.solid(round_rect(230, 386, 54, 28, 5), pen.accent, depth=3)
        + _paw(pen, 257, 401, 10, shade(pen.color, -0.3))
    )


@shape("leash", color="#b5483f", accent="#c9a75c", rest="flat")
def leash(pen: Pen) -> str:
    if pen.says("collar", "halsband"):
        ring = oval(256, 250, 148, 116)
        tag = pen.metal(oval(256, 402, 30, 30), pen.accent) + pen.mark(256, 402, 14, shade(pen.accent, -0.5), ring=False)
        return (
            pen.line(ring, shade(pen.color, -0.4), 42)
            + pen.line(ring, pen.color, 36)
            + pen.line(ring, shade(pen.color, 0.45), 2, dash="6 5")
            + pen.line(ring, shade(pen.accent, 0.2), 8, dash="0.1 40")
            + pen.metal(round_rect(116, 126, 64, 52, 8), pen.accent)
            + pen.metal(oval(256, 370, 12, 12))
            + tag
        )
    if pen.says("harness", "geschirr"):
        webbing = "".join(
            pen.line(path, tone, width)
            for path in (
                "M140 150 Q256 90 372 150 L330 300 Q256 330 182 300 Z",
                "M256 122 L256 316",
                "M182 300 Q90 330 110 420 Q256 460 402 420 Q422 330 330 300",
            )
            for tone, width in ((shade(pen.color, -0.45), 40), (pen.color, 34), (shade(pen.color, 0.4), 2))
        )
        vest = pen.solid(
            symmetric("M256 168 Q216 170 214 200 L206 282 Q214 312 256 316"), pen.accent, depth=14, inside=pen.grain(0.2, "0.4")
        )
        buckles = "".join(pen.solid(round_rect(x, 396, 48, 40, 8), "#2d3136", depth=5) for x in (128, 336))
        return webbing + vest + _paw(pen, 256, 246, 28, ink_on(pen.accent)) + buckles + pen.metal(oval(256, 118, 16, 14))
    path = "M150 128 Q250 80 300 150 Q330 210 250 250 Q130 300 170 370 Q230 430 330 370 Q400 320 372 262"
    loop = "M150 128 Q80 150 92 214 Q110 262 162 226 Q196 180 150 128 Z"
    strands = "".join(
        pen.line(d, tone, w)
        for d in (loop, path)
        for tone, w in ((shade(pen.color, -0.4), 22), (pen.color, 17), (shade(pen.color, 0.4), 2))
    )
    weave = pen.line(path, shade(pen.accent, 0.1), 5, dash="2 14") if pen.spec.number("rope") < 0.6 else ""
    hook = (
        pen.line("M372 262 Q366 226 384 206", "#9aa0a6", 11)
        + pen.line(oval(392, 176, 17, 29), "#c2c6cb", 9)
        + pen.metal(round_rect(358, 244, 30, 30, 6), pen.accent)
    )
    return strands + weave + hook + pen.solid(round_rect(150, 150, 42, 28, 5), pen.accent, depth=3)


@shape("cat_tree", color="#cbb89c", accent="#6f9bb0")
def cat_tree(pen: Pen) -> str:
    def post(x: float, top: float, bottom: float) -> str:
        rope = "".join(pen.line(f"M{x - 20} {y} L{x + 20} {y + 5}", "#a58a5c", 2.4, opacity=0.8) for y in range(int(top), int(bottom), 6))
        return pen.turned(polygon((x - 18, top), (x + 18, top), (x + 18, bottom), (x - 18, bottom)), "#d1b88a", inside=rope)

    def deck(cx: float, y: float, rx: float) -> str:
        return pen.solid(
            f"M{cx - rx} {y} L{cx + rx} {y} L{cx + rx} {y + 17} Q{cx} {y + 31} {cx - rx} {y + 17} Z", shade(pen.color, -0.12), depth=6
        ) + pen.solid(oval(cx, y, rx, 19), shade(pen.color, 0.12), depth=6, inside=pen.grain(0.2, "0.4"))

    cave = pen.box(196, 300, 128, 98, depth=44, face=pen.fill(oval(256, 350, 37, 37), "#4a3d32") + pen.grain(0.2, "0.4"))
    hammock = pen.solid("M118 214 Q160 282 214 214 Q166 226 118 214 Z", pen.accent, depth=7)
    ball = pen.line("M366 168 L366 226", "#8a7a60", 2.4) + pen.ball(oval(366, 240, 15, 15), pen.accent)
    return (
        post(156, 214, 408)
        + post(340, 150, 408)
        + cave
        + deck(256, 408, 172)
        + deck(178, 204, 84)
        + hammock
        + post(256, 96, 196)
        + deck(312, 148, 92)
        + pen.solid("M226 92 Q230 50 290 54 Q348 50 352 92 Q290 118 226 92 Z", pen.accent, depth=10, inside=pen.grain(0.25, "0.4"))
        + ball
    )


@shape("pet_toy", color="#e07a4c", accent="#3f8a8a")
def pet_toy(pen: Pen) -> str:
    kind = (
        "rope"
        if pen.says("rope", "tug")
        else "bone"
        if pen.says("bone", "chew", "dental", "stick", "snack", "treat")
        else "mouse"
        if pen.says("mouse", "catnip", "cat")
        else "ball"
        if pen.says("ball", "fetch")
        else "wand"
        if pen.says("wand", "feather")
        else pen.pick("kind", "ball", "bone", "rope", "mouse")
    )
    if kind == "bone":
        bone = "M150 276 Q110 256 126 222 Q152 200 178 230 L336 230 Q360 200 388 222 Q402 256 364 276 Q402 298 388 330 Q360 352 336 322 L178 322 Q152 352 126 330 Q110 298 150 276 Z"
        return pen.group(
            pen.solid(bone, depth=22) + pen.mark(256, 276, 22, ink_on(pen.color), ring=False), move="rotate(-14 256 276) translate(0 60)"
        )
    if kind == "rope":
        twist = "".join(
            pen.group(
                pen.solid(oval(0, 0, 21, 33), (pen.color, pen.accent, "#f1e6d0")[i % 3], depth=7),
                move=f"translate({150 + i * 24} {356 - i * 8}) rotate(38)",
            )
            for i in range(10)
        )
        tassels = "".join(
            pen.line(f"M{x} {y} L{x + dx * 44 + k * 6} {y + 24 + k * 7 - 20}", (pen.color, pen.accent, "#f1e6d0")[(k + 3) % 3], 8)
            for x, y, dx in ((124, 366, -1), (392, 276, 1))
            for k in range(-3, 4)
        )
        return (
            tassels
            + twist
            + pen.ball(oval(132, 364, 38, 36), pen.color, inside=pen.grain(0.3, "0.2"))
            + pen.ball(oval(386, 280, 38, 36), pen.accent, inside=pen.grain(0.3, "0.2"))
        )
    if kind == "mouse":
        body = "M120 390 Q110 280 236 268 Q350 268 410 372 Q414 392 396 396 Z"
        return (
            pen.line("M126 380 Q60 370 74 300 Q90 260 60 230", pen.accent, 9)
            + pen.solid(body, inside=pen.grain(0.3, "0.3"))
            + pen.solid(oval(316, 276, 36, 38), pen.accent, depth=8)
            + pen.fill(oval(318, 280, 21, 23), shade(pen.accent, 0.4))
            + pen.ball(oval(366, 346, 8, 9), "#241c18")
            + pen.ball(oval(408, 382, 11, 9), "#d97a8a")
            + "".join(pen.line(f"M392 376 L440 {356 + i * 18}", "#6b5f52", 1.8) for i in range(3))
        )
    if kind == "wand":
        feathers = "".join(
            pen.group(
                pen.solid("M0 0 Q22 -50 0 -116 Q-22 -50 0 0 Z", (pen.color, pen.accent, "#efc14f")[i % 3], depth=6)
                + pen.line("M0 0 L0 -100", "#fff", 1.6, opacity=0.6),
                move=f"translate(344 236) rotate({-150 + i * 30})",
            )
            for i in range(5)
        )
        return (
            pen.line("M96 420 L300 110", "#a9763f", 9)
            + pen.line("M300 110 Q400 120 344 236", "#8a7a60", 3)
            + feathers
            + pen.ball(oval(344, 234, 14, 14), pen.accent)
        )
    seam = pen.line("M150 190 Q260 260 180 410", "#f6f1e4", 9) + pen.line("M380 220 Q270 290 350 420", "#f6f1e4", 9)
    return pen.ball(oval(262, 300, 124, 124), inside=seam + pen.grain(0.24, "0.4")) + pen.ball(
        oval(396, 376, 52, 52), pen.accent, inside=pen.line("M352 356 Q396 376 440 350", "#f6f1e4", 5) + pen.grain(0.24, "0.4")
    )
