"""Where shoppers put things down to take a picture: table, chair, tiles, shelf, grass, sofa."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from PIL import Image

from shopkeeper.testing.pictures.color import mix, shade
from shopkeeper.testing.pictures.render import svg_image

WIDTH, HEIGHT = 768, 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A background and where in it a thing stands (`foot`) or lies (`middle`), in pixels from the top."""

    body: Callable[[Random], str]
    foot: int
    middle: int


def _noise(name: str, frequency: str, seed: int, dark: str, strength: float, *, octaves: int = 3) -> str:
    red, green, blue = (int(dark[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (
        f'<filter id="{name}" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="{frequency}" numOctaves="{octaves}" '
        f'seed="{seed}"/><feColorMatrix values="0 0 0 0 {red:.3f} 0 0 0 0 {green:.3f} 0 0 0 0 {blue:.3f} 0 0 0 {strength * 4:g} {-strength * 1.7:g}"/></filter>'
    )


def _fade(name: str, top: str, bottom: str) -> str:
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/><stop offset="1" stop-color="{bottom}"/></linearGradient>'


def _rect(
    x: float, y: float, width: float, height: float, paint: str = "#000", *, opacity: float = 1, through: str = "", rounded: float = 0
) -> str:
    """A rectangle; `through` names the filter that makes its texture."""
    texture = f' filter="url(#{through})"' if through else ""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{rounded:g}" fill="{paint}" opacity="{opacity:g}"{texture}/>'
    )


def _planks(chance: Random, wood: str, top: float, rows: int) -> str:
    """Boards that widen toward the viewer."""
    parts, y = "", top
    for row in range(rows):
        height = (HEIGHT - top) / rows * (0.6 + 0.8 * (row + 0.5) / rows)
        parts += _rect(0, y, WIDTH, height + 2, shade(wood, chance.uniform(-0.1, 0.1)))
        parts += _rect(0, y + height - 2, WIDTH, 3, shade(wood, -0.55), opacity=0.5)
        y += height
    return parts + _rect(0, y, WIDTH, max(0.0, HEIGHT - y), wood)


def _table(chance: Random) -> str:
    wood, wall = chance.choice(("#b07a4a", "#8a5a36", "#d0a672", "#5f4332")), chance.choice(("#cfc9bd", "#aab4b4", "#d8cdb8", "#8f9aa3"))
    defs = _noise("grain", "0.006 0.16", chance.randrange(99), shade(wood, -0.6), 0.5) + _fade(
        "wall", shade(wall, -0.12), shade(wall, 0.08)
    )
    window = _rect(90, 30, 190, 190, "#f3f4ee", opacity=0.55, through="soft")
    return (
        f'<defs>{defs}<filter id="soft"><feGaussianBlur stdDeviation="16"/></filter></defs>{_rect(0, 0, WIDTH, 340, "url(#wall)")}{window}'
        f"{_planks(chance, wood, 330, 6)}{_rect(0, 330, WIDTH, HEIGHT - 330, through='grain')}{_rect(0, 326, WIDTH, 9, shade(wood, 0.3), opacity=0.6)}"
    )


def _chair(chance: Random) -> str:
    fabric, wall = chance.choice(("#5d6f7a", "#8a4f3f", "#4f5f4a", "#b59a6a")), chance.choice(("#e2dccf", "#c9d0cf", "#d9cfc4"))
    frame, floor = chance.choice(("#6a4a2f", "#3a3430", "#b88d5c")), chance.choice(("#9a7a58", "#7f7468"))
    defs = (
        _noise("cloth", "0.7", chance.randrange(99), shade(fabric, -0.7), 0.42, octaves=2)
        + _fade("back", shade(fabric, 0.12), shade(fabric, -0.12))
        + _fade("seat", shade(fabric, -0.05), shade(fabric, 0.18))
    )
    legs = "".join(f'<rect x="{x}" y="880" width="34" height="160" fill="{shade(frame, -0.2)}"/>' for x in (96, 638))
    posts = "".join(f'<rect x="{x}" y="70" width="36" height="640" rx="16" fill="{frame}"/>' for x in (98, 634))
    return (
        f"<defs>{defs}</defs>{_rect(0, 0, WIDTH, 700, wall)}{_rect(0, 690, WIDTH, 340, floor)}{_rect(0, 676, WIDTH, 16, shade(wall, 0.4))}{legs}{posts}"
        f'<rect x="120" y="90" width="528" height="480" rx="46" fill="url(#back)"/><rect x="120" y="90" width="528" height="480" rx="46" filter="url(#cloth)"/>'
        f'<path d="M60 640 Q70 560 160 556 L608 556 Q698 560 708 640 L728 870 Q384 930 40 870 Z" fill="url(#seat)"/>'
        f'<path d="M60 640 Q70 560 160 556 L608 556 Q698 560 708 640 L728 870 Q384 930 40 870 Z" filter="url(#cloth)"/>'
        f'<path d="M40 870 Q384 930 728 870 L728 908 Q384 968 40 908 Z" fill="{shade(fabric, -0.4)}"/>'
    )


def _tiles(chance: Random) -> str:
    tile = chance.choice(("#c9c3b8", "#a9b3b3", "#d8cbb6", "#8f8b86"))
    size = chance.choice((128, 168, 210))
    defs = _noise("spot", "0.03", chance.randrange(99), shade(tile, -0.5), 0.24)
    parts = _rect(0, 0, WIDTH, HEIGHT, shade(tile, -0.4))
    for row in range(-1, HEIGHT // size + 2):
        for column in range(-1, WIDTH // size + 2):
            parts += _rect(
                column * size + (size / 2 if row % 2 else 0),
                row * size,
                size - 7,
                size - 7,
                shade(tile, chance.uniform(-0.07, 0.07)),
                rounded=4,
            )
    turned = f'<g transform="rotate({chance.uniform(-9, 9):.1f} 384 512) translate(-60 -60) scale(1.16)">{parts}</g>'
    return f"<defs>{defs}</defs>{turned}{_rect(0, 0, WIDTH, HEIGHT, through='spot')}"


def _shelf(chance: Random) -> str:
    board, wall = chance.choice(("#e6e1d8", "#b98c5c", "#5a4a40")), chance.choice(("#d4d9d8", "#cfc2ae", "#9fb0b0"))
    defs = _noise("grain", "0.008 0.2", chance.randrange(99), shade(board, -0.6), 0.3) + _fade(
        "deep", shade(wall, -0.35), shade(wall, -0.05)
    )
    books, x = "", 20
    while x < 250:
        width, height = chance.randrange(24, 48), chance.randrange(150, 226)
        books += _rect(
            x, 262 - height, width - 3, height, chance.choice(("#7a4b3d", "#3f5a6a", "#c9a45c", "#6a7a5a", "#d9d0c0")), rounded=2
        )
        x += width
    prices = "".join(
        _rect(px, 846, 118, 46, "#fbfaf4", rounded=3) + _rect(px + 12, 858, 60, 7, "#555") + _rect(px + 12, 872, 34, 9, "#b83a32")
        for px in (110, 470)
    )
    return (
        f"<defs>{defs}</defs>{_rect(0, 0, WIDTH, HEIGHT, wall)}{_rect(0, 300, WIDTH, 540, 'url(#deep)')}{books}"
        f"{_rect(0, 262, WIDTH, 42, board)}{_rect(0, 820, WIDTH, 90, board)}{_rect(0, 262, WIDTH, 42, through='grain')}{_rect(0, 820, WIDTH, 90, through='grain')}"
        f"{_rect(0, 300, WIDTH, 26, opacity=0.22)}{_rect(0, 910, WIDTH, 120, shade(wall, -0.45))}{prices}"
    )


def _grass(chance: Random) -> str:
    green = chance.choice(("#6f8f45", "#5a7f3f", "#87984f"))
    defs = _noise("soil", "0.02", chance.randrange(99), shade(green, -0.6), 0.5) + _noise(
        "fine", "0.5 0.08", chance.randrange(99), shade(green, -0.5), 0.45
    )
    blades = ""
    for _ in range(1500):
        x, y, lean, length = (
            chance.uniform(-10, WIDTH + 10),
            chance.uniform(-10, HEIGHT + 40),
            chance.uniform(-16, 16),
            chance.uniform(18, 62),
        )
        tone = mix(shade(green, chance.uniform(-0.35, 0.3)), "#c9c06a", chance.choice((0, 0, 0.1, 0.3)))
        blades += f'<path d="M{x:.0f} {y:.0f} Q{x + lean * 0.2:.0f} {y - length * 0.6:.0f} {x + lean:.0f} {y - length:.0f}" stroke="{tone}" stroke-width="{chance.uniform(2, 4.4):.1f}" fill="none" stroke-linecap="round"/>'
    flowers = "".join(
        f'<circle cx="{chance.uniform(0, WIDTH):.0f}" cy="{chance.uniform(0, HEIGHT):.0f}" r="7" fill="{chance.choice(("#fbfbf2", "#f2d24a"))}"/>'
        for _ in range(14)
    )
    return f"<defs>{defs}</defs>{_rect(0, 0, WIDTH, HEIGHT, green)}{_rect(0, 0, WIDTH, HEIGHT, through='soil')}{_rect(0, 0, WIDTH, HEIGHT, through='fine')}{blades}{flowers}"


def _sofa(chance: Random) -> str:
    fabric = chance.choice(("#8f8a80", "#4f6272", "#a8836a", "#6d7a63", "#b9b2a4"))
    defs = (
        _noise("weave", "0.55", chance.randrange(99), shade(fabric, -0.75), 0.4, octaves=2)
        + _fade("back", shade(fabric, 0.05), shade(fabric, -0.25))
        + _fade("seat", shade(fabric, 0.1), shade(fabric, -0.1))
    )
    defs += '<filter id="soft" x="-.5" y="-.5" width="2" height="2"><feGaussianBlur stdDeviation="14"/></filter>'
    cushion = chance.choice(("#c98d4b", "#3f6a6a", "#b5483f", "#e0d6c2"))
    corner = chance.choice((-120, 560))
    return (
        f"<defs>{defs}</defs>{_rect(0, 0, WIDTH, HEIGHT, 'url(#back)')}<rect x='-20' y='470' width='404' height='600' rx='30' fill='url(#seat)'/><rect x='386' y='470' width='420' height='600' rx='30' fill='url(#seat)'/>"
        f'<path d="M0 470 L768 470" stroke="{shade(fabric, -0.75)}" stroke-width="26" filter="url(#soft)" opacity=".7"/><path d="M385 480 L385 1024" stroke="{shade(fabric, -0.7)}" stroke-width="7" opacity=".5"/>'
        f'<path d="M382 0 L382 460" stroke="{shade(fabric, -0.7)}" stroke-width="7" opacity=".4"/><rect x="{corner}" y="180" width="320" height="300" rx="60" fill="{cushion}" transform="rotate(-8 384 300)"/>'
        + _rect(0, 0, WIDTH, HEIGHT, through="weave")
    )


SCENES: dict[str, Scene] = {
    "table": Scene(body=_table, foot=800, middle=660),
    "chair": Scene(body=_chair, foot=800, middle=640),
    "tiles": Scene(body=_tiles, foot=760, middle=520),
    "shelf": Scene(body=_shelf, foot=836, middle=600),
    "grass": Scene(body=_grass, foot=760, middle=520),
    "sofa": Scene(body=_sofa, foot=820, middle=620),
}


@lru_cache(maxsize=24)
def background(name: str, variant: int) -> Image.Image:
    """The scene as RGB, 768 x 1024 (`variant` picks colors and textures); treat it as read-only. Raises KeyError."""
    body = SCENES[name].body(Random(f"{name}|{variant}"))
    half = svg_image(
        body, width=WIDTH // 2, height=HEIGHT // 2, view_box=f"0 0 {WIDTH} {HEIGHT}"
    )  # textures are slow, and the lens blurs them anyway
    return half.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
