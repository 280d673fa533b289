"""Pictures that a feed names by file: copied once to where the shop serves them from."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

ENDINGS = (".webp", ".jpg", ".jpeg", ".png", ".gif", ".avif")
LARGEST_BYTES = 25_000_000


@dataclass(slots=True)
class Pictures:
    """Files below `root` are served as `address`/<path>; `shelf` is the folder behind that address (None = leave pictures out)."""

    root: Path
    shelf: Path | None
    address: str
    _placed: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])

    def place(self, source: str) -> tuple[str, str]:
        """The address to show it by, and what was wrong (either may be empty). Web addresses stay as they are."""
        if not source or source.startswith(("https://", "http://")):
            return source, ""
        if source not in self._placed:
            self._placed[source] = self._place(source)
        return self._placed[source]

    def _place(self, source: str) -> tuple[str, str]:
        if self.shelf is None:
            return "", ""
        file = (self.root / source).resolve()
        if not file.is_relative_to(self.root.resolve()):
            return "", "lies outside the feed's folder; left out"
        if file.suffix.lower() not in ENDINGS or not file.is_file() or file.stat().st_size > LARGEST_BYTES:
            return "", "is no picture file in the feed's folder; left out"
        relative = file.relative_to(self.root.resolve()).as_posix()
        target = self.shelf / relative
        if not target.is_file() or target.stat().st_size != file.stat().st_size:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        return f"{self.address}/{relative}", ""
