"""Books, pens, cards, flowers, toys and gifts."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

from shopkeeper.testing.pictures.color import ink_on, mix, shade
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import art, lines_of, motif, name_of, pack_face, small_print
from shopkeeper.testing.pictures.registry import shape


@shape("card", color="#3b4f6b", accent="#e0b45c", rest="flat")
def card(pen: Pen) -> str:
    gift = not pen.says("greeting", "post", "birthday", "memory", "micro")
    plate = round_rect(70, 140, 372, 234, 22)
    if pen.says("memory", "micro", "sd "):
        chip = "M166 96 L306 96 L350 142 L350 416 L166 416 Z"
        return (
            pen.solid(chip, depth=10, inside=pen.fill(polygon((160, 220), (360, 220), (360, 380), (160, 380)), pen.accent))
            + "".join(pen.metal(round_rect(182 + i * 22, 108, 14, 44, 3), "#d8b45c") for i in range(5))
            + lines_of(pen, name_of(pen), 258, 300, 150, 110, color=ink_on(pen.accent))
        )
    if not gift:
        return pen.group(
            pen.solid(polygon((120, 110), (392, 110), (392, 410), (120, 410)), shade(pen.accent, 0.6), depth=8), move="rotate(-7 256 256)"
        ) + pen.solid(
            round_rect(136, 92, 244, 330, 4),
            depth=8,
            inside=art(pen, 136, 92, 244, 330, pen.accent)
            + motif(pen, 258, 220, 46, ink_on(pen.color))
            + lines_of(pen, name_of(pen), 258, 352, 190, 70, color=ink_on(pen.color), face="serif"),
        )
    ribbon = pen.fill(polygon((150, 130), (182, 130), (182, 390), (150, 390)), pen.accent) + pen.fill(
        polygon((60, 236), (452, 236), (452, 264), (60, 264)), pen.accent, 0.0001
    )
    bow = "".join(
        pen.solid(path, pen.accent, depth=7)
        for path in (
            "M166 252 Q110 200 92 232 Q90 270 166 256 Z",
            "M166 252 Q222 200 240 232 Q242 270 166 256 Z",
            "M164 254 L134 312 L150 314 L170 260 Z",
            "M168 254 L198 312 L182 314 L162 260 Z",
        )
    ) + pen.ball(oval(166, 253, 13, 12), shade(pen.accent, -0.1))
    text = (
        small_print(pen, 220, 160, 200, 190, ink_on(pen.color))
        if pen.view == "back"
        else lines_of(pen, name_of(pen), 322, 226, 188, 84, color=ink_on(pen.color), face="serif", largest=36)
        + lines_of(pen, pen.spec.brand.upper(), 322, 330, 180, 24, color=pen.accent, face="sans", largest=15)
    )
    return pen.group(
        pen.solid(plate, depth=9, inside=art(pen, 70, 140, 372, 234, shade(pen.color, 0.14)) + ribbon) + bow + text,
        move="rotate(-6 256 256)",
    )


@shape("gift_box", color="#b5483f", accent="#f0d9a8")
def gift_box(pen: Pen) -> str:
    x, y, width, height, depth = 104, 240, 226, 184, 78
    weave = pen.weave(pen.pattern(plain_share=0.35), shade(pen.color, 0.22))
    ribbon = polygon((x + 92, y), (x + 134, y), (x + 134, y + height), (x + 92, y + height))
    body = pen.box(x, y, width, height, depth=depth, face=weave + pen.fill(ribbon, pen.accent))
    lid = pen.box(
        x - 9,
        y - 46,
        width + 18,
        54,
        depth=depth + 4,
        face=pen.fill(polygon((x + 92, 100), (x + 134, 100), (x + 134, 300), (x + 92, 300)), pen.accent),
    )
    over = pen.fill(
        polygon((x + 92, y - 46), (x + 134, y - 46), (x + 134 + depth, y - 46 - depth * 0.44), (x + 92 + depth, y - 46 - depth * 0.44)),
        shade(pen.accent, 0.1),
    )
    loops = "".join(
        pen.solid(path, pen.accent, depth=9)
        for path in (
            "M254 176 Q170 96 138 132 Q134 180 250 186 Z",
            "M262 176 Q346 96 378 132 Q382 180 264 186 Z",
            "M250 180 Q212 210 190 232 L214 236 Q246 212 262 186 Z",
            "M264 180 Q300 206 330 222 L306 230 Q276 210 256 188 Z",
        )
    )
    tag = pen.group(
        pen.solid("M0 0 L16 -14 L104 -14 L104 30 L16 30 Z", "#fbf8f0", depth=3)
        + pen.fill(oval(14, 8, 4, 4), shade(pen.accent, -0.4))
        + lines_of(pen, pen.spec.label or "For you", 62, 8, 76, 36, color="#4a4038", face="serif", largest=17),
        move=f"translate({x + 140} {y + 60}) rotate(8)",
    )
    return body + lid + over + loops + pen.ball(oval(258, 180, 19, 16), shade(pen.accent, -0.08)) + ("" if pen.view == "back" else tag)


@shape("puzzle", color="#3f7d8a", accent="#e58a4c")
def puzzle(pen: Pen) -> str:
    x, y, width, height = 92, 182, 240, 210
    scene = pen.fill(round_rect(x + 14, y + 14, width - 28, 128, 4), shade(pen.accent, 0.6)) + pen.clip(
        round_rect(x + 14, y + 14, width - 28, 128, 4),
        art(pen, x + 14, y + 14, width - 28, 128, pen.accent),
        "".join(
            pen.line(f"M{x + 14 + i * 30} {y + 14} q0 0 0 0".replace(" q0 0 0 0", f" L{x + 14 + i * 30} {y + 142}"), "#fff", 1, opacity=0.5)
            for i in range(1, 8)
        ),
        "".join(pen.line(f"M{x + 14} {y + 14 + i * 30} L{x + width - 14} {y + 14 + i * 30}", "#fff", 1, opacity=0.5) for i in range(1, 5)),
    )
    text = lines_of(pen, name_of(pen), x + width / 2, y + 176, width * 0.84, 44, color=ink_on(pen.color), largest=28)
    body = pen.box(
        x,
        y,
        width,
        height,
        depth=76,
        face=small_print(pen, x + 20, y + 20, 200, 160, ink_on(pen.color)) if pen.view == "back" else scene + text,
    )
    piece = "M0 0 L26 0 Q20 -20 36 -20 Q52 -20 46 0 L72 0 L72 26 Q92 20 92 36 Q92 52 72 46 L72 72 L46 72 Q52 52 36 52 Q20 52 26 72 L0 72 L0 46 Q20 52 20 36 Q20 20 0 26 Z"
    return (
        body
        + pen.group(pen.solid(piece, pen.accent, depth=7), move="translate(318 376) rotate(-12) scale(0.8)")
        + pen.group(pen.solid(piece, shade(pen.color, 0.35), depth=7), move="translate(396 356) rotate(24) scale(0.66)")
    )


@shape("game_box", color="#6b3f6f", accent="#efc14f")
def game_box(pen: Pen) -> str:
    x, y, width, height = 96, 140, 256, 262
    face = pack_face(pen, x, y, width, height, share=0.44)
    dice = ""
    for dx, dy, tone, pips in (
        (336, 372, "#fbf8f0", ((0.5, 0.5), (0.25, 0.25), (0.75, 0.75))),
        (398, 388, pen.accent, ((0.28, 0.28), (0.72, 0.28), (0.28, 0.72), (0.72, 0.72))),
    ):
        dice += pen.solid(round_rect(dx, dy, 50, 50, 10), tone, depth=8) + "".join(
            pen.fill(oval(dx + 50 * px, dy + 50 * py, 5, 5), "#2b2724") for px, py in pips
        )
    meeple = pen.solid(
        symmetric("M318 330 Q302 330 302 348 Q276 356 282 370 L300 372 L286 416 L308 416 L318 400", axis=318),
        shade(pen.accent, -0.1),
        depth=6,
    )
    return pen.box(x, y, width, height, depth=64, face=face) + meeple + dice


@shape("book", color="#2f5d6a", accent="#e9c46a")
def book(pen: Pen) -> str:
    x, y, width, height = 132, 88, 216, 330
    pages = pen.fill(
        polygon((x + width, y + 6), (x + width + 44, y - 12), (x + width + 44, y + height - 24), (x + width, y + height - 4)), "#f2ecdf"
    ) + "".join(
        pen.line(f"M{x + width + i * 5} {y + 4 - i * 2} L{x + width + i * 5} {y + height - 6 - i * 2}", "#c9bfa9", 1) for i in range(1, 9)
    )
    back = pen.fill(
        polygon(
            (x + 44, y - 20),
            (x + width + 50, y - 20),
            (x + width + 50, y + height - 22),
            (x + width + 44, y + height - 18),
            (x + width + 44, y - 12),
            (x + 40, y - 10),
        ),
        shade(pen.color, -0.3),
    )
    cover = polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    text = (
        small_print(pen, x + 20, y + 40, width - 40, 240, ink_on(pen.color))
        if pen.view == "back"
        else pen.group(
            lines_of(
                pen,
                name_of(pen),
                x + width / 2 + 6,
                y + 96,
                172,
                130,
                color=ink_on(pen.color),
                face=pen.pick("type", "serif", "bold"),
                largest=42,
            ),
            lines_of(pen, pen.spec.brand, x + width / 2 + 6, y + 300, 160, 24, color=ink_on(pen.color), face="sans", largest=17),
        )
    )
    return (
        back
        + pages
        + pen.solid(cover, depth=10, inside=art(pen, x, y + 140, width, 190, pen.accent) + text)
        + pen.soft_line(f"M{x + 13} {y} L{x + 13} {y + height}", "#1a1420", 4, 2.5, 0.5)
    )


@shape("notebook", color="#7d8a6a", accent="#d9885a")
def notebook(pen: Pen) -> str:
    x, y, width, height = 134, 88, 236, 332
    cover = pen.solid(
        round_rect(x, y, width, height, 14),
        depth=12,
        inside=pen.weave(pen.pattern(plain_share=0.5), shade(pen.color, 0.25)) + pen.grain(0.12),
    )
    edge = pen.fill(round_rect(x + 10, y + 10, width + 4, height + 4, 12), "#efe8d8") + pen.fill(
        round_rect(x + 12, y + 14, width + 8, height + 4, 14), shade(pen.color, -0.35)
    )
    rings = (
        "".join(
            pen.line(f"M{x - 12} {y + 24 + i * 25} Q{x + 4} {y + 12 + i * 25} {x + 16} {y + 24 + i * 25}", "#8d9298", 5) for i in range(12)
        )
        if pen.says("spiral", "ring")
        else pen.solid(
            polygon((x + width - 40, y), (x + width - 26, y), (x + width - 26, y + height), (x + width - 40, y + height)),
            pen.accent,
            depth=3,
        )
    )
    plate = pen.solid(round_rect(x + 50, y + 84, 120, 76, 5), "#f8f3e6", depth=3) + lines_of(
        pen, name_of(pen), x + 110, y + 122, 104, 58, color="#3b352e", face="serif", largest=24
    )
    return pen.group(
        edge,
        pen.solid(
            polygon(
                (x + 70, y + height), (x + 84, y + height), (x + 84, y + height + 34), (x + 77, y + height + 24), (x + 70, y + height + 34)
            ),
            pen.accent,
            depth=2,
        ),
        cover,
        rings,
        "" if pen.view == "back" else plate,
    )


@shape("pen", color="#2f3e5c", accent="#c9a75c", rest="flat")
def pen_(pen: Pen) -> str:
    if pen.says("pencil", "crayon", "marker", "felt", "color"):
        tones = (pen.color, pen.accent, "#c8553d", "#5f8a4c", "#3f6ea3", "#e0a83a")
        sticks = ""
        for i, tone in enumerate(tones):
            sticks += pen.group(
                pen.turned(polygon((0, 60), (36, 60), (36, 330), (0, 330)), tone)
                + pen.fill(polygon((0, 60), (36, 60), (18, 0)), "#e9cfa2")
                + pen.fill(polygon((12, 20), (24, 20), (18, 0)), tone)
                + pen.metal(polygon((0, 318), (36, 318), (36, 340), (0, 340))),
                move=f"translate({96 + i * 54} {96 + (i % 2) * 14})",
            )
        return sticks
    barrel = (
        pen.turned(round_rect(-17, -120, 34, 200, 8), pen.color)
        + pen.turned(polygon((-17, 76), (17, 76), (8, 128), (-8, 128)), pen.accent)
        + pen.metal(polygon((-8, 126), (8, 126), (1.5, 158), (-1.5, 158)), "#d8dadc")
    )
    cap = (
        pen.turned(round_rect(-20, -186, 40, 124, 10), shade(pen.color, -0.1))
        + pen.fill(polygon((-20, -74), (20, -74), (20, -62), (-20, -62)), pen.accent)
        + pen.metal(round_rect(12, -172, 9, 92, 4), pen.accent)
    )
    case = (
        pen.group(
            pen.solid(round_rect(-34, -190, 68, 370, 16), mix(pen.accent, "#3a2e28", 0.75), depth=10)
            + pen.mark(0, 120, 12, pen.accent, ring=False),
            move="translate(334 262) rotate(34)",
        )
        if pen.says("set", "gift", "fountain")
        else ""
    )
    return case + pen.group(barrel, cap, pen.mark(0, -20, 9, ink_on(pen.color), ring=False), move="translate(226 262) rotate(34)")


@shape("flowers", color="#d9708a", accent="#f0d58a")
def flowers(pen: Pen) -> str:
    heads = ((256, 120), (178, 150), (334, 150), (214, 196), (298, 196), (140, 214), (372, 214), (256, 226), (190, 258), (322, 258))
    stems = "".join(pen.line(f"M{x} {y} Q{256 + (x - 256) * 0.4:g} 300 256 350", "#5d8a4c", 5) for x, y in heads)
    leaves = "".join(
        pen.group(pen.solid("M0 0 Q26 -40 0 -92 Q-26 -40 0 0 Z", "#6a9a58", depth=6), move=f"translate({256 + dx} 300) rotate({turn})")
        for dx, turn in ((-70, -62), (70, 62), (-44, -34), (44, 34), (-90, -84), (90, 84))
    )
    kind = (
        "rose"
        if pen.says("rose")
        else "tulip"
        if pen.says("tulip")
        else "sun"
        if pen.says("sunflower", "gerbera")
        else pen.pick("bloom", "daisy", "rose", "tulip")
    )
    blooms = ""
    for i, (x, y) in enumerate(heads):
        tone = (pen.color, shade(pen.color, 0.25), mix(pen.color, pen.accent, 0.6))[i % 3]
        if kind == "rose":
            blooms += pen.ball(oval(x, y, 41, 38), tone, gloss=0.3) + "".join(
                pen.line(
                    f"M{x - r} {y} Q{x - r * 0.4:g} {y - r:g} {x + r * 0.7:g} {y - r * 0.5:g} Q{x + r:g} {y + r * 0.6:g} {x - r * 0.2:g} {y + r * 0.7:g}",
                    shade(tone, -0.35),
                    2.6,
                    opacity=0.7,
                )
                for r in (30, 20, 10)
            )
        elif kind == "tulip":
            blooms += pen.solid(
                f"M{x - 32} {y - 36} Q{x - 14} {y - 18} {x} {y - 44} Q{x + 14} {y - 18} {x + 32} {y - 36} Q{x + 42} {y + 36} {x} {y + 38} Q{x - 42} {y + 36} {x - 32} {y - 36} Z",
                tone,
                depth=10,
            )
        else:
            petals = 14 if kind == "sun" else 9
            petal_tone = tone if kind == "daisy" or pen.spec.color else "#f0b93a"
            blooms += "".join(
                pen.group(
                    pen.fill("M0 0 Q-13 -26 0 -44 Q13 -26 0 0 Z", shade(petal_tone, -0.12 * (k % 2))),
                    move=f"translate({x} {y}) rotate({k * 360 / petals:g})",
                )
                for k in range(petals)
            ) + pen.ball(oval(x, y, 15, 14), pen.accent if kind == "daisy" else "#5a3a22")
    wrap = pen.solid(
        "M132 262 Q256 330 380 262 L300 424 Q256 440 212 424 Z",
        mix("#e8dcc6", pen.accent, 0.25),
        depth=14,
        inside=pen.soft_line("M200 300 L240 420", "#7a6a50", 4, 4, 0.4) + pen.soft_line("M310 300 L272 420", "#7a6a50", 4, 4, 0.4),
    )
    ribbon = pen.solid("M222 372 Q256 384 290 372 L286 394 Q256 404 226 394 Z", shade(pen.color, -0.2), depth=4)
    if pen.says("vase", "pot", "orchid"):
        wrap, ribbon = pen.turned(symmetric("M256 300 L206 300 Q214 340 190 380 Q190 426 256 430"), "#a9c0c6", gloss=0.8), ""
    return stems + leaves + blooms + wrap + ribbon


@shape("teddy", color="#b5854f", accent="#c8553d")
def teddy(pen: Pen) -> str:
    fur = pen.grain(0.34, "0.25")
    soft = mix(pen.color, "#f6e6cc", 0.55)
    rabbit = pen.says("bunny", "rabbit", "hase")
    ears = "".join(pen.solid(ear, inside=fur) + pen.fill(inner, soft) for ear, inner in (
        ((round_rect(186, 40, 46, 120, 23), round_rect(197, 56, 24, 90, 12)), (round_rect(280, 40, 46, 120, 23), round_rect(291, 56, 24, 90, 12))) if rabbit else ((oval(180, 128, 38, 38), oval(180, 130, 21, 21)), (oval(332, 128, 38, 38), oval(332, 130, 21, 21)))
    ))  # fmt: skip
    limbs = "".join(
        pen.group(pen.solid(oval(0, 0, 38, 68), inside=fur), move=f"translate({x} {y}) rotate({turn})")
        for x, y, turn in ((146, 318, 30), (366, 318, -30))
    )
    feet = "".join(pen.solid(oval(x, 398, 52, 44), inside=fur) + pen.fill(oval(x, 402, 28, 24), soft) for x in (180, 332))
    belly = pen.solid(oval(256, 334, 100, 96), inside=fur + pen.soft(oval(256, 346, 62, 62), soft, 4, 0.95))
    head = pen.solid(oval(256, 196, 104, 92), inside=fur, depth=20) + pen.fill(oval(256, 226, 45, 36), soft)
    face = (
        "".join(pen.ball(oval(x, 186, 10, 11), "#241c18", gloss=0.9) for x in (216, 296))
        + pen.ball(oval(256, 208, 15, 11), "#3a2a22")
        + pen.line("M256 219 L256 232 Q240 248 228 238 M256 232 Q272 248 284 238", "#3a2a22", 3.4)
    )
    bow = "".join(
        pen.solid(path, pen.accent, depth=6)
        for path in ("M256 284 Q204 252 200 284 Q204 318 256 288 Z", "M256 284 Q308 252 312 284 Q308 318 256 288 Z")
    ) + pen.ball(oval(256, 286, 13, 12), shade(pen.accent, -0.1))
    return ears + limbs + belly + feet + head + face + bow
