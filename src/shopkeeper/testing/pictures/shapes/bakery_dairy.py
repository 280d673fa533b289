"""Bread, pastry, cheese, butter and other fresh counter goods."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

from shopkeeper.testing.pictures.color import ink_on, mix, shade
from shopkeeper.testing.pictures.outline import oval, polygon, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import label, lines_of, name_of
from shopkeeper.testing.pictures.registry import shape


@shape("bread", color="#b87a3d", accent="#f0dcb4")
def bread(pen: Pen) -> str:
    if pen.says("baguette"):
        loaf = "M72 400 Q60 372 96 350 L372 150 Q416 122 440 148 Q456 176 420 206 L150 408 Q100 438 72 400 Z"
        cuts = "".join(
            pen.soft(f"M{x} {y} Q{x + 36} {y - 46} {x + 62} {y - 38} Q{x + 34} {y - 2} {x} {y} Z", "#f0d5a0", 2, 0.85)
            for x, y in ((110, 388), (172, 344), (234, 298), (296, 252), (358, 208))
        )
        return pen.solid(loaf, depth=22, inside=pen.grain(0.2, "0.15") + cuts)
    if pen.says("roll", "brötchen", "bun", "bagel"):
        return "".join(
            pen.ball(
                oval(x, y, 92, 74),
                inside=pen.grain(0.22, "0.12")
                + pen.soft(f"M{x - 50} {y - 20} Q{x} {y - 56} {x + 52} {y - 22} Q{x} {y - 30} {x - 50} {y - 20} Z", "#f3dcae", 3, 0.9),
                gloss=0.3,
            )
            for x, y in ((180, 300), (336, 304), (256, 352))
        )
    if pen.says("toast", "sliced", "sandwich"):
        slices = "".join(
            pen.solid(
                f"M{96 + i * 26} 424 L{96 + i * 26} 236 Q{70 + i * 26} 164 {180 + i * 26} 158 Q{292 + i * 26} 164 {266 + i * 26} 236 L{266 + i * 26} 424 Z",
                pen.color,
                depth=6,
            )
            for i in (5, 4, 3, 2, 1)
        )
        front = pen.solid("M96 424 L96 236 Q70 164 180 158 Q292 164 266 236 L266 424 Z") + pen.solid(
            "M110 412 L110 236 Q90 178 180 172 Q272 178 252 236 L252 412 Z", "#f3dfb8", inside=pen.grain(0.2, "0.2")
        )
        return slices + front
    loaf = "M80 330 Q72 210 180 196 Q260 182 346 200 Q440 214 434 330 Q434 412 380 418 Q256 430 130 418 Q82 410 80 330 Z"
    cuts = "".join(
        pen.soft(f"M{x} 300 Q{x + 6} 232 {x + 40} 214 Q{x + 44} 262 {x + 24} 308 Z", pen.accent, 2.4, 0.85) for x in (132, 202, 272, 342)
    )
    seeds = (
        "".join(
            pen.group(
                pen.fill(oval(0, 0, 6, 3), "#f3e2b8"),
                move=f"translate({110 + 300 * pen.spec.number(f'x{i}'):g} {230 + 120 * pen.spec.number(f'y{i}'):g}) rotate({i * 47})",
            )
            for i in range(40)
        )
        if pen.says("seed", "grain", "korn", "rye", "sunflower")
        else ""
    )
    return pen.solid(
        loaf,
        depth=30,
        inside=pen.grain(0.22, "0.1") + cuts + seeds + pen.soft("M120 250 Q200 206 330 220 Q240 226 120 290 Z", "#fff2d8", 10, 0.5),
    )


@shape("croissant", color="#cf8f45", accent="#f4d79d")
def croissant(pen: Pen) -> str:
    if pen.says("pretzel", "brezel"):
        knot = "M256 330 Q120 330 110 240 Q112 160 190 168 Q262 180 300 300 Q324 360 372 372 M256 330 Q392 330 402 240 Q400 160 322 168 Q250 180 212 300 Q188 360 140 372"
        return (
            pen.line(knot, "#6b3a17", 50)
            + pen.line(knot, "#9c5a26", 42)
            + pen.soft_line("M124 220 Q140 176 186 178 Q230 190 262 240", "#ffe3b4", 8, 4, 0.7)
            + pen.soft_line("M330 178 Q384 182 392 240", "#ffe3b4", 8, 4, 0.6)
        )
    if pen.says("muffin", "cupcake"):
        cup = polygon((168, 296), (344, 296), (318, 424), (194, 424))
        pleats = "".join(
            pen.line(f"M{x} 296 L{256 + (x - 256) * 0.74:g} 424", shade(pen.accent, -0.4), 2, opacity=0.6) for x in range(176, 344, 14)
        )
        dots = "".join(
            pen.ball(oval(170 + 170 * pen.spec.number(f"x{i}"), 200 + 84 * pen.spec.number(f"y{i}"), 11, 9), "#4a3358") for i in range(12)
        )
        return pen.solid(cup, pen.accent, inside=pleats) + pen.ball(
            "M146 300 Q120 230 196 200 Q250 140 322 194 Q396 226 366 300 Q256 330 146 300 Z",
            inside=pen.grain(0.25, "0.1") + dots,
            gloss=0.25,
        )
    parts = (
        "M90 372 Q70 330 112 276 Q140 290 150 330 Q130 366 90 372 Z", "M422 372 Q442 330 400 276 Q372 290 362 330 Q382 366 422 372 Z",
        "M110 288 Q130 222 188 208 Q204 260 190 326 Q160 330 140 336 Q138 300 110 288 Z", "M402 288 Q382 222 324 208 Q308 260 322 326 Q352 330 372 336 Q374 300 402 288 Z",
        "M184 212 Q256 176 328 212 Q340 280 318 338 Q256 320 194 338 Q172 280 184 212 Z",
    )  # fmt: skip
    glaze = "".join(
        pen.soft_line(path, "#fff0cc", 9, 5, 0.7)
        for path in ("M206 220 Q256 196 306 220", "M136 262 Q152 234 178 224", "M376 262 Q362 236 338 226")
    )
    folds = "".join(
        pen.soft_line(path, "#6e3b12", 3, 1.5, 0.55)
        for path in ("M204 250 Q256 232 308 250", "M200 284 Q256 264 312 284", "M148 280 Q166 262 184 258", "M364 280 Q346 262 328 258")
    )
    return "".join(pen.solid(part, mix(pen.color, "#7d4517", 0.12 * (i < 2)), depth=16) for i, part in enumerate(parts)) + folds + glaze


@shape("cheese", color="#efc14f", accent="#c8553d")
def cheese(pen: Pen) -> str:
    if pen.says("feta", "mozzarella", "camembert", "brie", "cream cheese", "quark", "halloumi", "tofu"):
        body = symmetric("M256 250 L120 250 L120 372 Q180 412 256 412")
        return (
            pen.turned(body, "#f3ead6")
            + pen.fill(oval(256, 250, 136, 46), pen.linear((0, "#fffaf0"), (1, "#efe4cb")))
            + label(pen, 190, 222, 132, 56, radius=28)
        )
    top = polygon((100, 282), (392, 190), (432, 246))
    front = polygon((100, 282), (432, 246), (432, 372), (100, 412))
    holes = "".join(
        pen.fill(oval(x, y, r, r * 0.86), shade(pen.color, -0.28))
        + pen.fill(oval(x + 2, y + 3, r * 0.86, r * 0.68), shade(pen.color, -0.14))
        for x, y, r in ((170, 340, 20), (250, 304, 14), (312, 346, 24), (384, 292, 17), (226, 376, 11), (398, 344, 9))
    )
    firm = pen.says("cheddar", "parmesan", "gouda", "pecorino", "manchego")
    rind = pen.fill(polygon((392, 190), (432, 246), (432, 372), (420, 374), (420, 250), (384, 192)), pen.accent)
    tag = pen.group(label(pen, 0, 0, 118, 74, radius=4), move="translate(130 316) skewY(-6)") if firm else ""
    return (
        pen.fill(top, pen.linear((0, shade(pen.color, 0.4)), (1, shade(pen.color, 0.15))))
        + pen.solid(front, inside=pen.grain(0.06, "0.1") + ("" if firm else holes))
        + rind
        + tag
        + pen.line("M100 282 L432 246", "#fff", 2, opacity=0.6)
    )


@shape("butter", color="#f3efe6", accent="#3d6a9b")
def butter(pen: Pen) -> str:
    x, y, width, height = 96, 262, 256, 130
    if pen.view == "back":
        return pen.box(x, y, width, height, depth=92)
    bands = pen.fill(polygon((x, y), (x + 30, y), (x + 30, y + height), (x, y + height)), pen.accent) + pen.fill(
        polygon((x + width - 30, y), (x + width, y), (x + width, y + height), (x + width - 30, y + height)), pen.accent
    )
    text = lines_of(pen, name_of(pen), x + width / 2, y + 76, 170, 58, color=shade(pen.accent, -0.2), face="serif", largest=38) + lines_of(
        pen, pen.spec.brand.upper(), x + width / 2, y + 28, 160, 18, color=ink_on(pen.color), face="sans", largest=14
    )
    return pen.box(x, y, width, height, depth=92, face=bands + text)
