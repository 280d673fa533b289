"""Cartons, bags and tins of the grocery aisle: plain bodies that live from what is printed on them."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

from shopkeeper.testing.pictures.color import ink_on, shade
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import art, label, lines_of, motif, name_of, pack_face, small_print
from shopkeeper.testing.pictures.registry import shape


def pouch(pen: Pen, half: str, *, face: str, seal: float | None = None) -> str:
    """A soft bag: crumpled light, printed face, a sealed top."""
    outline = symmetric(half)
    creases = "".join(
        pen.soft_line(crease, tone, 5, 4, 0.28)
        for crease, tone in (
            ("M150 180 Q180 260 156 380", "#fff"),
            ("M364 190 Q340 280 362 390", "#1a1420"),
            ("M190 130 Q256 150 326 128", "#1a1420"),
            ("M170 414 Q256 396 344 412", "#1a1420"),
        )
    )
    ribs = ""
    if seal is not None:
        ribs = pen.fill(polygon((0, seal - 60), (512, seal - 60), (512, seal), (0, seal)), shade(pen.color, -0.12), 0.75)
        ribs += "".join(pen.line(f"M0 {seal - i * 5} L512 {seal - i * 5}", "#fff", 1, opacity=0.3) for i in range(1, 8))
    return pen.solid(outline, inside=face + ribs + creases, depth=20)


@shape("box", color="#c8a46f")
def box(pen: Pen) -> str:
    return _parcel(pen) if not pen.spec.color or pen.says("parcel", "block", "wooden") else _retail(pen)


def _retail(pen: Pen) -> str:
    """A printed carton as it stands in a shop."""
    width, height, depth = pen.pick("carton", (200, 250, 62), (240, 190, 74), (176, 286, 56), (260, 160, 80))
    x, y = 256 - (width + depth) / 2, 428 - height
    return pen.box(x, y, width, height, depth=depth, face=pack_face(pen, x, y, width, height, share=0.6))


def _parcel(pen: Pen) -> str:
    x, y, width, height = 118, 196, 210, 232
    tape = pen.fill(polygon((208, 60), (238, 60), (238, 280), (208, 280)), shade(pen.color, 0.35), 0.45)
    face = tape + label(pen, x + 22, y + 70, width - 44, height - 96, radius=4)
    return pen.box(x, y, width, height, depth=86, face=face) + pen.line(
        "M223 196 L309 160", shade(pen.color, 0.35), 22, opacity=0.45, cap="butt"
    )


@shape("kit_box", color="#2f4858", accent="#e0a83a")
def kit_box(pen: Pen) -> str:
    x, y, width, height = 92, 250, 260, 170
    lid = pen.box(x - 6, y - 44, width + 12, 62, depth=70, color=shade(pen.color, 0.08))
    band = pen.fill(polygon((x, y + 110), (x + width, y + 110), (x + width, y + 126), (x, y + 126)), pen.accent)
    face = band + lines_of(pen, name_of(pen), x + width / 2, y + 66, width * 0.82, 66, color=ink_on(pen.color), face="serif", largest=34)
    back = small_print(pen, x + 20, y + 20, width - 40, height - 60, ink_on(pen.color))
    return (
        pen.box(x, y, width, height, depth=66, face=back if pen.view == "back" else face)
        + lid
        + pen.mark(x + width / 2, y - 12, 17, pen.accent)
    )


@shape("egg_carton", color="#b9aa97", accent="#5f8a4c")
def egg_carton(pen: Pen) -> str:
    eggs, browns = "", ("#d9a877", "#e3bb90", "#cf9a69", "#e8c9a5")
    columns = 3 if pen.says("6", "six") else 6
    for row, y in enumerate((238, 286)):
        for column in range(columns):
            x = 256 + (column - (columns - 1) / 2) * 52 + (12 if row == 0 else 0)
            tone = browns[int(pen.spec.number(f"egg{row}{column}") * 4)]
            eggs += pen.ball(symmetric(f"M{x} {y - 42} Q{x - 22} {y - 36} {x - 25} {y + 8} Q{x - 22} {y + 36} {x} {y + 36}", axis=x), tone)
    reach = columns * 26 + 30
    lid = polygon((256 - reach + 26, 120), (256 + reach - 2, 120), (256 + reach + 8, 226), (256 - reach + 12, 226))
    tray = f"M{256 - reach} 292 L{256 + reach} 292 L{256 + reach - 22} 400 Q256 412 {256 - reach + 22} 400 Z"
    bumps = "".join(
        pen.soft(oval(256 + (i - (columns - 1) / 2) * 52, 386, 22, 40), shade(pen.color, -0.5), 6, 0.35) for i in range(columns)
    )
    title = label(pen, 256 - reach + 44, 136, reach * 2 - 84, 76, paper="#f4efe2")
    return "".join((
        pen.solid(lid, shade(pen.color, -0.06), inside=pen.grain(0.16, "0.35")), title, pen.fill(polygon((256 - reach + 12, 226), (256 + reach + 8, 226), (256 + reach, 296), (256 - reach, 296)), shade(pen.color, -0.45)),
        eggs, pen.solid(tray, inside=pen.grain(0.2, "0.35") + bumps), pen.line(f"M{256 - reach} 292 L{256 + reach} 292", shade(pen.color, 0.35), 5),
        pen.solid(round_rect(256 - 62, 322, 124, 46, 6), pen.accent, depth=3), lines_of(pen, pen.spec.brand or "Fresh", 256, 345, 108, 34, color=ink_on(pen.accent)) if pen.view != "back" else "",
    ))  # fmt: skip


def _gable(pen: Pen, width: float, *, cap: bool) -> str:
    x, y, depth = 256 - width / 2 - 26, 172, 58
    face = pack_face(pen, x, y, width, 256, share=0.6)
    ridge = y - 66
    roof = polygon((x, y), (x + width, y), (x + width * 0.86 + 20, ridge), (x + width * 0.14 + 20, ridge))
    cheek = polygon((x + width, y), (x + width + depth, y - depth * 0.42), (x + width * 0.86 + 20, ridge))
    fin = polygon(
        (x + width * 0.14 + 20, ridge),
        (x + width * 0.86 + 20, ridge),
        (x + width * 0.86 + 20, ridge - 30),
        (x + width * 0.14 + 20, ridge - 30),
    )
    top = (
        pen.ball(round_rect(x + width / 2 - 8, y - 62, 48, 30, 9), pen.accent)
        + pen.fill(oval(x + width / 2 + 16, y - 34, 27, 9), shade(pen.accent, -0.25))
        if cap
        else ""
    )
    return "".join((
        pen.box(x, y, width, 256, depth=depth, face=face), pen.fill(roof, pen.linear((0, shade(pen.color, 0.3)), (1, shade(pen.color, 0.02)))), pen.fill(cheek, shade(pen.color, -0.3)),
        pen.solid(fin, pen.accent, depth=5), pen.line(f"M{x} {y} L{x + width} {y}", "#fff", 1.6, opacity=0.6), top,
    ))  # fmt: skip


@shape("milk_carton", color="#f3f5f6", accent="#2f6fb0")
def milk_carton(pen: Pen) -> str:
    return _gable(pen, 154, cap=pen.spec.number("cap") < 0.6)


@shape("juice_carton", color="#f2a23a", accent="#3f7d3c")
def juice_carton(pen: Pen) -> str:
    return _gable(pen, 140, cap=True)


@shape("bag_pack", color="#d9653b")
def bag_pack(pen: Pen) -> str:
    return pouch(
        pen,
        "M256 92 L136 96 Q150 120 146 150 Q130 290 142 400 L136 428 L256 424",
        face=pack_face(pen, 136, 132, 240, 290, share=0.5),
        seal=124,
    )


@shape("bar_pack", color="#6d4a8a", rest="flat")
def bar_pack(pen: Pen) -> str:
    wrap = "M60 196 L92 190 Q256 182 420 190 L452 196 L452 318 L420 324 Q256 332 92 324 L60 318 Z"
    ends = "".join(
        pen.fill(polygon((x, 186), (x + 34, 186), (x + 34, 330), (x, 330)), shade(pen.color, -0.22))
        + "".join(pen.line(f"M{x + i * 6} 186 L{x + i * 6} 330", "#fff", 1, opacity=0.35) for i in range(1, 6))
        for x in (58, 420)
    )
    if pen.view == "back":
        face = small_print(pen, 130, 196, 250, 120, ink_on(pen.color))
    else:
        side = pen.fill("M300 180 Q270 260 320 340 L470 340 L470 180 Z", pen.accent)
        name = lines_of(pen, name_of(pen), 196, 262, 176, 86, color=ink_on(pen.color), largest=38) + lines_of(
            pen, pen.spec.brand.upper(), 196, 212, 170, 20, color=ink_on(pen.color), face="sans", largest=15
        )
        face = side + name + motif(pen, 366, 256, 32, ink_on(pen.accent))
    shine = pen.soft_line("M92 206 Q256 196 420 206", "#fff", 9, 5, 0.5)
    return pen.group(pen.solid(wrap, inside=face + ends + shine, depth=14), move="rotate(-10 256 256)")


@shape("tea_tin", color="#2f5d50", accent="#d8b15f")
def tea_tin(pen: Pen) -> str:
    body = symmetric("M256 166 L148 166 L148 412 Q200 436 256 436")
    lid = symmetric("M256 128 L142 128 L142 180 Q200 204 256 204")
    face = art(pen, 148, 190, 216, 230, shade(pen.color, 0.16)) + label(pen, 172, 232, 168, 166, paper="#f3ead6", radius=10)
    rim = pen.line("M142 178 Q256 228 370 178", shade(pen.accent, -0.2), 3)
    return (
        pen.turned(body, inside=face)
        + pen.turned(lid, pen.accent)
        + rim
        + pen.fill(oval(256, 128, 114, 24), pen.linear((0, shade(pen.accent, 0.5)), (1, shade(pen.accent, -0.05))))
        + pen.line(oval(256, 128, 96, 18), shade(pen.accent, -0.2), 1.6)
    )


@shape("coffee_bag", color="#2b2523", accent="#c98d4b")
def coffee_bag(pen: Pen) -> str:
    face = label(pen, 172, 196, 168, 176, radius=4) + pen.line(oval(256, 164, 10, 10), shade(pen.color, 0.4), 3)
    folded = pen.solid(polygon((150, 84), (362, 84), (366, 120), (146, 120)), shade(pen.color, -0.12), depth=6) + pen.solid(
        round_rect(138, 94, 236, 14, 4), pen.accent, depth=3
    )
    gusset = pen.seam("M166 130 Q156 280 160 424", 2, 0.35) + pen.seam("M346 130 Q356 280 352 424", 2, 0.35)
    return pouch(pen, "M256 108 L148 108 Q152 200 144 300 L140 424 Q200 434 256 434", face=face) + gusset + folded


@shape("pasta_pack", color="#234f77", accent="#e9b949")
def pasta_pack(pen: Pen) -> str:
    window = round_rect(164, 286, 184, 112, 30)
    pasta = "".join(
        pen.line(
            f"M{168 + (i * 37) % 180} {292 + (i * 23) % 100} Q{180 + (i * 37) % 180} {282 + (i * 23) % 100} {196 + (i * 37) % 180} {300 + (i * 23) % 100}",
            ("#e8bd5c", "#d9a843", "#f0cd7c")[i % 3],
            9,
        )
        for i in range(44)
    )
    long = "".join(pen.line(f"M{166 + i * 6} 280 L{166 + i * 6} 404", ("#e8bd5c", "#d19f3d", "#f0cd7c")[i % 3], 4.6) for i in range(31))
    see = pen.clip(
        window,
        pen.fill(window, "#b8842f"),
        long if pen.says("spaghetti", "linguine", "tagliatelle", "noodle") else pasta,
        pen.soft_line("M180 300 Q256 280 330 300", "#fff", 8, 5, 0.5),
    )
    face = label(pen, 160, 146, 192, 126, radius=8) + see + pen.line(window, "#ffffff", 2, opacity=0.5)
    return pouch(pen, "M256 92 L144 96 Q156 110 152 132 Q142 290 150 404 L144 428 L256 426", face=face, seal=122)


def _brick(pen: Pen) -> str:
    x, y, width, height = 136, 132, 190, 294
    fold = pen.solid(
        polygon((x + 10, y - 2), (x + width + 30, y - 16), (x + width + 14, y - 40), (x + 26, y - 30)), shade(pen.color, 0.1), depth=5
    )
    return (
        pen.box(x, y, width, height, depth=54, face=pack_face(pen, x, y, width, height) + pen.grain(0.06))
        + fold
        + pen.stitch(f"M{x + 6} {y + 12} L{x + width - 6} {y + 12}")
    )


@shape("rice_bag", color="#e8dfc6", accent="#7a9a45")
def rice_bag(pen: Pen) -> str:
    return (
        pouch(
            pen, "M256 96 L150 92 L156 128 Q124 200 128 320 Q128 420 150 430 L256 432", face=pack_face(pen, 128, 140, 256, 280, share=0.56)
        )
        + pen.line("M152 124 Q256 136 360 124", pen.accent, 7)
        + pen.stitch("M154 110 L358 110")
    )


@shape("flour_bag", color="#f0e7d3", accent="#b5533c")
def flour_bag(pen: Pen) -> str:
    return _brick(pen)


@shape("cereal_box", color="#e7a93b", accent="#7b3d2a")
def cereal_box(pen: Pen) -> str:
    bowl = (
        ""
        if pen.view == "back"
        else pen.fill("M130 374 Q130 428 208 430 Q288 428 288 374 Z", "#fdfaf2")
        + "".join(
            pen.ball(oval(142 + (i * 31) % 136, 366 + (i * 17) % 22, 13, 10), ("#c98a3d", "#a86a2c", "#dca552")[i % 3]) for i in range(16)
        )
        + pen.line("M130 374 Q208 396 288 374", "#e6dcc8", 3)
    )
    x, y, width, height = 116, 112, 184, 316
    upper = art(pen, x, y, width, height, pen.accent) if pen.view != "back" else ""
    return pen.box(x, y, width, height, depth=70, face=upper + label(pen, x + 16, y + 26, width - 32, 164, radius=12) + bowl)


@shape("chocolate", color="#7a2f35", accent="#d9b15c", rest="flat")
def chocolate(pen: Pen) -> str:
    bar = "".join(pen.solid(round_rect(326 + c * 40, 150 + r * 54, 37, 51, 5), "#4f2d1c", depth=6) for c in range(2) for r in range(4))
    foil = "M318 140 L350 148 L338 172 L352 196 L336 224 L352 252 L338 284 L350 316 L338 344 L350 372 L318 376 Z"
    sleeve = round_rect(92, 138, 244, 240, 5)
    face = art(pen, 92, 138, 244, 240, shade(pen.color, 0.14)) + label(
        pen, 112, 166, 204, 184, paper=pen.pick("wrap", "#f6ecd8", shade(pen.color, -0.3), "#f1e3cf")
    )
    return pen.group(bar, pen.metal(foil, "#d8c9a0"), pen.solid(sleeve, inside=face, depth=10), move="rotate(-8 256 256)")


@shape("cookies", color="#c0563f", accent="#f0d9a8")
def cookies(pen: Pen) -> str:
    def cookie(x: float, y: float, r: float) -> str:
        chips = "".join(
            pen.fill(
                oval(x + (pen.spec.number(f"a{i}{x}") - 0.5) * r * 1.3, y + (pen.spec.number(f"b{i}{x}") - 0.5) * r * 1.1, 5.5, 4.6),
                "#4a2a18",
            )
            for i in range(7)
        )
        return pen.ball(oval(x, y, r, r * 0.94), "#c98f4f", inside=pen.grain(0.2, "0.2") + chips, gloss=0.2)

    x, y, width, height = 96, 192, 250, 196
    return (
        pen.box(x, y, width, height, depth=62, face=pack_face(pen, x, y, width, height, share=0.64))
        + cookie(330, 384, 46)
        + cookie(404, 396, 42)
    )


@shape("nuts", color="#8a6a3f", accent="#e4c27a")
def nuts(pen: Pen) -> str:
    window = oval(256, 338, 84, 62)
    kernels = "".join(
        pen.group(
            pen.ball(symmetric("M0 -16 Q-12 -8 -11 4 Q-8 15 0 16", axis=0), ("#b9783d", "#d09a5c", "#a8662f")[i % 3]),
            move=f"translate({180 + (i * 41) % 160} {286 + (i * 29) % 108}) rotate({i * 67 % 360})",
        )
        for i in range(46)
    )
    see = pen.clip(window, pen.fill(window, "#5c3a1d"), kernels) + pen.line(window, "#fff", 2.4, opacity=0.6)
    return pouch(
        pen,
        "M256 84 L146 88 Q154 110 150 140 Q136 290 146 412 Q200 436 256 436",
        face=label(pen, 162, 136, 188, 128, radius=8) + see,
        seal=116,
    )


@shape("pet_food", color="#35618c", accent="#e9b04a")
def pet_food(pen: Pen) -> str:
    if pen.says("can", "wet", "tin", "pâté", "pate"):
        body = symmetric("M256 226 L120 226 L120 392 Q180 424 256 424")
        tin = pen.turned(body, inside=art(pen, 120, 240, 272, 170, pen.accent) + label(pen, 156, 270, 200, 122))
        return (
            tin
            + pen.metal(oval(256, 226, 136, 34), across=True)
            + pen.line(oval(256, 226, 120, 27), "#8f949a", 2)
            + pen.line(oval(256, 232, 26, 10), "#8f949a", 5)
        )
    paw = pen.fill(oval(256, 366, 26, 22), pen.accent) + "".join(
        pen.fill(oval(256 + dx, 340 + dy, 10, 13), pen.accent) for dx, dy in ((-30, 6), (-11, -8), (11, -8), (30, 6))
    )
    face = (
        pen.fill("M100 320 Q256 250 412 320 L412 450 L100 450 Z", shade(pen.color, -0.3)) + label(pen, 160, 140, 192, 150, radius=10) + paw
    )
    return pouch(pen, "M256 84 L140 88 Q150 110 146 140 Q128 290 136 404 Q140 432 170 434 L256 436", face=face, seal=116)
