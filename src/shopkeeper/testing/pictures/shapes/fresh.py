"""Fruit, vegetables, fish and meat."""

# ruff: noqa: E501, PLR0917 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

import math

from shopkeeper.testing.pictures.color import mix, shade
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import label
from shopkeeper.testing.pictures.registry import shape


def _freckles(pen: Pen, x: float, y: float, width: float, height: float, tone: str, count: int = 50, size: float = 2) -> str:
    return "".join(
        pen.fill(oval(x + width * pen.spec.number(f"fx{i}"), y + height * pen.spec.number(f"fy{i}"), size, size), tone, 0.6)
        for i in range(count)
    )


def _sticker(pen: Pen, x: float, y: float) -> str:
    return (
        ""
        if pen.view == "back"
        else pen.fill(oval(x, y, 21, 16), "#f8f6ee") + pen.fill(oval(x, y, 17, 12.5), pen.accent) + pen.mark(x, y, 9, "#ffffff", ring=False)
    )


@shape("fruit_apple", color="#c13b35", accent="#3f7d3c")
def fruit_apple(pen: Pen) -> str:
    if pen.says("pear", "birne"):
        body = symmetric("M256 126 Q212 128 214 190 Q208 230 172 266 Q132 330 168 398 Q196 430 256 426")
    elif pen.says("avocado"):
        body = symmetric("M256 130 Q214 134 204 200 Q160 260 160 326 Q168 422 256 426")
    elif pen.says("mango", "peach", "apricot", "plum", "nectarine"):
        body = symmetric("M256 156 Q150 150 132 270 Q132 410 256 424")
    else:
        body = symmetric("M256 186 Q226 152 176 164 Q112 184 118 280 Q132 396 208 424 Q236 430 256 418")
    cheek = pen.soft(oval(318, 320, 60, 90), mix(pen.color, "#e9b94a", 0.7), 26, 0.7)
    streaks = "".join(
        pen.soft_line(f"M256 190 Q{256 + d:g} 270 {256 + d * 0.8:g} 410", shade(pen.color, 0.35), 3, 2, 0.35)
        for d in (-100, -66, -30, 30, 66, 100)
    )
    stem = pen.line("M256 196 Q258 150 280 122", "#5a3d22", 9)
    leaf = "M270 150 Q312 100 366 118 Q346 166 270 150 Z"
    return (
        pen.ball(body, inside=cheek + streaks + _freckles(pen, 120, 180, 270, 230, shade(pen.color, 0.5)))
        + pen.soft(oval(256, 192, 40, 12), "#2a1410", 6, 0.5)
        + stem
        + pen.solid(leaf, pen.accent, depth=6)
        + pen.seam("M276 148 Q318 128 356 122", 1.4, 0.4)
        + _sticker(pen, 206, 300)
    )


@shape("fruit_banana", color="#f2cb3d", accent="#3f6ea3")
def fruit_banana(pen: Pen) -> str:
    tone = pen.color
    bananas = ""
    for path, light in (
        ("M300 98 Q420 150 430 280 Q432 350 398 404 Q384 412 376 396 Q392 320 360 252 Q330 190 282 150 Z", -0.16),
        ("M288 98 Q356 180 352 300 Q346 376 300 424 Q284 430 280 412 Q306 340 290 262 Q278 200 258 152 Z", 0.0),
        ("M276 100 Q276 220 238 312 Q200 380 130 410 Q112 410 116 394 Q176 346 206 270 Q230 200 240 140 Z", 0.08),
    ):
        bananas += pen.solid(path, shade(tone, light), depth=14)
    tips = "".join(pen.fill(oval(x, y, 9, 8), "#4a3a1e") for x, y in ((388, 402), (290, 420), (122, 404)))
    ridges = "".join(
        pen.soft_line(path, "#a87a14", 3, 1.6, 0.5)
        for path in (
            "M262 130 Q262 240 216 318 Q186 366 134 402",
            "M290 134 Q334 220 326 310 Q318 376 294 416",
            "M316 134 Q390 190 404 290 Q408 350 390 398",
        )
    )
    return (
        bananas
        + ridges
        + tips
        + pen.solid("M236 96 Q250 66 284 72 L312 104 L284 158 L238 148 Z", mix(tone, "#7d8a2c", 0.45), depth=6)
        + _sticker(pen, 322, 244)
    )


