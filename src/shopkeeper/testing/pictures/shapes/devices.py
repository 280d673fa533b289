"""Phones, speakers, chargers and other things with a plug."""

# ruff: noqa: E501, PLR0917 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

import math

from shopkeeper.testing.pictures.color import ink_on, mix, shade
from shopkeeper.testing.pictures.outline import flip, oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import motif
from shopkeeper.testing.pictures.registry import shape


def _screen(pen: Pen, x: float, y: float, width: float, height: float, radius: float) -> str:
    """A lit screen with a wallpaper that differs from product to product."""
    glass = round_rect(x, y, width, height, radius)
    paint = pen.linear((0, mix(pen.accent, "#1b2440", 0.5)), (0.5, pen.accent), (1, mix(pen.accent, "#f6c98b", 0.6)), angle="d")
    waves = "".join(
        pen.fill(
            f"M{x} {y + height * f:g} Q{x + width * 0.3:g} {y + height * (f - pen.between(f'w{i}', 0.05, 0.25)):g} {x + width * 0.6:g} {y + height * f:g} Q{x + width * 0.8:g} {y + height * (f + 0.1):g} {x + width:g} {y + height * (f - 0.05):g} L{x + width:g} {y + height:g} L{x:g} {y + height:g} Z",
            "#ffffff",
            0.16,
        )
        for i, f in enumerate((0.5, 0.66, 0.82))
    )
    glare = pen.fill(polygon((x, y), (x + width * 0.5, y), (x + width * 0.15, y + height), (x, y + height)), "#ffffff", 0.1)
    return pen.clip(
        glass, pen.fill(glass, paint), waves, motif(pen, x + width * 0.7, y + height * 0.26, min(width, height) * 0.09, "#ffffff"), glare
    )


@shape("phone", color="#2b2f36", accent="#4f7fb5")
def phone(pen: Pen) -> str:
    def body(x: float, y: float, face: str) -> str:
        return (
            pen.solid(round_rect(x, y, 168, 340, 28), depth=7)
            + pen.line(round_rect(x + 1, y + 1, 166, 338, 27), shade(pen.color, 0.45), 2)
            + face
        )

    lenses = "".join(
        pen.solid(oval(x, y, 15, 15), "#17181b", depth=3) + pen.fill(oval(x - 3, y - 4, 5, 5), "#5d7fa8", 0.9)
        for x, y in pen.pick("lens", ((300, 112), (300, 152)), ((300, 112), (300, 152), (336, 132)), ((300, 116),))
    )
    back = body(
        262,
        76,
        pen.solid(round_rect(274, 88, 84, 88, 22), shade(pen.color, -0.12), depth=4)
        + lenses
        + pen.mark(346, 260, 20, shade(pen.color, 0.5)),
    )
    front = body(
        108,
        88,
        _screen(pen, 117, 97, 150, 322, 20)
        + pen.fill(round_rect(168, 106, 48, 11, 6), "#101114")
        + pen.fill(round_rect(164, 406, 56, 4, 2), "#fff", 0.8)
        + pen.text("9:41", 192, 168, 34, face="sans"),
    )
    if pen.says("case", "hülle", "cover"):
        return (
            pen.solid(round_rect(166, 78, 180, 348, 32), depth=14, pattern=pen.pattern(plain_share=0.5))
            + pen.fill(round_rect(182, 96, 88, 92, 24), shade(pen.color, -0.7))
            + pen.line(round_rect(182, 96, 88, 92, 24), shade(pen.color, 0.3), 3)
            + motif(pen, 256, 306, 42, pen.accent)
        )
    if pen.says("holder", "mount", "stand"):
        return (
            pen.turned(symmetric("M256 392 L150 396 Q146 424 256 426"), pen.color)
            + pen.metal(polygon((244, 290), (270, 290), (278, 400), (236, 400)))
            + pen.group(front, move="translate(52 40) scale(0.76) rotate(6 200 250)")
            + pen.solid(round_rect(176, 330, 160, 24, 8), shade(pen.color, 0.1), depth=4)
        )
    if pen.says("glass", "protector", "film"):
        return (
            pen.group(front, move="translate(-10 0)")
            + pen.fill(round_rect(250, 100, 158, 330, 24), "#dff0f7", 0.55)
            + pen.line(round_rect(250, 100, 158, 330, 24), "#9cc3d4", 3)
            + pen.soft(polygon((270, 120), (330, 110), (290, 420), (264, 420)), "#fff", 6, 0.8)
        )
    return front if pen.view == "front" and pen.spec.number("pose") < 0.2 else back + front


