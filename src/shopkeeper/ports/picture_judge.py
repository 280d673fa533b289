"""Judging whether a picture may be shown to anybody."""

from __future__ import annotations

from typing import Protocol


class PictureJudge(Protocol):
    def unsuitable(self, rgb: bytes, width: int, height: int) -> float:
        """How likely the picture (`width` x `height` x 3 RGB bytes) is indecent, 0 to 1. Thread-safe."""
        ...
