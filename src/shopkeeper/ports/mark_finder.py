"""Looking through a kept photo for print and for pictures that staff watch for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from shopkeeper.domain.catalog.protected import ProtectedMark
from shopkeeper.domain.core.ids import ProtectedMarkId
from shopkeeper.domain.dialogue.printed.rows import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMarks:
    """`lines` of print with the place of each, and which of the watched `pictures` lie in the photo, and where."""

    lines: tuple[tuple[str, Place], ...] = ()
    pictures: tuple[tuple[ProtectedMarkId, Place], ...] = ()


class MarkFinder(Protocol):
    async def find_marks(self, copy: bytes, watched: Sequence[ProtectedMark]) -> FoundMarks | None:
        """None for what is no picture. Seconds of CPU, at the lowest priority. Raises TransientFault when too many wait already."""
        ...