@shape("fruit_citrus", color="#f0932b", accent="#3f7d3c")
def fruit_citrus(pen: Pen) -> str:
    lemon = pen.says("lemon", "lime", "zitrone", "limette")
    whole = (
        symmetric("M216 150 Q196 152 186 172 Q92 200 92 292 Q96 390 186 408 Q196 424 216 424", axis=216)
        if lemon
        else oval(214, 288, 128, 128)
    )
    pores = _freckles(pen, 90, 160, 250, 250, shade(pen.color, -0.35), 90, 1.7)
    cx, cy, r = 352, 348, 82
    flesh = pen.fill(oval(cx, cy, r, r), pen.color) + pen.fill(oval(cx, cy, r - 7, r - 7), "#fbf1d8")
    for i in range(9):
        a, b = i * math.tau / 9 + 0.06, (i + 1) * math.tau / 9 - 0.06
        flesh += pen.fill(
            f"M{cx + 6 * math.cos((a + b) / 2):g} {cy + 6 * math.sin((a + b) / 2):g} L{cx + 68 * math.cos(a):g} {cy + 68 * math.sin(a):g} Q{cx + 74 * math.cos((a + b) / 2):g} {cy + 74 * math.sin((a + b) / 2):g} {cx + 68 * math.cos(b):g} {cy + 68 * math.sin(b):g} Z",
            shade(pen.color, 0.18 if i % 2 else 0.06),
        )
    return (
        pen.ball(whole, inside=pores)
        + pen.solid("M220 164 Q250 110 312 122 Q296 168 220 164 Z", pen.accent, depth=6)
        + pen.fill(oval(214, 166, 9, 6), "#5d6b2c")
        + flesh
        + pen.soft("M300 300 Q330 272 372 276 Q330 290 306 320 Z", "#fff", 4, 0.5)
        + _sticker(pen, 170, 320)
    )


@shape("fruit_berry", color="#c22f45", accent="#4f8a4c")
def fruit_berry(pen: Pen) -> str:
    strawberry = pen.says("straw", "erdbeer")
    blue = pen.says("blue", "heidel", "currant", "grape", "cherr")
    berries = ""
    for i in range(17):
        row, column = divmod(i, 6)
        x, y = 142 + column * 46 + (22 if row % 2 else 0), 300 - row * 46 + 12 * pen.spec.number(f"y{i}")
        tone = shade(pen.color, (0.06, -0.08, 0.0)[i % 3])
        if strawberry:
            seeds = "".join(pen.fill(oval(x - 16 + (k * 13) % 34, y - 14 + (k * 19) % 40, 1.8, 2.6), "#f6d57c") for k in range(9))
            berries += pen.ball(
                symmetric(f"M{x} {y - 30} Q{x - 38} {y - 30} {x - 32} {y + 2} Q{x - 20} {y + 34} {x} {y + 38}", axis=x), tone, inside=seeds
            ) + "".join(
                pen.group(pen.fill(oval(0, -9, 5, 11), pen.accent), move=f"translate({x} {y - 26}) rotate({a})")
                for a in (-80, -40, 0, 40, 80)
            )
        elif blue:
            berries += pen.ball(oval(x, y, 27, 26), tone) + pen.line(oval(x + 2, y - 6, 8, 5), shade(tone, -0.5), 3)
        else:
            berries += "".join(
                pen.ball(oval(x + dx, y + dy, 9.5, 9.5), tone, gloss=0.7)
                for dx, dy in ((0, -22), (-14, -14), (14, -14), (-20, 0), (0, -6), (20, 0), (-14, 13), (14, 13), (0, 12), (0, 26))
            )
    tray = polygon((96, 300), (416, 300), (390, 424), (122, 424))
    return (
        pen.fill(polygon((112, 250), (400, 250), (416, 300), (96, 300)), "#7d5a36")
        + berries
        + pen.solid(tray, "#c9a472", depth=8, inside=pen.grain(0.16, "0.02 0.3"))
        + label(pen, 176, 322, 160, 82, radius=4)
    )


