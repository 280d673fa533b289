"""The drawing hand: SVG fragments with the studio's light (from the upper left) on a 512 x 512 canvas."""

# ruff: noqa: E501 (outlines are long lines of numbers, and drawing takes coordinates)

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TypeVar

from shopkeeper.testing.pictures.color import mix, shade
from shopkeeper.testing.pictures.fonts import SVG_FONT, Face, text_width
from shopkeeper.testing.pictures.outline import oval, polygon
from shopkeeper.testing.pictures.spec import PATTERNS, Pattern, PictureSpec, View

_PATTERN_WORDS: dict[Pattern, tuple[str, ...]] = {
    "stripe": ("stripe", "breton", "ringel"),
    "check": ("check", "flannel", "plaid", "tartan"),
    "dots": (" dot", "polka"),
    "plain": ("basic", "organic", "plain", "linen shirt", "polo", "merino"),
}
T = TypeVar("T")
Stop = tuple[float, str] | tuple[float, str, float]  # offset 0 to 1, color, opacity
_BLUR = '<filter id="@" x="-0.6" y="-0.6" width="2.2" height="2.2"><feGaussianBlur stdDeviation="{:g}"/></filter>'


@dataclass(slots=True)
class Pen:
    """Collects the definitions of one picture; every method returns a fragment to place."""

    spec: PictureSpec
    color: str
    accent: str
    view: View = "front"
    defs: list[str] = field(default_factory=list[str])

    # --- choices that hang on the product, not on chance -----------------------------------------------------------
    def between(self, topic: str, low: float, high: float) -> float:
        return low + (high - low) * self.spec.number(topic)

    def pick(self, topic: str, *choices: T) -> T:
        return choices[int(self.spec.number(topic) * len(choices))]

    def pattern(self, *, plain_share: float = 0.45) -> Pattern:
        """The pattern asked for, or one chosen for this product."""
        if self.spec.pattern:
            return self.spec.pattern
        for wanted, words in _PATTERN_WORDS.items():
            if self.says(*words):
                return wanted
        number = self.spec.number("pattern")
        return "plain" if number < plain_share else PATTERNS[1 + int((number - plain_share) / (1 - plain_share) * 3)]

    def says(self, *words: str) -> bool:
        """Whether the product's name has one of these words in it."""
        return self.spec.says(*words)

    # --- paint -----------------------------------------------------------------------------------------------------
    def define(self, body: str) -> str:
        """Adds a definition whose id is written `@`; returns the id."""
        name = f"d{len(self.defs)}"
        self.defs.append(body.replace("@", name))
        return name

    def linear(self, *stops: Stop, angle: str = "v") -> str:
        x2, y2 = {"v": (0, 1), "h": (1, 0), "d": (1, 1)}[angle]
        body = f'<linearGradient id="@" x1="0" y1="0" x2="{x2}" y2="{y2}">{_stops(stops)}</linearGradient>'
        return f"url(#{self.define(body)})"

    def radial(self, *stops: Stop, cx: float = 0.38, cy: float = 0.3, r: float = 0.8) -> str:
        body = f'<radialGradient id="@" cx="{cx}" cy="{cy}" r="{r}">{_stops(stops)}</radialGradient>'
        return f"url(#{self.define(body)})"

    def blur(self, amount: float) -> str:
        return f"url(#{self.define(_BLUR.format(amount))})"

    def fill(self, path: str, paint: str, opacity: float = 1) -> str:
        return f'<path d="{path}" fill="{paint}"{_opacity(opacity)}/>'

    def line(self, path: str, paint: str, width: float = 2, *, opacity: float = 1, dash: str = "", cap: str = "round") -> str:
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        return (
            f'<path d="{path}" fill="none" stroke="{paint}" stroke-width="{width:g}" stroke-linecap="{cap}" '
            f'stroke-linejoin="round"{dashes}{_opacity(opacity)}/>'
        )

    def soft(self, path: str, paint: str, blur: float, opacity: float = 1) -> str:
        """A blurred shape: glow, gloss or contact shadow."""
        return f'<g filter="{self.blur(blur)}"{_opacity(opacity)}>{self.fill(path, paint)}</g>'

    def soft_line(self, path: str, paint: str, width: float, blur: float, opacity: float = 1) -> str:
        return f'<g filter="{self.blur(blur)}"{_opacity(opacity)}>{self.line(path, paint, width)}</g>'

    def clip(self, path: str, *parts: str) -> str:
        name = self.define(f'<clipPath id="@"><path d="{path}"/></clipPath>')
        return f'<g clip-path="url(#{name})">{"".join(parts)}</g>'

    def group(self, *parts: str, move: str = "", opacity: float = 1) -> str:
        return f'<g transform="{move}"{_opacity(opacity)}>{"".join(parts)}</g>'

    # --- bodies ----------------------------------------------------------------------------------------------------
    def solid(self, path: str, color: str = "", *, depth: float = 13, inside: str = "", pattern: Pattern = "plain", ink: str = "") -> str:
        """A soft body: light from the upper left, shade at the lower right edge; `inside` is drawn on it, clipped."""
        base = color or self.color
        paint = self.linear((0, shade(base, 0.14)), (0.55, base), (1, shade(base, -0.16)))
        parts = [self.fill(path, paint), self.weave(pattern, ink or self.accent), inside]
        if depth:
            shift = depth * 0.55
            for sign, tone, strength in ((-1, shade(base, -0.75), 0.34), (1, "#ffffff", 0.3)):
                edge = self.soft_line(path, tone, depth * 1.5, depth * 0.62, strength)
                parts.append(self.group(edge, move=f"translate({sign * shift:g} {sign * shift:g})"))
        return self.clip(path, *parts)

    def turned(self, path: str, color: str = "", *, inside: str = "", gloss: float = 0.5, see_through: float = 1) -> str:
        """A turned (lathe) body: dark at both sides, a lit band left of the middle, a reflex at the right rim."""
        base = color or self.color
        paint = self.linear(
            (0, shade(base, -0.34)), (0.1, shade(base, -0.08)), (0.3, shade(base, 0.26)), (0.5, base),
            (0.82, shade(base, -0.26)), (0.94, shade(base, -0.38)), (1, shade(base, -0.24)), angle="h",
        )  # fmt: skip
        shine = self.linear(
            (0, "#fff", 0), (0.17, "#fff", 0), (0.215, "#fff", gloss), (0.27, "#fff", gloss * 0.7), (0.31, "#fff", 0), (1, "#fff", 0),
            angle="h",
        )  # fmt: skip
        under = self.linear((0, "#fff", 0.1), (0.3, "#fff", 0), (0.75, "#100c18", 0), (1, "#100c18", 0.22))
        fades = self.fill(path, self.side_shade()) if inside else ""
        return self.clip(path, self.fill(path, paint, see_through), inside, fades, self.fill(path, under), self.fill(path, shine))

    def side_shade(self) -> str:
        """Darkening toward both sides, so that a label follows the round body."""
        return self.linear(
            (0, "#1a1420", 0.38), (0.16, "#1a1420", 0.04), (0.4, "#fff", 0.1), (0.66, "#1a1420", 0.05), (1, "#1a1420", 0.42), angle="h"
        )

    def ball(self, path: str, color: str = "", *, inside: str = "", gloss: float = 0.55) -> str:
        base = color or self.color
        paint = self.radial((0, shade(base, 0.3)), (0.42, base), (0.85, shade(base, -0.3)), (1, shade(base, -0.42)))
        shine = self.radial((0, "#fff", gloss), (0.35, "#fff", 0.05), (1, "#fff", 0), cx=0.32, cy=0.24, r=0.42)
        return self.clip(path, self.fill(path, paint), inside, self.fill(path, shine))

    def metal(self, path: str, tone: str = "#c6cacf", *, across: bool = False) -> str:
        paint = self.linear(
            (0, shade(tone, -0.3)), (0.18, shade(tone, 0.5)), (0.36, tone), (0.6, shade(tone, -0.25)), (0.78, shade(tone, 0.35)), (1, shade(tone, -0.4)),
            angle="v" if across else "h",
        )  # fmt: skip
        return self.fill(path, paint)

    def box(self, x: float, y: float, width: float, height: float, *, depth: float = 60, color: str = "", face: str = "") -> str:
        """A carton seen from its upper left; `face` is drawn on the front, clipped."""
        base, dx, dy = color or self.color, depth, depth * 0.42
        front = polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        side = polygon((x + width, y), (x + width + dx, y - dy), (x + width + dx, y + height - dy), (x + width, y + height))
        top = polygon((x, y), (x + dx, y - dy), (x + width + dx, y - dy), (x + width, y))
        falloff = self.linear((0, "#fff", 0.1), (0.5, "#fff", 0), (1, "#120e1a", 0.13), angle="d")
        return "".join((
            self.fill(side, self.linear((0, shade(base, -0.26)), (1, shade(base, -0.42)))),
            self.fill(top, self.linear((0, shade(base, 0.16)), (1, shade(base, 0.34)))),
            self.clip(front, self.fill(front, base), face, self.fill(front, falloff)),
            self.line(f"M{x} {y} L{x + width} {y} L{x + width} {y + height}", shade(base, 0.5), 1.4, opacity=0.55),
            self.line(f"M{x + width} {y} L{x + width + dx} {y - dy}", shade(base, 0.5), 1.2, opacity=0.4),
        ))  # fmt: skip

    def disc(self, cx: float, cy: float, rx: float, ry: float, color: str, *, light: float = 0.12, dark: float = 0.2) -> str:
        return self.fill(oval(cx, cy, rx, ry), self.linear((0, shade(color, light)), (1, shade(color, -dark)), angle="d"))

    # --- surface ---------------------------------------------------------------------------------------------------
    def weave(self, pattern: Pattern, ink: str, *, step: float = 34) -> str:
        """A cloth pattern over the whole canvas (clip it)."""
        step = round(step * self.between("weave", 0.75, 1.3))
        if pattern == "plain":
            return ""
        tile = {
            "stripe": f'<rect width="{step}" height="{step * 0.42:g}" fill="{ink}"/>',
            "dots": f'<circle cx="{step / 2}" cy="{step / 2}" r="{step * 0.2:g}" fill="{ink}"/>',
            "check": (
                f'<rect width="{step}" height="{step * 0.36:g}" fill="{ink}" opacity=".55"/>'
                f'<rect width="{step * 0.36:g}" height="{step}" fill="{ink}" opacity=".55"/>'
            ),
        }[pattern]
        turn = ' patternTransform="rotate(4)"' if pattern == "check" else ""
        body = f'<pattern id="@" width="{step}" height="{step}" patternUnits="userSpaceOnUse"{turn}>{tile}</pattern>'
        return f'<rect width="512" height="512" fill="url(#{self.define(body)})" opacity=".82"/>'

    def grain(self, strength: float = 0.12, frequency: str = "0.9") -> str:
        """Fine cloth or paper grain over the whole canvas (clip it)."""
        seed = int(self.spec.number("grain") * 1000)
        body = (
            f'<filter id="@" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="{frequency}" '
            f'numOctaves="2" seed="{seed}"/><feColorMatrix values="0 0 0 0 0.1  0 0 0 0 0.08  0 0 0 0 0.1  0 0 0 {strength * 4:g} {-strength * 1.6:g}"/></filter>'
        )
        return f'<rect width="512" height="512" filter="url(#{self.define(body)})"/>'

    def stitch(self, path: str, color: str = "") -> str:
        return self.line(path, color or shade(self.color, 0.45), 2, dash="6 5", opacity=0.75)

    def seam(self, path: str, width: float = 2.2, opacity: float = 0.5) -> str:
        """A dark fold with a light lip under it."""
        lip = self.group(self.line(path, "#ffffff", width, opacity=opacity * 0.4), move="translate(1.2 1.6)")
        return lip + self.line(path, shade(self.color, -0.6), width, opacity=opacity)

    def text(
        self, text: str, x: float, y: float, size: float, *, face: Face = "bold", color: str = "#fff", spacing: float = 0,
        anchor: str = "middle", opacity: float = 1, move: str = "",
    ) -> str:  # fmt: skip
        letters = f' letter-spacing="{spacing:g}"' if spacing else ""
        moved = f' transform="{move}"' if move else ""
        return (
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" {SVG_FONT[face]} text-anchor="{anchor}" '
            f'fill="{color}"{letters}{_opacity(opacity)}{moved}>{escape(text)}</text>'
        )

    def mark(self, x: float, y: float, size: float, color: str, *, ring: bool = True) -> str:
        """The maker's mark: initials, mostly in a ring. On the back of a thing there is none."""
        if self.view == "back":
            return ""
        initials = self.spec.initials
        letters = min(size * 0.95, size * 1.5 * size / max(1.0, text_width(initials, "bold", size)))
        parts = self.text(initials, x, y + letters * 0.36, letters, color=color)
        return parts + (self.line(oval(x, y, size * 1.02, size * 1.02), color, size * 0.1, opacity=0.9) if ring else "")

    def tint(self, share: float) -> str:
        return mix(self.color, self.accent, share)


def _opacity(value: float) -> str:
    return "" if value >= 1 else f' opacity="{value:g}"'


def _stops(stops: tuple[Stop, ...]) -> str:
    return "".join(
        f'<stop offset="{stop[0]:g}" stop-color="{stop[1]}"' + (f' stop-opacity="{stop[2]:g}"/>' if len(stop) == 3 else "/>")
        for stop in stops
    )
