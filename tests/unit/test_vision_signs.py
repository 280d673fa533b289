"""What a file says about itself: concluded before the metadata goes, and nothing else leaves."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from shopkeeper.adapters.vision.intake import clean_copy, open_photo
from shopkeeper.domain.dialogue.photo import FileSign

SOFTWARE, MODEL = 0x0131, 0x0110


def jpeg(*, software: str | None = None, xmp: bytes = b"") -> bytes:
    exif = Image.Exif()
    exif[MODEL] = "Phone 12"
    if software:
        exif[SOFTWARE] = software
    jar = io.BytesIO()
    Image.new("RGB", (64, 48), "#886644").save(jar, "JPEG", exif=exif, xmp=xmp)
    return jar.getvalue()


def png(**texts: str) -> bytes:
    info = PngInfo()
    for key, value in texts.items():
        info.add_text(key, value)
    jar = io.BytesIO()
    Image.new("RGB", (64, 48), "#886644").save(jar, "PNG", pnginfo=info)
    return jar.getvalue()


@pytest.mark.parametrize(
    ("data", "signs"),
    [
        (jpeg(), ()),
        (jpeg(software="17.4.1"), ()),
        (jpeg(software="Adobe Photoshop 25.1 (Windows)"), (FileSign.EDITED,)),
        (jpeg(software="GIMP 2.10"), (FileSign.EDITED,)),
        (jpeg(xmp=b"<x:xmpmeta><xmp:CreatorTool>Snapseed 2.0</xmp:CreatorTool></x:xmpmeta>"), (FileSign.EDITED,)),
        (jpeg(xmp=b"<x><Iptc4xmpExt:DigitalSourceType>trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType></x>"), (FileSign.GENERATED,)),
        (png(parameters="a chipped mug, steps 20"), (FileSign.GENERATED,)),
        (png(Title="mug"), ()),
    ],
)
def test_signs_are_concluded(data: bytes, signs: tuple[FileSign, ...]) -> None:
    assert open_photo(data).signs == signs


def test_nothing_of_the_metadata_is_in_the_copy() -> None:
    copy = clean_copy(open_photo(jpeg(software="Adobe Photoshop", xmp=b"<x>Photoshop</x>")).picture)
    assert b"Photoshop" not in copy
    assert b"Phone 12" not in copy
    assert not Image.open(io.BytesIO(copy)).getexif()


def test_broken_tags_do_not_lose_the_photo() -> None:
    whole = jpeg(software="Adobe Photoshop")
    at = whole.index(b"Exif\x00\x00")
    broken = whole[: at + 12] + b"\xff" * 8 + whole[at + 20 :]
    assert open_photo(broken).picture.size == (64, 48)
