"""Which file is behind the public address of a catalog picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def file_of(address: str, folders: Mapping[str, Path]) -> Path | None:
    """The file below one of `folders` (by the address each serves), also in folders of it; None for any other address."""
    for home, folder in folders.items():
        if address.startswith(f"{home}/"):
            parts = address.removeprefix(f"{home}/").split("/")
            return folder.joinpath(*parts) if all(part not in ("", ".", "..") and "\\" not in part for part in parts) else None
    return None
