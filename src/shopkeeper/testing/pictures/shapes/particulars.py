"""Things that share a shape name with something else and are told apart by a word in their title."""

# ruff: noqa: E501 (outlines are long lines of numbers)

from __future__ import annotations

from shopkeeper.testing.pictures.color import ink_on, mix, shade
from shopkeeper.testing.pictures.outline import oval, polygon, round_rect, symmetric
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.printing import label
from shopkeeper.testing.pictures.registry import SHAPES, particular


@particular("bread", words=("pretzel", "brezel"), color="#9c5a26")
def pretzel(pen: Pen) -> str:
    return SHAPES["croissant"].draw(pen)


@particular("vegetable_leaf", words=("avocado",), color="#3f5a2e", accent="#6b4428")
def avocado(pen: Pen) -> str:
    whole = symmetric("M190 130 Q150 136 140 200 Q96 260 98 320 Q106 410 190 414", axis=190)
    half = symmetric("M330 150 Q292 156 284 214 Q244 270 246 326 Q254 416 330 420", axis=330)
    flesh = symmetric("M330 164 Q302 170 294 220 Q258 276 260 326 Q268 402 330 406", axis=330)
    inside = pen.fill(flesh, pen.radial((0, "#f6efb0"), (0.6, "#e6e48d"), (1, "#a9c464"), cx=0.5, cy=0.6, r=0.6))
    return pen.ball(whole, inside=pen.grain(0.3, "0.3")) + pen.solid(half, depth=6) + inside + pen.ball(oval(330, 332, 40, 44), pen.accent)


