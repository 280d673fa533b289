"""Lamps, cushions, vases and the rest of a living room."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

import math

from shopkeeper.testing.pictures.color import ink_on, mix, shade
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import label, motif
from shopkeeper.testing.pictures.registry import shape


@shape("candle", color="#ede3d0", accent="#8a5a44")
def candle(pen: Pen) -> str:
    flame = (
        pen.soft(oval(256, 138, 44, 60), "#ffd277", 22, 0.55)
        + pen.fill(
            symmetric("M256 88 Q230 132 236 152 Q242 168 256 168"),
            pen.radial((0, "#fffbe0"), (0.5, "#ffd45c"), (1, "#f08a24"), cx=0.5, cy=0.75, r=0.6),
        )
        + pen.line("M256 160 L256 196", "#3a2d26", 4)
    )
    if pen.says("pillar", "taper", "stick"):
        return (
            flame
            + pen.turned(
                symmetric("M256 196 L196 190 L192 420 Q220 432 256 432"),
                inside=pen.soft("M200 190 Q206 250 214 262 Q222 240 226 192 Z", "#fff", 2, 0.6),
            )
            + pen.fill(oval(256, 192, 60, 14), shade(pen.color, 0.35))
        )
    tumbler = symmetric("M256 184 L160 184 L166 410 Q170 430 256 430")
    wax = pen.fill("M150 232 Q256 262 362 232 L362 440 L150 440 Z", pen.color) + label(pen, 196, 278, 120, 106, paper="#fbf8f1", radius=3)
    return (
        flame
        + pen.turned(tumbler, mix(pen.accent, "#ffffff", 0.55), inside=wax, gloss=0.8)
        + pen.line(oval(256, 184, 96, 19), "#fff", 3, opacity=0.8)
        + pen.fill(oval(256, 186, 92, 16), "#fff", 0.25)
    )


@shape("lamp", color="#e8dcc3", accent="#3b4a54")
def lamp(pen: Pen) -> str:
    glow = pen.soft(oval(256, 200, 130, 90), "#ffe2a0", 34, 0.5)
    if pen.says("desk", "reading", "arm"):
        arm = pen.line("M216 404 L160 262 L284 150", shade(pen.accent, -0.3), 15) + pen.line("M216 404 L160 262 L284 150", pen.accent, 10)
        head = pen.ball("M262 128 Q300 92 350 118 L404 214 Q330 250 262 204 Z", pen.color) + pen.fill(
            "M262 204 Q330 252 404 214 Q350 196 262 204 Z", "#fff0bf"
        )
        return (
            pen.soft("M270 216 L400 220 L440 380 L250 390 Z", "#ffe9b0", 26, 0.55)
            + arm
            + pen.ball(oval(160, 262, 13, 13), pen.accent)
            + head
            + pen.turned(symmetric("M216 396 L140 402 Q136 422 150 424 L216 426", axis=216), pen.accent)
        )
    base = pen.pick(
        "base",
        "M256 290 Q216 300 206 350 Q210 396 240 408 L206 414 L206 426 L256 426",
        "M256 290 L246 290 L246 404 L186 410 L186 426 L256 426",
        "M256 290 Q236 300 240 330 Q206 340 206 372 Q210 402 240 408 L200 414 L200 426 L256 426",
    )
    wide = pen.between("shade", 100, 136)
    hood = symmetric(f"M256 96 L{256 - wide * 0.62:g} 96 L{256 - wide:g} 286 Q200 300 256 300")
    trim = pen.line(f"M{256 - wide:g} 284 Q256 312 {256 + wide:g} 284", pen.accent, 4, opacity=0.7)
    lit = pen.fill(hood, pen.radial((0, "#fff6d8", 0.85), (0.6, "#ffe7a6", 0.3), (1, "#ffe7a6", 0), cx=0.5, cy=0.75, r=0.6))
    return (
        glow
        + pen.turned(symmetric(base), pen.accent)
        + pen.turned(hood, gloss=0.1, inside=pen.grain(0.1, "0.6") + pen.weave(pen.spec.pattern or "plain", pen.accent))
        + lit
        + trim
    )


@shape("cushion", color="#b9683f", rest="flat")
def cushion(pen: Pen) -> str:
    wide = 1.0 if pen.spec.number("form") < 0.6 else 0.74
    top, bottom = 256 - 166 * wide, 256 + 166 * wide
    body = symmetric(
        f"M256 {top + 16:g} Q160 {top + 16:g} 84 {top - 6:g} Q112 256 84 {bottom + 6:g} Q160 {bottom - 16:g} 256 {bottom - 16:g}"
    )
    piping = pen.line(body, pen.accent if pen.spec.number("piping") < 0.5 else shade(pen.color, -0.2), 6)
    dimples = pen.soft_line(f"M104 {top + 16:g} Q160 {top + 60:g} 190 {top + 90:g}", shade(pen.color, -0.7), 10, 9, 0.35) + pen.soft_line(
        f"M408 {bottom - 16:g} Q350 {bottom - 60:g} 320 {bottom - 90:g}", shade(pen.color, -0.7), 10, 9, 0.35
    )
    sign = motif(pen, 256, 256, 52, pen.accent) if pen.spec.pattern is None and pen.spec.number("sign") < 0.35 else ""
    weave = pen.spec.pattern or ("plain" if sign else pen.pattern(plain_share=0.1))
    return piping + pen.solid(body, depth=34, pattern=weave, inside=pen.grain(0.14, "0.5") + sign + dimples)


@shape("blanket", color="#8d9a7e", rest="flat")
def blanket(pen: Pen) -> str:
    weave = pen.pattern(plain_share=0.15)
    layers = "".join(
        pen.group(
            pen.solid(
                round_rect(92, 0, 328, 72, 34), shade(pen.color, 0.06 * (i - 1)), pattern=weave, depth=14, inside=pen.grain(0.18, "0.4")
            ),
            move=f"translate(0 {320 - i * 62})",
        )
        for i in range(4)
    )
    flap = pen.solid(
        "M120 122 Q250 110 392 122 Q410 140 402 200 L394 356 L262 366 L254 190 L120 190 Q96 150 120 122 Z",
        shade(pen.color, 0.1),
        pattern=weave,
        inside=pen.grain(0.18, "0.4"),
    )
    fringe = "".join(
        pen.line(f"M{268 + i * 9} {364 - i * 0.7:g} L{266 + i * 9} {396 - i * 0.7:g}", (pen.color, pen.accent)[i % 2], 4) for i in range(15)
    )
    return layers + fringe + flap


@shape("towel", color="#dfe5e6", rest="flat")
def towel(pen: Pen) -> str:
    bands = "".join(
        pen.fill(polygon((90, y), (430, y), (430, y + h), (90, y + h)), pen.accent)
        for y, h in pen.pick("bands", ((330, 22), (362, 6)), ((318, 8), (336, 8), (354, 8)), ((340, 40),))
    )
    if pen.says("kitchen", "tea", "dish"):
        cloth = pen.solid(
            "M132 92 L380 92 L388 410 Q256 420 124 410 Z",
            pattern=pen.pattern(plain_share=0.05),
            inside=pen.grain(0.12, "0.5")
            + bands
            + pen.soft_line("M216 100 L210 410", "#1a1420", 5, 6, 0.3)
            + pen.soft_line("M300 100 L306 410", "#fff", 6, 6, 0.5),
        )
        return cloth + pen.line("M250 92 Q256 66 262 92", pen.accent, 5)
    rolls = "".join(
        pen.group(
            pen.solid(round_rect(96, 0, 320, 88, 42), shade(pen.color, 0.05 * i), depth=16, inside=pen.grain(0.24, "0.5")),
            pen.seam("M110 44 Q256 52 404 44", 2, 0.25),
            move=f"translate(0 {110 + (2 - i) * 80})",
        )
        for i in range(2)
    )
    top = pen.solid(round_rect(92, 108, 328, 282, 40), depth=20, inside=pen.grain(0.26, "0.5") + bands)
    return rolls + top + pen.mark(256, 214, 24, shade(pen.accent, 0.1))


@shape("vase", color="#88a3a8")
def vase(pen: Pen) -> str:
    half = pen.pick(
        "form", "M256 120 L216 120 Q226 190 176 250 Q132 330 196 414 Q206 430 256 430", "M256 110 L226 110 L226 216 Q150 250 146 330 Q148 414 210 428 L256 430",
        "M256 130 L186 130 Q206 240 190 320 Q188 400 206 426 L256 430", "M256 116 L200 116 Q232 150 222 184 Q140 210 150 310 Q166 410 216 428 L256 430",
    )  # fmt: skip
    body = symmetric(half)
    top, mouth = (float(number) for number in (half.split()[1], half.split()[2][1:]))
    band = pen.weave(pen.spec.pattern or pen.pick("deco", "plain", "stripe", "plain", "dots"), pen.accent)
    dip = pen.fill("M80 330 Q170 360 256 330 Q340 300 440 336 L440 450 L80 450 Z", pen.accent, 0.85) if pen.spec.number("dip") < 0.4 else ""
    stems = ""
    for i, (dx, dy) in enumerate(((-70, -70), (-20, -96), (40, -84), (84, -54))):
        stems += pen.line(f"M256 {top + 6:g} Q{256 + dx * 0.3:g} {top + dy * 0.6:g} {256 + dx:g} {top + dy:g}", "#a08a55", 3)
        stems += "".join(
            pen.group(
                pen.fill(oval(0, 0, 5, 13), ("#d9c08a", "#c9a86a")[(i + k) % 2]),
                move=f"translate({256 + dx * (1 - k * 0.12):g} {top + dy * (1 - k * 0.14):g}) rotate({dx * 0.5 + (40 if k % 2 else -40)})",
            )
            for k in range(5)
        )
    return (
        (stems if pen.spec.number("stems") < 0.5 else "")
        + pen.turned(body, inside=band + dip + pen.grain(0.08, "0.5"))
        + pen.fill(oval(256, top, 256 - mouth, 9), shade(pen.color, -0.55))
        + pen.line(oval(256, top, 256 - mouth, 9), shade(pen.color, 0.4), 3)
    )


@shape("clock", color="#f4efe4", accent="#2f3a44", rest="flat")
def clock(pen: Pen) -> str:
    rim = (
        pen.solid(oval(256, 256, 172, 172), pen.accent, depth=12)
        if pen.spec.number("rim") < 0.7
        else pen.solid(oval(256, 256, 172, 172), "#c79a63", depth=12, inside=pen.grain(0.2, "0.01 0.2"))
    )
    face = pen.fill(
        oval(256, 256, 150, 150), pen.linear((0, shade(pen.color, -0.12)), (0.3, pen.color), (1, shade(pen.color, 0.3)), angle="d")
    )
    ink = ink_on(pen.color)
    ticks = ""
    for hour in range(12):
        a = hour * math.tau / 12
        inner = 118 if hour % 3 else 108
        ticks += pen.line(
            f"M{256 + math.sin(a) * inner:g} {256 - math.cos(a) * inner:g} L{256 + math.sin(a) * 134:g} {256 - math.cos(a) * 134:g}",
            ink,
            4 if hour % 3 else 8,
        )
    hands = pen.line("M256 262 L198 212", ink, 9) + pen.line("M250 268 L330 176", ink, 6) + pen.line("M262 226 L240 342", "#c8553d", 3)
    return rim + face + ticks + pen.mark(256, 320, 12, ink, ring=False) + hands + pen.ball(oval(256, 256, 9, 9), pen.accent)


@shape("plant", color="#4f8a52", accent="#c9764f")
def plant(pen: Pen) -> str:
    pot = pen.turned(
        symmetric("M256 306 L180 306 L196 416 Q204 430 256 430"),
        pen.accent,
        inside=pen.weave(pen.pick("pot", "plain", "stripe", "dots"), shade(pen.accent, 0.35)),
    ) + pen.turned(symmetric("M256 290 L172 290 L172 322 Q210 334 256 334"), pen.accent)
    soil = pen.fill(oval(256, 292, 78, 14), "#3b2a20")
    leaves = ""
    kind = (
        "cactus"
        if pen.says("cactus", "succulent", "aloe")
        else "tall"
        if pen.says("snake", "sansevieria")
        else "herb"
        if pen.says("basil", "herb", "mint", "parsley")
        else pen.pick("leaf", "fan", "round", "tall")
    )
    count = {"fan": 11, "round": 15, "tall": 8, "herb": 24, "cactus": 0}[kind]
    for i in range(count):
        angle = (i / max(1, count - 1) - 0.5) * (2.5 if kind != "tall" else 1.1)
        reach = 120 + 80 * pen.spec.number(f"leaf{i}") if kind != "tall" else 150 + 60 * pen.spec.number(f"leaf{i}")
        x, y = 256 + math.sin(angle) * reach, 290 - math.cos(angle) * reach
        tone = shade(pen.color, (-0.22, 0.0, 0.14)[i % 3])
        if kind in ("round", "herb"):
            size = 34 if kind == "round" else 24
            leaves += pen.line(f"M256 292 Q{256 + (x - 256) * 0.3:g} {y + 60:g} {x:g} {y:g}", shade(pen.color, -0.3), 3.4) + pen.ball(
                oval(x, y, size, size * 0.82), tone, gloss=0.3
            )
        else:
            side = 26 if kind == "fan" else 20
            blade = (
                f"M256 294 Q{(256 + x) / 2 - side:g} {(290 + y) / 2:g} {x:g} {y:g} Q{(256 + x) / 2 + side:g} {(290 + y) / 2:g} 256 294 Z"
            )
            leaves += pen.solid(blade, tone, depth=5) + pen.line(f"M256 292 L{x:g} {y:g}", shade(pen.color, 0.4), 1.6, opacity=0.6)
    if kind == "cactus":
        leaves = (
            pen.turned(round_rect(216, 130, 80, 180, 40))
            + pen.turned(round_rect(150, 190, 50, 84, 25))
            + pen.turned(round_rect(312, 170, 50, 84, 25))
            + "".join(pen.line(f"M{x} 140 L{x} 290", shade(pen.color, 0.4), 2, dash="2 12") for x in (232, 256, 280))
            + pen.ball(oval(256, 128, 18, 14), "#e07f95")
        )
        return leaves + soil + pot
    return soil + leaves + pot


@shape("frame", color="#b98d5b", rest="flat")
def frame(pen: Pen) -> str:
    x, y, width, height = pen.pick("format", (116, 76, 280, 360), (76, 116, 360, 280), (96, 96, 320, 320))
    border = 26
    outer = pen.solid(round_rect(x, y, width, height, 3), depth=8, inside=pen.grain(0.2, "0.01 0.2"))
    mat = pen.fill(round_rect(x + border, y + border, width - border * 2, height - border * 2, 0), "#fbf8f2")
    px, py, pw, ph = x + 64, y + 64, width - 128, height - 128
    window = polygon((px, py), (px + pw, py), (px + pw, py + ph), (px, py + ph))
    sky = pen.fill(window, pen.linear((0, shade(pen.accent, 0.75)), (1, shade(pen.accent, 0.45))))
    sun = pen.fill(oval(px + pw * pen.between("sun", 0.25, 0.75), py + ph * 0.36, pw * 0.16, pw * 0.16), mix("#f3c35c", pen.accent, 0.2))
    hills = "".join(
        pen.fill(
            f"M{px} {py + ph * f:g} Q{px + pw * pen.between(f'h{i}', 0.2, 0.8):g} {py + ph * (f - 0.24):g} {px + pw} {py + ph * (f + 0.04):g} L{px + pw} {py + ph} L{px} {py + ph} Z",
            shade(pen.accent, 0.25 - i * 0.25),
        )
        for i, f in enumerate((0.6, 0.74, 0.88))
    )
    return (
        outer
        + mat
        + pen.clip(window, sky, sun, hills)
        + pen.line(window, "#1a1420", 1.2, opacity=0.3)
        + pen.soft(polygon((x + 40, y + 40), (x + 110, y + 40), (x + 60, y + height - 60), (x + 40, y + height - 60)), "#fff", 8, 0.3)
    )


@shape("basket", color="#b98a4e")
def basket(pen: Pen) -> str:
    body = symmetric("M256 214 L112 214 L142 404 Q160 426 256 426")
    rows = ""
    for row in range(11):
        y = 214 + row * 20
        rows += "".join(
            pen.ball(
                round_rect(96 + column * 32 + (16 if row % 2 else 0), y, 31, 19, 8),
                shade(pen.color, (0.1, -0.06, -0.16)[(row + column) % 3]),
                gloss=0.3,
            )
            for column in range(11)
        )
    stripe = pen.fill(polygon((90, 300), (422, 300), (422, 342), (90, 342)), pen.accent, 0.55)
    loop = (
        "M150 220 Q160 70 256 70 Q352 70 362 220"
        if pen.spec.number("handle") < 0.5
        else "M92 262 Q70 220 116 226 M420 262 Q442 220 396 226"
    )
    return (
        pen.line(loop, shade(pen.color, -0.4), 17)
        + pen.line(loop, pen.color, 12)
        + pen.line(loop, shade(pen.color, 0.4), 3, dash="8 8")
        + pen.turned(body, inside=rows + stripe, gloss=0.1)
        + pen.fill(oval(256, 214, 146, 26), shade(pen.color, -0.6))
        + pen.line(oval(256, 214, 146, 26), shade(pen.color, 0.1), 12)
        + pen.line(oval(256, 214, 146, 26), shade(pen.color, -0.3), 2, dash="9 6")
    )


@shape("fan", color="#eef0f0", accent="#5b8a94")
def fan(pen: Pen) -> str:
    blades = "".join(
        pen.group(
            pen.fill("M256 206 Q196 176 206 116 Q270 96 276 190 Z", pen.linear((0, shade(pen.accent, 0.45)), (1, pen.accent)), 0.9),
            move=f"rotate({i * 90 + 20} 256 206)",
        )
        for i in range(4)
    )
    wires = "".join(
        pen.line(f"M256 206 L{256 + math.cos(a) * 128:g} {206 + math.sin(a) * 128:g}", "#9aa2a6", 1.3, opacity=0.7)
        for a in (i * math.tau / 36 for i in range(36))
    )
    rings = "".join(pen.line(oval(256, 206, r, r), "#9aa2a6", w, opacity=0.9) for r, w in ((128, 7), (96, 1.4), (64, 1.4)))
    foot = pen.turned(symmetric("M256 330 L246 330 L246 404 L256 404"), pen.color) + pen.turned(
        symmetric("M256 398 L172 406 Q160 428 180 430 L256 432"), pen.color
    )
    knobs = "".join(pen.fill(oval(x, 416, 5, 4), pen.accent) for x in (236, 256, 276))
    return (
        foot
        + pen.fill(oval(256, 206, 128, 128), "#dfe5e6", 0.4)
        + blades
        + wires
        + rings
        + pen.ball(oval(256, 206, 28, 28), pen.color)
        + pen.mark(256, 206, 13, pen.accent, ring=False)
        + knobs
    )


@shape("bulb", color="#fbe7ae", accent="#b9bec3")
def bulb(pen: Pen) -> str:
    glass = symmetric("M256 84 Q150 88 150 192 Q154 250 204 292 L212 332 L256 334")
    fine = pen.line("M232 330 L226 230 Q240 212 246 236 Q252 256 258 236 Q264 212 284 230 L280 330", "#e39a2d", 3.4)
    screw = "".join(pen.metal(round_rect(212, 334 + i * 17, 88, 15, 7), pen.accent) for i in range(4))
    return (
        pen.soft(oval(256, 200, 130, 130), "#ffe9a8", 30, 0.6)
        + pen.ball(glass, gloss=0.9, inside=pen.fill(oval(256, 200, 80, 90), "#fff", 0.35) + fine)
        + screw
        + pen.fill(symmetric("M256 402 L230 402 Q236 424 256 426"), "#3a3c40")
        + pen.mark(256, 300, 10, "#8c7a4a", ring=False)
    )
