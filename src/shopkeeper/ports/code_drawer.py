"""Drawing a code that a scanner reads."""

from __future__ import annotations

from typing import Protocol


class CodeDrawer(Protocol):
    def qr_svg(self, text: str) -> str:
        """A QR code of `text` as an SVG document."""
        ...