@shape("vegetable_carrot", color="#e57f2b", accent="#4f8a4c", rest="flat")
def vegetable_carrot(pen: Pen) -> str:
    greens = "".join(
        pen.line(
            f"M{200 + i * 10} 190 Q{170 + i * 22} 130 {130 + i * 34} {76 + abs(i - 3) * 10}", shade(pen.accent, (-0.2, 0, 0.2)[i % 3]), 9
        )
        + pen.line(f"M{186 + i * 14} 150 L{160 + i * 26} {96 + abs(i - 3) * 10}", shade(pen.accent, 0.25), 15, dash="0.1 17")
        for i in range(8)
    )
    roots = ""
    for x, lean in ((176, -8), (256, 3), (336, 12)):
        body = "M-44 0 Q-46 -22 0 -24 Q46 -22 44 0 Q38 120 6 240 Q0 250 -6 240 Q-38 120 -44 0 Z"
        rings = "".join(
            pen.line(
                f"M{-40 + (k % 2) * 34} {26 + k * 30} Q{-20 + (k % 2) * 34} {32 + k * 30} {-6 + (k % 2) * 30} {26 + k * 30}",
                shade(pen.color, -0.4),
                2.4,
                opacity=0.5,
            )
            for k in range(5)
        )
        roots += pen.group(pen.solid(body, inside=rings, depth=16), move=f"translate({x} 200) rotate({-lean})")
    band = pen.solid(round_rect(132, 222, 248, 34, 8), "#5f8a4c" if pen.says("organic", "bio") else "#3f6ea3", depth=4)
    return greens + roots + band + pen.mark(256, 239, 11, "#ffffff", ring=False)


@shape("vegetable_leaf", color="#6fa24c", accent="#dcecc0")
def vegetable_leaf(pen: Pen) -> str:
    if pen.says("broccoli", "cauliflower"):
        tone = "#efe8d2" if pen.says("cauliflower") else pen.color
        stalk = pen.turned(symmetric("M256 290 L214 290 L224 410 Q236 428 256 428"), mix("#cfdda2", tone, 0.2))
        florets = "".join(
            pen.ball(oval(256 + dx, y, r, r * 0.92), shade(tone, light), inside=pen.grain(0.3, "0.12"))
            for dx, y, r, light in (
                (-90, 250, 58, -0.1),
                (90, 250, 58, -0.14),
                (-46, 196, 62, 0.0),
                (52, 196, 60, -0.05),
                (0, 256, 66, 0.06),
                (0, 158, 52, 0.1),
            )
        )
        return stalk + florets
    if pen.says("cucumber", "zucchini", "courgette", "leek", "asparagus"):
        body = pen.group(
            pen.solid(
                round_rect(76, 196, 360, 92, 46),
                depth=26,
                inside=_freckles(pen, 90, 200, 330, 84, shade(pen.color, 0.5), 60)
                + "".join(pen.soft_line(f"M86 {y} Q256 {y - 6} 426 {y}", shade(pen.color, 0.4), 3, 2, 0.4) for y in (222, 246, 268)),
            ),
            move="rotate(-16 256 256) translate(0 40)",
        )
        cut = "".join(
            pen.fill(oval(x, 392, 40, 38), shade(pen.color, -0.15))
            + pen.fill(oval(x, 392, 34, 32), "#dfeebc")
            + "".join(
                pen.fill(oval(x + math.cos(a) * 15, 392 + math.sin(a) * 14, 4, 6), "#f6f9e2") for a in (k * math.tau / 7 for k in range(7))
            )
            for x in (296, 366)
        )
        return body + cut
    leaves = ""
    for i, (dx, y, r) in enumerate(
        (
            (-104, 270, 84),
            (104, 270, 84),
            (-60, 200, 82),
            (64, 200, 80),
            (-80, 340, 84),
            (84, 340, 82),
            (0, 300, 108),
            (0, 250, 80),
            (10, 316, 62),
        )
    ):
        x, wave = 256 + dx, ""
        points = [
            (x + math.cos(a) * r * (1 + 0.07 * math.sin(a * 9 + i)), y + math.sin(a) * r * (0.92 + 0.06 * math.cos(a * 11 + i)))
            for a in (k * math.tau / 48 for k in range(48))
        ]
        tone = mix(shade(pen.color, -0.28 + 0.05 * i), pen.accent, 0.08 * max(0, i - 5))
        veins = "".join(
            pen.line(f"M{x} {y + r * 0.8:g} Q{x + k * r * 0.2:g} {y:g} {x + k * r * 0.5:g} {y - r * 0.6:g}", pen.accent, 3, opacity=0.5)
            for k in (-1, 0, 1)
        )
        leaves += pen.solid(polygon(*points), tone, depth=12, inside=veins) + wave
    return leaves


