"""A shopper's photo, cheapest look first: a code on it, a copy of a catalog picture, then what it looks like."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import structlog
from PIL import Image

from shopkeeper.adapters.vision.codes import REPAIRS, Code, read_codes
from shopkeeper.adapters.vision.details import details_of
from shopkeeper.adapters.vision.intake import Unreadable, clean_copy, open_photo, small_copy
from shopkeeper.adapters.vision.look import Look, Looker, packed
from shopkeeper.adapters.vision.picture_index import PictureIndex
from shopkeeper.adapters.vision.regions import Box, largest, subject_of, things_in
from shopkeeper.adapters.vision.second_look import SecondLook
from shopkeeper.adapters.vision.veil import Finder, veiled
from shopkeeper.adapters.vision.workers import Busy, Workers
from shopkeeper.domain.dialogue.photo import (
    SURE,
    UNSUITABLE,
    HeldBack,
    Judgment,
    Means,
    PhotoCandidate,
    PhotoReading,
    PhotoThing,
    Verdict,
    judge,
)
from shopkeeper.domain.dialogue.printed.facts import is_identity_document
from shopkeeper.domain.dialogue.printed.rows import rows_of
from shopkeeper.ports.catalog_pictures import PictureSource
from shopkeeper.ports.image_embedder import EmbedderDown
from shopkeeper.ports.photo_reader import SeenPhoto
from shopkeeper.ports.picture_judge import PictureJudge
from shopkeeper.ports.text_reader import TextReader

log = structlog.get_logger()

REMEMBERED = 64
REMEMBERED_FOR_S = 600.0
"""Long enough for a turn that is taken afresh and a photo sent again; photos of people do not lie in memory for longer."""
HALVES = (Box(0.0, 0.0, 0.5, 1.0), Box(0.5, 0.0, 1.0, 1.0))
WORTH_HALVING = 0.3
"""Where the ground hides what stands apart, and something known is in the photo, its halves are looked at."""
MOSAIC = 12
CLOSER, CLOSER_EACH = 20, 6
"""Catalog pictures compared by fine details: of the photo as it is, and of each way it is turned or lit otherwise."""
ASKED_WITHIN_S, UNASKED_WITHIN_S = 12.0, 3.0
UNASKED_SIDE = 960
"""Names and prices on a product are large; the small print is read only when the words are about it."""
WITHIN_S = 60.0
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
        print_reader: TextReader | None = None,
        *,
        closely: bool = True,
        judge: PictureJudge | None = None,
        unsuitable_from: float = 1.0,
        finders: Sequence[Finder] = (),
        remembered_for_s: float = REMEMBERED_FOR_S,
    ) -> None:
        self._index = index
        self._looker = looker
        self._workers = workers
        self._source = source
        self._print_reader = print_reader
        self._second_look = SecondLook(index.store) if closely else None
        self._judge = judge
        self._unsuitable_from = unsuitable_from
        self._finders = finders
        self._remembered_for_s = remembered_for_s
        self._building = asyncio.Lock()
        self._first: asyncio.Task[None] | None = None
        self._studying: asyncio.Task[None] | None = None
        self._student = Workers(1)
        self._remembered: OrderedDict[tuple[str, int, int, int, bool, bool], SeenPhoto] = OrderedDict()

    async def refresh(self) -> None:
        """Bring the picture index up to the catalog's revision."""
        async with self._building:
            if self._index.revision != await self._source.revision():
                catalog = await self._source.read()
                try:
                    await asyncio.to_thread(self._index.build, catalog)
                    self._study_soon()
                except EmbedderDown as problem:
                    # Barcodes are known already; looks go on from here with the next photo or change of the catalog.
                    log.warning("vision.endpoint_down", reason=str(problem))
                    self._first = None

    async def read(self, data: bytes, *, part: int, text: bool = False, cleared: bool = False) -> SeenPhoto:
        sha256 = hashlib.sha256(data).hexdigest()
        if self._index.revision < 0:
            await self._first_build()
        await self._keep_up()
        key = (sha256, self._index.revision, self._index.gallery_revision, self._index.lessons, text, cleared)
        held = self._remembered.get(key)
        if held is None:
            held = await self._look(data, sha256, text=text, cleared=cleared)
            if held.reading.notice != "perception.image_busy":
                self._remember(key, held)
        return _of_part(held, part)

    async def _keep_up(self) -> None:
        """Photos that were confirmed (or erased) since the last one count from now on."""
        if self._index.revision < 0 or self._index.gallery_revision == await self._source.gallery_revision():
            return
        async with self._building:
            revision, photos = await self._source.gallery()
            await asyncio.to_thread(self._index.learn, photos, revision)
        self._study_soon()

    def _study_soon(self) -> None:
        """Nobody waits for it: until it is done, photos are compared with what was confirmed and with what was learned before."""
        if not self._index.is_behind:
            return
        before = self._studying

        async def study() -> None:
            if before is not None:
                await asyncio.wait({before})
            await self._student.run(self._index.study)

        self._studying = asyncio.create_task(study())

    async def studied(self) -> None:
        """Wait for what is being learned."""
        if self._studying is not None:
            await self._studying

    async def look_of(self, data: bytes) -> tuple[str, bytes] | None:
        """The look of a photo, to be kept and learned from; None for what is no picture. Raises Busy when too many wait already."""
        return await self._workers.run(lambda: self._packed(data))

    def _packed(self, data: bytes) -> tuple[str, bytes] | None:
        try:
            return self._looker.name, packed(self._looker.look_to_learn(open_photo(data).picture))
        except Unreadable:
            return None
        except EmbedderDown as problem:
            raise Busy from problem

    async def _first_build(self) -> None:
        """A large catalog takes minutes the first time: then its barcodes are known at once and its looks follow."""
        self._first = self._first or asyncio.create_task(self.refresh())
        await asyncio.wait({self._first}, timeout=PATIENCE_S)
        if self._first.done():
            self._first.result()

    async def _look(self, data: bytes, sha256: str, *, text: bool, cleared: bool) -> SeenPhoto:
        try:
            async with asyncio.timeout(WITHIN_S):
                return await self._workers.run(lambda: self._see(data, sha256, text=text, cleared=cleared))
        except (Busy, TimeoutError):
            return _unread(sha256, "perception.image_busy")

    def _remember(self, key: tuple[str, int, int, int, bool, bool], seen: SeenPhoto) -> None:
        """A turn that is taken afresh, or a photo sent twice, is not looked at twice. The copy is stored by then."""
        self._remembered[key] = seen
        while len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)
        asyncio.get_running_loop().call_later(self._remembered_for_s, self._remembered.pop, key, None)

    async def forget(self, digests: Iterable[str]) -> None:
        """Let go of what is held of these photos, and learn anew without those that are gone from the gallery."""
        gone = frozenset(digests)
        for key in [key for key in self._remembered if key[0] in gone]:
            del self._remembered[key]
        await self._keep_up()

    def _see(self, data: bytes, sha256: str, *, text: bool, cleared: bool) -> SeenPhoto:
        try:
            opened = open_photo(data)
        except Unreadable as problem:
            return _unread(sha256, problem.notice)
        covered = veiled(opened.picture, self._finders)
        # Looks are compared with pictures of people who model for the shop: only what leaves the house has to be covered before.
        picture = covered.picture if self._looker.asks_elsewhere else opened.picture
        reading = self._reading(picture, sha256)
        held_back = None if cleared or reading.means in (Means.CODE, Means.CATALOG_PICTURE) else self._held_back(picture)
        if held_back is not None:
            return SeenPhoto(reading=PhotoReading(part=0, sha256=sha256, notice=UNSUITABLE, held=held_back))
        reading = self._with_things(picture, reading)
        # Who asks what a picture says may mean the very sign that is covered; unasked, nobody reads it.
        rows = (
            self._rows(opened.picture if text else covered.picture, asked=text)
            if text or reading.verdict in (Verdict.UNKNOWN, Verdict.ALIKE)
            else ()
        )
        if is_identity_document(rows):
            # Neither kept nor read: what is on it would help nobody here. Its digest alone says that it was sent.
            return _unread(sha256, "perception.image_identity")
        glimpse = b"" if reading.verdict is Verdict.THIS or reading.things else small_copy(subject_of(covered.picture))
        reading = replace(reading, lines=rows, signs=opened.signs, covered=covered.places)
        return SeenPhoto(reading=reading, copy=clean_copy(covered.picture), glimpse=glimpse)

    def _held_back(self, picture: Image.Image) -> HeldBack | None:
        if self._judge is None:
            return None
        score = self._judge.unsuitable(picture.tobytes(), *picture.size)
        return HeldBack(score=round(score, 3), preview=_mosaic(picture)) if score >= self._unsuitable_from else None

    def _rows(self, picture: Image.Image, *, asked: bool) -> tuple[str, ...]:
        if self._print_reader is None:
            return ()
        page = picture if asked else _smaller(picture)
        boxes = self._print_reader.read(page.tobytes(), *page.size, within_s=ASKED_WITHIN_S if asked else UNASKED_WITHIN_S)
        return rows_of(boxes)

    def _reading(self, picture: Image.Image, sha256: str) -> PhotoReading:
        codes = read_codes(picture, self._known, REPAIRS[:1])
        named = self._named(codes)
        if named is not None:
            return _by_code(sha256, codes, named)
        try:
            look = self._looker.look(picture)
        except EmbedderDown as problem:
            log.warning("vision.endpoint_down", reason=str(problem))
            return self._by_patience(picture, sha256, codes)
        candidates, is_copy = self._index.find(look)
        if is_copy:
            return _found(sha256, codes, judge(candidates), Means.CATALOG_PICTURE)
        judgment = judge(candidates)
        if judgment.verdict is not Verdict.THIS and (again := self._again(picture, look)):
            candidates, judgment = again, judge(again)
        if judgment.verdict is not Verdict.THIS and not codes:
            # Repairs cost more than the network does, so they wait until looks alone do not settle it.
            codes = read_codes(picture, self._known, WORTH_A_WAIT, fitted=1)
            named = self._named(codes)
            if named is not None:
                return _by_code(sha256, codes, named)
        if judgment.verdict is not Verdict.THIS:
            closer = judge(self._closer(picture, look, candidates))
            if closer.verdict is not Verdict.UNKNOWN:
                return _found(sha256, codes, closer, Means.DETAILS)
        return _found(sha256, codes, judgment, Means.LOOKS)

    def _again(self, picture: Image.Image, look: Look) -> tuple[PhotoCandidate, ...]:
        """With more views of the photo; they help only where photos have taught something."""
        try:
            more = self._looker.look_again(picture, look) if self._index.has_studied else None
        except EmbedderDown:
            return ()
        return self._index.find(more, learn=False)[0] if more is not None else ()

    def _by_patience(self, picture: Image.Image, sha256: str, codes: tuple[Code, ...]) -> PhotoReading:
        """What can be told while the network that looks at pictures is away: the codes."""
        codes = codes or read_codes(picture, self._known, WORTH_A_WAIT, fitted=1)
        named = self._named(codes)
        return _by_code(sha256, codes, named) if named else PhotoReading(part=0, sha256=sha256, codes=_texts(codes))

    def _closer(
        self, picture: Image.Image, look: Look, candidates: tuple[PhotoCandidate, ...], *, otherwise: bool = True
    ) -> tuple[PhotoCandidate, ...]:
        """What fine details tell: among what it looks like first, then among what it looks like turned or lit otherwise."""
        if self._second_look is None:
            return ()
        details = details_of(picture)
        likely = self._index.likely(look, CLOSER)
        found = self._second_look.look(picture, details, likely)
        if otherwise and (not found or sum(one.score for one in found) < SURE):
            others = [shown for other in self._otherwise(picture) for shown in self._index.likely(other, CLOSER_EACH)]
            found = self._second_look.look(picture, details, list(dict.fromkeys((*likely, *others))))
        told = sum(candidate.score for candidate in found)
        known = {candidate.product_id for candidate in found}
        rest = (replace(one, score=round(one.score * (1 - told), 3)) for one in candidates if one.product_id not in known)
        return (*found, *rest) if found else ()

    def _otherwise(self, picture: Image.Image) -> Sequence[Look]:
        try:
            return self._looker.otherwise(picture)
        except EmbedderDown:
            return ()

    def _with_things(self, picture: Image.Image, reading: PhotoReading) -> PhotoReading:
        """Several things in one photo, each looked at by itself. One that is much larger than the rest is what the photo is of."""
        if reading.means is Means.CATALOG_PICTURE:
            return reading
        named = dict.fromkeys(found for code in reading.codes if (found := self._index.by_gtin(code)) is not None)
        if reading.means is Means.CODE:
            coded = tuple(PhotoThing(candidates=(one,), verdict=Verdict.THIS) for one in named)
            return replace(reading, things=coded if len(coded) > 1 else ())
        boxes = things_in(picture)
        if not boxes and reading.verdict is not Verdict.THIS and reading.candidates and reading.candidates[0].score >= WORTH_HALVING:
            boxes = HALVES
        seen = [(box, judgment) for box in boxes if (judgment := self._thing(box.of(picture))) is not None]
        if not seen:
            return reading
        box, judgment = max(seen, key=lambda one: one[0].area)
        if box is largest(boxes):
            subject = replace(reading, verdict=judgment.verdict, means=Means.LOOKS, candidates=judgment.candidates, open=judgment.open)
            return subject if reading.verdict in (Verdict.UNKNOWN, Verdict.ALIKE) else reading
        things = tuple(_thing_of(box, judgment) for box, judgment in seen)
        apart = {thing.candidates[0].skus or thing.candidates[0].product_id for thing in things}
        return replace(reading, things=things) if len(things) > 1 and len(apart) == len(things) else reading

    def _thing(self, crop: Image.Image) -> Judgment | None:
        """What one thing is; None where that is not sure enough to offer it."""
        try:
            look = self._looker.look(crop)
        except EmbedderDown:
            return None
        candidates, _ = self._index.find(look)
        judgment = judge(candidates)
        if judgment.verdict is not Verdict.THIS:
            # A piece of a photo is not turned or lit once more: that would cost as much as the photo itself.
            closer = judge(self._closer(crop, look, candidates, otherwise=False))
            judgment = closer if closer.verdict is not Verdict.UNKNOWN else judgment
        return judgment if judgment.verdict in (Verdict.THIS, Verdict.EITHER) else None

    def _known(self, gtin: str) -> bool:
        return self._index.by_gtin(gtin) is not None

    def _named(self, codes: tuple[Code, ...]) -> PhotoCandidate | None:
        return next((found for code in codes if code.gtin and (found := self._index.by_gtin(code.gtin))), None)

    def close(self) -> None:
        self._workers.close()
        self._student.close()
        self._index.close()