@particular("bowl", words=("rice", "chicken", "tofu bowl", "poke", "curry"), color="#e8e0d0", accent="#d97b4a", rest="flat")
def rice_meal(pen: Pen) -> str:
    china = pen.pick("china", "#32414a", "#f1ede4", "#a9b8b0")
    rice = "".join(
        pen.group(
            pen.fill(oval(0, 0, 9, 3.6), ("#fdfbf4", "#ece6d6")[i % 2]),
            move=f"translate({110 + 292 * pen.spec.number(f'rx{i}'):g} {110 + 292 * pen.spec.number(f'ry{i}'):g}) rotate({i * 47 % 180})",
        )
        for i in range(240)
    )
    tofu = pen.says("tofu")
    strips = "".join(
        pen.group(
            pen.solid(
                round_rect(-22, -15 if tofu else -42, 44 if tofu else 24, 34 if tofu else 90, 7),
                "#e9c98a" if tofu else "#c98a4e",
                depth=8,
                inside=pen.grain(0.25, "0.1"),
            ),
            move=f"translate({186 + (i % 3) * 40} {190 + (i // 3) * 60}) rotate({(-20, 12, -6)[i % 3]})",
        )
        for i in range(6 if tofu else 4)
    )
    greens = "".join(
        pen.ball(
            oval(306 + (i % 3) * 30, 180 + (i // 3) * 27, 20, 18), ("#4f8a44", "#5f9a50")[i % 2], inside=pen.grain(0.3, "0.15"), gloss=0.2
        )
        for i in range(9)
    )
    slices = "".join(
        pen.fill(oval(196 + i * 24, 346 + abs(i - 3) * -5, 22, 22), "#e57f2b")
        + pen.line(oval(196 + i * 24, 346 + abs(i - 3) * -5, 15, 15), "#f2a35e", 3)
        for i in range(7)
    )
    seeds = "".join(
        pen.fill(oval(170 + 180 * pen.spec.number(f"sx{i}"), 170 + 190 * pen.spec.number(f"sy{i}"), 3, 2), "#f8efd2") for i in range(40)
    )
    well = oval(256, 256, 158, 158)
    return (
        pen.solid(oval(256, 256, 188, 188), china, depth=14)
        + pen.clip(well, pen.fill(well, "#efe9da"), rice, strips, greens, slices, seeds)
        + pen.line(well, "#1a1420", 3, opacity=0.25)
    )


@particular("bottle", words=("blender",), color="#b8322f", accent="#e9e9ea")
def hand_blender(pen: Pen) -> str:
    grip = symmetric("M256 70 Q222 72 220 110 L214 224 Q220 250 256 252")
    foot = "M246 356 Q206 366 200 414 L312 414 Q306 366 266 356 Z"
    buttons = "".join(pen.solid(round_rect(242, y, 28, 34, 12), pen.accent, depth=4) for y in (120, 164))
    return (
        pen.metal(round_rect(240, 246, 32, 130, 6))
        + pen.metal(foot)
        + pen.fill("M226 414 Q230 396 242 414 Z M270 414 Q282 396 286 414 Z", "#5b6066")
        + pen.turned(grip)
        + buttons
        + pen.mark(256, 222, 13, ink_on(pen.color), ring=False)
    )


@particular("bottle", words=("rechargeable", "batter"), color="#3d7a4a", accent="#222428")
def batteries(pen: Pen) -> str:
    def cell(x: float) -> str:
        body = symmetric(f"M{x} 176 L{x - 40} 176 L{x - 40} 408 Q{x - 20} 420 {x} 420", axis=x)
        top = pen.fill(polygon((x - 60, 160), (x + 60, 160), (x + 60, 240), (x - 60, 240)), pen.accent)
        return (
            pen.metal(round_rect(x - 15, 152, 30, 28, 5), "#d8b45c")
            + pen.turned(body, inside=top + pen.text("AA", x, 330, 34, color=ink_on(pen.color)) + pen.text("+", x, 222, 30, color="#fff"))
            + pen.metal(oval(x, 176, 40, 9), across=True)
        )

    return "".join(cell(112 + i * 96) for i in range(4))


@particular("bottle", words=("insulated", "thermos", "flask"), color="#3d5a4a", accent="#c3c7cb")
def flask(pen: Pen) -> str:
    body = symmetric("M256 180 Q198 186 196 224 L196 414 Q198 434 256 434")
    cup = symmetric("M256 78 L206 82 L202 180 Q226 190 256 190")
    band = pen.metal(polygon((180, 404), (332, 404), (332, 440), (180, 440)))
    return (
        pen.turned(body, inside=band)
        + pen.metal(symmetric("M256 172 L202 172 L200 196 Q226 204 256 204"))
        + pen.turned(cup, pen.accent)
        + pen.mark(256, 300, 28, ink_on(pen.color))
    )


@particular("kettle", words=(" iron", "steam"), color="#1f7a78", accent="#f4f2ec")
def steam_iron(pen: Pen) -> str:
    body = "M70 366 Q110 270 230 256 L400 262 Q436 290 440 366 Z"
    grip = "M150 286 Q200 176 300 176 Q410 178 424 270"
    plate = pen.metal("M58 366 L444 366 L446 392 Q446 400 436 400 L66 400 Q46 392 58 366 Z", across=True)
    return (
        pen.line("M420 210 Q470 150 440 90", "#3a3d41", 9)
        + pen.line(grip, shade(pen.accent, -0.3), 40)
        + pen.line(grip, pen.accent, 33)
        + pen.solid(body, depth=18, inside=pen.fill("M70 340 Q240 300 440 330 L440 370 L60 370 Z", shade(pen.accent, -0.05), 0.85))
        + pen.ball(oval(300, 318, 21, 19), shade(pen.color, -0.3))
        + pen.ball(oval(250, 180, 14, 9), pen.color)
        + pen.mark(180, 318, 15, ink_on(pen.color), ring=False)
        + plate
    )


@particular("kettle", words=("moka", "espresso"), color="#c3c7cb", accent="#2b2a2c")
def moka_pot(pen: Pen) -> str:
    lower = "M176 290 L336 290 L360 424 L152 424 Z"
    upper = "M182 270 L330 270 L356 140 L150 140 Z"
    sides = "".join(pen.line(f"M{x} 140 L{256 + (x - 256) * 0.72:g} 270", "#6f757b", 2, opacity=0.7) for x in (196, 256, 316)) + "".join(
        pen.line(f"M{256 + (x - 256) * 0.8:g} 290 L{x} 424", "#6f757b", 2, opacity=0.7) for x in (198, 256, 314)
    )
    handle = "M340 160 Q430 150 424 210 L412 300"
    spout = pen.solid("M160 144 L128 128 L166 196 Z", shade(pen.color, -0.2), depth=5)
    return (
        pen.line(handle, pen.accent, 24)
        + pen.line(handle, shade(pen.accent, 0.3), 4, opacity=0.6)
        + spout
        + pen.metal(lower, pen.color)
        + pen.metal(upper, pen.color)
        + sides
        + pen.metal(round_rect(168, 264, 176, 30, 8), shade(pen.color, -0.1))
        + pen.metal("M146 142 Q256 96 360 142 Z", pen.color)
        + pen.ball(oval(256, 112, 15, 15), pen.accent)
        + pen.metal(oval(214, 366, 8, 8), "#d8b45c")
    )


@particular("charger", words=("strip", "extension", "steckdosenleiste"), color="#f1f0ec", accent="#b8322f")
def power_strip(pen: Pen) -> str:
    body = "M60 300 L404 238 Q432 236 440 262 L452 318 Q452 340 430 346 L96 410 Q70 412 64 388 Z"
    sockets = "".join(
        pen.group(
            pen.solid(oval(0, 0, 37, 33), shade(pen.color, -0.08), depth=6)
            + pen.fill(oval(0, 0, 29, 25), shade(pen.color, -0.2))
            + pen.fill(oval(-11, 0, 4.5, 4.5), "#2b2b2e")
            + pen.fill(oval(11, 0, 4.5, 4.5), "#2b2b2e"),
            move=f"translate({178 + i * 84} {340 - i * 15.4:g}) rotate(-10)",
        )
        for i in range(3)
    )
    return (
        pen.line("M440 290 Q500 280 480 200 Q460 150 400 160", "#4a4d52", 12)
        + pen.solid(body, depth=14)
        + sockets
        + pen.group(pen.solid(round_rect(-16, -20, 32, 40, 5), pen.accent, depth=4), move="translate(104 356) rotate(-10)")
    )


@particular("speaker", words=("turntable", "record player", "plattenspieler"), color="#6b4428", accent="#c3c7cb")
def turntable(pen: Pen) -> str:
    deck = "M80 262 L432 262 L468 380 L44 380 Z"
    rings = "".join(pen.line(oval(226, 318, 140 - i * 15, 46 - i * 5), "#4a4d52", 1.2, opacity=0.7) for i in range(1, 6))
    disc = (
        pen.solid(oval(226, 318, 146, 49), "#191a1c", depth=5)
        + rings
        + pen.fill(oval(226, 318, 46, 15), "#c8553d")
        + pen.metal(oval(226, 316, 6, 3))
    )
    arm = (
        pen.metal(oval(404, 290, 22, 11), pen.accent)
        + pen.line("M404 288 L398 330 L306 346", shade(pen.accent, -0.2), 8)
        + pen.line("M404 286 L397 328 L306 344", "#fff", 2.4, opacity=0.8)
    )
    front = pen.solid(
        "M44 380 L468 380 Q470 418 456 418 L56 418 Q42 418 44 380 Z", shade(pen.color, -0.25), depth=5, inside=pen.grain(0.25, "0.01 0.2")
    )
    lid = pen.fill("M84 260 L96 104 L416 104 L428 260 Z", "#dfe9ec", 0.45) + pen.line("M84 260 L96 104 L416 104 L428 260", "#a9b9be", 3)
    return (
        lid
        + pen.solid(deck, depth=8, inside=pen.grain(0.25, "0.01 0.2"))
        + disc
        + arm
        + front
        + pen.metal(oval(420, 398, 10, 8))
        + pen.mark(96, 399, 10, pen.accent, ring=False)
    )


@particular("bulb", words=("string", "fairy", "lichterkette"), color="#fbe7ae", accent="#3a3d41", rest="flat")
def string_lights(pen: Pen) -> str:
    parts = ""
    for row in range(3):
        y = 120 + row * 104
        parts += pen.line(f"M60 {y} Q256 {y + 96} 452 {y}", pen.accent, 5)
        for i in range(5):
            x = 96 + i * 80 + (row % 2) * 14
            t = (x - 60) / 392
            drop = y + 2 * t * (1 - t) * 96
            parts += (
                pen.soft(oval(x, drop + 34, 34, 38), "#ffe39a", 12, 0.7)
                + pen.solid(round_rect(x - 9, drop - 2, 18, 18, 4), pen.accent, depth=3)
                + pen.ball(oval(x, drop + 34, 19, 22), pen.color, gloss=0.9)
            )
    return parts


@particular("bike_bottle", words=("cage", "halter"), color="#222428", accent="#c3c7cb")
def bottle_cage(pen: Pen) -> str:
    wires = (
        "M206 130 Q140 150 150 240 Q156 330 200 390 Q256 420 312 390 Q356 330 362 240 Q372 150 306 130",
        "M158 210 Q256 250 354 210",
        "M162 300 Q256 340 350 300",
        "M206 130 L220 400 M306 130 L292 400",
    )
    rods = "".join(
        pen.line(wire, tone, width)
        for wire in wires
        for tone, width in ((shade(pen.color, -0.5), 19), (shade(pen.color, 0.12), 13), (shade(pen.color, 0.55), 3))
    )
    return (
        pen.solid(round_rect(226, 160, 60, 230, 12), shade(pen.color, 0.06), depth=8)
        + "".join(pen.metal(oval(256, y, 9, 11), pen.accent) for y in (206, 340))
        + rods
    )


@particular("bike_rack", words=("kickstand", "ständer"), color="#8b8f94", accent="#222428")
def kickstand(pen: Pen) -> str:
    leg = pen.group(
        pen.metal(round_rect(-15, 0, 30, 280, 9), pen.color),
        pen.solid(round_rect(-22, 262, 44, 44, 12), pen.accent, depth=6),
        move="translate(236 130) rotate(-14)",
    )
    return (
        leg
        + pen.solid(
            "M196 92 L330 92 Q346 94 344 112 L332 168 Q290 186 214 172 Q190 166 186 112 Q186 94 196 92 Z", shade(pen.color, -0.2), depth=9
        )
        + pen.metal(oval(300, 128, 17, 17))
        + pen.fill(oval(300, 128, 7, 7), "#2b2d30")
        + pen.metal(oval(228, 130, 12, 12), "#e0e3e6")
    )


@particular("bike_rack", words=("mudguard", "fender", "schutzblech"), color="#222428", accent="#c3c7cb")
def mudguards(pen: Pen) -> str:
    def guard(path: str, stays: tuple[str, ...]) -> str:
        rods = "".join(pen.line(stay, "#8d9298", 6) + pen.line(stay, "#e2e5e8", 2) for stay in stays)
        return rods + pen.line(path, shade(pen.color, -0.4), 38) + pen.line(path, pen.color, 31) + pen.soft_line(path, "#fff", 5, 3, 0.5)

    return (
        guard("M70 330 Q86 150 250 130 Q290 128 322 142", ("M90 260 L214 330", "M170 160 L214 330"))
        + guard("M236 400 Q250 262 366 236 Q430 230 452 300", ("M252 330 L366 396", "M400 240 L366 396"))
        + pen.metal(oval(214, 330, 10, 10))
        + pen.metal(oval(366, 396, 10, 10))
        + pen.solid(round_rect(60, 326, 34, 40, 6), "#b8322f", depth=4)
    )


@particular("bike_light", words=("reflector", "reflektor"), color="#f4f2ec", accent="#e0a83a", rest="flat")
def spoke_reflectors(pen: Pen) -> str:
    def clip(x: float, y: float, turn: float, tone: str) -> str:
        facets = "".join(
            pen.line(f"M{-120 + i * 20} -24 L{-108 + i * 20} 24 M{-108 + i * 20} -24 L{-120 + i * 20} 24", "#fff", 1.6, opacity=0.6)
            for i in range(13)
        )
        return pen.group(
            pen.solid(round_rect(-136, -30, 272, 60, 28), tone, depth=8, inside=facets)
            + pen.solid(round_rect(-22, -38, 44, 76, 8), shade(tone, -0.25), depth=4),
            move=f"translate({x} {y}) rotate({turn})",
        )

    return clip(236, 150, -10, pen.accent) + clip(276, 256, 6, mix(pen.color, "#e9edf0", 0.5)) + clip(240, 362, -4, pen.accent)


@particular("bike_pump", words=("seatpost", "seat post", "sattelstütze"), color="#222428", accent="#c3c7cb")
def seatpost(pen: Pen) -> str:
    scale = "".join(pen.line(f"M244 {y} L{262 if y % 40 else 270} {y}", "#fff", 2, opacity=0.7) for y in range(250, 420, 20))
    clamp = (
        pen.metal("M190 112 L322 96 L330 124 L196 142 Z", pen.accent)
        + pen.solid("M206 132 L312 120 L300 170 L222 174 Z", shade(pen.color, 0.12), depth=6)
        + pen.metal(oval(226, 128, 9, 9))
        + pen.metal(oval(294, 120, 9, 9))
    )
    return (
        pen.turned(round_rect(228, 150, 56, 280, 6), inside=scale)
        + clamp
        + pen.group(pen.text("27.2", 0, 0, 20, color="#fff"), move="translate(268 240)")
    )


@particular("box", words=("board", "brett"), color="#b98d5b", accent="#7a5a38")
def chopping_board(pen: Pen) -> str:
    board = "M120 150 L330 118 Q352 116 356 138 L392 372 Q394 394 372 398 L150 426 Q128 428 126 406 L100 176 Q98 154 120 150 Z"
    hole = oval(142, 184, 15, 16)
    groove = "M140 222 L334 190 L364 364 L160 392 Z"
    return (
        pen.solid(
            "M126 406 Q128 428 150 426 L372 398 Q394 394 392 372 L396 392 Q396 414 376 418 L154 446 Q130 446 126 424 Z",
            shade(pen.color, -0.4),
            depth=3,
        )
        + pen.solid(board, depth=10, inside=pen.grain(0.35, "0.006 0.12"))
        + pen.line(groove, shade(pen.color, -0.3), 5, opacity=0.7)
        + pen.fill(hole, shade(pen.color, -0.75))
        + pen.mark(316, 350, 14, shade(pen.color, -0.45), ring=False)
    )


@particular("blanket", words=("rug", "teppich", "mat"), color="#c9ad7c", accent="#6b4428", rest="flat")
def rug(pen: Pen) -> str:
    body = polygon((92, 120), (420, 120), (420, 392), (92, 392))
    fringe = "".join(
        pen.line(f"M{96 + i * 12} 120 L{94 + i * 12} 96 M{96 + i * 12} 392 L{98 + i * 12} 416", shade(pen.color, 0.2), 3) for i in range(28)
    )
    bands = "".join(
        pen.fill(polygon((92, y), (420, y), (420, y + h), (92, y + h)), pen.accent, 0.85)
        for y, h in ((146, 12), (166, 4), (342, 4), (354, 12))
    )
    rhombs = "".join(
        pen.line(polygon((x, 206), (x + 34, 256), (x, 306), (x - 34, 256)), pen.accent, 5, opacity=0.8) for x in (152, 222, 290, 360)
    )
    return fringe + pen.solid(body, depth=8, inside=pen.grain(0.4, "0.5 0.12") + bands + rhombs)


@particular("plant", words=("orchid", "orchidee"), color="#dd93c0", accent="#8a9a9f")
def orchid(pen: Pen) -> str:
    stems = "".join(pen.line(path, "#6a8a4c", 6) for path in ("M250 330 Q230 180 330 110", "M262 330 Q270 210 180 130"))
    leaves = "".join(
        pen.group(pen.solid("M0 0 Q34 -40 0 -120 Q-34 -40 0 0 Z", "#5d8a4c", depth=8), move=f"translate(256 330) rotate({turn})")
        for turn in (-76, 72, -44, 48)
    )

    def bloom(x: float, y: float, size: float) -> str:
        petals = "".join(
            pen.group(
                pen.fill("M0 0 Q-24 -22 0 -50 Q24 -22 0 0 Z", shade(pen.color, 0.12 if k % 2 else -0.05)),
                move=f"translate({x} {y}) rotate({k * 72}) scale({size})",
            )
            for k in range(5)
        )
        return petals + pen.ball(oval(x, y, 10 * size, 9 * size), shade(pen.color, -0.45)) + pen.fill(oval(x, y + 3, 4, 4), "#f2d24a")

    blooms = "".join(
        bloom(*at) for at in ((330, 120, 0.9), (298, 160, 1.0), (262, 206, 1.05), (180, 138, 0.85), (206, 176, 0.95), (238, 246, 1.0))
    )
    pot = pen.turned(symmetric("M256 318 L190 318 L204 420 Q220 430 256 430"), pen.accent)
    return stems + leaves + blooms + pot


@particular("bread", words=("cake", "kuchen"), color="#dfae5a", accent="#fff6e2")
def loaf_cake(pen: Pen) -> str:
    top = "M96 260 Q150 196 300 200 Q400 204 424 256 L420 296 Q250 330 100 300 Z"
    glaze = "M100 256 Q150 200 300 202 Q398 206 420 256 Q414 288 396 274 Q384 308 362 280 Q336 320 306 286 Q276 316 250 288 Q220 320 196 288 Q170 312 150 284 Q120 300 100 256 Z"
    tin = pen.solid("M104 292 L418 292 L396 420 Q256 436 128 420 Z", shade(pen.color, -0.18), depth=12, inside=pen.grain(0.25, "0.08"))
    zest = "".join(
        pen.group(
            pen.line("M0 0 L10 0", "#d8b02f", 3),
            move=f"translate({140 + 240 * pen.spec.number(f'x{i}'):g} {216 + 50 * pen.spec.number(f'y{i}'):g}) rotate({i * 53})",
        )
        for i in range(22)
    )
    return tin + pen.solid(top, depth=14) + pen.solid(glaze, pen.accent, depth=8) + zest


@particular("pet_toy", words=("snuffle", "mat"), color="#3f8a5a", accent="#e0a83a", rest="flat")
def snuffle_mat(pen: Pen) -> str:
    tufts = ""
    for i in range(130):
        x, y = 116 + 280 * pen.spec.number(f"x{i}"), 126 + 260 * pen.spec.number(f"y{i}")
        tone = (pen.color, pen.accent, shade(pen.color, 0.3), "#efe6d2")[i % 4]
        tufts += pen.group(
            pen.solid("M0 0 Q16 -20 4 -46 Q-8 -50 -12 -44 Q-4 -20 0 0 Z", tone, depth=4),
            move=f"translate({x:g} {y + 22:g}) rotate({i * 47 % 90 - 45})",
        )
    return pen.solid(round_rect(88, 96, 336, 320, 30), shade(pen.color, -0.35), depth=8) + tufts


@particular("pet_bed", words=("cave", "höhle"), color="#8b8f94", accent="#e9e2d4")
def cat_cave(pen: Pen) -> str:
    dome = symmetric("M256 110 Q96 116 84 330 Q88 420 256 424")
    door = oval(256, 326, 88, 80)
    ears = "".join(
        pen.solid(path, shade(pen.color, -0.05), depth=8) for path in ("M124 190 L120 104 L196 142 Z", "M388 190 L392 104 L316 142 Z")
    )
    return (
        ears
        + pen.solid(dome, depth=26, inside=pen.grain(0.3, "0.3"))
        + pen.fill(door, shade(pen.color, -0.75))
        + pen.clip(door, pen.fill(oval(256, 404, 96, 50), pen.accent), pen.grain(0.3, "0.3"))
        + pen.line(door, pen.accent, 9)
        + pen.mark(256, 180, 17, pen.accent, ring=False)
    )


@particular("mug", words=("dripper", "pour-over", "pour over"), color="#efe6d6", accent="#6b4428")
def dripper(pen: Pen) -> str:
    cone = "M130 150 L382 150 L300 310 L212 310 Z"
    ribs = "".join(
        pen.line(f"M{x} 156 L{256 + (x - 256) * 0.36:g} 306", shade(pen.color, -0.3), 3, opacity=0.5) for x in range(150, 372, 26)
    )
    loop = "M372 186 Q440 190 420 246 Q400 270 336 258"
    server = symmetric("M256 330 L206 330 Q160 380 168 420 Q190 434 256 434")
    coffee = pen.fill("M140 384 L380 384 L380 440 L140 440 Z", pen.accent, 0.9)
    return (
        pen.line(loop, shade(pen.color, -0.3), 19)
        + pen.line(loop, pen.color, 14)
        + pen.turned(server, "#dfe7e8", inside=coffee, gloss=0.8, see_through=0.8)
        + pen.turned(round_rect(178, 306, 156, 22, 10))
        + pen.turned(cone, inside=ribs)
        + pen.fill(oval(256, 150, 126, 24), shade(pen.color, 0.3))
        + pen.fill(oval(256, 153, 112, 18), "#f4efe2")
        + pen.fill(oval(256, 158, 74, 10), pen.accent)
    )


@particular("box", words=("lunch", "brotdose"), color="#c3c7cb", accent="#3d7a4a")
def lunch_box(pen: Pen) -> str:
    body = round_rect(84, 250, 344, 166, 36)
    lid = round_rect(76, 210, 360, 64, 28)
    clips = "".join(pen.solid(round_rect(x, 246, 30, 62, 8), pen.accent, depth=5) for x in (128, 354))
    return (
        pen.metal(body, pen.color, across=True)
        + pen.metal(lid, shade(pen.color, 0.1), across=True)
        + clips
        + (label(pen, 196, 310, 120, 74) if pen.view == "back" else pen.mark(256, 348, 26, shade(pen.color, -0.5)))
    )


@particular("knife", words=("bread knife", "brotmesser"), color="#4a3324", rest="flat")
def bread_knife(pen: Pen) -> str:
    steel = pen.linear((0, "#f2f4f6"), (0.5, "#cbd1d6"), (1, "#e6eaed"))
    teeth = "".join(f"Q{444 - i * 20 - 6:g} 290 {444 - i * 20 - 20:g} 274 " for i in range(12))
    blade = f"M204 230 L440 230 Q456 250 444 274 {teeth}Z"
    rivets = "".join(pen.metal(oval(x, 256, 6.5, 6.5), "#d9c08a") for x in (96, 134, 172))
    return pen.group(
        pen.fill(blade, steel),
        pen.line("M210 240 L438 240", "#fff", 2, opacity=0.7),
        pen.metal(round_rect(190, 226, 20, 58, 4)),
        pen.solid(round_rect(58, 224, 142, 62, 22), depth=9, inside=pen.grain(0.25, "0.02 0.3")),
        rivets,
        pen.mark(262, 258, 10, "#7d878e", ring=False),
        move="rotate(-24 256 256)",
    )
