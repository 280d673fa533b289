"""PictureChecker over the catalog's pictures in local folders; which were looked at is kept beside their looks."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from shopkeeper.adapters.vision.intake import Unreadable, open_picture
from shopkeeper.adapters.vision.look_store import LookStore
from shopkeeper.adapters.vision.places import file_of
from shopkeeper.domain.dialogue.printed.rows import rows_of
from shopkeeper.ports.picture_checker import PictureFindings
from shopkeeper.ports.picture_judge import PictureJudge
from shopkeeper.ports.text_reader import TextReader

KEPT_AS = "checked/1"
SIDE = 800
"""Marks are large: what only a magnifying glass reads, nobody takes for a brand."""
WITHIN_S = 3.0


class LocalPictures:
    def __init__(
        self, store: LookStore, folders: Mapping[str, Path], *, judge: PictureJudge | None = None, reader: TextReader | None = None
    ) -> None:
        self._store = store
        self._folders = folders
        self._judge = judge
        self._reader = reader

    async def check(self, address: str) -> PictureFindings | None:
        return await asyncio.to_thread(self._check, address)

    def checked(self, digest: str) -> None:
        self._store.put(digest, KEPT_AS, b"")

    def _check(self, address: str) -> PictureFindings | None:
        file = file_of(address, self._folders)
        if file is None:
            return None
        try:
            data = file.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            if digest in self._store.get([digest], KEPT_AS):
                return None
            picture = open_picture(data)
        except (Unreadable, OSError):
            return None
        score = self._judge.unsuitable(picture.tobytes(), *picture.size) if self._judge is not None else None
        return PictureFindings(digest=digest, unsuitable=score, lines=self._lines(picture))

    def _lines(self, picture: Image.Image) -> tuple[str, ...]:
        if self._reader is None:
            return ()
        page = picture.copy()
        page.thumbnail((SIDE, SIDE))
        return rows_of(self._reader.read(page.tobytes(), *page.size, within_s=WITHIN_S))