@shape("vegetable_tomato", color="#d2402f", accent="#4f8a3f")
def vegetable_tomato(pen: Pen) -> str:
    if pen.says("pepper", "paprika", "capsicum", "aubergine", "eggplant"):
        body = "M256 176 Q160 140 130 226 Q110 320 172 412 Q206 440 256 418 Q306 440 340 412 Q402 320 382 226 Q352 140 256 176 Z"
        lobes = pen.soft_line("M226 180 Q196 300 216 424", shade(pen.color, -0.7), 9, 7, 0.5) + pen.soft_line(
            "M290 180 Q320 300 298 424", shade(pen.color, -0.7), 9, 7, 0.5
        )
        return (
            pen.ball(body, inside=lobes + pen.soft("M156 230 Q160 190 196 184 Q176 230 182 320 Q150 290 156 230 Z", "#fff", 6, 0.6))
            + pen.line("M256 186 Q250 140 276 112", pen.accent, 20)
            + pen.solid("M206 180 Q256 150 306 180 Q256 206 206 180 Z", pen.accent, depth=6)
        )

    def one(x: float, y: float, r: float) -> str:
        star = "".join(
            pen.group(
                pen.fill("M0 0 Q-9 -22 0 -44 Q9 -22 0 0 Z", shade(pen.accent, -0.1 * (a % 2))),
                move=f"translate({x} {y - r * 0.72:g}) rotate({a}) scale({r / 96:g})",
            )
            for a in (-105, -55, -8, 44, 98)
        )
        return (
            pen.ball(
                symmetric(
                    f"M{x} {y - r * 0.86:g} Q{x - r:g} {y - r:g} {x - r:g} {y:g} Q{x - r * 0.94:g} {y + r * 0.9:g} {x:g} {y + r * 0.9:g}",
                    axis=x,
                ),
                gloss=0.75,
            )
            + star
        )

    if pen.says("cherry", "vine", "cocktail", "date"):
        vine = pen.line("M120 150 Q256 120 396 168", shade(pen.accent, -0.1), 8)
        return (
            vine
            + "".join(
                pen.line(f"M{x} {y - 90} L{x} {y - 40}", pen.accent, 6) + one(x, y, 58) for x, y in ((150, 258), (258, 240), (366, 268))
            )
            + one(204, 350, 60)
            + one(318, 356, 60)
        )
    return one(316, 296, 96) + one(196, 326, 100)


