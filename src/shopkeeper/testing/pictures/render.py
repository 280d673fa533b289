"""From a spec to a picture: object layer, studio background, shadow."""

from __future__ import annotations

import io
from collections.abc import Mapping

import resvg_py
from PIL import Image, ImageChops, ImageFilter

from shopkeeper.testing.pictures.color import luminance, mix, parse, rgb, shade, turn
from shopkeeper.testing.pictures.fonts import font_files
from shopkeeper.testing.pictures.pen import Pen
from shopkeeper.testing.pictures.registry import Shape
from shopkeeper.testing.pictures.shapes import shape_for
from shopkeeper.testing.pictures.spec import PictureSpec, View, parse_spec

CANVAS = 512
_ACCENTS = ("#c8553d", "#2d6a6a", "#e0a83a", "#7a4b6d", "#3f6ea3", "#5f8a4c", "#d98880", "#37474f", "#b98b4e", "#4b3b73")
_SAVES_SHADOW = 1.06
_PROBE = 96
_FILLS = 0.74  # of the picture's side
_ENLARGES = 1.35  # at most
_FLOOR = 0.85  # where a standing thing touches the floor


def svg_image(svg_body: str, defs: str = "", *, width: int = CANVAS, height: int = CANVAS, view_box: str = "0 0 512 512") -> Image.Image:
    """Renders a fragment to RGBA with the bundled fonts only."""
    document = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box}"><defs>{defs}</defs>{svg_body}</svg>'
    png = resvg_py.svg_to_bytes(svg_string=document, width=width, height=height, skip_system_fonts=True, font_files=font_files())
    return Image.open(io.BytesIO(png)).convert("RGBA")


def shape_of(spec: PictureSpec) -> Shape:
    """The drawing for a spec; an unknown name becomes a labelled box."""
    return shape_for(spec.shape, spec.says)


def pen_for(spec: PictureSpec, view: View = "front") -> Pen:
    kind = shape_of(spec)
    chosen = spec.accent or (parse(kind.accent) if kind.accent else _accent(spec, spec.color or kind.color))
    color = spec.color or parse(kind.color)
    return Pen(spec=spec, color=color, accent=_apart(chosen, color), view=view)


def _apart(accent: str, color: str) -> str:
    """An accent that can be told from the color it lies on."""
    near = max(abs(a - b) for a, b in zip(rgb(accent), rgb(color), strict=True)) < 26
    return ("#f4f0e6" if luminance(color) < 0.6 else shade(color, -0.55)) if near else accent


def _accent(spec: PictureSpec, color: str) -> str:
    """A house color for this product that stands off its own color."""
    start = int(spec.number("accent") * len(_ACCENTS))
    around = [_ACCENTS[(start + step) % len(_ACCENTS)] for step in range(len(_ACCENTS))]
    return next((accent for accent in around if abs(luminance(accent) - luminance(color)) > 0.18), around[0])


def cutout(raw: PictureSpec | Mapping[str, object], *, view: View = "front", size: int = CANVAS) -> Image.Image:
    """The object alone on a transparent ground (RGBA, `size` square)."""
    spec = parse_spec(raw)
    if view == "side":
        return swing(cutout(spec, size=size), 0.74, 0.1)
    pen = pen_for(spec, view)
    kind = shape_of(spec)
    body, defs = kind.draw(pen), "".join(pen.defs)
    frame = _frame(svg_image(body, defs, width=_PROBE, height=_PROBE), flat=kind.rest == "flat")
    return svg_image(body, defs, width=size, height=size, view_box=frame)


def _frame(probe: Image.Image, *, flat: bool) -> str:
    """The view box that centers the object and lets it fill its part of the picture, whatever its drawing's size."""
    box = solid_box(probe.getchannel("A"))
    if box is None:
        return "0 0 512 512"
    left, top, right, bottom = (edge * CANVAS / _PROBE for edge in box)
    side = max((right - left) / _FILLS, (bottom - top) / _FILLS, CANVAS / _ENLARGES)
    x = (left + right - side) / 2
    middle = (top + bottom - side) / 2
    y = (
        middle
        if flat
        else max(middle, bottom - side * _FLOOR)
        if side * (_FLOOR - 0.5) < (bottom - top) / 2
        else (middle * 2 + bottom - side * _FLOOR) / 3
    )
    return f"{x:.1f} {y:.1f} {side:.1f} {side:.1f}"


def swing(flat: Image.Image, narrow: float, far: float) -> Image.Image:
    """Perspective: the right edge recedes (`far` of the height is lost there), the width shrinks to `narrow`."""
    width, height = flat.size
    inset, drop = width * (1 - narrow) / 2, height * far
    left, right = inset, width - inset
    quad = ((left, -drop * 0.25), (right, drop * 0.5), (right, height - drop * 0.5), (left, height + drop * 0.25))
    corners = ((0, 0), (width, 0), (width, height), (0, height))
    return flat.transform(flat.size, Image.Transform.PERSPECTIVE, perspective(quad, corners), Image.Resampling.BICUBIC)


