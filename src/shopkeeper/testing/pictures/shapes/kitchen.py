"""Mugs, pots, plates and small kitchen machines."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

from shopkeeper.testing.pictures.color import ink_on, mix, shade
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import motif
from shopkeeper.testing.pictures.registry import shape


def _glaze(pen: Pen, x: float, y: float, width: float, height: float) -> str:
    """How a potter decorates: dip line, band, dots, motif or speckle; one per product."""
    ink = pen.accent
    if pen.spec.pattern:
        return pen.weave(pen.spec.pattern, ink)
    match pen.pick("glaze", "dip", "bands", "dots", "motif", "speckle", "check"):
        case "dip":
            edge = f"M{x} {y + height * 0.56:g} Q{x + width * 0.3:g} {y + height * 0.7:g} {x + width * 0.5:g} {y + height * 0.6:g} Q{x + width * 0.75:g} {y + height * 0.48:g} {x + width} {y + height * 0.58:g}"
            return pen.fill(f"{edge} L{x + width} {y + height + 60} L{x} {y + height + 60} Z", ink)
        case "bands":
            return "".join(
                pen.line(f"M{x} {y + height * f:g} Q{x + width / 2:g} {y + height * f + 26:g} {x + width} {y + height * f:g}", ink, w)
                for f, w in ((0.2, 12), (0.34, 4), (0.7, 12))
            )
        case "dots" | "check" as weave:
            return pen.weave(weave, ink, step=42)
        case "motif":
            return motif(pen, x + width / 2, y + height * 0.55, width * 0.2, ink)
        case _:
            return "".join(
                pen.fill(
                    oval(x + width * pen.spec.number(f"x{i}"), y + height * 1.1 * pen.spec.number(f"y{i}"), 2.6, 2.2),
                    shade(pen.color, -0.55),
                    0.7,
                )
                for i in range(60)
            )


@shape("mug", color="#e8e0d0")
def mug(pen: Pen) -> str:
    return _one_mug(pen, 0) if not pen.says("set", "pair", "mugs", "2 ", "two") else _mug_pair(pen)


def _one_mug(pen: Pen, shift: float) -> str:
    top, wide = pen.between("tall", 150, 188), pen.between("wide", 92, 106)
    foot = wide * pen.pick("foot", 1.0, 0.86, 0.72)
    body = symmetric(f"M244 {top:g} L{244 - wide:g} {top:g} L{244 - foot:g} 398 Q{244 - foot * 0.9:g} 428 244 428", axis=244)
    x = 244 + wide - 6
    loop = f"M{x:g} {top + 52:g} Q{x + 84:g} {top + 40:g} {x + 80:g} {top + 116:g} Q{x + 70:g} 372 {x - 10:g} 368"
    handle = (
        pen.line(loop, shade(pen.color, -0.4), 27) + pen.line(loop, shade(pen.color, -0.06), 22) + pen.soft_line(loop, "#fff", 5, 3, 0.5)
    )
    inner = pen.pick("inner", pen.color, pen.accent)
    mouth = pen.fill(oval(244, top, wide, 26), shade(pen.color, 0.25)) + pen.fill(
        oval(244, top + 2, wide - 9, 20), pen.linear((0, shade(inner, -0.5)), (1, shade(inner, -0.08)))
    )
    mark = "" if pen.view != "front" or pen.spec.number("sign") < 0.5 else pen.mark(244, 330, 22, ink_on(pen.color))
    return pen.group(
        handle, pen.turned(body, inside=_glaze(pen, 244 - wide, top, wide * 2, 428 - top) + mark), mouth, move=f"translate({shift:g} 0)"
    )


def _mug_pair(pen: Pen) -> str:
    return pen.group(_one_mug(pen, 0), move="translate(170 66) scale(0.78)") + pen.group(
        _one_mug(pen, 0), move="translate(-14 94) scale(0.78)"
    )


@shape("glass", color="#dfeaec")
def glass(pen: Pen) -> str:
    stem = pen.says("wine", "stem", "champagne", "flute")
    if stem:
        bowl = symmetric("M256 96 L192 96 Q168 210 220 250 Q240 264 256 266")
        wine = symmetric("M256 180 L180 180 Q180 226 222 250 Q240 262 256 264")
        foot = (
            pen.fill(
                symmetric("M256 262 L250 262 L250 400 L256 400"), pen.linear((0, "#b9c6ca"), (0.4, "#fff"), (1, "#a9b6ba"), angle="h"), 0.9
            )
            + pen.fill(oval(256, 412, 74, 17), pen.linear((0, "#fff", 0.9), (1, "#b4c2c6", 0.8)))
            + pen.line(oval(256, 412, 74, 17), "#9fb0b5", 1.4)
        )
        return (
            foot
            + pen.turned(bowl, pen.color, inside=pen.fill(wine, pen.accent, 0.75), gloss=0.9, see_through=0.5)
            + pen.line(oval(256, 96, 64, 11), "#9fb0b5", 2)
        )
    wide = pen.between("wide", 70, 92)
    body = symmetric(f"M256 140 L{256 - wide:g} 140 L{270 - wide:g} 416 Q200 432 256 432")
    cuts = (
        "".join(
            pen.line(f"M{256 + f * wide:g} 200 L{256 + f * wide * 0.84:g} 416", "#ffffff", 3, opacity=0.6)
            for f in (-0.75, -0.4, 0, 0.4, 0.75)
        )
        if pen.spec.number("cut") < 0.6
        else ""
    )
    drink = pen.fill("M140 236 Q256 262 372 236 L372 420 L140 420 Z", mix(pen.accent, "#ffffff", 0.55), 0.5)
    return (
        pen.turned(body, pen.color, inside=drink + cuts + pen.fill(oval(256, 424, wide, 16), "#fff", 0.5), gloss=0.9, see_through=0.62)
        + pen.line(oval(256, 140, wide, 16), "#8ea2a8", 2.4)
        + pen.fill(oval(256, 140, wide, 16), "#fff", 0.3)
    )


@shape("plate", color="#f0ece2", rest="flat")
def plate(pen: Pen) -> str:
    rim = pen.pick("rim", "ring", "dots", "double", "dip", "plain")
    deco = {
        "ring": pen.line(oval(256, 256, 166, 166), pen.accent, 10), "double": pen.line(oval(256, 256, 172, 172), pen.accent, 4) + pen.line(oval(256, 256, 160, 160), pen.accent, 2),
        "dots": pen.line(oval(256, 256, 158, 158), pen.accent, 13, dash="0.1 26"), "dip": pen.fill("M60 300 Q160 340 256 300 Q350 260 452 300 L452 460 L60 460 Z", pen.accent, 0.9), "plain": "",
    }[rim]  # fmt: skip
    well = pen.fill(oval(256, 256, 122, 122), pen.linear((0, shade(pen.color, -0.13)), (1, shade(pen.color, 0.4)), angle="d")) + pen.fill(
        oval(256, 256, 116, 116), pen.linear((0, shade(pen.color, 0.05)), (1, shade(pen.color, 0.3)), angle="d")
    )
    return (
        pen.solid(oval(256, 256, 182, 182), depth=10, inside=deco)
        + well
        + (pen.mark(256, 256, 26, shade(pen.color, -0.3)) if pen.spec.number("sign") < 0.3 else "")
        + pen.soft("M150 190 Q190 130 256 124 Q200 150 168 204 Z", "#fff", 6, 0.7)
    )


@shape("bowl", color="#7aa0a0")
def bowl(pen: Pen) -> str:
    body = symmetric("M256 226 L96 226 Q104 380 214 410 L214 424 L256 424")
    mouth = pen.fill(oval(256, 226, 160, 46), shade(pen.color, 0.3)) + pen.fill(
        oval(256, 228, 150, 40), pen.linear((0, shade(pen.color, -0.45)), (1, shade(pen.color, 0.1)))
    )
    return pen.turned(body, inside=_glaze(pen, 96, 232, 320, 180)) + mouth + pen.soft_line("M140 246 Q256 282 370 246", "#fff", 5, 4, 0.4)


@shape("pan", color="#33363a", accent="#8a5a35")
def pan(pen: Pen) -> str:
    grip = pen.solid("M338 262 L446 196 Q466 190 470 204 Q472 216 458 224 L352 292 Z", pen.accent, depth=8) + pen.fill(
        oval(455, 206, 7, 6), shade(pen.accent, -0.6)
    )
    body = symmetric("M216 296 L70 296 Q78 372 140 388 L216 390", axis=216)
    steel = pen.says("steel", "iron")
    inner = (
        pen.fill(oval(216, 296, 136, 36), pen.linear((0, shade(pen.color, -0.4)), (1, shade(pen.color, 0.12))))
        + pen.fill(oval(216, 306, 112, 24), shade(pen.color, -0.2))
        + pen.soft("M120 296 Q180 274 236 280 Q170 290 140 310 Z", "#fff", 5, 0.35)
    )
    rim = pen.fill(
        oval(216, 296, 146, 42), pen.linear((0, "#e4e7ea" if steel else shade(pen.color, 0.4)), (1, shade(pen.color, 0.05)), angle="d")
    )
    return (
        grip
        + pen.turned(body)
        + rim
        + inner
        + pen.metal(round_rect(328, 268, 32, 20, 5))
        + pen.mark(216, 344, 13, shade(pen.color, 0.5), ring=False)
    )


@shape("pot", color="#b5402f", accent="#d9b872")
def pot(pen: Pen) -> str:
    body = symmetric("M256 236 L120 236 L124 392 Q132 424 256 426")
    ears = "".join(
        pen.line(loop, shade(pen.color, -0.35), 20) + pen.line(loop, pen.color, 15)
        for loop in ("M124 270 Q70 262 76 300 Q84 318 126 312", "M388 270 Q442 262 436 300 Q428 318 386 312")
    )
    lid = symmetric("M256 166 Q140 172 112 234 Q180 262 256 262")
    knob = pen.metal(round_rect(248, 148, 16, 24, 4), pen.accent) + pen.ball(oval(256, 142, 27, 17), pen.accent)
    return (
        ears
        + pen.turned(body)
        + pen.ball(lid, gloss=0.6)
        + pen.line("M112 236 Q256 288 400 236", shade(pen.color, -0.45), 3, opacity=0.7)
        + knob
        + pen.mark(256, 346, 20, shade(pen.color, 0.55))
    )


@shape("knife", color="#4a3324", rest="flat")
def knife(pen: Pen) -> str:
    blade = "M214 232 L446 226 Q470 238 430 268 Q380 292 214 290 Z"
    steel = pen.linear((0, "#f2f4f6"), (0.45, "#cbd1d6"), (0.6, "#9aa3aa"), (1, "#e6eaed"))
    waves = "".join(pen.line(f"M214 {284 - i * 4} Q300 {268 - i * 4} 440 {238 - i * 2}", "#7d878e", 0.9, opacity=0.5) for i in range(5))
    handle = "M62 236 Q60 222 80 224 L200 230 L204 292 L150 288 Q120 292 84 300 Q62 300 66 280 Q74 260 62 236 Z"
    rivets = "".join(pen.metal(oval(x, 260, 6.5, 6.5), "#d9c08a") for x in (98, 140, 182))
    return pen.group(
        pen.fill(blade, steel),
        pen.clip(blade, waves),
        pen.line("M214 290 Q380 292 430 268", "#fff", 2, opacity=0.8),
        pen.metal(round_rect(198, 226, 20, 68, 4)),
        pen.solid(handle, depth=9, inside=pen.grain(0.25, "0.02 0.3")),
        rivets,
        pen.mark(260, 256, 10, "#7d878e", ring=False),
        move="rotate(-24 256 256)",
    )


@shape("kettle", color="#d9dde0", accent="#2d2f33")
def kettle(pen: Pen) -> str:
    body = symmetric("M256 170 L194 174 Q130 250 124 392 Q126 412 256 414")
    spout = "M150 250 Q110 214 84 206 L102 188 Q150 200 176 224 Z"
    loop = "M316 176 Q428 150 424 262 Q420 340 380 366"
    return "".join((
        pen.line(loop, shade(pen.accent, -0.4), 28), pen.line(loop, pen.accent, 22), pen.soft_line(loop, "#fff", 4, 3, 0.4), pen.solid(spout, shade(pen.color, -0.14), depth=8), pen.turned(body, gloss=0.8),
        pen.turned(symmetric("M256 400 L120 402 L120 424 Q180 434 256 434"), pen.accent), pen.ball(symmetric("M256 144 Q200 150 192 176 Q220 190 256 190"), pen.accent), pen.ball(oval(256, 140, 18, 12), pen.accent),
        pen.fill(round_rect(300, 268, 18, 104, 9), mix("#9fd0e6", pen.color, 0.3), 0.85), pen.mark(226, 330, 18, shade(pen.color, -0.5)),
    ))  # fmt: skip


@shape("toaster", color="#b9d0c4", accent="#2d2f33")
def toaster(pen: Pen) -> str:
    slices = "".join(
        pen.solid(round_rect(x, 138, 120, 90, 26), "#c58a45", depth=8, inside=pen.fill(round_rect(x + 9, 147, 102, 90, 20), "#edcf97"))
        for x in (132, 268)
    )
    body = "M96 212 Q98 190 126 188 L386 188 Q414 190 416 212 L428 392 Q428 414 404 414 L108 414 Q84 414 84 392 Z"
    lever = pen.solid(round_rect(386, 250, 34, 18, 6), pen.accent, depth=3) + pen.line("M403 240 L403 350", shade(pen.color, -0.5), 4)
    dial = pen.metal(oval(340, 356, 22, 22)) + pen.line("M340 356 L340 340", pen.accent, 4)
    slots = pen.fill(round_rect(120, 194, 132, 12, 6), "#2b2b2e") + pen.fill(round_rect(260, 194, 132, 12, 6), "#2b2b2e")
    return (
        slices
        + pen.solid(body, depth=24)
        + slots.replace("#2b2b2e", "#3a3a3d")
        + pen.metal(round_rect(84, 392, 344, 22, 8))
        + lever
        + dial
        + pen.mark(180, 300, 28, ink_on(pen.color))
        + pen.fill(polygon((110, 414), (150, 414), (146, 424), (114, 424)), "#222")
        + pen.fill(polygon((362, 414), (402, 414), (398, 424), (366, 424)), "#222")
    )
