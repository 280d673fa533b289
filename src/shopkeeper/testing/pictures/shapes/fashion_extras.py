"""Socks to backpacks: what is worn or carried besides clothes."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

from shopkeeper.testing.pictures.color import ink_on, mix, shade
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.registry import shape


@shape("socks", color="#b5533c", rest="flat")
def socks(pen: Pen) -> str:
    sock = "M186 78 L272 78 Q276 180 272 262 Q300 300 352 330 Q392 356 376 394 Q360 424 312 416 Q240 402 200 356 Q178 330 182 270 Q190 180 186 78 Z"
    ribs = "".join(pen.line(f"M{x} 76 L{x} 116", shade(pen.color, -0.5), 2, opacity=0.4) for x in range(190, 274, 8))
    inside = pen.fill(oval(196, 336, 46, 42), pen.accent) + pen.fill(oval(372, 388, 56, 52), pen.accent)
    inside += (
        pen.fill("M170 70 L290 70 L290 118 L170 118 Z", shade(pen.color, -0.12))
        + ribs
        + pen.fill("M170 118 L290 118 L290 126 L170 126 Z", pen.accent)
    )
    pair = pen.solid(sock, pattern=pen.pattern(plain_share=0.15), inside=inside)
    return pen.group(pair, move="translate(-64 -22) rotate(-7 256 256)") + pen.group(pair, move="translate(30 16) rotate(5 256 256)")


@shape("hat", color="#3e4c59")
def hat(pen: Pen) -> str:
    if pen.says("cap", "baseball"):
        return _cap(pen)
    if pen.says("straw", "sun", "fedora", "bucket", "brim"):
        return _brimmed(pen)
    dome = symmetric("M256 132 Q140 136 132 306 Q190 330 256 330")
    ribs = "".join(
        pen.soft_line(f"M{256 + (x - 256) * 0.25:g} 140 Q{256 + (x - 256) * 0.95:g} 200 {x} 320", shade(pen.color, -0.6), 3, 1.4, 0.4)
        for x in range(146, 376, 17)
    )
    cuff = "M122 296 Q256 330 390 296 L394 370 Q256 408 118 370 Z"
    cuff_ribs = "".join(pen.line(f"M{x} 290 L{x} 410", shade(pen.color, -0.55), 2.2, opacity=0.35) for x in range(120, 396, 12))
    pompom = pen.ball(oval(256, 124, 44, 42), pen.accent, inside=pen.grain(0.2, "0.12")) if pen.spec.number("pompom") < 0.6 else ""
    bands = pen.pick(
        "bands", pen.fill("M110 214 Q256 238 400 214 L400 240 Q256 264 110 240 Z", pen.accent), "", pen.weave("stripe", pen.accent)
    )
    patch = pen.solid(round_rect(234, 338, 46, 34, 4), shade(pen.accent, -0.1), depth=3) + pen.mark(
        257, 355, 12, ink_on(pen.accent), ring=False
    )
    return pen.solid(dome, inside=bands + ribs) + pen.solid(cuff, shade(pen.color, 0.05), inside=cuff_ribs) + pompom + patch


def _cap(pen: Pen) -> str:
    crown = "M120 300 Q116 160 250 152 Q372 154 372 300 Q250 330 120 300 Z"
    peak = "M228 300 Q330 280 372 296 Q452 320 458 352 Q400 360 340 346 Q270 332 228 318 Z"
    panels = pen.seam("M248 154 Q222 220 226 312", 2, 0.4) + pen.seam("M250 154 Q316 200 330 306", 2, 0.4)
    top = pen.solid(crown, pattern=pen.spec.pattern or "plain") + panels
    front = pen.solid(peak, pen.accent) + pen.stitch("M246 310 Q340 296 440 346", shade(pen.accent, 0.4))
    return top + front + pen.ball(oval(250, 152, 9, 6), pen.accent) + pen.mark(186, 246, 22, ink_on(pen.color))


def _brimmed(pen: Pen) -> str:
    crown = symmetric("M256 176 Q176 168 164 240 L152 352 Q200 376 256 376")
    weave = "".join(pen.line(f"M120 {y} Q256 {y + 26} 392 {y}", shade(pen.color, -0.4), 1.2, opacity=0.4) for y in range(170, 370, 10))
    rings = "".join(pen.line(oval(256, 356, 178 - i * 12, 46 - i * 4), shade(pen.color, -0.4), 1.2, opacity=0.4) for i in range(1, 4))
    band = pen.fill("M154 312 Q256 350 358 312 L361 350 Q256 386 151 350 Z", pen.accent)
    under = pen.soft("M146 362 Q256 400 366 362 Q256 384 146 362 Z", "#241c10", 5, 0.4)
    return pen.solid(oval(256, 356, 178, 46)) + rings + under + pen.turned(crown, inside=weave) + band


@shape("scarf", color="#7b3f4a", rest="flat")
def scarf(pen: Pen) -> str:
    weave = pen.pattern(plain_share=0.15)
    tail = "M214 196 Q176 300 160 404 L244 420 Q262 320 284 214 Z"
    other = "M262 196 Q316 270 340 372 L412 344 Q376 244 318 178 Z"
    loop = "M132 160 Q150 84 256 82 Q366 84 380 160 Q376 236 262 244 Q140 238 132 160 Z"
    hole = "M196 144 Q206 122 256 120 Q312 122 318 146 Q300 172 256 174 Q208 170 196 144 Z"
    knot = "M196 200 Q256 178 312 200 Q322 236 300 262 Q256 278 208 258 Q190 230 196 200 Z"
    tones = (pen.color, pen.accent)
    fringe = "".join(pen.line(f"M{162 + i * 9} {404 + i * 1.7:g} L{159 + i * 9} {434 + i * 1.7:g}", tones[i % 2], 4) for i in range(10))
    fringe += "".join(pen.line(f"M{342 + i * 9} {370 - i * 3.5:g} L{352 + i * 9} {398 - i * 3.5:g}", tones[i % 2], 4) for i in range(9))
    folds = pen.soft_line("M150 176 Q256 226 366 178", shade(pen.color, -0.7), 7, 5, 0.4) + pen.soft_line(
        "M160 120 Q256 88 356 122", "#fff", 5, 5, 0.25
    )
    drapes = "".join(pen.solid(part, pattern=weave) for part in (other, tail))
    return (
        fringe
        + drapes
        + pen.solid(loop, pattern=weave, inside=folds)
        + pen.fill(hole, shade(pen.color, -0.6))
        + pen.solid(knot, pattern=weave)
    )


@shape("gloves", color="#57463a", rest="flat")
def gloves(pen: Pen) -> str:
    glove = (
        "M196 420 L196 300 Q168 262 142 222 Q134 200 152 192 Q168 190 188 220 L202 240 Q200 170 202 120 Q206 104 222 106 Q234 110 234 126 "
        "L238 214 Q240 140 246 96 Q252 82 266 86 Q278 92 276 108 L274 214 Q280 150 290 112 Q296 100 308 104 Q318 108 316 124 L308 226 "
        "Q316 180 326 152 Q334 140 346 148 Q352 156 348 172 Q336 236 330 290 Q322 330 314 350 L314 420 Q256 432 196 420 Z"
    )
    cuff = "M188 372 Q256 388 322 372 L322 424 Q256 440 188 424 Z"
    ribs = "".join(pen.line(f"M{x} 368 L{x} 436", shade(pen.accent, -0.5), 2, opacity=0.4) for x in range(194, 322, 9))
    lines = "".join(pen.seam(seam, 1.6, 0.35) for seam in ("M222 250 L228 300", "M258 244 L260 298", "M292 252 L288 302"))
    hand = pen.solid(glove, pattern=pen.spec.pattern or "plain", inside=pen.grain(0.08)) + lines
    one = hand + pen.solid(cuff, pen.accent, depth=6, inside=ribs) + pen.mark(262, 338, 13, ink_on(pen.color))
    left = pen.group(one, move="translate(396 20) scale(-0.82 0.82) rotate(-8 256 256)")
    return left + pen.group(one, move="translate(120 70) scale(0.82) rotate(6 256 256)")


def _sneaker(pen: Pen, *, high: bool) -> str:
    top = 172 if high else 226
    upper = f"M92 362 Q84 300 104 {top + 10} Q140 {top - 8} 186 {top} Q204 236 248 252 Q310 290 386 306 Q432 318 434 362 Z"
    sole = "M84 356 Q250 372 438 352 Q446 380 434 396 Q256 414 90 400 Q78 384 84 356 Z"
    toe = "M366 364 Q366 316 398 308 Q436 320 436 360 Z"
    heel = f"M92 362 Q84 300 104 {top + 10} Q124 {top - 2} 144 {top - 2} Q134 300 144 362 Z"
    tongue = f"M170 {top + 4} Q196 {top - 34} 226 {top - 14} Q242 238 262 262 L214 268 Z"
    sign = pen.pick(
        "side", "M180 350 Q236 330 262 268", "M196 352 L238 270 M226 354 L266 284 M256 356 L292 298", "M168 300 Q230 352 330 322"
    )
    rise = 20 if high else 0
    laces = "".join(
        pen.line(f"M{190 + i * 24} {268 + i * 11 - rise} Q{206 + i * 24} {246 + i * 11} {222 + i * 24} {252 + i * 12}", "#f6f2ea", 6.5)
        for i in range(5)
    )
    side = pen.fill(heel, pen.accent) + pen.line(sign, pen.accent, 13) + pen.grain(0.06)
    return "".join((
        pen.solid(tongue, shade(pen.color, -0.2)), pen.solid(upper, pattern=pen.spec.pattern or "plain", inside=side), pen.solid(toe, shade(pen.color, 0.1), depth=8),
        pen.stitch("M362 362 Q362 312 398 302"), pen.stitch(f"M150 {top + 10} Q146 300 154 358"), laces,
        pen.solid(sole, "#f1ede4", depth=8), pen.line("M88 378 Q256 392 438 374", pen.accent, 3.4, opacity=0.9), pen.mark(118, 300, 14, ink_on(pen.accent), ring=False),
    ))  # fmt: skip


@shape("shoe", color="#e7e2d8")
def shoe(pen: Pen) -> str:
    if pen.says("leather", "derby", "loafer", "brogue", "formal", "oxford"):
        return _derby(pen)
    if pen.says("sandal", "flip", "slide"):
        bed = "M84 372 Q120 350 200 356 Q300 364 420 346 Q446 352 444 376 Q300 402 100 398 Q78 392 84 372 Z"
        strap = "M252 366 Q276 268 340 274 Q398 286 412 356 L370 362 Q356 312 330 312 Q306 314 300 366 Z"
        heel = pen.solid("M96 370 Q110 300 168 286 L196 300 Q140 320 130 370 Z")
        front = pen.solid(strap, inside=pen.stitch("M266 362 Q286 284 338 286 Q388 294 402 352"))
        return pen.solid(bed, "#c9a478", depth=8) + front + heel + pen.metal(round_rect(328, 278, 26, 22, 4), "#cdb36c")
    if pen.says("slipper"):
        bed = "M80 372 Q240 356 440 350 Q448 384 430 392 Q260 406 92 398 Q74 390 80 372 Z"
        lining = pen.solid("M84 376 Q160 340 300 350 L430 352 Q430 386 300 392 L96 392 Z", shade(pen.accent, 0.5))
        top = pen.solid("M226 372 Q244 276 352 282 Q438 296 442 368 Z", pattern=pen.pattern(), inside=pen.grain(0.15, "0.4"))
        return lining + top + pen.solid(bed, shade(pen.color, -0.5), depth=5)
    return _sneaker(pen, high=False)


def _derby(pen: Pen) -> str:
    upper = "M88 366 Q84 286 110 236 Q150 222 190 240 Q232 290 318 308 Q420 322 436 364 Q440 376 430 378 L96 382 Z"
    sole = "M84 372 Q260 392 440 368 L442 384 Q300 402 216 398 L214 394 L176 396 L174 412 L88 410 Z"
    laces = "".join(pen.line(f"M{196 + i * 20} {262 + i * 14} L{226 + i * 20} {254 + i * 14}", shade(pen.color, -0.6), 5) for i in range(4))
    return "".join((
        pen.solid("M96 248 Q150 210 196 240 Q160 262 110 262 Z", shade(pen.color, -0.6)), pen.solid(upper), pen.soft("M330 316 Q400 326 420 350 Q370 344 330 316 Z", "#fff", 8, 0.45),
        pen.seam("M350 318 Q330 350 344 380", 2.4), pen.stitch("M342 316 Q320 350 334 380"), pen.seam("M110 300 Q180 330 176 384", 2), laces, pen.solid(sole, shade(pen.color, -0.6), depth=4),
    ))  # fmt: skip


@shape("boot", color="#6e4a2f")
def boot(pen: Pen) -> str:
    if pen.says("high-top", "sneaker"):
        return _sneaker(pen, high=True)
    rubber = pen.says("rubber", "rain", "wellington")
    shaft = "M140 84 Q192 74 260 86 Q254 180 262 250 Q330 276 392 300 Q426 320 426 374 L130 378 Q126 300 138 232 Q146 160 140 84 Z"
    sole = "M118 370 Q270 388 434 366 L438 396 Q370 408 300 404 L238 400 L236 412 L120 412 Z"
    shine = pen.soft("M160 130 Q176 240 170 340 Q190 330 196 130 Z", "#fff", 9, 0.4) if rubber else ""
    laces = "".join(
        pen.line(f"M{226 - i} {124 + i * 26} L{262 + i * 2 + max(0, i - 4) * 20} {116 + i * 27}", "#e8d9b8", 5.5)
        + pen.metal(oval(228, 124 + i * 26, 4, 4), "#c9a75c")
        for i in range(6)
    )
    return "".join((
        pen.solid(shaft, inside=pen.grain(0.08) + shine), "" if rubber else laces + pen.seam("M138 232 Q200 262 262 250", 2), pen.seam("M330 278 Q318 330 336 374", 2.2),
        pen.stitch("M150 122 Q142 250 140 360"), pen.solid("M136 80 Q200 68 264 82 L262 112 Q200 100 138 112 Z", pen.accent, depth=6),
        pen.solid(sole, shade(pen.color, -0.65), depth=5), pen.line("M122 376 Q270 392 432 372", "#d8b776", 2, dash="5 4"), pen.mark(182, 172, 16, ink_on(pen.color)),
    ))  # fmt: skip


@shape("tote", color="#c08a52")
def tote(pen: Pen) -> str:
    taper, tall = pen.between("taper", 8, 34), pen.between("tall", 184, 214)
    left, right = 108 + taper * 0.2, 404 - taper * 0.2
    front = polygon((left, tall), (right, tall), (404 - taper, 428), (108 + taper, 428))
    side = polygon((right, tall), (436, tall - 20), (432 - taper, 410), (404 - taper, 428))
    cloth = pen.says("canvas", "cotton", "jute", "shopper")
    handle = f"M176 {tall + 6:g} Q178 70 250 68 Q322 70 324 {tall + 6:g}"
    tabs = "".join(
        pen.solid(round_rect(x, tall - 4, 26, 58, 8), shade(pen.color, -0.14), depth=3)
        + pen.metal(oval(x + 13, tall + 40, 5, 5), "#d1b06a")
        for x in (163, 311)
    )
    patch = pen.solid(round_rect(222, 352, 68, 32, 5), shade(pen.color, -0.2), depth=3) + pen.mark(
        256, 368, 11, shade(pen.color, 0.6), ring=False
    )
    creases = pen.soft_line(f"M150 {tall + 40:g} Q170 330 146 426", shade(pen.color, -0.7), 8, 7, 0.25) + pen.soft_line(
        "M362 260 Q346 340 366 420", "#fff", 8, 8, 0.22
    )
    return "".join((
        pen.line(f"M196 {tall - 16:g} Q198 84 270 82 Q340 84 342 {tall - 16:g}", shade(pen.color, -0.45), 13),
        pen.fill(polygon((left, tall), (left + 34, tall - 20), (436, tall - 20), (right, tall)), shade(pen.color, -0.6)),
        pen.fill(side, pen.linear((0, shade(pen.color, -0.3)), (1, shade(pen.color, -0.5)))),
        pen.solid(front, depth=16, pattern=pen.spec.pattern or "plain", inside=pen.grain(0.13, "0.5" if cloth else "0.25") + creases),
        pen.stitch(f"M{left + 10:g} {tall + 12:g} L{right - 10:g} {tall + 12:g}"), pen.stitch(f"M{118 + taper:g} 420 L{394 - taper:g} 420"),
        pen.line(handle, shade(pen.color, -0.32), 15), pen.line(handle, shade(pen.color, 0.1), 11), pen.stitch(handle), tabs, pen.mark(256, 330, 40, pen.accent) if cloth else patch,
    ))  # fmt: skip


@shape("backpack", color="#41584b")
def backpack(pen: Pen) -> str:
    body = symmetric("M256 92 Q150 92 140 190 L128 392 Q130 424 168 426 L256 428")
    pocket = symmetric("M256 280 Q176 280 170 300 L164 392 Q166 412 190 412 L256 412")
    lid = symmetric("M256 100 Q162 102 152 190 L150 236 Q200 256 256 256")
    arms = ("M146 210 Q104 250 112 390 L132 396 Q130 280 152 246 Z", "M366 210 Q408 250 400 390 L380 396 Q382 280 360 246 Z")
    tails = "".join(
        pen.solid(round_rect(x, 196, 20, 118, 4), pen.accent, depth=3) + pen.metal(round_rect(x - 4, 262, 28, 20, 4), "#c9a75c")
        for x in (190, 302)
    )
    return "".join((
        pen.line("M222 98 Q224 60 256 60 Q288 60 290 98", shade(pen.color, -0.4), 13), *(pen.solid(strap, shade(pen.color, -0.35), depth=4) for strap in arms),
        pen.solid(body, depth=20, pattern=pen.spec.pattern or "plain", inside=pen.grain(0.1)), pen.solid(pocket, shade(pen.color, 0.05), depth=12),
        pen.line("M176 306 Q256 294 336 306", shade(pen.color, -0.6), 5), pen.line("M176 306 Q256 294 336 306", "#d7d8da", 1.6, dash="3 3"),
        pen.solid(lid, shade(pen.color, -0.05), depth=14) if pen.spec.number("lid") < 0.6 else pen.seam("M150 220 Q256 180 362 220", 4), tails,
        pen.solid(round_rect(228, 340, 56, 34, 5), pen.accent, depth=3), pen.mark(256, 357, 12, ink_on(pen.accent), ring=False),
    ))  # fmt: skip


@shape("belt", color="#5c3a25", rest="flat")
def belt(pen: Pen) -> str:
    tone = pen.pick("buckle", "#c6cacf", "#cda95a", "#8d8f92")
    strap = oval(256, 258, 172, 138)
    holes = "".join(pen.fill(oval(x, y, 4.5, 5), shade(pen.color, -0.8)) for x, y in ((336, 380), (362, 366), (386, 347)))
    buckle = round_rect(210, 352, 84, 88, 14)
    return "".join((
        pen.line(strap, shade(pen.color, -0.4), 48), pen.line(strap, pen.color, 43), pen.soft_line("M110 220 Q140 140 256 124", "#fff", 8, 6, 0.4),
        *(pen.line(oval(256, 258, 172 + d, 138 + d), shade(pen.color, 0.4), 1.6, dash="6 5", opacity=0.8) for d in (-17, 17)),
        holes, pen.line(buckle, shade(tone, -0.4), 15), pen.line(buckle, tone, 11), pen.line(buckle, "#fff", 2.4, opacity=0.7),
        pen.line("M214 396 L300 396", shade(tone, -0.2), 9), pen.line("M214 394 L300 394", "#fff", 2, opacity=0.7), pen.solid(round_rect(306, 362, 22, 62, 6), mix(pen.color, "#000000", 0.2), depth=4),
    ))  # fmt: skip
