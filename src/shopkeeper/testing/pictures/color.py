"""Colors as `#rrggbb` strings: parse what a pack says, then shade and mix it."""

from __future__ import annotations

import colorsys

from PIL import ImageColor

# Words that shops use and that are no CSS color, or whose CSS value looks cheap on a shelf.
_NAMES = {
    "black": "#2a2b2f",
    "white": "#f4f2ee",
    "blue": "#2f66a8",
    "red": "#b83a32",
    "green": "#4f7f55",
    "yellow": "#ecc24a",
    "orange": "#dd8138",
    "pink": "#dd93a4",
    "purple": "#76578f",
    "grey": "#8b8f94",
    "gray": "#8b8f94",
    "brown": "#6f4a30",
    "tan": "#c08a52",
    "cream": "#efe4cd",
    "natural": "#dccdb0",
    "sand": "#d7c3a1",
    "silver": "#c3c7cc",
    "gold": "#cfa34b",
    "rose": "#d99a95",
    "mint": "#a9d2bd",
    "oak": "#c79a63",
    "clear": "#dbe8ea",
    "multicolor": "#d9765a",
}


def parse(color: str) -> str:
    """`#rgb`, `#rrggbb`, a CSS name or a shop word as `#rrggbb`; raises ValueError for anything else."""
    word = color.strip().lower()
    red, green, blue = ImageColor.getrgb(_NAMES.get(word, word))[:3]
    return f"#{red:02x}{green:02x}{blue:02x}"


def rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """`first` with `share` (0 to 1) of `second`."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def shade(color: str, amount: float) -> str:
    """Lighter for a positive `amount` up to 1, darker (and a little cooler) for a negative one."""
    return mix(color, "#ffffff", amount) if amount >= 0 else mix(color, "#14121c", -amount)


def luminance(color: str) -> float:
    red, green, blue = rgb(color)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def ink_on(color: str) -> str:
    """A text color that reads on `color`."""
    return "#2b2724" if luminance(color) > 0.55 else "#fbf8f2"


def turn(color: str, degrees: float, *, saturation: float = 1.0) -> str:
    """The same color with its hue turned."""
    red, green, blue = (part / 255 for part in rgb(color))
    hue, light, sat = colorsys.rgb_to_hls(red, green, blue)
    parts = colorsys.hls_to_rgb((hue + degrees / 360) % 1, light, min(1.0, sat * saturation))
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
