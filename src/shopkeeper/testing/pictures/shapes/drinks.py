"""Bottles, cans, jars and cups."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

from shopkeeper.testing.pictures.color import ink_on, mix, shade
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import art, label, lines_of, motif
from shopkeeper.testing.pictures.registry import shape


@shape("bottle", color="#cfe3ea", accent="#3f6ea3")
def bottle(pen: Pen) -> str:
    shoulder, wide = pen.between("shoulder", 168, 214), pen.between("wide", 62, 76)
    body = symmetric(
        f"M256 100 L232 100 L232 136 Q232 {shoulder - 20:g} {256 - wide:g} {shoulder + 24:g} L{256 - wide:g} 412 Q{256 - wide:g} 436 256 436"
    )
    drink = symmetric(
        f"M256 168 L236 168 Q230 {shoulder:g} {262 - wide:g} {shoulder + 30:g} L{262 - wide:g} 408 Q{264 - wide:g} 430 256 430"
    )
    cap = symmetric("M256 70 L228 70 L226 108 Q240 114 256 114")
    sheet = label(pen, 256 - wide - 4, shoulder + 58, wide * 2 + 8, 124, radius=0)
    glass = mix(pen.color, "#ffffff", 0.3)
    return (
        pen.turned(body, glass, inside=pen.fill(drink, pen.color, 0.9) + sheet, gloss=0.7)
        + pen.turned(cap, pen.accent)
        + "".join(pen.line(f"M{x} 76 L{x} 108", shade(pen.accent, -0.4), 1.2, opacity=0.5) for x in range(232, 284, 6))
    )


@shape("wine_bottle", color="#2e3b2c", accent="#7b1f33")
def wine_bottle(pen: Pen) -> str:
    slope = pen.pick("slope", "Q234 200 198 222", "Q238 214 196 262")
    body = symmetric(f"M256 74 L236 74 L236 160 {slope} L196 420 Q198 440 256 440")
    foil = symmetric("M256 66 L233 66 L233 142 Q244 148 256 148")
    white = pen.says("white", "riesling", "grauburgunder", "chardonnay", "rosé", "rose", "sekt", "prosecco")
    inner = pen.fill(symmetric("M256 190 L236 190 Q236 210 204 250 L204 432 L256 432"), "#d9b54a" if white else "#3a0d16", 0.35)
    sheet = label(pen, 192, 284, 128, 120, paper=pen.pick("wine", "#f5efe0", "#efe6d2", "#26242a"), radius=0)
    return (
        pen.turned(body, inside=inner + sheet, gloss=0.75)
        + pen.turned(foil, pen.accent)
        + pen.fill(oval(256, 67, 23, 5), shade(pen.accent, 0.3))
        + pen.line("M233 134 Q256 142 279 134", shade(pen.accent, 0.5), 2)
    )


@shape("can", color="#c9463d")
def can(pen: Pen) -> str:
    if pen.says("tuna", "beans", "tomato", "soup", "corn", "chickpea", "peas", "coconut"):
        body = symmetric("M256 156 L148 156 L148 404 Q190 430 256 430")
        ridges = "".join(pen.line(f"M148 {y} Q256 {y + 44} 364 {y}", "#80858b", 1.6, opacity=0.6) for y in (168, 176, 398, 406))
        paper = "M140 186 Q256 236 372 186 L372 392 Q256 440 140 392 Z"
        sheet = pen.clip(paper, pen.fill(paper, pen.color), art(pen, 148, 190, 216, 236, pen.accent), label(pen, 170, 240, 172, 140))
        return (
            pen.turned(body, "#c3c7cb", inside=sheet + ridges)
            + pen.metal(oval(256, 156, 108, 27), across=True)
            + pen.line(oval(256, 156, 96, 22), "#8d9298", 2)
            + pen.line(oval(256, 160, 70, 15), "#a8adb2", 1.6)
        )
    body = symmetric("M256 118 L196 118 L176 152 L176 394 L194 424 Q220 434 256 434")
    face = art(pen, 176, 130, 160, 290, pen.accent) + label(pen, 186, 196, 140, 150, plain=True, paper=pen.color)
    bands = pen.metal(polygon((170, 110), (342, 110), (342, 134), (170, 134))) + pen.metal(
        polygon((170, 414), (342, 414), (342, 440), (170, 440))
    )
    return (
        pen.turned(body, inside=face + bands, gloss=0.7)
        + pen.metal(oval(256, 118, 60, 14), across=True)
        + pen.line(oval(256, 119, 52, 10), "#8d9298", 1.6)
        + pen.fill(oval(256, 122, 15, 4.5), "#8d9298")
    )


@shape("jar", color="#b5452f", accent="#e2c48a")
def jar(pen: Pen) -> str:
    wide = pen.between("wide", 88, 112)
    body = symmetric(
        f"M256 150 L{256 - wide * 0.82:g} 150 Q{256 - wide:g} 168 {256 - wide:g} 196 L{256 - wide:g} 404 Q{256 - wide:g} 432 256 434"
    )
    inside = symmetric(f"M256 182 L{266 - wide:g} 186 L{266 - wide:g} 400 Q{266 - wide:g} 424 256 426")
    lid = symmetric(f"M256 100 L{256 - wide * 0.86:g} 100 L{256 - wide * 0.86:g} 146 Q200 162 256 162")
    tone = shade(pen.color, 0.02)
    bits = "".join(
        pen.fill(
            oval(256 + (pen.spec.number(f"x{i}") - 0.5) * wide * 1.8, 200 + 210 * pen.spec.number(f"y{i}"), 7, 5),
            shade(tone, 0.25 if i % 2 else -0.25),
            0.7,
        )
        for i in range(26)
    )
    weave = pen.weave(pen.pick("lid", "plain", "check", "plain"), "#ffffff", step=16)
    sheet = label(pen, 256 - wide * 0.78, 246, wide * 1.56, 130, radius=8)
    return (
        pen.turned(body, "#dfe6e6", inside=pen.fill(inside, tone) + bits + sheet, gloss=0.75)
        + pen.turned(lid, pen.accent, inside=weave)
        + pen.fill(oval(256, 101, wide * 0.86, 15), shade(pen.accent, 0.3))
        + pen.line(oval(256, 101, wide * 0.7, 11), shade(pen.accent, -0.15), 1.4)
    )


def _cup(pen: Pen, color: str, top: float = 150, *, lid: str = "", inside: str = "", see_through: float = 1) -> str:
    body = symmetric(f"M256 {top} L168 {top} L192 420 Q210 434 256 434")
    return pen.turned(body, color, inside=inside, see_through=see_through) + lid


@shape("bubble_tea", color="#c9996b", accent="#d65f7a")
def bubble_tea(pen: Pen) -> str:
    lid = pen.fill(symmetric("M256 84 Q176 88 168 146 L256 146"), "#eef4f5", 0.55) + pen.line(
        symmetric("M256 84 Q176 88 168 146 L256 146"), "#ffffff", 2.4, opacity=0.8
    )
    rim = pen.solid(round_rect(158, 140, 196, 18, 8), "#f4f6f6", depth=4)
    pearls = "".join(pen.ball(oval(204 + (i % 6) * 21 + (i // 6 % 2) * 9, 416 - (i // 6) * 19, 11, 11), "#2f1c17") for i in range(17))
    ice = "".join(pen.fill(round_rect(196 + i * 42, 186 + (i % 2) * 14, 36, 34, 7), "#fff", 0.28) for i in range(3))
    swirl = pen.soft("M160 160 L350 160 L346 210 Q300 260 256 214 Q216 180 176 246 Z", "#f4e4d0", 9, 0.75)
    straw = pen.group(pen.turned(round_rect(0, 0, 24, 200, 6), pen.accent), move="translate(262 36) rotate(7)")
    under = pen.group(pen.fill(round_rect(0, 0, 24, 230, 6), pen.accent, 0.3), move="translate(252 160) rotate(7)")
    face = swirl + under + ice + pearls + ("" if pen.view == "back" else pen.mark(256, 310, 27, "#ffffff"))
    return straw + _cup(pen, pen.color, 152, inside=face) + lid + rim


@shape("coffee_cup", color="#f1ebe0", accent="#6b4630")
def coffee_cup(pen: Pen) -> str:
    sleeve = polygon((150, 226), (362, 226), (350, 356), (162, 356))
    ridges = "".join(
        pen.line(f"M{x} 226 L{256 + (x - 256) * 0.9:g} 356", shade(pen.accent, -0.3), 1.2, opacity=0.4) for x in range(176, 340, 8)
    )
    text = (
        ""
        if pen.view == "back"
        else lines_of(pen, pen.spec.label or pen.spec.brand, 256, 318, 110, 44, color=ink_on(pen.accent), face="serif", largest=26)
        + motif(pen, 256, 262, 17, ink_on(pen.accent))
    )
    face = pen.clip(sleeve, pen.fill(sleeve, pen.accent), ridges, text)
    lid = (
        pen.turned(symmetric("M256 122 L158 132 L156 156 Q200 166 256 166"), "#2e2a29")
        + pen.turned(symmetric("M256 104 L180 106 L170 136 Q210 142 256 142"), "#393433")
        + pen.fill(oval(256, 106, 76, 9), "#4a4442")
    )
    return _cup(pen, pen.color, 150, inside=face) + lid


@shape("yogurt_cup", color="#f6f3ee")
def yogurt_cup(pen: Pen) -> str:
    body = symmetric("M256 196 L134 196 L164 410 Q190 430 256 430")
    face = art(pen, 134, 196, 244, 240, shade(pen.accent, 0.35)) + label(pen, 172, 238, 168, 150, plain=True, paper=pen.color)
    foil = pen.metal(oval(256, 190, 130, 34), mix("#d8dbde", pen.accent, 0.35), across=True)
    tab = pen.metal("M356 168 Q404 166 396 196 Q378 210 352 208 Z", mix("#d8dbde", pen.accent, 0.35), across=True)
    top = pen.fill(oval(256, 188, 106, 24), pen.accent, 0.85) + pen.group(
        lines_of(pen, pen.spec.brand, 256, 190, 120, 26, color=ink_on(pen.accent)), move=""
    )
    return pen.turned(body, inside=face) + tab + foil + top + pen.line(oval(256, 190, 130, 34), "#fff", 2, opacity=0.7)


@shape("ice_cream", color="#f2d8c9", accent="#7d4a34")
def ice_cream(pen: Pen) -> str:
    if pen.says("tub", "pint", "ml", "family"):
        body = symmetric("M256 206 L146 206 L168 412 Q200 430 256 430")
        face = art(pen, 146, 206, 220, 226, pen.accent) + label(pen, 176, 246, 160, 150)
        return (
            pen.turned(body, inside=face)
            + pen.turned(symmetric("M256 160 L136 164 L138 206 Q190 226 256 226"), pen.accent)
            + pen.fill(oval(256, 164, 120, 22), shade(pen.accent, 0.25))
        )
    cone = "M178 250 L334 250 L262 438 Q256 446 250 438 Z"
    waffle = "".join(
        pen.line(path, "#9a6530", 3, opacity=0.65)
        for i in range(-8, 18)
        for path in (f"M{120 + i * 24} 240 L{220 + i * 24} 450", f"M{120 + i * 24 + 100} 240 L{120 + i * 24} 450")
    )
    scoop = oval(256, 190, 92, 84)
    skirt = "M160 214 Q156 258 186 256 Q196 276 216 260 Q236 284 258 264 Q280 282 298 260 Q322 272 332 252 Q354 252 352 214 Z"
    second = pen.ball(oval(256, 122, 72, 64), pen.accent, inside=pen.grain(0.15, "0.15"), gloss=0.3)
    sprinkles = "".join(
        pen.group(
            pen.line("M0 0 L12 0", ("#c8553d", "#3f6ea3", "#e0a83a", "#5f8a4c")[i % 4], 5),
            move=f"translate({206 + (i * 37) % 100} {80 + (i * 23) % 66}) rotate({i * 49})",
        )
        for i in range(12)
    )
    return (
        pen.solid(cone, "#cf9450", inside=waffle)
        + second
        + sprinkles
        + pen.ball(scoop, inside=pen.grain(0.15, "0.15"), gloss=0.3)
        + pen.ball(skirt, gloss=0.2)
    )


@shape("bike_bottle", color="#3f8fb5", accent="#24282d")
def bike_bottle(pen: Pen) -> str:
    body = symmetric("M256 138 Q196 142 190 176 L190 232 Q204 250 190 272 L190 412 Q192 436 256 436")
    face = pen.fill(polygon((180, 296), (340, 266), (340, 330), (180, 360)), pen.accent, 0.9) + pen.mark(256, 316, 21, ink_on(pen.accent))
    scale = "".join(pen.line(f"M312 {y} L326 {y}", "#fff", 2, opacity=0.6) for y in range(180, 420, 18))
    cap = symmetric("M256 98 L214 104 L206 140 Q230 150 256 150")
    return (
        pen.turned(body, inside=face + scale, see_through=0.96)
        + pen.turned(cap, pen.accent)
        + pen.turned(symmetric("M256 60 Q236 62 236 78 L240 102 L256 102"), mix(pen.color, "#ffffff", 0.4))
    )
