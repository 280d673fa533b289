"""Looking at a catalog picture before shoppers do: may it be shown, and what is written on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFindings:
    """`unsuitable` is how likely it is indecent, 0 to 1; None where nobody judges that. `lines` is the print on it, largest first."""

    digest: str
    unsuitable: float | None
    lines: tuple[str, ...]


class PictureChecker(Protocol):
    async def check(self, address: str) -> PictureFindings | None:
        """None for a picture that lies elsewhere, cannot be read, or was checked before. Seconds of CPU, off the event loop."""
        ...

    def checked(self, digest: str) -> None:
        """What was found is written down: this picture need not be looked at again."""
        ...
