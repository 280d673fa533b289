"""Clothes, laid flat and seen from above."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

from shopkeeper.testing.pictures.color import ink_on, mix, shade
from shopkeeper.testing.pictures.outline import flip, oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.registry import shape

_LONG_SLEEVE = "M168 116 Q124 128 108 176 Q84 268 78 376 Q80 390 98 393 Q118 396 122 382 Q132 300 158 226 Z"
_SHORT_SLEEVE = "M170 112 Q126 126 104 162 Q82 196 66 238 Q92 266 128 274 Q142 244 162 216 Z"
_TORSO = "M256 118 Q216 116 202 98 Q178 104 160 118 Q154 210 146 300 Q142 370 144 424 Q200 436 256 436"


def _torso(pen: Pen, *, inside: str = "", sleeves: str = "", half: str = _TORSO, pattern: bool = True) -> str:
    weave = pen.pattern() if pattern else (pen.spec.pattern or "plain")
    arms = "".join(pen.solid(arm, pattern=weave) for arm in (sleeves, flip(sleeves))) if sleeves else ""
    folds = "".join(
        pen.soft_line(fold, shade(pen.color, -0.7), 6, 5, 0.22)
        for fold in ("M176 250 Q200 330 180 420", "M330 260 Q316 340 336 424", "M196 190 Q230 210 260 206")
    )
    return arms + pen.solid(symmetric(half), pattern=weave, inside=pen.grain(0.06) + folds + inside)


def _neck(pen: Pen, color: str, *, width: float = 54, depth: float = 40) -> str:
    hole = f"M{256 - width} 98 Q256 {98 + depth * 1.5:g} {256 + width} 98 Q256 112 {256 - width} 98 Z"
    back = f"M{256 - width} 98 Q256 122 {256 + width} 98 Q256 {98 + depth * 1.3:g} {256 - width} 98 Z"
    rib = f"M{256 - width} 99 Q256 {100 + depth * 1.55:g} {256 + width} 99"
    inner = pen.fill(hole, shade(pen.color, -0.55)) + pen.fill(back, shade(pen.color, -0.5))
    return inner + pen.line(rib, color, 9) + pen.line(rib, shade(color, -0.4), 1.2, opacity=0.6)


def _chest(pen: Pen, y: float = 196) -> str:
    """A print on the chest: mark, bar or circle, one per product."""
    ink = pen.accent
    match pen.pick("chest", "mark", "bars", "disc", "pocket", "yoke"):
        case "mark":
            return pen.mark(314, y, 17, ink)
        case "bars":
            rows = (y, y + 30)
            return "".join(pen.fill(polygon((120, row), (392, row), (392, row + 14), (120, row + 14)), ink, 0.92) for row in rows)
        case "disc":
            return pen.fill(oval(256, y + 52, 54, 54), ink) + pen.mark(256, y + 52, 28, ink_on(ink), ring=False)
        case "pocket":
            pocket = f"M292 {y - 10} L344 {y - 10} L344 {y + 40} L318 {y + 54} L292 {y + 40} Z"
            return pen.solid(pocket, mix(pen.color, ink, 0.55), depth=4) + pen.stitch(f"M294 {y} L342 {y}")
        case _:
            yoke = "M100 90 L412 90 L412 176 Q256 196 100 176 Z"
            return pen.fill(yoke, ink, 0.95) + pen.stitch("M140 182 Q256 200 372 182") + pen.mark(256, y + 52, 18, ink)


def _shirt_collar(pen: Pen, bottom: float = 440) -> str:
    left = "M204 94 Q226 108 256 134 L232 168 Q204 140 192 104 Z"
    inner = pen.fill("M206 96 Q256 84 306 96 Q280 116 256 136 Q230 116 206 96 Z", shade(pen.color, -0.38))
    placket = pen.solid(round_rect(246, 134, 22, bottom - 134, 2), shade(pen.color, 0.06), depth=4)
    dots = [oval(257, y, 4.2, 4.2) for y in range(170, int(bottom) - 10, 48 if bottom > 300 else 30)]
    buttons = "".join(pen.fill(dot, shade(pen.accent, 0.2)) + pen.line(dot, shade(pen.color, -0.5), 0.8) for dot in dots)
    sides = "".join(pen.solid(side, shade(pen.color, 0.08), depth=6) + pen.seam(side, 1.2, 0.35) for side in (left, flip(left)))
    return inner + placket + buttons + sides


@shape("tshirt", color="#e9e3d6", rest="flat")
def tshirt(pen: Pen) -> str:
    shirt = pen.says("shirt") and not pen.says("t-shirt", "tshirt", "tee ", "undershirt", "sweatshirt", "polo")
    buttoned = shirt or pen.says("blouse")
    polo = pen.says("polo")
    knit = pen.says("sweat", "jumper", "pullover", "cardigan", "merino", "knit", "long-sleeve", "long sleeve", "fleece", "turtleneck")
    sleeves = _LONG_SLEEVE if buttoned or knit else _SHORT_SLEEVE
    cuff = "M80 366 Q98 378 122 372" if buttoned or knit else "M72 230 Q98 254 134 262"
    body = _torso(pen, sleeves=sleeves, inside="" if buttoned or polo else _chest(pen))
    hems = pen.stitch("M146 414 Q256 430 366 414") + pen.seam(cuff, 1.6, 0.35) + pen.seam(flip(cuff), 1.6, 0.35)
    if buttoned:
        pocket = pen.seam("M292 206 L342 206 L342 250 L317 262 L292 250 Z", 1.6, 0.4) + pen.mark(317, 230, 9, pen.accent, ring=False)
        return body + hems + _shirt_collar(pen) + pocket
    if polo:
        return body + hems + _shirt_collar(pen, 226) + pen.mark(318, 204, 14, pen.accent)
    ribs = "".join(pen.line(f"M{x} 408 L{x} 432", shade(pen.color, -0.4), 1.4, opacity=0.35) for x in range(152, 366, 7)) if knit else ""
    return body + hems + ribs + _neck(pen, shade(pen.color, -0.08) if pen.spec.number("rib") < 0.5 else pen.accent)


@shape("hoodie", color="#7d8b87", rest="flat")
def hoodie(pen: Pen) -> str:
    cuff = "M76 360 L126 366 L122 396 L78 392 Z"
    hood = symmetric("M256 58 Q196 60 188 104 Q190 140 222 158 Q240 166 256 168")
    mouth = symmetric("M256 84 Q218 86 212 112 Q222 148 256 160")
    pocket = symmetric("M256 300 L208 300 L184 374 Q220 384 256 384")
    zipped = pen.says("zip")
    zipper = pen.line("M256 168 L256 434", shade(pen.color, -0.5), 5) + pen.line(
        "M256 168 L256 434", "#d9dadd", 2.2, dash="2 3", cap="butt"
    )
    cords = "".join(pen.line(cord, shade(pen.accent, 0.3), 4.5) for cord in ("M232 154 Q226 190 230 222", "M280 154 Q288 186 282 214"))
    ribs = "".join(pen.line(f"M{x} 406 L{x} 440", shade(pen.color, -0.5), 2, opacity=0.35) for x in range(144, 372, 8))
    return "".join((
        _torso(pen, sleeves=_LONG_SLEEVE, pattern=False, inside="" if zipped else _chest(pen, 214)),
        *(pen.solid(side, shade(pen.color, -0.12), depth=5) for side in (cuff, flip(cuff))),
        pen.clip(symmetric(_TORSO), ribs, pen.seam("M140 404 Q256 418 372 404", 2)),
        pen.solid(pocket, shade(pen.color, -0.04), depth=7), pen.seam(pocket, 1.6, 0.3), zipper if zipped else "",
        pen.solid(hood), pen.fill(mouth, shade(pen.color, -0.55)), pen.soft("M214 100 Q256 80 298 100 Q256 120 214 100 Z", shade(pen.color, -0.2), 6, 0.8),
        pen.seam(mouth, 2, 0.4), cords,
    ))  # fmt: skip


@shape("jacket", color="#2563a8", rest="flat")
def jacket(pen: Pen) -> str:
    return _coat(pen) if pen.says("coat", "blazer", "wool", "trench") else _anorak(pen)


def _anorak(pen: Pen) -> str:
    cuff = "M79 352 L124 360 L121 394 L78 391 Z"
    collar = "M256 96 Q222 92 206 76 L192 104 Q210 140 246 152 L256 130 Z"
    quilted = pen.says("down", "quilt", "puffer", "padded", "vest")
    rows = "".join(pen.seam(f"M120 {y} Q256 {y + 16} 392 {y}", 2, 0.4) for y in range(170, 430, 34)) if quilted else ""
    tone = pen.accent if pen.spec.number("yoke") < 0.4 else shade(pen.color, -0.28)
    yoke = pen.fill("M90 60 L422 60 L422 196 Q340 176 256 206 Q172 176 90 196 Z", tone, 0.92)
    zipper = pen.line("M256 110 L256 436", shade(pen.color, -0.55), 8) + pen.line(
        "M256 112 L256 432", "#cfd2d6", 2.6, dash="3 3", cap="butt"
    )
    pockets = "".join(
        pen.line(slit, shade(pen.color, -0.6), 5, opacity=0.75) + pen.line(slit, shade(pen.accent, 0.1), 1.6, dash="3 3")
        for slit in ("M178 318 L198 370", "M334 318 L314 370")
    )
    hood = symmetric("M256 50 Q204 50 194 92 Q202 128 256 132")
    lining = symmetric("M256 70 Q222 72 216 96 Q228 116 256 120")
    return "".join((
        pen.solid(hood, shade(pen.color, -0.14)), pen.fill(lining, shade(pen.color, -0.6)),
        _torso(pen, sleeves="" if pen.says("vest") else _LONG_SLEEVE, pattern=False, inside=yoke + rows),
        *(() if pen.says("vest") else (pen.solid(side, shade(pen.color, -0.25), depth=5) for side in (cuff, flip(cuff)))),
        zipper, pen.metal(round_rect(251, 150, 10, 24, 4)), pockets,
        *(pen.solid(side, shade(pen.color, -0.06), depth=8) + pen.seam(side, 1.4, 0.35) for side in (collar, flip(collar))),
        pen.mark(318, 176, 13, ink_on(tone)),
    ))  # fmt: skip


def _coat(pen: Pen) -> str:
    lapel = "M204 84 Q198 112 196 134 L214 150 L208 166 L252 268 L256 150 Z"
    flaps = "".join(
        pen.solid(round_rect(x, 330, 58, 20, 4), shade(pen.color, -0.05), depth=4) + pen.seam(f"M{x} 330 L{x + 58} 330", 2)
        for x in (170, 284)
    )
    buttons = "".join(pen.ball(oval(268, y, 7, 7), shade(pen.color, -0.5)) for y in (290, 340, 390))
    return "".join((
        _torso(pen, sleeves=_LONG_SLEEVE, pattern=False),
        pen.fill("M204 86 Q256 72 308 86 L256 170 Z", shade(pen.accent, -0.3)),
        pen.line("M256 150 L256 436", shade(pen.color, -0.6), 2.4, opacity=0.7), buttons, flaps,
        *(pen.solid(side, shade(pen.color, -0.06), depth=8) + pen.seam(side, 1.4, 0.4) for side in (lapel, flip(lapel))),
        pen.seam("M300 214 L338 208", 3), pen.mark(318, 250, 9, shade(pen.color, 0.5), ring=False),
    ))  # fmt: skip


@shape("trousers", color="#4a5568", rest="flat")
def trousers(pen: Pen) -> str:
    short = pen.says("short")
    bottom, inner, outer = (300, 246, 150) if short else (462, 232, 156)
    leg = f"M256 62 L176 62 Q160 170 {outer} {bottom} L{inner} {bottom} L256 214 Z"
    jeans = pen.says("jean", "denim")
    thread = "#c98b3e" if jeans else shade(pen.color, 0.4)
    crease = pen.soft_line(f"M196 120 Q190 260 194 {bottom}", shade(pen.color, -0.7), 7, 6, 0.3)
    wash = pen.soft("M180 150 Q200 260 190 330 Q210 330 220 240 Q214 170 180 150 Z", "#ffffff", 14, 0.28) if jeans else ""
    other = pen.group(crease, wash, move="translate(512 0) scale(-1 1)")
    pattern = pen.spec.pattern or "plain"
    legs = pen.solid(leg, inside=pen.grain(0.1) + crease + wash, pattern=pattern) + pen.solid(
        flip(leg), inside=pen.grain(0.1) + other, pattern=pattern
    )
    hem = f"M{outer - 1} {bottom - 12} L{inner + 6} {bottom - 12}"
    pocket = "M182 104 Q218 116 228 84"
    loops = "".join(pen.solid(round_rect(x, 52, 9, 34, 3), shade(pen.color, -0.08), depth=2) for x in (192, 224, 280, 312))
    return "".join((
        legs, pen.seam("M256 84 L256 214", 2.4), pen.seam("M256 84 Q282 140 256 176", 1.6), pen.seam("M180 96 Q214 108 220 82", 2), pen.seam("M332 96 Q298 108 292 82", 2),
        *(pen.line(path, thread, 1.7, dash="5 4", opacity=0.8) for path in (hem, flip(hem), pocket, flip(pocket))),
        pen.solid(round_rect(174, 56, 164, 26, 5), shade(pen.color, -0.06), depth=4), loops, pen.metal(oval(256, 69, 7, 7), "#b89a5f" if jeans else "#c6cacf"),
        pen.solid(round_rect(296, 88, 34, 22, 3), pen.accent, depth=2), pen.mark(313, 99, 8, ink_on(pen.accent), ring=False),
    ))  # fmt: skip


@shape("dress", color="#8c4a5e", rest="flat")
def dress(pen: Pen) -> str:
    long = pen.between("length", 404, 466)
    sleeve = "M198 84 Q170 92 152 142 Q166 164 196 164 L206 124 Z"
    hem = f"{130 - (long - 404) * 0.2:g} {long:g} Q190 {long + 22:g} 256 {long + 20:g}"
    body = symmetric(f"M256 108 Q226 108 214 72 L194 80 Q196 140 196 176 Q196 210 208 236 Q150 320 {hem}")
    pleats = "".join(
        pen.soft_line(f"M{256 + (x - 256) * 0.35:g} 244 Q{x} 330 {256 + (x - 256) * 1.25:g} {long:g}", shade(pen.color, -0.7), 7, 5, 0.3)
        for x in (176, 216, 256, 298, 338)
    )
    weave = pen.pattern(plain_share=0.25)
    waist = pen.solid("M206 226 Q256 240 306 226 L308 248 Q256 262 204 248 Z", pen.accent, depth=4)
    arms = "" if pen.says("slip", "strap", "sleeveless") else "".join(pen.solid(side, pattern=weave) for side in (sleeve, flip(sleeve)))
    neck = pen.fill("M215 74 Q256 90 297 74 Q284 106 256 108 Q228 106 215 74 Z", shade(pen.color, -0.55))
    return arms + pen.solid(body, pattern=weave, inside=pleats) + neck + pen.seam("M214 74 Q228 108 256 109 Q284 108 298 74", 2.4) + waist


@shape("skirt", color="#5a6b4c", rest="flat")
def skirt(pen: Pen) -> str:
    long = pen.between("length", 370, 440)
    body = symmetric(f"M256 100 L184 96 Q150 250 116 {long:g} Q190 {long + 26:g} 256 {long + 24:g}")
    pleats = "".join(
        pen.soft_line(f"M{256 + (x - 256) * 0.45:g} 120 L{256 + (x - 256) * 1.1:g} {long + 20:g}", shade(pen.color, -0.7), 6, 3.4, 0.42)
        for x in (142, 180, 218, 256, 294, 332, 370)
    )
    band = "M184 84 Q256 98 328 84 L331 116 Q256 130 181 116 Z"
    hem = pen.stitch(f"M122 {long - 10:g} Q256 {long + 22:g} 390 {long - 10:g}")
    tag = pen.solid(round_rect(298, 92, 28, 16, 3), pen.accent, depth=2)
    return (
        pen.solid(body, pattern=pen.pattern(plain_share=0.35), inside=pleats)
        + pen.solid(band, shade(pen.color, -0.18), depth=5)
        + hem
        + tag
    )
