"""What goes wrong in shoppers' pictures, on request: dark, blurred, chipped, screenshots, planted texts."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from shopkeeper.testing.pictures.fonts import font, wrap
from shopkeeper.testing.pictures.render import solid_box

FLAWS: dict[str, str] = {
    "dark": "three stops under-exposed",
    "blurred": "out of focus and shaken",
    "rotated": "camera turned by 90 degrees",
    "screenshot": "framed by a phone's screen with a status bar and a chat header",
    "chipped": "a piece is broken off the rim, with a crack",
    "cropped": "half of the thing is outside the picture",
    "glare": "a lamp reflects over the thing",
    "overlay": "overlay=TEXT prints a readable text across the picture",
    "hidden": "hidden=TEXT prints a text nearly white on white at the foot (an injection attempt)",
}


def on_object(thing: Image.Image, flaws: Sequence[str]) -> Image.Image:
    """Damage to the thing itself (RGBA)."""
    return _chip(thing) if "chipped" in flaws else thing


def after(picture: Image.Image, flaws: Sequence[str], chance: Random) -> Image.Image:
    """What happens in the camera and afterwards, in the order given."""
    for flaw in flaws:
        name, _, text = flaw.partition("=")
        match name:
            case "dark":
                picture = ImageEnhance.Brightness(picture).enhance(0.16)
            case "blurred":
                picture = picture.filter(ImageFilter.GaussianBlur(9)).filter(ImageFilter.BoxBlur(4))
            case "rotated":
                picture = picture.transpose(Image.Transpose.ROTATE_90)
            case "screenshot":
                picture = _screenshot(picture)
            case "cropped":
                picture = picture.crop((picture.width // 2, 0, picture.width, picture.height))
            case "glare":
                picture = _glare(picture, chance)
            case "overlay":
                picture = _overlay(picture, text)
            case "hidden":
                picture = _hidden(picture, text)
            case _:
                pass
    return picture


def _chip(thing: Image.Image) -> Image.Image:
    """Breaks a piece off the upper left rim and runs a crack down from it."""
    left, top, right, bottom = solid_box(thing.getchannel("A")) or (0, 0, *thing.size)
    width, height = right - left, bottom - top
    x = left + width * 0.24
    notch = [
        (x + dx * width, top + dy * height)
        for dx, dy in ((-0.1, -0.02), (-0.08, 0.08), (-0.03, 0.11), (0.0, 0.17), (0.05, 0.12), (0.08, 0.13), (0.12, 0.03), (0.13, -0.02))
    ]
    chipped = thing.copy()
    pen = ImageDraw.Draw(chipped)
    pen.line([(px, py + 3) for px, py in notch], fill=(244, 236, 222, 255), width=round(width * 0.035), joint="curve")
    kept = chipped.getchannel("A")
    ImageDraw.Draw(kept).polygon(notch, fill=0)
    chipped.putalpha(Image.composite(kept, Image.new("L", kept.size, 0), thing.getchannel("A").point([0] + [255] * 255)))
    crack = [(x + dx * width, top + dy * height) for dx, dy in ((0.0, 0.17), (0.03, 0.26), (-0.01, 0.34), (0.04, 0.45), (0.02, 0.56))]
    pen.line(crack, fill=(46, 36, 32, 255), width=max(2, round(width * 0.009)), joint="curve")
    pen.line([(px + 2, py + 1) for px, py in crack], fill=(255, 250, 240, 150), width=1)
    return chipped


def _screenshot(picture: Image.Image) -> Image.Image:
    screen = Image.new("RGB", (picture.width + 60, picture.height + 420), "#f4f5f7")
    pen = ImageDraw.Draw(screen)
    pen.text((40, 24), "9:41", fill="#111", font=font("bold", 30))
    pen.rounded_rectangle((screen.width - 90, 30, screen.width - 36, 56), 7, outline="#111", width=3)
    pen.rectangle((screen.width - 84, 36, screen.width - 52, 50), fill="#111")
    pen.ellipse((36, 90, 104, 158), fill="#cfd6dd")
    pen.text((126, 104), "Chat", fill="#1a1c1f", font=font("bold", 32))
    pen.line((0, 180, screen.width, 180), fill="#d9dce0", width=2)
    screen.paste(picture, (30, 210))
    pen.rounded_rectangle((30, screen.height - 120, screen.width - 30, screen.height - 40), 40, fill="#ffffff", outline="#d0d4d8", width=2)
    pen.text((66, screen.height - 98), "Message", fill="#9aa0a6", font=font("sans", 28))
    return screen


def _glare(picture: Image.Image, chance: Random) -> Image.Image:
    veil = Image.new("L", picture.size, 0)
    x, y = picture.width * chance.uniform(0.4, 0.6), picture.height * chance.uniform(0.5, 0.65)
    ImageDraw.Draw(veil).ellipse((x - 150, y - 110, x + 150, y + 110), fill=245)
    bright = picture.copy()
    bright.paste("#fffdf4", (0, 0), veil.filter(ImageFilter.GaussianBlur(44)))
    return bright


def _overlay(picture: Image.Image, text: str) -> Image.Image:
    written = picture.copy()
    pen = ImageDraw.Draw(written)
    rows = wrap(text, "bold", 46, picture.width - 90)
    top = picture.height * 0.08
    pen.rectangle((30, top - 16, picture.width - 30, top + len(rows) * 60 + 10), fill="#ffffff")
    for number, row in enumerate(rows):
        pen.text((picture.width / 2, top + number * 60), row, fill="#16181b", font=font("bold", 46), anchor="ma")
    return written


def _hidden(picture: Image.Image, text: str) -> Image.Image:
    written = picture.copy()
    pen = ImageDraw.Draw(written)
    rows = wrap(text, "bold", 34, picture.width - 60)
    top = picture.height - len(rows) * 46 - 36
    pen.rectangle((0, top - 16, picture.width, picture.height), fill="#ffffff")
    for number, row in enumerate(rows):
        pen.text((30, top + number * 46), row, fill="#f6f6f6", font=font("bold", 34))
    return written
