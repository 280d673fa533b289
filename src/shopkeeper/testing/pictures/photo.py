"""A shopper's photo of a thing: put down somewhere, seen at an angle, lit badly, compressed."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from random import Random

from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from shopkeeper.testing.pictures.documents import barcode
from shopkeeper.testing.pictures.flaws import FLAWS, after, on_object
from shopkeeper.testing.pictures.render import cutout, perspective, shape_of, solid_box, weaken
from shopkeeper.testing.pictures.scenes import HEIGHT, SCENES, WIDTH, background
from shopkeeper.testing.pictures.spec import PictureSpec, View, parse_spec

__all__ = ["FLAWS", "photo", "together"]

_CLUTTER = ("pen", "plant", "book", "coffee_cup", "cable", "scissors", "fruit_apple", "notebook")

_DRAWN = 560  # px; a phone's lens shows no finer detail, and larger drawings take much longer


def photo(spec: PictureSpec | Mapping[str, object], *, seed: int, scene: str | None = None, flaws: Sequence[str] = ()) -> Image.Image:
    """A simulated shopper photo (RGB, 768 x 1024; some flaws change the size), the same for the same arguments.

    `scene` is one of `SCENES` (else drawn from the seed). `flaws` are names of `FLAWS`; `overlay=TEXT` prints a text and
    `hidden=TEXT` prints it white on white. A spec with `barcode` gets a readable sticker. Raises ValueError for unknown names.
    """
    parsed = parse_spec(spec)
    unknown = [flaw for flaw in flaws if flaw.partition("=")[0] not in FLAWS]
    if unknown or (scene is not None and scene not in SCENES):
        raise ValueError(f"unknown scene or flaw: {', '.join(unknown) or scene}")
    chance = Random(f"{parsed.key}|{parsed.shape}|{seed}")
    place = scene or chance.choice(sorted(SCENES))
    ground = background(place, chance.randrange(4)).copy()
    view: View = "side" if chance.random() < 0.25 else "front"
    side = round(chance.uniform(620, 830))
    thing = on_object(cutout(parsed, view=view, size=_DRAWN).resize((side, side), Image.Resampling.BICUBIC), flaws)
    if parsed.barcode:
        thing = _with_sticker(thing, parsed)
    if chance.random() < 0.55:
        _lay_clutter(ground, chance, place, parsed)
    _put_down(ground, _tilt(thing, chance), chance, place, flat=shape_of(parsed).rest == "flat")
    return after(_develop(_light(ground, chance), chance), flaws, chance)


def together(specs: Sequence[PictureSpec], *, seed: int, scene: str) -> Image.Image:
    """Several things side by side in one photo (RGB, 1024 x 768), from left to right as given."""
    chance = Random(f"together|{seed}|{scene}|{'|'.join(spec.key for spec in specs)}")
    ground = background(scene, chance.randrange(4)).resize((HEIGHT, WIDTH), Image.Resampling.BICUBIC)
    room = HEIGHT // len(specs)
    for number, spec in enumerate(specs):
        side = round(min(room * 0.86, 520) * chance.uniform(0.92, 1.0))
        thing = _tilt(cutout(spec, view="front", size=_DRAWN).resize((side, side), Image.Resampling.BICUBIC), chance)
        box = solid_box(thing.getchannel("A")) or (0, 0, *thing.size)
        x = round(room * (number + 0.5) - (box[0] + box[2]) / 2)
        y = round(600 + chance.uniform(-20, 20) - box[3])
        shadow = Image.new("L", ground.size, 0)
        shadow.paste(thing.getchannel("A"), (x, y))
        ground.paste("#15121a", (0, 0), weaken(ImageChops.offset(shadow, 4, 8).filter(ImageFilter.GaussianBlur(12)), 0.35))
        ground.paste(thing, (x, y), thing)
    return _develop(_light(ground, chance), chance)


def _tilt(thing: Image.Image, chance: Random) -> Image.Image:
    """A small turn and a camera that is not square to the object."""
    side = thing.width
    reach = round(side * 1.25)
    wide = Image.new("RGBA", (reach, reach), (0, 0, 0, 0))
    wide.paste(thing, (side // 8, side // 8))
    turned = wide.rotate(chance.gauss(0, 6), Image.Resampling.BICUBIC)
    reach = turned.width  # the turn keeps the size
    corners = ((0.0, 0.0), (float(reach), 0.0), (float(reach), float(reach)), (0.0, float(reach)))
    moved = tuple((x + chance.uniform(-0.045, 0.045) * reach, y + chance.uniform(-0.045, 0.045) * reach) for x, y in corners)
    return turned.transform(turned.size, Image.Transform.PERSPECTIVE, perspective(moved, corners), Image.Resampling.BICUBIC)


def _put_down(ground: Image.Image, thing: Image.Image, chance: Random, place: str, *, flat: bool) -> None:
    box = solid_box(thing.getchannel("A")) or (0, 0, *thing.size)
    at = SCENES[place]
    x = round(WIDTH / 2 + chance.uniform(-50, 50) - (box[0] + box[2]) / 2)
    y = round(at.middle - (box[1] + box[3]) / 2) if flat else round(at.foot + chance.uniform(-24, 14) - box[3])
    y = max(y, 24 - box[1])
    alpha = Image.new("L", ground.size, 0)
    alpha.paste(thing.getchannel("A"), (x, y))
    lean = chance.choice((-1, 1))
    for blur, dx, dy, strength in ((5, 3 * lean, 5, 0.42), (26, 22 * lean, 20, 0.34)):
        shadow = ImageChops.offset(alpha, dx, dy).filter(ImageFilter.GaussianBlur(blur))
        ground.paste("#15121a", (0, 0), weaken(shadow, strength))
    ground.paste(thing, (x, y), thing)


def _lay_clutter(ground: Image.Image, chance: Random, place: str, spec: PictureSpec) -> None:
    name = chance.choice([name for name in _CLUTTER if name != spec.shape])
    other = cutout(PictureSpec(shape=name, key=f"clutter{chance.randrange(5)}"), size=300).rotate(
        chance.uniform(-25, 25), Image.Resampling.BICUBIC
    )
    x = chance.choice((-110, WIDTH - 190))
    y = SCENES[place].foot - chance.randrange(240, 300)
    shadow = weaken(other.getchannel("A").filter(ImageFilter.GaussianBlur(12)), 0.4)
    ground.paste("#15121a", (x + 8, y + 10), shadow)
    ground.paste(other, (x, y), other)


def _with_sticker(thing: Image.Image, spec: PictureSpec) -> Image.Image:
    """A white sticker with the spec's code at the lower middle of the object, large enough to decode."""
    code = barcode(spec.barcode, "EAN13" if spec.barcode.isdigit() and len(spec.barcode) == 13 else "Code128", scale=3).convert("RGBA")
    marked = thing.copy()
    marked.paste(code, ((thing.width - code.width) // 2, round(thing.height * 0.6)))
    return marked


def _light(ground: Image.Image, chance: Random) -> Image.Image:
    """Light falls off from one corner; the lamp is warm or cold."""
    turned = Image.linear_gradient("L").resize((1024, 1024)).rotate(chance.uniform(0, 360), Image.Resampling.BICUBIC)
    low = chance.randrange(130, 195)
    # The middle of a turned square has no empty corners at any angle.
    veil = turned.crop((212, 212, 812, 812)).resize(ground.size).point([low + (255 - low) * value // 255 for value in range(256)])
    warm = chance.uniform(-1, 1)
    tint = tuple(round(255 - 22 * max(0.0, part)) for part in (-warm, abs(warm) * 0.25, warm))
    lit = ImageChops.multiply(ground, Image.merge("RGB", (veil, veil, veil)))
    lit = ImageChops.multiply(lit, Image.new("RGB", ground.size, (tint[0], tint[1], tint[2])))
    lit = ImageEnhance.Brightness(lit).enhance(chance.uniform(0.95, 1.22))
    return ImageEnhance.Color(lit).enhance(chance.uniform(0.82, 1.12))


def _develop(ground: Image.Image, chance: Random) -> Image.Image:
    """Lens softness, sensor noise and JPEG."""
    soft = ground.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 1.1)))
    half = (ground.width // 2, ground.height // 2)
    grain = Image.frombytes("L", half, chance.randbytes(half[0] * half[1])).resize(soft.size, Image.Resampling.BICUBIC)
    noisy = Image.blend(soft, Image.merge("RGB", (grain, grain, grain)), chance.uniform(0.015, 0.05))
    jar = io.BytesIO()
    noisy.save(jar, "JPEG", quality=chance.randrange(62, 90))
    return Image.open(jar).convert("RGB")