@shape("vegetable_root", color="#b08a57", accent="#7d5a34")
def vegetable_root(pen: Pen) -> str:
    if pen.says("onion", "zwiebel", "garlic", "knoblauch", "shallot", "beet"):

        def bulb(x: float, y: float, r: float) -> str:
            body = symmetric(
                f"M{x} {y - r * 1.25:g} Q{x - r * 0.12:g} {y - r * 0.9:g} {x - r * 0.6:g} {y - r * 0.66:g} Q{x - r * 1.2:g} {y:g} {x - r * 0.6:g} {y + r * 0.66:g} Q{x - r * 0.3:g} {y + r * 0.86:g} {x} {y + r * 0.86:g}",
                axis=x,
            )
            lines = "".join(
                pen.line(f"M{x} {y - r * 1.1:g} Q{x + d * r:g} {y:g} {x} {y + r * 0.84:g}", shade(pen.color, -0.35), 1.6, opacity=0.5)
                for d in (-1.5, -1.0, -0.5, 0, 0.5, 1.0, 1.5)
            )
            return pen.ball(body, inside=lines, gloss=0.6) + "".join(
                pen.line(f"M{x + d} {y + r * 0.84:g} L{x + d * 1.8} {y + r:g}", "#8a7350", 1.6) for d in (-8, -3, 3, 8)
            )

        return bulb(320, 296, 84) + bulb(188, 318, 92) + bulb(280, 366, 62)

    def tuber(x: float, y: float, rx: float, ry: float, turn: float) -> str:
        eyes = "".join(
            pen.fill(
                oval(-rx + 2 * rx * pen.spec.number(f"e{x}{i}"), -ry + 2 * ry * pen.spec.number(f"g{x}{i}"), 4.5, 2.6), pen.accent, 0.65
            )
            for i in range(9)
        )
        return pen.group(
            pen.ball(oval(0, 0, rx, ry), inside=pen.grain(0.2, "0.2") + eyes, gloss=0.28), move=f"translate({x} {y}) rotate({turn})"
        )

    return (
        tuber(176, 268, 84, 62, -20)
        + tuber(334, 262, 88, 64, 18)
        + tuber(256, 326, 92, 66, 4)
        + tuber(138, 366, 74, 54, 12)
        + tuber(362, 370, 78, 54, -10)
    )


