"""From an uploaded file to a picture that is safe to look at: known format, sane size, upright, without metadata."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import Any, cast

from PIL import Image, ImageOps

from shopkeeper.adapters.vision.file_signs import signs_of
from shopkeeper.domain.dialogue.photo import FileSign

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
MOST_JPEG_PIXELS = 120_000_000
"""A JPEG is decoded straight to a fraction of its size, so a large one needs little memory."""
LONGEST_SIDE = 1600
LEAST_SIDE = 16
GLIMPSE_SIDE = 384
COPY_QUALITY = 80

HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


class Unreadable(Exception):
    """`notice` is the code of the sentence that tells the shopper why."""

    def __init__(self, notice: str) -> None:
        super().__init__(notice)
        self.notice = notice


@dataclass(frozen=True, slots=True)
class Limits:
    most_bytes: int = MOST_BYTES
    most_pixels: int = MOST_PIXELS
    longest_side: int = LONGEST_SIDE


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture without metadata, and the little that was concluded from its metadata before."""

    picture: Image.Image
    signs: tuple[FileSign, ...]


def open_picture(data: bytes, limits: Limits | None = None) -> Image.Image:
    """The picture in `data` (RGB, upright, at most `longest_side` long). Raises Unreadable for whatever is none."""
    return open_photo(data, limits).picture


def open_photo(data: bytes, limits: Limits | None = None) -> Opened:
    """`open_picture`, with what the file says about itself.

    What the file calls itself does not matter: only its content is looked at, and only by the decoders of `FORMATS`.
    """
    allowed = limits or Limits()
    if len(data) > allowed.most_bytes:
        raise Unreadable("perception.image_too_large")
    try:
        with warnings.catch_warnings():
            # What Pillow warns about (a bomb, a broken tag) is either refused below or of no interest.
            warnings.simplefilter("ignore")
            return _decoded(data, allowed)
    except Unreadable:
        raise
    except (Image.DecompressionBombError, MemoryError) as error:
        raise Unreadable("perception.image_too_large") from error
    except Exception as error:
        # Decoders meet hostile bytes here and raise whatever they like: struct.error, SyntaxError, ZeroDivisionError ...
        raise Unreadable("perception.image_broken") from error


def _decoded(data: bytes, limits: Limits) -> Opened:
    is_heif = data[4:8] == b"ftyp" and data[8:12] in HEIF_BRANDS
    if is_heif and not _can_read_heif():
        raise Unreadable("perception.image_heic")
    try:
        opened = Image.open(io.BytesIO(data), formats=("HEIF",) if is_heif else FORMATS)
    except Image.UnidentifiedImageError as error:
        raise Unreadable("perception.image_unknown") from error
    with opened:
        width, height = opened.size
        most = max(limits.most_pixels, MOST_JPEG_PIXELS) if opened.format in ("JPEG", "MPO") else limits.most_pixels
        if width * height > most:
            raise Unreadable("perception.image_too_large")
        if min(width, height) < LEAST_SIDE:
            raise Unreadable("perception.image_too_small")
        signs = signs_of(opened)
        opened.draft("RGB", (limits.longest_side, limits.longest_side))
        opened.load()
        upright = ImageOps.exif_transpose(opened)
        return Opened(_plain(upright, limits.longest_side), signs)


def _plain(picture: Image.Image, longest_side: int) -> Image.Image:
    """Pixels and nothing else; what is transparent becomes white, as in a shop window."""
    picture.thumbnail((longest_side, longest_side), Image.Resampling.BICUBIC, reducing_gap=2.0)
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        ground = Image.new("RGB", layered.size, "#ffffff")
        ground.paste(layered, mask=layered.getchannel("A"))
        return ground
    plain = Image.new("RGB", picture.size)
    plain.paste(picture.convert("RGB"))
    return plain


def _can_read_heif() -> bool:
    """HEIC is read where the optional package is installed (its libheif and libde265 are LGPL)."""
    try:
        import pi_heif  # pyright: ignore[reportMissingTypeStubs]
    except ImportError:
        return False
    cast("Any", pi_heif).register_heif_opener(thumbnails=False)
    return True


def clean_copy(picture: Image.Image) -> bytes:
    """WebP bytes of a picture from `open_picture`: no EXIF, no profile, no comment."""
    jar = io.BytesIO()
    picture.save(jar, "WEBP", quality=COPY_QUALITY, method=2)
    return jar.getvalue()


def small_copy(picture: Image.Image) -> bytes:
    """The same at its smallest: enough to tell what thing it is, too little for small print."""
    small = picture.copy()
    small.thumbnail((GLIMPSE_SIDE, GLIMPSE_SIDE))
    return clean_copy(small)