def perspective(target: tuple[tuple[float, float], ...], source: tuple[tuple[float, float], ...]) -> tuple[float, ...]:
    """The eight coefficients that map `target` points back to `source` points (Gauss elimination, four points each)."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(target, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for column in range(8):
        pivot = max(range(column, 8), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for row in range(8):
            if row != column:
                factor = rows[row][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return tuple(row[8] for row in rows)


def draw(spec: PictureSpec | Mapping[str, object], view: View = "front", size: int = CANVAS) -> Image.Image:
    """A catalog picture (RGB, `size` square) in the studio: same spec, same pixels.

    `spec` holds `shape`, and optionally `color`, `accent`, `label`, `brand`, `pattern`, `key` (see `PictureSpec`).
    Views: `front`, `side` (turned away), `back` (no mark, small print), `detail` (a closer crop).
    """
    parsed = parse_spec(spec)
    layer = cutout(parsed, view=view, size=size)
    picture = studio(layer, parsed)
    if view != "detail":
        return picture
    closer = picture.crop((round(size * 0.24), round(size * 0.2), round(size * 0.76), round(size * 0.72)))
    return closer.resize((size, size), Image.Resampling.LANCZOS)


def studio(layer: Image.Image, spec: PictureSpec) -> Image.Image:
    """Puts an object layer on the calm studio ground with its shadow."""
    size = layer.width
    pen = pen_for(spec)
    flat = shape_of(spec).rest == "flat"
    ground = _ground(size, pen.color, flat=flat)
    alpha = layer.getchannel("A")
    for shadow, strength in _shadows(alpha, flat=flat):
        ground.paste("#2a2230", (0, 0), weaken(shadow, strength))
    ground.paste(layer, (0, 0), layer)
    return ground


def solid_box(alpha: Image.Image) -> tuple[int, int, int, int] | None:
    """Bounds of what is mostly opaque (glow and blur left out)."""
    return alpha.point([255 if value > 90 else 0 for value in range(256)]).getbbox()


def weaken(mask: Image.Image, share: float) -> Image.Image:
    """The mask at `share` (0 to 1) of its strength."""
    return mask.point([round(value * share) for value in range(256)])


def _ground(size: int, color: str, *, flat: bool) -> Image.Image:
    """Off-white with a breath of the product's opposite hue; a floor line only for standing things."""
    breath = mix("#f4f1eb", turn(color, 180, saturation=0.8), 0.06 if luminance(color) < 0.8 else 0.1)
    wall, floor, middle = mix(breath, "#ffffff", 0.42), mix(breath, "#8d8377", 0.1), mix(breath, "#ffffff", 0.1)
    stops = ((0, wall), (1, breath)) if flat else ((0, middle), (0.62, wall), (0.7, breath), (1, floor))
    shades = "".join(f'<stop offset="{at}" stop-color="{tone}"/>' for at, tone in stops)
    defs = (
        f'<linearGradient id="g" x1="0" y1="0" x2="0" y2="1">{shades}</linearGradient>'
        '<radialGradient id="v" cx="0.42" cy="0.42" r="0.78"><stop offset="0.5" stop-color="#3a2f38" stop-opacity="0"/>'
        '<stop offset="1" stop-color="#3a2f38" stop-opacity=".09"/></radialGradient>'
    )
    body = '<rect width="512" height="512" fill="url(#g)"/><rect width="512" height="512" fill="url(#v)"/>'
    return svg_image(body, defs, width=size, height=size).convert("RGB")


def _shadows(alpha: Image.Image, *, flat: bool) -> list[tuple[Image.Image, float]]:
    size = alpha.width
    unit = size / CANVAS
    if flat:
        near = ImageChops.offset(alpha, round(3 * unit), round(4 * unit)).filter(ImageFilter.GaussianBlur(4 * unit))
        wide = ImageChops.offset(alpha, round(12 * unit), round(18 * unit)).filter(ImageFilter.GaussianBlur(17 * unit))
        return [(wide, 0.26), (near, 0.28)]
    box = solid_box(alpha)
    if box is None:
        return []
    left, top, right, bottom = box
    foot = alpha.crop((left, top, right, bottom))
    wide = Image.new("L", alpha.size, 0)
    depth = round(min(54 * unit, (right - left) * 0.2))
    cast = foot.resize((round((right - left) * _SAVES_SHADOW), max(2, depth)))
    wide.paste(cast, (left, bottom - round(depth * 0.62)))
    contact = Image.new("L", alpha.size, 0)
    low = alpha.crop((left, max(top, bottom - round(26 * unit)), right, bottom))
    contact.paste(low.resize((right - left, max(2, round(13 * unit)))), (left, bottom - round(6 * unit)))
    return [
        (wide.filter(ImageFilter.GaussianBlur(11 * unit)), 0.4),
        (contact.filter(ImageFilter.GaussianBlur(3.4 * unit)), 0.5),
    ]
