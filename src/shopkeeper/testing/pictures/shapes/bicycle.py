"""Parts and helpers for bicycles."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

import math

from shopkeeper.testing.pictures.color import ink_on, shade
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import label
from shopkeeper.testing.pictures.registry import shape


def _tube(pen: Pen, path: str, color: str, width: float) -> str:
    return (
        pen.line(path, shade(color, -0.5), width)
        + pen.line(path, color, width * 0.76)
        + pen.group(pen.line(path, shade(color, 0.55), width * 0.16, opacity=0.8), move=f"translate({-width * 0.14:g} {-width * 0.16:g})")
    )


@shape("bike_rack", color="#34393f", accent="#c8553d")
def bike_rack(pen: Pen) -> str:
    slats = pen.pick("slats", 3, 4, 5)
    if pen.says("wall", "stand", "floor", "hook"):
        hooks = _tube(pen, "M178 250 Q280 240 300 200 Q330 190 330 226", pen.color, 22) + _tube(
            pen, "M178 330 Q300 322 330 280 Q360 270 360 306", pen.color, 22
        )
        return (
            pen.solid(round_rect(132, 110, 60, 310, 10), depth=10)
            + "".join(pen.metal(oval(162, y, 8, 8)) for y in (136, 392))
            + hooks
            + pen.ball(oval(330, 228, 15, 13), pen.accent)
            + pen.ball(oval(360, 308, 15, 13), pen.accent)
            + pen.mark(162, 180, 13, ink_on(pen.color), ring=False)
        )
    if pen.says("front", "basket"):
        wires = "".join(_tube(pen, f"M{110 + i * 37} 200 L{140 + i * 29} 392", pen.color, 7) for i in range(9)) + "".join(
            _tube(pen, f"M{104 + i * 9} {200 + i * 62} L{408 - i * 9} {200 + i * 62}", pen.color, 9) for i in range(4)
        )
        return (
            wires
            + _tube(pen, "M104 200 L142 168 L378 168 L408 200 Z", pen.color, 13)
            + pen.solid(round_rect(216, 248, 80, 44, 6), pen.accent, depth=4)
            + pen.mark(256, 270, 14, ink_on(pen.accent), ring=False)
        )
    bars = "".join(
        _tube(pen, f"M{92 + i * 6} {222 + i * 60 / slats:g} L{384 + i * 6} {190 + i * 60 / slats:g}", pen.color, 10)
        for i in range(1, slats)
    )
    frame = _tube(pen, "M84 222 L372 186 Q420 184 424 212 L424 232 Q424 250 396 254 L110 284 Q84 284 84 262 Z", pen.color, 17)
    legs = "".join(
        _tube(pen, path, pen.color, 15) for path in ("M150 280 L246 420", "M352 258 L246 420", "M120 226 L228 398", "M384 190 L266 398")
    )
    clamp = pen.solid(round_rect(52, 232, 46, 44, 8), shade(pen.color, -0.2), depth=5) + pen.metal(oval(75, 254, 9, 9))
    reflector = pen.solid(round_rect(416, 200, 26, 40, 6), pen.accent, depth=4)
    return (
        legs
        + pen.metal(oval(246, 420, 13, 13))
        + bars
        + frame
        + clamp
        + reflector
        + pen.solid(round_rect(230, 226, 66, 34, 5), pen.accent, depth=3)
        + pen.mark(263, 243, 12, ink_on(pen.accent), ring=False)
    )


@shape("bike_light", color="#26292e", accent="#f2f4f5")
def bike_light(pen: Pen) -> str:
    red = pen.says("rear", "tail", "back light", "rück")
    glow = "#ff5a4a" if red else "#fff1b8"
    lens = pen.soft(oval(196, 262, 150, 150), glow, 30, 0.55)
    if pen.says("set"):

        def lamp(x: float, tone: str) -> str:
            return (
                pen.soft(oval(x, 252, 84, 84), tone, 20, 0.6)
                + pen.solid(round_rect(x - 68, 170, 136, 176, 40), depth=14)
                + pen.fill(oval(x, 246, 50, 50), pen.radial((0, "#fff"), (0.4, tone), (1, shade(tone, -0.4)), cx=0.5, cy=0.5, r=0.6))
                + pen.line(oval(x, 246, 50, 50), pen.accent, 4)
                + pen.solid(round_rect(x - 44, 340, 88, 34, 12), shade(pen.color, -0.3), depth=5)
            )

        return lamp(164, "#fff1b8") + lamp(346, "#ff5a4a")
    body = "M180 172 L384 196 Q420 206 420 262 Q420 316 384 328 L180 352 Z"
    fins = "".join(pen.seam(f"M{x} {184 + (x - 300) * 0.1:g} L{x} {342 - (x - 300) * 0.1:g}", 3) for x in (300, 320, 340, 360))
    face = (
        pen.solid(oval(184, 262, 72, 96), shade(pen.color, 0.12), depth=8)
        + pen.fill(oval(176, 262, 54, 78), pen.radial((0, "#ffffff"), (0.4, glow), (1, shade(glow, -0.35)), cx=0.5, cy=0.5, r=0.6))
        + "".join(pen.line(oval(176, 262, r, r * 1.44), "#ffffff", 1.4, opacity=0.6) for r in (14, 28, 42))
    )
    mount = pen.solid("M260 330 L330 326 L336 396 Q300 414 262 398 Z", shade(pen.color, -0.2), depth=8) + pen.line(
        "M262 372 L334 366", pen.accent, 6
    )
    return (
        lens
        + mount
        + pen.solid(body, depth=14)
        + fins
        + face
        + pen.ball(oval(272, 190, 15, 8), pen.accent)
        + pen.mark(268, 262, 15, pen.accent, ring=False)
    )


@shape("bike_lock", color="#2d3238", accent="#e0a83a", rest="flat")
def bike_lock(pen: Pen) -> str:
    if pen.says("chain"):
        ring = "".join(
            pen.group(
                pen.line(round_rect(-20, -12, 40, 24, 12), shade("#9aa0a6", -0.2 if i % 2 else 0.1), 8),
                move=f"translate({256 + math.cos(a) * 140:g} {230 + math.sin(a) * 120:g}) rotate({math.degrees(a) + 90:g})",
            )
            for i, a in enumerate(k * math.tau / 20 for k in range(20))
        )
        return (
            pen.line(oval(256, 230, 140, 120), pen.accent, 22, opacity=0.55)
            + ring
            + pen.solid(round_rect(196, 316, 120, 92, 20), depth=12)
            + pen.metal(oval(256, 362, 17, 17))
            + pen.fill(round_rect(253, 352, 6, 20, 3), "#222")
        )
    if pen.says("cable", "spiral", "fold", "combination"):
        coils = "".join(_tube(pen, oval(256 + i * 3, 232 + i * 4, 138 - i * 9, 112 - i * 8), pen.color, 20) for i in range(3))
        dials = "".join(
            pen.solid(round_rect(190 + i * 34, 336, 28, 56, 6), shade(pen.color, 0.25), depth=4)
            + pen.text(str(int(10 * pen.spec.number(f"d{i}"))), 204 + i * 34, 372, 22, color="#fff")
            for i in range(4)
        )
        return coils + pen.solid(round_rect(172, 322, 170, 84, 24), pen.accent, depth=10) + dials
    shackle = "M166 320 L166 190 Q168 96 256 94 Q344 96 346 190 L346 320"
    bar = (
        pen.solid(round_rect(104, 306, 304, 92, 40), depth=16)
        + pen.fill(round_rect(164, 306, 22, 92, 4), pen.accent)
        + pen.fill(round_rect(326, 306, 22, 92, 4), pen.accent)
    )
    return (
        _tube(pen, shackle, pen.color, 40)
        + pen.line("M166 320 L166 262 M346 320 L346 262", pen.accent, 30, opacity=0.9, cap="butt")
        + bar
        + pen.metal(oval(256, 352, 24, 24))
        + pen.fill(round_rect(252, 338, 8, 28, 4), "#222")
        + pen.mark(134, 352, 12, ink_on(pen.color), ring=False)
    )


@shape("bike_pump", color="#c8553d", accent="#2d3136")
def bike_pump(pen: Pen) -> str:
    if pen.says("mini", "hand", "co2", "frame"):
        body = (
            pen.turned(round_rect(-26, -150, 52, 220, 12))
            + pen.metal(round_rect(-13, 66, 26, 74, 4))
            + pen.turned(round_rect(-30, 132, 60, 56, 12), pen.accent)
            + pen.turned(round_rect(-22, -190, 44, 50, 10), pen.accent)
            + pen.mark(0, -60, 17, ink_on(pen.color))
            + "".join(pen.line(f"M-24 {y} L24 {y}", shade(pen.color, -0.4), 2, opacity=0.6) for y in range(0, 60, 9))
        )
        return pen.group(body, move="translate(256 256) rotate(36)")
    gauge = (
        pen.metal(oval(256, 372, 46, 46))
        + pen.fill(oval(256, 372, 37, 37), "#fbfaf6")
        + "".join(
            pen.line(
                f"M{256 + math.cos(a) * 26:g} {372 + math.sin(a) * 26:g} L{256 + math.cos(a) * 33:g} {372 + math.sin(a) * 33:g}",
                "#3a3a3a",
                2.4,
            )
            for a in (2.4 + k * 0.47 for k in range(11))
        )
        + pen.line("M256 372 L278 352", "#c8553d", 4)
    )
    hose = _tube(pen, "M220 390 Q120 400 128 280 Q136 180 196 190 Q214 196 214 240", pen.accent, 15)
    feet = pen.solid("M150 410 Q256 392 362 410 L372 426 L318 428 Q256 414 194 428 L140 426 Z", pen.accent, depth=6)
    return (
        hose
        + pen.metal(round_rect(247, 96, 18, 80, 4))
        + pen.turned(round_rect(170, 74, 172, 34, 16), pen.accent)
        + pen.turned(round_rect(230, 168, 52, 220, 8))
        + pen.turned(round_rect(224, 160, 64, 22, 6), pen.accent)
        + feet
        + gauge
        + pen.group(pen.text(pen.spec.initials, 0, 8, 24, color=ink_on(pen.color)), move="translate(256 270) rotate(-90)")
    )


@shape("bike_helmet", color="#3f6ea3", accent="#f1efe9")
def bike_helmet(pen: Pen) -> str:
    shell = "M88 330 Q80 190 196 146 Q330 110 408 214 Q446 280 424 340 Q390 350 360 320 Q240 300 150 346 Q110 352 88 330 Z"
    vents = "".join(
        pen.solid(path, shade(pen.color, -0.75), depth=5)
        for path in (
            "M160 214 Q190 172 240 162 Q240 180 200 226 Q176 240 160 214 Z",
            "M256 160 Q310 158 344 186 Q330 200 276 196 Q254 186 256 160 Z",
            "M226 236 Q280 214 350 222 Q356 240 300 254 Q240 264 226 236 Z",
            "M128 284 Q150 250 190 246 Q200 264 160 300 Q136 308 128 284 Z",
            "M370 204 Q400 230 410 270 Q396 276 374 250 Q360 222 370 204 Z",
        )
    )
    stripe = pen.fill("M88 300 Q200 200 424 300 L426 330 Q220 232 90 332 Z", pen.accent, 0.85)
    straps = pen.line("M170 338 Q210 400 236 430 L262 424 M330 316 Q300 390 250 430", "#2d3136", 9) + pen.solid(
        round_rect(230, 414, 44, 22, 6), shade(pen.color, -0.3), depth=3
    )
    visor = pen.solid("M400 306 Q440 306 470 338 Q440 352 410 340 Z", "#2d3136", depth=6) if pen.spec.number("visor") < 0.5 else ""
    return (
        straps
        + visor
        + pen.solid(shell, depth=24, inside=stripe if pen.spec.number("stripe") < 0.6 else "", pattern=pen.spec.pattern or "plain")
        + vents
        + pen.seam("M98 322 Q220 262 420 322", 2.4, 0.4)
        + pen.mark(300, 286, 15, ink_on(pen.color), ring=False)
    )


@shape("bike_saddle", color="#33291f", accent="#c9a75c")
def bike_saddle(pen: Pen) -> str:
    top = "M86 262 Q90 206 170 206 Q236 216 300 232 Q380 238 436 222 Q452 232 440 250 Q360 290 280 296 Q210 330 140 334 Q84 326 86 262 Z"
    rails = "".join(
        _tube(pen, path, "#b4b9be", 12)
        for path in ("M130 330 Q170 386 280 372 Q350 350 400 262", "M160 332 Q200 372 290 356 Q340 330 380 270")
    )
    post = pen.metal(polygon((236, 366), (284, 358), (288, 432), (244, 432)), "#9aa0a6") + pen.solid(
        round_rect(224, 346, 76, 34, 8), "#4a4f55", depth=5
    )
    rivets = "".join(pen.metal(oval(x, y, 6.5, 5.5), pen.accent) for x, y in ((110, 250), (112, 284), (134, 312), (426, 238)))
    return (
        post
        + rails
        + pen.solid(top, depth=18, inside=pen.grain(0.16, "0.3"))
        + pen.stitch("M108 268 Q112 228 176 226 Q300 254 420 238")
        + pen.seam("M176 262 Q270 268 330 256", 4, 0.5)
        + rivets
        + pen.mark(150, 276, 17, shade(pen.color, 0.5), ring=False)
    )


@shape("bike_tube", color="#2a2c2f", accent="#d9653b")
def bike_tube(pen: Pen) -> str:
    if pen.says("tire", "tyre", "reifen", "tubeless"):
        ring = oval(256, 256, 156, 156)
        tread = "".join(
            pen.line(
                f"M{256 + math.cos(a) * 142:g} {256 + math.sin(a) * 142:g} L{256 + math.cos(a + 0.06) * 172:g} {256 + math.sin(a + 0.06) * 172:g}",
                "#0f1011",
                4,
            )
            for a in (k * math.tau / 64 for k in range(64))
        )
        return (
            pen.line(ring, shade(pen.color, -0.4), 46)
            + pen.line(ring, pen.color, 38)
            + tread
            + pen.line(oval(256, 256, 136, 136), pen.accent, 4)
            + pen.soft_line("M130 200 Q160 130 236 112", "#fff", 8, 5, 0.35)
        )
    rolls = "".join(_tube(pen, oval(366, 330 + i * 4, 74 - i * 19, 82 - i * 19), pen.color, 23) for i in range(3))
    valve = pen.metal(round_rect(404, 224, 11, 46, 4), "#d8b45c") + pen.solid(round_rect(402, 212, 15, 20, 4), "#222426", depth=2)
    x, y, width, height = 82, 168, 188, 248
    face = (
        pen.fill(polygon((x, y + height * 0.6), (x + width, y + height * 0.44), (x + width, y + height), (x, y + height)), pen.accent)
        + label(pen, x + 18, y + 24, width - 36, 116)
        + pen.line(oval(x + width / 2, y + 190, 38, 38), "#ffffff", 9)
        + pen.line(oval(x + width / 2, y + 190, 38, 38), "#2a2c2f", 4)
    )
    return rolls + valve + pen.box(x, y, width, height, depth=44, color=shade(pen.accent, -0.55), face=face)


@shape("bike_chain", color="#a9aeb4", accent="#d8b45c", rest="flat")
def bike_chain(pen: Pen) -> str:
    if pen.says("oil", "lube", "cleaner", "wax"):
        body = symmetric("M256 190 Q200 194 196 230 L196 410 Q200 432 256 434")
        return (
            pen.turned(body, inside=label(pen, 200, 256, 112, 140))
            + pen.turned(symmetric("M256 150 L224 152 L214 200 Q236 206 256 206"), "#2d3136")
            + pen.fill(polygon((250, 72), (262, 72), (268, 152), (244, 152)), pen.accent)
        )
    points = [
        (256 + math.cos(a) * (150 + 10 * math.sin(3 * a)), 256 + math.sin(a) * (118 + 14 * math.cos(2 * a)), math.degrees(a) + 90)
        for a in (k * math.tau / 40 for k in range(40))
    ]
    links = "".join(
        pen.group(
            pen.solid("M-17 -9 Q0 -3 17 -9 Q26 0 17 9 Q0 3 -17 9 Q-26 0 -17 -9 Z", (pen.color, shade(pen.color, -0.25))[i % 2], depth=3),
            pen.fill(oval(-11, 0, 3.6, 3.6), shade(pen.accent, -0.1)),
            pen.fill(oval(11, 0, 3.6, 3.6), shade(pen.accent, -0.1)),
            move=f"translate({x:g} {y:g}) rotate({turn:g})",
        )
        for i, (x, y, turn) in enumerate(points)
    )
    teeth = "".join(
        pen.group(
            pen.fill(polygon((-7, 0), (7, 0), (3, -17), (-3, -17)), "#565b61"),
            move=f"translate({256 + math.cos(a) * 70:g} {256 + math.sin(a) * 70:g}) rotate({math.degrees(a) + 90:g})",
        )
        for a in (k * math.tau / 20 for k in range(20))
    )
    gear = (
        teeth
        + pen.line(oval(256, 256, 62, 62), "#6b7077", 17)
        + "".join(
            pen.line(f"M256 256 L{256 + math.cos(a) * 58:g} {256 + math.sin(a) * 58:g}", "#6b7077", 10)
            for a in (k * math.tau / 5 for k in range(5))
        )
        + pen.metal(oval(256, 256, 18, 18))
    )
    return gear + links


@shape("bike_bell", color="#c9a24a", accent="#2d3136")
def bike_bell(pen: Pen) -> str:
    dome = "M112 322 Q112 150 256 146 Q400 150 400 322 Q256 366 112 322 Z"
    lever = pen.solid("M384 330 Q440 320 450 288 Q462 282 464 296 Q458 350 392 354 Z", pen.accent, depth=5)
    clamp = (
        pen.solid("M210 344 L302 344 L306 392 Q256 404 206 392 Z", pen.accent, depth=6)
        + _tube(pen, "M120 404 L392 404", "#b4b9be", 30)
        + pen.line("M214 386 Q256 440 298 386", shade(pen.accent, 0.1), 13)
    )
    shine = pen.soft("M156 286 Q160 196 236 172 Q196 220 190 304 Z", "#fff", 7, 0.75)
    return (
        clamp
        + lever
        + pen.ball(dome, gloss=0.8, inside=shine)
        + pen.fill("M112 322 Q256 366 400 322 L398 340 Q256 382 114 340 Z", shade(pen.color, -0.35))
        + pen.metal(oval(256, 150, 15, 8), "#e8e2d0")
        + pen.mark(262, 258, 32, shade(pen.color, -0.5))
    )