@shape("tablet", color="#c9ced3", accent="#7a6fb0")
def tablet(pen: Pen) -> str:
    reader = pen.says("reader", "ebook", "e-book")
    x, y, w, h = (136, 86, 240, 336) if reader else (84, 112, 344, 268)
    screen = _screen(pen, x + 18, y + 18, w - 36, h - 36, 8)
    if reader:
        lines = "".join(
            pen.line(f"M{x + 40} {y + 70 + i * 17} L{x + (w - 40 if i % 4 else w - 90)} {y + 70 + i * 17}", "#55524c", 4, opacity=0.75)
            for i in range(13)
        )
        screen = (
            pen.fill(round_rect(x + 20, y + 22, w - 40, h - 66, 3), "#ece9e0")
            + lines
            + pen.line(f"M{x + 40} {y + 46} L{x + 120} {y + 46}", "#33302c", 8)
        )
    pencil = (
        ""
        if reader
        else pen.group(
            pen.turned(round_rect(0, 0, 13, 250, 6), "#f2f2f0") + pen.fill(polygon((0, 246), (13, 246), (6.5, 268)), "#bfc2c5"),
            move="translate(446 116) rotate(6)",
        )
    )
    return (
        pen.solid(round_rect(x, y, w, h, 22), depth=8)
        + pen.fill(round_rect(x + 7, y + 7, w - 14, h - 14, 16), "#15171a" if not reader else shade(pen.color, -0.1))
        + screen
        + pencil
    )


@shape("laptop", color="#c3c8cd", accent="#3f8a8a")
def laptop(pen: Pen) -> str:
    if pen.says("sleeve", "bag", "case"):
        zipper = pen.line("M96 196 L416 196", shade(pen.color, -0.6), 6) + pen.line(
            "M96 196 L416 196", "#d9dadd", 2, dash="3 3", cap="butt"
        )
        return (
            pen.solid(round_rect(76, 160, 360, 252, 24), depth=22, inside=pen.grain(0.2, "0.5"), pattern=pen.spec.pattern or "plain")
            + zipper
            + pen.metal(round_rect(400, 190, 32, 12, 5))
            + pen.solid(round_rect(300, 340, 90, 40, 5), pen.accent, depth=3)
            + pen.mark(345, 360, 13, ink_on(pen.accent), ring=False)
        )
    if pen.says("stand"):
        bars = pen.metal(polygon((120, 400), (150, 400), (300, 236), (276, 226)), pen.color) + pen.metal(
            polygon((300, 400), (330, 400), (400, 250), (376, 240)), pen.color
        )
        return (
            pen.metal(polygon((100, 396), (360, 396), (372, 416), (88, 416)), pen.color)
            + bars
            + pen.solid(polygon((236, 210), (440, 232), (430, 252), (226, 232)), depth=5)
            + pen.solid(polygon((220, 212), (236, 206), (240, 234), (226, 236)), pen.accent, depth=3)
        )
    lid = "M108 118 Q110 104 124 104 L388 104 Q402 104 404 118 L412 320 L100 320 Z"
    deck = "M100 320 L412 320 L462 392 L50 392 Z"
    keys = "".join(
        pen.fill(
            polygon(
                (118 - r * 9 + c * (21 + r * 1.3), 330 + r * 10),
                (134 - r * 9 + c * (21 + r * 1.3) + r, 330 + r * 10),
                (133 - r * 9 + c * (21 + r * 1.3) + r, 337 + r * 10),
                (116 - r * 9 + c * (21 + r * 1.3), 337 + r * 10),
            ),
            "#2c2f33",
            0.85,
        )
        for r in range(3)
        for c in range(13)
    )
    return (
        pen.solid(lid, depth=6)
        + pen.fill("M116 120 L396 120 L402 310 L110 310 Z", "#131518")
        + pen.clip("M120 124 L392 124 L398 304 L114 304 Z", _screen(pen, 110, 120, 296, 190, 2))
        + pen.fill(deck, pen.linear((0, shade(pen.color, -0.2)), (1, shade(pen.color, 0.15))))
        + keys
        + pen.fill(polygon((206, 362), (306, 362), (314, 386), (198, 386)), shade(pen.color, -0.12))
        + pen.solid("M50 392 L462 392 Q462 404 446 406 L66 406 Q50 404 50 392 Z", shade(pen.color, -0.22), depth=3)
    )


