"""What a file says about how it came to be, read before its metadata is dropped. Only the conclusion leaves this module."""

from __future__ import annotations

import struct
from typing import cast

from PIL import Image

from shopkeeper.domain.dialogue.photo import FileSign

SOFTWARE_TAGS = (0x000B, 0x0131)
"""EXIF ProcessingSoftware and Software."""
EXIF_IFD, CREATOR_TAGS = 0x8769, (0x9286,)
EDITORS = (
    "photoshop",
    "lightroom",
    "gimp",
    "affinity",
    "pixelmator",
    "snapseed",
    "picsart",
    "facetune",
    "paint.net",
    "krita",
    "photopea",
    "canva",
    "luminar",
    "imagemagick",
    "paintshop",
)
GENERATORS = ("midjourney", "stable diffusion", "dall-e", "dall·e", "firefly", "imagen", "trainedalgorithmicmedia", "comfyui")
"""`trainedAlgorithmicMedia` is IPTC's DigitalSourceType of generated pictures, also inside C2PA manifests."""
EDIT_HISTORY = (b"xmpMM:History", b"stEvt:softwareAgent", b"c2pa.edited", b"c2pa.color_adjustments", b"c2pa.drawing")
PROMPT_KEYS = ("parameters", "prompt", "workflow")
MOST_READ = 262_144
BROKEN_TAGS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    ZeroDivisionError,
    struct.error,
)
"""What reading broken tags raises. A broken tag tells nothing."""


def signs_of(opened: Image.Image) -> tuple[FileSign, ...]:
    """Of a picture whose header was read. A file without metadata says nothing, and that is no sign either."""
    told = _told(opened).lower()
    packet = _packet(opened)
    found: list[FileSign] = []
    if any(name in told for name in EDITORS) or any(mark in packet for mark in EDIT_HISTORY):
        found.append(FileSign.EDITED)
    if any(name in told for name in GENERATORS) or (opened.format == "PNG" and any(key in opened.info for key in PROMPT_KEYS)):
        found.append(FileSign.GENERATED)
    return tuple(found)


def _told(opened: Image.Image) -> str:
    """The names of programs in the places where programs leave them."""
    try:
        exif = opened.getexif()
        inner = exif.get_ifd(EXIF_IFD)
    except BROKEN_TAGS:
        return _packet(opened).decode("utf-8", "ignore")
    tags = [exif.get(tag) for tag in SOFTWARE_TAGS] + [inner.get(tag) for tag in CREATOR_TAGS]
    texts = [str(tag)[:200] for tag in tags if isinstance(tag, str | bytes)]
    named = opened.info.get("Software") or opened.info.get("software")
    return " ".join([*texts, str(named or "")[:200], _packet(opened).decode("utf-8", "ignore")])


def _packet(opened: Image.Image) -> bytes:
    """The XMP packet, as far as it is read."""
    held = cast("object", opened.info.get("xmp") or opened.info.get("XML:com.adobe.xmp") or b"")
    packet = held.encode("utf-8", "ignore") if isinstance(held, str) else held
    return packet[:MOST_READ] if isinstance(packet, bytes) else b""