@shape("fish", color="#8fa3ae", accent="#e58a6a", rest="flat")
def fish(pen: Pen) -> str:
    if pen.says("fillet", "salmon", "smoked", "filet", "prawn", "shrimp"):
        tone = pen.accent if pen.spec.color == "" else pen.color
        fillet = "M96 300 Q110 190 250 176 Q400 170 424 250 Q430 310 330 330 Q200 356 120 346 Q94 336 96 300 Z"
        lines = "".join(
            pen.soft_line(f"M{130 + i * 38} {200 - min(i, 4) * 3} Q{160 + i * 38} 260 {120 + i * 40} 350", "#fff0e2", 5, 1.4, 0.75)
            for i in range(8)
        )
        slate = pen.solid(round_rect(60, 138, 392, 250, 16), "#3b4046", depth=8, inside=pen.grain(0.2, "0.3"))
        lemon = (
            pen.fill(oval(384, 348, 36, 34), "#f0c93a")
            + pen.fill(oval(384, 348, 30, 28), "#fbf0b8")
            + "".join(
                pen.line(f"M384 348 L{384 + math.cos(a) * 28:g} {348 + math.sin(a) * 26:g}", "#f0d866", 3)
                for a in (k * math.tau / 8 for k in range(8))
            )
        )
        return slate + pen.solid(fillet, tone, inside=lines, depth=16) + lemon + pen.line("M130 366 Q170 340 210 366", "#5f8a4c", 5)
    body = "M74 256 Q150 160 300 188 Q360 200 392 244 Q430 196 462 186 Q446 256 462 330 Q430 316 392 272 Q360 320 290 330 Q150 350 74 256 Z"
    scales = "".join(
        pen.line(oval(170 + (i % 12) * 19, 206 + (i // 12) * 18, 11, 11), shade(pen.color, -0.35), 1.3, opacity=0.4) for i in range(84)
    )
    belly = pen.soft("M90 270 Q200 360 380 270 Q300 350 200 346 Z", "#f4f2ea", 10, 0.85)
    fins = pen.solid("M190 184 Q240 130 310 150 L300 192 Z", shade(pen.color, -0.2), depth=6) + pen.solid(
        "M210 330 Q230 372 270 366 L262 328 Z", shade(pen.color, -0.2), depth=6
    )
    return (
        fins
        + pen.solid(body, inside=pen.clip("M156 150 L400 150 L400 350 L156 350 Z", scales) + belly, depth=18)
        + pen.seam("M156 206 Q132 256 158 306", 3)
        + pen.fill(oval(118, 244, 12, 12), "#f4f2ea")
        + pen.fill(oval(117, 244, 6.5, 6.5), "#1e1c20")
        + pen.fill("M170 262 Q210 252 226 276 Q196 290 170 262 Z", shade(pen.color, -0.25), 0.8)
    )


@shape("meat_tray", color="#b5423f", accent="#f3f1ec", rest="flat")
def meat_tray(pen: Pen) -> str:
    tray = pen.solid(round_rect(70, 130, 372, 256, 30), "#2d3136", depth=12) + pen.fill(
        round_rect(86, 146, 340, 224, 22), pen.linear((0, "#1f2226"), (1, "#3c4147"))
    )
    pad = pen.fill(round_rect(100, 160, 312, 196, 14), "#f3f1ec", 0.12)
    if pen.says("mince", "hack", "ground"):
        meat = "".join(
            pen.line(
                f"M{110 + i * 20} 172 Q{100 + i * 20} 220 {114 + i * 20} 260 Q{124 + i * 20} 306 {110 + i * 20} 346",
                shade(pen.color, (0.18, 0.05, -0.1)[i % 3]),
                17,
            )
            for i in range(15)
        )
    elif pen.says("sausage", "wurst", "chorizo", "bratwurst", "bacon"):
        meat = "".join(
            pen.ball(round_rect(106, 164 + i * 48, 300, 42, 21), shade(pen.color, 0.08 * (i % 2)), inside=pen.grain(0.18, "0.2"))
            for i in range(4)
        )
    elif pen.says("chicken", "turkey", "hähnchen", "poultry", "tofu"):
        tone = pen.spec.color or "#ecbfa8"
        meat = "".join(
            pen.solid(path, tone, depth=14)
            for path in (
                "M112 250 Q120 170 220 172 Q300 180 292 240 Q270 330 190 340 Q120 336 112 250 Z",
                "M252 290 Q270 190 350 186 Q412 200 404 280 Q390 346 320 350 Q256 344 252 290 Z",
            )
        )
    else:
        steak = "M112 260 Q110 170 210 166 Q320 160 390 200 Q420 260 380 326 Q300 362 200 348 Q120 340 112 260 Z"
        veins = "".join(
            pen.soft_line(path, "#f6dcd0", 5, 1.4, 0.8)
            for path in (
                "M140 240 Q200 210 240 250 Q280 280 350 240",
                "M180 320 Q240 300 300 330",
                "M220 190 Q250 220 300 200",
                "M320 290 Q350 270 372 290",
            )
        )
        meat = pen.solid(steak, inside=veins + pen.line(steak, "#f3dccb", 18), depth=12)
    film = pen.soft("M90 160 Q200 140 300 152 Q180 180 110 250 Z", "#fff", 10, 0.35)
    return tray + pad + pen.clip(round_rect(92, 152, 328, 212, 18), meat) + film + label(pen, 266, 286, 150, 88, radius=4)
