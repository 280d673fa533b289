"""A shopper's photo, cheapest look first: a code on it, a copy of a catalog picture, then what it looks like."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from dataclasses import replace

from PIL import Image

from shopkeeper.adapters.vision.codes import REPAIRS, Code, read_codes
from shopkeeper.adapters.vision.intake import Unreadable, clean_copy, open_picture
from shopkeeper.adapters.vision.look import Looker
from shopkeeper.adapters.vision.picture_index import PictureIndex
from shopkeeper.adapters.vision.workers import Busy, Workers
from shopkeeper.domain.dialogue.photo import Judgment, Means, PhotoCandidate, PhotoReading, Verdict, judge
from shopkeeper.ports.catalog_pictures import PictureSource
from shopkeeper.ports.photo_reader import SeenPhoto

REMEMBERED = 64
WITHIN_S = 20.0
PATIENCE_S = 5.0
WORTH_A_WAIT = REPAIRS[1:4]
"""A shopper waits: here a code matters only if the catalog has it, and then one reading is enough."""


class VisionReader:
    """PhotoReader over one picture index. `source` gives what the catalog shows."""

    def __init__(
        self,
        index: PictureIndex,
        looker: Looker,
        workers: Workers,
        source: PictureSource,
    ) -> None:
        self._index = index
        self._looker = looker
        self._workers = workers
        self._source = source
        self._building = asyncio.Lock()
        self._first: asyncio.Task[None] | None = None
        self._remembered: OrderedDict[tuple[str, int], SeenPhoto] = OrderedDict()

    async def refresh(self) -> None:
        """Bring the picture index up to the catalog's revision."""
        async with self._building:
            if self._index.revision != await self._source.revision():
                catalog = await self._source.read()
                await asyncio.to_thread(self._index.build, catalog)

    async def read(self, data: bytes, *, part: int) -> SeenPhoto:
        sha256 = hashlib.sha256(data).hexdigest()
        if self._index.revision < 0:
            await self._first_build()
        key = (sha256, self._index.revision)
        held = self._remembered.get(key)
        if held is None:
            held = await self._look(data, sha256)
            if held.reading.notice != "perception.image_busy":
                self._remember(key, held)
        return _of_part(held, part)

    async def _first_build(self) -> None:
        """A large catalog takes minutes the first time: then its barcodes are known at once and its looks follow."""
        self._first = self._first or asyncio.create_task(self.refresh())
        await asyncio.wait({self._first}, timeout=PATIENCE_S)
        if self._first.done():
            self._first.result()

    async def _look(self, data: bytes, sha256: str) -> SeenPhoto:
        try:
            async with asyncio.timeout(WITHIN_S):
                return await self._workers.run(lambda: self._see(data, sha256))
        except (Busy, TimeoutError):
            return _unread(sha256, "perception.image_busy")

    def _remember(self, key: tuple[str, int], seen: SeenPhoto) -> None:
        """A turn that is taken afresh, or a photo sent twice, is not looked at twice. The copy is stored by then."""
        self._remembered[key] = seen
        while len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)

    def _see(self, data: bytes, sha256: str) -> SeenPhoto:
        try:
            picture = open_picture(data)
        except Unreadable as problem:
            return _unread(sha256, problem.notice)
        return SeenPhoto(reading=self._reading(picture, sha256), copy=clean_copy(picture))

    def _reading(self, picture: Image.Image, sha256: str) -> PhotoReading:
        codes = read_codes(picture, self._known, REPAIRS[:1])
        named = self._named(codes)
        if named is not None:
            return _by_code(sha256, codes, named)
        candidates, is_copy = self._index.find(self._looker.look(picture))
        if is_copy:
            return _found(sha256, codes, judge(candidates), Means.CATALOG_PICTURE)
        judgment = judge(candidates)
        if judgment.verdict is not Verdict.THIS and not codes:
            # Repairs cost more than the network does, so they wait until looks alone do not settle it.
            codes = read_codes(picture, self._known, WORTH_A_WAIT)
            named = self._named(codes)
            if named is not None:
                return _by_code(sha256, codes, named)
        return _found(sha256, codes, judgment, Means.LOOKS)

    def _known(self, gtin: str) -> bool:
        return self._index.by_gtin(gtin) is not None

    def _named(self, codes: tuple[Code, ...]) -> PhotoCandidate | None:
        return next((found for code in codes if code.gtin and (found := self._index.by_gtin(code.gtin))), None)

    def close(self) -> None:
        self._workers.close()
        self._index.close()


def _by_code(sha256: str, codes: tuple[Code, ...], named: PhotoCandidate) -> PhotoReading:
    return PhotoReading(part=0, sha256=sha256, verdict=Verdict.THIS, means=Means.CODE, candidates=(named,), open=1, codes=_texts(codes))


def _found(sha256: str, codes: tuple[Code, ...], judgment: Judgment, means: Means) -> PhotoReading:
    return PhotoReading(
        part=0,
        sha256=sha256,
        verdict=judgment.verdict,
        means=means if judgment.candidates else None,
        candidates=judgment.candidates,
        open=judgment.open,
        codes=_texts(codes),
    )


def _texts(codes: tuple[Code, ...]) -> tuple[str, ...]:
    return tuple(code.text[:200] for code in codes)


def _unread(sha256: str, notice: str) -> SeenPhoto:
    return SeenPhoto(reading=PhotoReading(part=0, sha256=sha256, notice=notice))


def _of_part(seen: SeenPhoto, part: int) -> SeenPhoto:
    return replace(seen, reading=replace(seen.reading, part=part))