@shape("headphones", color="#31363d", accent="#c9a36a")
def headphones(pen: Pen) -> str:
    band = "M122 290 Q110 90 256 84 Q402 90 390 290"
    cup = "M96 250 Q84 252 84 300 Q84 392 112 406 Q158 410 164 392 L164 262 Q158 240 96 250 Z"
    pad = "M148 252 Q176 250 180 324 Q178 398 150 404 Q132 400 132 326 Q132 256 148 252 Z"
    one = pen.solid(cup, depth=16, inside=pen.fill(oval(104, 328, 14, 52), pen.accent, 0.9)) + pen.solid(
        pad, shade(pen.color, -0.35), depth=8
    )
    other = pen.solid(flip(cup), depth=16, inside=pen.fill(oval(408, 328, 14, 52), pen.accent, 0.9)) + pen.solid(
        flip(pad), shade(pen.color, -0.35), depth=8
    )
    arms = "".join(pen.metal(path, pen.accent) for path in (round_rect(114, 216, 17, 56, 6), round_rect(381, 216, 17, 56, 6)))
    mic = (
        pen.line("M150 396 Q200 450 260 430", shade(pen.color, -0.3), 8) + pen.ball(oval(266, 428, 15, 11), pen.accent)
        if pen.says("headset", "gaming")
        else ""
    )
    return (
        pen.line(band, shade(pen.color, -0.4), 31)
        + pen.line(band, pen.color, 24)
        + pen.soft_line("M140 180 Q170 106 256 98", "#fff", 7, 5, 0.5)
        + pen.line("M188 112 Q256 84 324 112", shade(pen.accent, -0.1), 15, opacity=0.9)
        + arms
        + one
        + other
        + mic
    )


@shape("earbuds", color="#f1f0ec", accent="#3f5a73")
def earbuds(pen: Pen) -> str:
    case = (
        pen.solid(round_rect(136, 268, 240, 150, 62), depth=24)
        + pen.fill("M136 318 Q256 346 376 318 L376 300 Q370 268 314 268 L198 268 Q142 268 136 300 Z", shade(pen.color, -0.45))
        + pen.line("M138 320 Q256 348 374 320", shade(pen.color, 0.3), 3)
        + pen.fill(oval(256, 376, 5, 5), "#6cc48a")
        + pen.mark(256, 352, 10, shade(pen.color, -0.4), ring=False)
    )
    lid = pen.solid("M146 262 Q144 188 214 182 L298 182 Q368 188 366 262 Q256 236 146 262 Z", shade(pen.color, -0.04), depth=16) + pen.fill(
        "M160 254 Q256 230 352 254 Q256 244 160 254 Z", shade(pen.color, -0.5)
    )

    def bud(x: float, y: float, turn: float) -> str:
        return pen.group(
            pen.turned(round_rect(-11, 0, 22, 86, 11))
            + pen.ball(oval(0, 0, 33, 30))
            + pen.solid(oval(20, -4, 15, 18), pen.accent, depth=4)
            + pen.fill(oval(-8, 4, 9, 6), shade(pen.color, -0.7)),
            move=f"translate({x} {y}) rotate({turn})",
        )

    return lid + pen.group(bud(208, 234, 6), bud(304, 234, -6).replace("rotate(-6)", "scale(-1 1) rotate(6)")) + case


