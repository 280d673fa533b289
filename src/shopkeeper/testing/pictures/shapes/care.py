"""Soap, sprays, tubes and other bathroom goods."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

from shopkeeper.testing.pictures.color import ink_on, mix, shade
from shopkeeper.testing.pictures.outline import flip, oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import art, label, lines_of, name_of, small_print
from shopkeeper.testing.pictures.registry import shape


@shape("soap", color="#e6d5c0", accent="#6d8a6a")
def soap(pen: Pen) -> str:
    if pen.says("hand soap", "shower", "shampoo", "liquid", "lotion", "gel", "conditioner", "wash", "oil"):
        body = symmetric("M256 186 L196 190 Q176 194 176 214 L176 408 Q178 430 256 432")
        pump = (
            pen.metal(round_rect(249, 118, 14, 50, 3), pen.accent)
            + pen.solid("M206 100 Q214 88 240 88 L278 88 L278 116 L234 116 Q214 116 204 124 Z", pen.accent, depth=5)
            + pen.turned(symmetric("M256 156 L232 156 L228 190 Q240 196 256 196"), pen.accent)
        )
        return pump + pen.turned(body, inside=label(pen, 176, 238, 160, 150, radius=0), gloss=0.7)
    bar = pen.solid(
        "M116 300 Q118 256 160 250 L372 232 Q410 232 414 270 L416 340 Q414 374 376 380 L160 400 Q118 398 116 356 Z",
        depth=24,
        inside=pen.grain(0.1, "0.05") + pen.soft_line("M130 340 Q260 300 410 320", mix(pen.color, pen.accent, 0.5), 16, 9, 0.6),
    )
    press = pen.seam(
        "M170 282 Q260 266 356 262 Q374 262 374 280 L374 324 Q372 340 354 342 L184 356 Q164 356 162 340 L160 298 Q160 286 170 282 Z",
        2.4,
        0.4,
    )
    band = pen.solid("M222 246 L310 238 L314 386 L228 394 Z", pen.accent, depth=5)
    bubbles = "".join(
        pen.fill(oval(x, y, r, r), "#fff", 0.7) + pen.line(oval(x, y, r, r), shade(pen.accent, 0.3), 1.4, opacity=0.7)
        for x, y, r in ((396, 408, 17), (428, 392, 11), (110, 412, 12), (420, 420, 8))
    )
    return bar + press + band + pen.mark(268, 316, 26, ink_on(pen.accent)) + bubbles


@shape("spray", color="#8fb8a8", accent="#f3f1ea")
def spray(pen: Pen) -> str:
    if pen.says("deo", "aerosol", "hair spray", "foam", "can", "waterproof", "impregn"):
        body = symmetric("M256 186 Q196 190 192 222 L192 418 Q200 434 256 434")
        return (
            pen.turned(body, inside=art(pen, 192, 210, 128, 220, pen.accent) + label(pen, 202, 250, 108, 140), gloss=0.7)
            + pen.metal(symmetric("M256 172 L212 174 L208 196 Q230 204 256 204"))
            + pen.turned(symmetric("M256 92 Q210 94 208 116 L208 178 Q230 186 256 186"), pen.accent)
        )
    body = symmetric("M256 202 Q216 204 208 226 Q176 246 174 290 L174 412 Q176 432 256 434")
    head = "M206 132 L222 104 L320 104 Q342 108 342 132 L342 140 L284 146 L282 182 L234 182 L232 150 L206 150 Z"
    trigger = "M224 150 Q208 190 186 204 L196 212 Q232 196 242 152 Z"
    return (
        pen.solid(trigger, shade(pen.accent, -0.12), depth=4)
        + pen.turned(round_rect(228, 176, 56, 36, 6), shade(pen.accent, -0.1))
        + pen.turned(body, inside=label(pen, 180, 278, 152, 128), gloss=0.7, see_through=0.95)
        + pen.solid(head, pen.accent, depth=8)
        + pen.fill(round_rect(192, 126, 18, 20, 4), shade(pen.accent, -0.4))
    )


@shape("tube", color="#f0ece6", accent="#5a7fa8")
def tube(pen: Pen) -> str:
    body = symmetric("M256 84 L166 84 Q170 240 206 374 L256 374")
    crimp = pen.fill(polygon((160, 84), (352, 84), (352, 110), (160, 110)), shade(pen.color, -0.1)) + "".join(
        pen.line(f"M{x} 86 L{x} 108", shade(pen.color, -0.4), 1.4, opacity=0.5) for x in range(168, 352, 6)
    )
    if pen.view == "back":
        print_ = small_print(pen, 196, 130, 120, 190, ink_on(pen.color))
    else:
        print_ = (
            pen.fill("M100 260 Q256 200 420 290 L420 400 L100 400 Z", pen.accent)
            + lines_of(pen, name_of(pen), 256, 190, 118, 96, color=ink_on(pen.color), largest=34)
            + lines_of(pen, pen.spec.brand.upper(), 256, 318, 84, 40, color=ink_on(pen.accent), largest=18)
        )
    cap = pen.turned(symmetric("M256 372 L200 372 L204 430 L256 432"), pen.accent) + "".join(
        pen.line(f"M{x} 380 L{x} 428", shade(pen.accent, -0.4), 1.4, opacity=0.5) for x in range(208, 306, 7)
    )
    return pen.turned(body, inside=print_ + crimp) + cap


@shape("toothbrush", color="#4fa3a0", accent="#f4f2ec", rest="flat")
def toothbrush(pen: Pen) -> str:
    electric = pen.says("electric", "sonic")
    bristles = "".join(
        pen.fill(round_rect(86 + i * 13, 196, 10, 40, 3), ("#ffffff", shade(pen.color, 0.4), "#dfe8ee")[i % 3])
        + pen.line(f"M{91 + i * 13} 198 L{91 + i * 13} 236", "#9fb0ba", 1, opacity=0.5)
        for i in range(8)
    )
    if electric:
        body = (
            pen.turned(round_rect(0, 0, 78, 220, 36), pen.color)
            + pen.fill(oval(39, 60, 16, 16), pen.accent)
            + pen.metal(round_rect(30, -60, 18, 64, 6))
            + pen.turned(round_rect(26, -130, 26, 80, 10), pen.accent)
            + pen.fill(round_rect(10, -128, 18, 44, 4), "#dfe8ee")
            + pen.mark(39, 130, 17, ink_on(pen.color))
        )
        return pen.group(body, move="translate(250 210) rotate(24)")
    shaft = "M80 236 L196 236 Q230 240 270 250 Q380 238 436 256 Q446 274 430 284 Q360 292 280 276 Q220 262 190 260 L84 260 Q72 258 72 248 Q72 238 80 236 Z"
    grip = "M300 248 Q380 240 424 258 Q430 270 420 278 Q350 284 300 272 Z"
    one = bristles + pen.solid(shaft, depth=7, inside=pen.fill(grip, pen.accent, 0.85))
    pair = pen.group(one, move="translate(10 106) rotate(-14 256 256)") if pen.says("set", "pair", "2") else ""
    return pen.group(one, move="rotate(-24 256 256)") + pair


@shape("tissue_box", color="#a9c4cf", accent="#f4f2ec")
def tissue_box(pen: Pen) -> str:
    if pen.says("toilet", "kitchen roll", "paper towel", "roll"):

        def roll(x: float, y: float) -> str:
            return (
                pen.turned(
                    symmetric(f"M{x} {y} L{x - 62} {y} L{x - 62} {y + 108} Q{x - 40} {y + 126} {x} {y + 126}", axis=x),
                    "#f6f3ee",
                    inside=pen.weave("dots", shade(pen.color, 0.3), step=18),
                )
                + pen.fill(oval(x, y, 62, 20), "#fbf9f5")
                + pen.fill(oval(x, y, 22, 7), "#a98d6a")
            )

        return "".join(roll(x, y) for x, y in ((186, 176), (326, 176), (186, 296), (326, 296)))
    x, y, width, height = 84, 272, 272, 150
    sheet = pen.solid(
        "M180 236 Q150 150 196 120 Q214 160 236 110 Q266 150 286 104 Q310 150 300 240 Q240 256 180 236 Z",
        "#fbfaf7",
        depth=10,
        inside=pen.soft_line("M214 140 Q220 190 216 240", "#a9b4ba", 5, 4, 0.5)
        + pen.soft_line("M262 140 Q256 190 264 240", "#a9b4ba", 5, 4, 0.5),
    )
    face = art(pen, x, y, width, height, pen.accent) + label(pen, x + 46, y + 30, width - 92, height - 56, paper="#ffffff", radius=14)
    carton = pen.box(x, y, width, height, depth=84, face=face)
    return carton + pen.fill(oval(246, 254, 86, 11), shade(pen.color, -0.5)) + sheet


@shape("comb", color="#6b4a2f", rest="flat")
def comb(pen: Pen) -> str:
    if pen.says("brush"):
        pad = (
            pen.solid(oval(190, 216, 118, 84), depth=12)
            + pen.solid(oval(190, 216, 98, 66), pen.accent, depth=8)
            + "".join(
                pen.line(f"M{116 + c * 21} {180 + r * 18} L{114 + c * 21} {172 + r * 18}", "#2b2724", 3) for c in range(8) for r in range(5)
            )
        )
        return pen.solid("M286 246 Q330 266 430 352 Q450 374 432 388 Q414 396 394 376 L262 280 Z", depth=10) + pad
    teeth = "".join(
        pen.fill(
            round_rect(92 + i * 9.4, 240, 5.4 if i < 18 else 3.2, 108 - abs(i - 17) * 0.6, 2.6),
            pen.linear((0, shade(pen.color, -0.1)), (1, shade(pen.color, -0.35))),
        )
        for i in range(35)
    )
    return pen.group(
        teeth,
        pen.solid("M84 250 L84 214 Q90 186 130 184 L382 184 Q424 186 428 214 L428 250 Z", depth=10, inside=pen.grain(0.2, "0.02 0.3")),
        pen.mark(256, 217, 15, shade(pen.color, 0.6), ring=False),
        move="rotate(-18 256 256)",
    )


@shape("scissors", color="#2f6f8a", accent="#c6cacf", rest="flat")
def scissors(pen: Pen) -> str:
    blade = "M250 262 L216 92 Q226 74 240 92 L278 262 Z"
    loop = oval(190, 366, 50, 62)
    arm = "M256 256 Q236 300 216 322"

    def half() -> str:
        return (
            pen.line(arm, pen.color, 22)
            + pen.line(loop, shade(pen.color, -0.35), 24)
            + pen.line(loop, pen.color, 18)
            + pen.soft_line(loop, "#fff", 4, 3, 0.5)
        )

    right = pen.group(half(), pen.metal(flip(blade)), move="translate(512 0) scale(-1 1) translate(512 0) scale(-1 1)")
    return pen.group(
        pen.group(pen.metal(blade), half(), move="translate(512 0) scale(-1 1)"),
        right,
        pen.metal(oval(256, 262, 12, 12), "#e6e8ea"),
        pen.line("M249 262 L263 262", "#5b6066", 3),
        move="rotate(18 256 256)",
    )
