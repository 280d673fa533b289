"""What to draw: the `picture` entry of a pack, parsed once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from shopkeeper.testing.pictures import color as colors

View = Literal["front", "side", "back", "detail"]
Pattern = Literal["plain", "stripe", "dots", "check"]
PATTERNS: tuple[Pattern, ...] = ("plain", "stripe", "dots", "check")


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSpec:
    """One picture. Empty strings mean "choose for me"; the choice follows from `key` and is stable.

    `key` is what variants of one product share (its id): proportions, motif and pattern hang on it, so that two
    variants differ in color alone.
    """

    shape: str
    key: str = ""
    color: str = ""
    accent: str = ""
    label: str = ""
    brand: str = ""
    pattern: Pattern | None = None
    barcode: str = ""

    def number(self, topic: str) -> float:
        """A stable number from 0 up to 1 for this product and `topic`."""
        digest = hashlib.blake2b(f"{self.key or self.label or self.shape}|{topic}".encode(), digest_size=8).digest()
        return int.from_bytes(digest) / 2**64

    def says(self, *words: str) -> bool:
        """Whether the product's name has one of these words in it."""
        name = f" {self.label.lower()} "
        return any(word in name for word in words)

    @property
    def initials(self) -> str:
        words = (self.brand or self.label or self.shape.replace("_", " ")).split()
        return "".join(word[0] for word in words[:2]).upper()


def parse_spec(raw: PictureSpec | Mapping[str, object]) -> PictureSpec:
    """A spec from a mapping such as `{"shape": "mug", "color": "#884422"}`; unknown keys are left aside."""
    if isinstance(raw, PictureSpec):
        return raw
    wanted = str(raw.get("pattern") or "")
    return PictureSpec(
        shape=str(raw.get("shape") or "box"),
        key=str(raw.get("key") or ""),
        color=_color(raw.get("color")),
        accent=_color(raw.get("accent")),
        label=str(raw.get("label") or ""),
        brand=str(raw.get("brand") or ""),
        pattern=next((pattern for pattern in PATTERNS if pattern == wanted), None),
        barcode=str(raw.get("barcode") or ""),
    )


def _color(value: object) -> str:
    return colors.parse(str(value)) if value else ""