@shape("speaker", color="#3d5a63", accent="#d9885a")
def speaker(pen: Pen) -> str:
    def mesh(inside: str) -> str:
        return pen.clip(
            inside,
            "".join(pen.line(f"M60 {y} L452 {y}", shade(pen.color, -0.55), 2.6, dash="0.1 7", opacity=0.75) for y in range(70, 450, 6)),
        )

    form = "bar" if pen.says("bar") else pen.pick("form", "cylinder", "box", "pill")
    if form == "bar":
        body = round_rect(50, 300, 412, 84, 22)
        return pen.solid(body, depth=16) + mesh(round_rect(66, 312, 380, 60, 14)) + pen.mark(256, 342, 13, pen.accent)
    if form == "cylinder":
        body = symmetric("M256 112 L160 112 L160 400 Q170 428 256 430")
        return (
            pen.turned(body, inside=mesh(body))
            + pen.fill(oval(256, 112, 96, 26), pen.linear((0, shade(pen.color, 0.3)), (1, shade(pen.color, -0.1))))
            + pen.line(oval(256, 112, 70, 17), pen.accent, 4)
            + pen.fill(polygon((160, 376), (352, 376), (352, 392), (160, 392)), pen.accent)
            + pen.mark(256, 270, 21, pen.accent)
        )
    if form == "pill":
        body = round_rect(64, 176, 384, 230, 112)
        cones = "".join(
            pen.solid(oval(x, 291, 74, 74), shade(pen.color, -0.3), depth=8)
            + pen.line(oval(x, 291, 68, 68), pen.accent, 4)
            + pen.ball(oval(x, 291, 32, 32), shade(pen.color, -0.1))
            for x in (172, 340)
        )
        return pen.line("M180 182 Q256 120 332 182", shade(pen.color, -0.3), 14) + pen.solid(body, depth=30) + mesh(body) + cones
    x, y = 132, 106
    cones = (
        pen.solid(oval(x + 98, y + 208, 76, 76), "#1d2023", depth=8)
        + pen.line(oval(x + 98, y + 208, 72, 72), pen.accent, 5)
        + pen.ball(oval(x + 98, y + 208, 28, 28), "#34383d")
        + pen.solid(oval(x + 98, y + 78, 34, 34), "#1d2023", depth=5)
        + pen.ball(oval(x + 98, y + 78, 15, 15), "#4a4f55")
    )
    return (
        pen.box(x, y, 196, 318, depth=66, face=pen.grain(0.15, "0.02 0.3"))
        + cones
        + pen.mark(x + 98, y + 136, 9, ink_on(pen.color), ring=False)
    )


@shape("charger", color="#f2f1ee", accent="#3f6ea3")
def charger(pen: Pen) -> str:
    if pen.says("wireless", "pad", "qi", "magnetic"):
        return (
            pen.line("M352 356 Q440 360 452 430", shade(pen.color, -0.3), 9)
            + pen.solid(oval(236, 356, 158, 56), shade(pen.color, -0.25))
            + pen.solid(oval(236, 340, 158, 54), depth=10)
            + pen.line(oval(236, 340, 116, 37), pen.accent, 4)
            + pen.fill(polygon((244, 318), (218, 346), (236, 346), (228, 364), (256, 334), (238, 334)), pen.accent)
        )
    prongs = (
        "".join(pen.metal(round_rect(x, 74, 20, 64, 6)) for x in (196, 258))
        if not pen.says("car")
        else pen.metal(round_rect(206, 70, 62, 70, 10))
    )
    ports = "".join(
        pen.fill(round_rect(160 + i * 68, 366, 46, 17, 8), "#25282c")
        + pen.line(f"M{168 + i * 68} 374.5 L{198 + i * 68} 374.5", pen.accent, 4)
        for i in range(pen.pick("ports", 2, 1, 2))
    )
    block = pen.box(
        132,
        156,
        200,
        262,
        depth=64,
        face=pen.fill(polygon((132, 330), (332, 330), (332, 418), (132, 418)), shade(pen.color, -0.08)) + ports,
    )
    return (
        prongs
        + block
        + pen.mark(232, 236, 26, shade(pen.color, -0.4))
        + pen.text("W".join((str(int(pen.between("watt", 2, 13)) * 10 + 5), "")), 232, 306, 24, color=pen.accent)
    )


@shape("cable", color="#3a3f45", accent="#d9885a", rest="flat")
def cable(pen: Pen) -> str:
    coil = "".join(
        pen.line(oval(256 + i * 4, 250 + i * 5, 128 - i * 10, 104 - i * 9), tone, w)
        for i in range(4)
        for tone, w in ((shade(pen.color, -0.45), 17), (pen.color, 13))
    )
    sheen = "".join(
        pen.line(oval(254 + i * 4, 247 + i * 5, 128 - i * 10, 104 - i * 9), shade(pen.color, 0.4), 2.4, dash="5 4", opacity=0.8)
        for i in range(4)
    )
    tie = pen.solid(round_rect(228, 130, 58, 66, 10), pen.accent, depth=5) + pen.mark(257, 163, 15, ink_on(pen.accent), ring=False)

    def plug(x: float, y: float, turn: float, wide: int) -> str:
        return pen.group(
            pen.metal(round_rect(-wide / 2, 42, wide, 30, 5)),
            pen.solid(round_rect(-22, -14, 44, 60, 10), shade(pen.color, -0.15), depth=5),
            pen.line("M-10 -14 L10 -14 M-8 -22 L8 -22", shade(pen.color, 0.2), 4),
            move=f"translate({x} {y}) rotate({turn})",
        )

    tails = "".join(
        pen.line(path, tone, w)
        for path in ("M140 300 Q110 350 140 386", "M372 300 Q420 340 384 384")
        for tone, w in ((shade(pen.color, -0.45), 17), (pen.color, 13))
    )
    return tails + coil + sheen + tie + plug(146, 396, -12, 26) + plug(380, 394, 16, pen.pick("end", 26, 34))


