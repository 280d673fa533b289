"""Whatever is uploaded, a picture comes out that is safe to look at, or a notice that says why not."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from shopkeeper.adapters.vision.intake import LONGEST_SIDE, Limits, Unreadable, clean_copy, open_picture


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    jar = io.BytesIO()
    picture.save(jar, kind, **options)
    return jar.getvalue()


def half_red(size: tuple[int, int] = (60, 40)) -> Image.Image:
    """Red left half, blue right half."""
    picture = Image.new("RGB", size, "#0000ff")
    picture.paste("#ff0000", (0, 0, size[0] // 2, size[1]))
    return picture


def notice(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(Unreadable) as problem:
        open_picture(data, limits)
    return problem.value.notice


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes whose header promises a picture of that size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_known_formats_are_read_whatever_their_name_says(kind: str) -> None:
    picture = open_picture(saved(half_red(), kind))
    assert picture.mode == "RGB"
    assert picture.size == (60, 40)
    red, _, blue = picture.getpixel((5, 20))
    assert red > 200
    assert blue < 60


def test_heic_is_read_or_named() -> None:
    heif = pytest.importorskip("pi_heif")
    assert heif is not None
    assert notice(b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40) in ("perception.image_broken", "perception.image_unknown")


def test_without_the_package_heic_is_said_to_be_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shopkeeper.adapters.vision.intake._can_read_heif", lambda: False)
    assert notice(b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40) == "perception.image_heic"


def test_the_camera_s_turn_is_applied_and_all_metadata_is_gone() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: show it a quarter turn clockwise
    exif[0x010F] = "Secret Camera"
    data = saved(half_red(), "JPEG", exif=exif, quality=95)
    assert b"Secret Camera" in data
    picture = open_picture(data)
    assert picture.size == (40, 60)
    assert picture.getpixel((20, 5))[0] > 200, "the left half is on top now"
    copy = clean_copy(picture)
    assert b"Secret" not in copy
    assert not Image.open(io.BytesIO(copy)).getexif()


def test_only_the_first_frame_of_a_gif_counts() -> None:
    frames = [Image.new("RGB", (30, 30), color) for color in ("#ff0000", "#00ff00", "#0000ff")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert open_picture(data).getpixel((3, 3))[0] > 200


def test_transparency_becomes_white() -> None:
    assert open_picture(saved(Image.new("RGBA", (30, 30), (0, 0, 0, 0)), "PNG")).getpixel((3, 3)) == (255, 255, 255)


def test_large_photos_are_made_smaller() -> None:
    assert max(open_picture(saved(half_red((4000, 1000)), "JPEG")).size) == LONGEST_SIDE


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "perception.image_unknown"),
        (b"hello", "perception.image_unknown"),
        (b"%PDF-1.7 " + b"x" * 500, "perception.image_unknown"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "perception.image_unknown"),
        (b"MZ" + b"\x00" * 500, "perception.image_unknown"),
        (saved(Image.new("RGB", (1, 1)), "PNG"), "perception.image_too_small"),
        (png_that_claims(20_000, 20_000), "perception.image_too_large"),
        (png_that_claims(2_000_000_000, 2_000_000_000), "perception.image_too_large"),
        (saved(half_red((400, 400)), "JPEG")[:800], "perception.image_broken"),
        (saved(half_red((400, 400)), "PNG")[:300], "perception.image_broken"),
        (saved(half_red(), "TIFF"), "perception.image_unknown"),
        (saved(half_red(), "BMP"), "perception.image_unknown"),
    ],
    ids=["empty", "text", "pdf", "svg", "program", "one-pixel", "20000", "billions", "cut-jpeg", "cut-png", "tiff", "bmp"],
)
def test_anything_else_gets_a_reason(data: bytes, expected: str) -> None:
    assert notice(data) == expected


def test_too_many_bytes_are_not_even_opened() -> None:
    assert notice(saved(half_red((400, 400)), "PNG"), Limits(most_bytes=100)) == "perception.image_too_large"


def test_a_bomb_costs_no_memory() -> None:
    bomb = png_that_claims(20_000, 20_000)
    tracemalloc.start()
    assert notice(bomb) == "perception.image_too_large"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_script_after_the_picture_is_left_behind() -> None:
    polyglot = saved(half_red(), "GIF") + b"<script>alert(1)</script>"
    assert b"script" not in clean_copy(open_picture(polyglot))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused_and_never_crash(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]))
    broken = bytearray(saved(half_red((64, 64)), kind))
    for _ in range(data.draw(st.integers(1, 12))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    try:
        picture = open_picture(bytes(broken[: data.draw(st.integers(1, len(broken)))]))
    except Unreadable:
        return
    assert picture.mode == "RGB"
    assert max(picture.size) <= LONGEST_SIDE