def _smaller(picture: Image.Image) -> Image.Image:
    small = picture.copy()
    small.thumbnail((UNASKED_SIDE, UNASKED_SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
    return small


def _mosaic(picture: Image.Image) -> str:
    """So coarse that it shows colors and nothing else: enough to tell skin from a sofa."""
    small = picture.resize((MOSAIC, MOSAIC), Image.Resampling.BOX)
    jar = io.BytesIO()
    small.save(jar, "PNG")
    return f"data:image/png;base64,{base64.b64encode(jar.getvalue()).decode()}"


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


def _thing_of(box: Box, judgment: Judgment) -> PhotoThing:
    sides = (round(box.left, 3), round(box.top, 3), round(box.right, 3), round(box.bottom, 3))
    return PhotoThing(candidates=judgment.candidates[: judgment.open], verdict=judgment.verdict, box=sides)


def _texts(codes: tuple[Code, ...]) -> tuple[str, ...]:
    return tuple(code.text[:200] for code in codes)


def _unread(sha256: str, notice: str) -> SeenPhoto:
    return SeenPhoto(reading=PhotoReading(part=0, sha256=sha256, notice=notice))


def _of_part(seen: SeenPhoto, part: int) -> SeenPhoto:
    return replace(seen, reading=replace(seen.reading, part=part))