@shape("powerbank", color="#36424f", accent="#e0a83a")
def powerbank(pen: Pen) -> str:
    body = round_rect(150, 88, 200, 330, 34)
    side = "M350 122 Q392 112 392 140 L392 376 Q392 396 350 398 Z"
    lights = "".join(pen.fill(oval(206 + i * 30, 126, 6, 6), "#8ce0b0" if i < 3 else shade(pen.color, 0.3)) for i in range(4))
    deco = (
        pen.fill("M100 300 Q250 220 400 320 L400 440 L100 440 Z", pen.accent, 0.9)
        if pen.spec.number("deco") < 0.5
        else pen.fill(polygon((150, 380), (350, 380), (350, 392), (150, 392)), pen.accent)
    )
    return (
        pen.fill(side, pen.linear((0, shade(pen.color, -0.35)), (1, shade(pen.color, -0.5)), angle="h"))
        + pen.fill(round_rect(364, 190, 13, 40, 6), "#15171a")
        + pen.fill(round_rect(364, 260, 13, 50, 4), "#15171a")
        + pen.solid(body, depth=18, inside=deco)
        + lights
        + pen.mark(250, 236, 34, ink_on(pen.color))
        + pen.text(
            f"{int(pen.between('mah', 1, 5)) * 5} 000 mAh",
            250,
            322,
            20,
            face="sans",
            color=ink_on(pen.color) if pen.spec.number("deco") >= 0.5 else ink_on(pen.accent),
        )
    )


@shape("keyboard", color="#d9d7d0", accent="#d9885a")
def keyboard(pen: Pen) -> str:
    deck = "M70 250 L442 250 L476 396 L36 396 Z"
    keys = ""
    for row in range(5):
        y, inset = 260 + row * 25, 78 - row * 8
        count = 14
        step = (512 - 2 * inset - 8) / count
        for column in range(count):
            if row == 4 and 4 < column < 9:
                continue
            tone = pen.accent if (row, column) in ((0, 0), (2, 13), (3, 13), (3, 0)) else shade(pen.color, 0.4)
            keys += pen.solid(round_rect(inset + 4 + column * step, y, step - 4, 21, 4), tone, depth=4)
    space = pen.solid(round_rect(46 + 5 * 29.4, 360, 4 * 29.4 - 4, 21, 4), pen.accent, depth=4)
    return (
        pen.solid(deck, depth=10)
        + pen.solid("M36 396 L476 396 Q478 412 462 412 L50 412 Q34 412 36 396 Z", shade(pen.color, -0.3), depth=3)
        + keys
        + space
    )


@shape("mouse", color="#474c54", accent="#5fa8a0")
def mouse(pen: Pen) -> str:
    body = "M110 380 Q96 250 210 206 Q330 180 400 292 Q424 350 408 392 Q260 424 110 380 Z"
    lip = "M108 372 Q260 412 410 384 L410 398 Q260 428 112 392 Z"
    wheel = pen.solid(round_rect(190, 232, 26, 50, 13), "#1c1e21", depth=4) + "".join(
        pen.line(f"M192 {y} L214 {y}", pen.accent, 2) for y in range(240, 280, 7)
    )
    return (
        pen.ball(body, gloss=0.5)
        + pen.seam("M204 210 Q220 290 290 330", 2.4)
        + pen.seam("M112 318 Q200 340 290 330 Q360 320 396 290", 2.4)
        + pen.group(wheel, move="rotate(-22 203 258)")
        + pen.fill(lip, pen.accent)
        + pen.mark(320, 286, 17, shade(pen.color, 0.5))
    )


@shape("camera", color="#2e3136", accent="#b5885a")
def camera(pen: Pen) -> str:
    if pen.says("web", "security", "doorbell", "baby", "indoor"):
        stand = pen.turned(symmetric("M256 330 L244 330 L240 396 L190 404 Q184 424 256 426"), shade(pen.color, -0.1))
        eye = (
            pen.solid(oval(256, 216, 66, 66), "#15171a", depth=6)
            + pen.line(oval(256, 216, 62, 62), pen.accent, 4)
            + pen.ball(oval(256, 216, 40, 40), "#2a3550")
            + pen.fill(oval(242, 200, 11, 11), "#fff", 0.7)
        )
        return stand + pen.ball(oval(256, 222, 128, 118)) + eye + pen.fill(oval(256, 306, 5, 5), "#6cc48a")
    body = round_rect(70, 172, 372, 236, 24)
    leather = pen.fill(polygon((60, 226), (460, 226), (460, 366), (60, 366)), pen.accent, 0.95) + pen.clip(
        polygon((60, 226), (460, 226), (460, 366), (60, 366)), pen.grain(0.3, "0.5")
    )
    top = (
        pen.solid("M180 174 L200 132 L312 132 L332 174 Z", depth=8)
        + pen.metal(round_rect(98, 152, 46, 22, 5))
        + pen.metal(round_rect(370, 148, 40, 26, 5))
        + pen.fill(round_rect(210, 146, 92, 20, 4), "#14161a")
    )
    lens = "".join(
        pen.solid(oval(256, 296, r, r), tone, depth=d) for r, tone, d in ((104, "#1b1d20", 8), (88, "#3a3e44", 6), (70, "#15171a", 5))
    )
    glass = (
        pen.ball(oval(256, 296, 54, 54), "#33406a")
        + pen.fill(oval(236, 274, 15, 12), "#fff", 0.75)
        + pen.fill(oval(276, 318, 9, 7), "#c58ad0", 0.6)
    )
    return (
        top
        + pen.solid(body, depth=16, inside=leather)
        + lens
        + glass
        + pen.line(oval(256, 296, 96, 96), "#9aa0a8", 1.6, dash="2 6")
        + pen.mark(382, 200, 11, "#e6e6e6", ring=False)
        + pen.ball(oval(406, 244, 9, 9), "#c8553d")
    )


@shape("watch", color="#d4d7da", accent="#6b4a33", rest="flat")
def watch(pen: Pen) -> str:
    strap = "".join(
        pen.solid(path, pen.accent, depth=12, inside=pen.grain(0.2, "0.4")) + pen.stitch(line, shade(pen.accent, 0.5))
        for path, line in (
            ("M204 176 L214 44 Q256 34 298 44 L308 176 Z", "M216 160 L224 56 M296 160 L288 56"),
            ("M204 336 L214 468 Q256 480 298 468 L308 336 Z", "M216 352 L224 456 M296 352 L288 456"),
        )
    )
    holes = "".join(pen.fill(oval(256, y, 4.5, 4.5), shade(pen.accent, -0.6)) for y in (392, 414, 436))
    if pen.says("smart", "fitness", "gps", "sport"):
        rings = "".join(
            pen.line(oval(256, 270, r, r), tone, 10, dash=f"{r * d:g} 400")
            for r, tone, d in ((50, "#e0607a", 4.6), (37, "#8fd36a", 3.8), (24, "#5cc6e6", 5.2))
        )
        return (
            strap
            + holes
            + pen.solid(round_rect(166, 150, 180, 212, 46), depth=10)
            + pen.fill(round_rect(178, 162, 156, 188, 38), "#101216")
            + rings
            + pen.text("10:09", 256, 208, 34, face="sans")
            + pen.metal(round_rect(344, 226, 15, 38, 5))
        )
    dial = pen.pick("dial", "#f6f2e8", "#22303f", "#2f4a40")
    ink = ink_on(dial)
    ticks = "".join(
        pen.line(f"M{256 + math.sin(a) * 74:g} {256 - math.cos(a) * 74:g} L{256 + math.sin(a) * 86:g} {256 - math.cos(a) * 86:g}", ink, 4)
        for a in (i * math.tau / 12 for i in range(12))
    )
    return (
        strap
        + holes
        + pen.metal(round_rect(364, 244, 20, 26, 4), pen.color)
        + pen.metal(oval(256, 256, 112, 112), pen.color)
        + pen.fill(oval(256, 256, 98, 98), pen.linear((0, shade(dial, -0.15)), (1, shade(dial, 0.12)), angle="d"))
        + ticks
        + pen.line("M256 256 L214 226", ink, 7)
        + pen.line("M256 256 L304 206", ink, 5)
        + pen.line("M256 256 L250 326", "#c8553d", 2.4)
        + pen.mark(256, 300, 9, ink, ring=False)
        + pen.fill(oval(256, 256, 6, 6), ink)
        + pen.soft("M180 220 Q200 176 250 168 Q210 196 192 240 Z", "#fff", 5, 0.6)
    )
