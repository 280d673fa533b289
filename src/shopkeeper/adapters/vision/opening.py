"""Sight that costs nothing until the first photo: numpy, Pillow and the network are loaded then."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from shopkeeper.adapters.vision.decency import can_judge
from shopkeeper.adapters.vision.look_store import SHIPPED
from shopkeeper.domain.catalog.protected import ProtectedMark
from shopkeeper.domain.core.outcome import TransientFault
from shopkeeper.ports.catalog_pictures import PictureSource
from shopkeeper.ports.image_embedder import EmbedderDown, ImageEmbedder
from shopkeeper.ports.mark_finder import FoundMarks
from shopkeeper.ports.photo_reader import SeenPhoto
from shopkeeper.ports.picture_judge import PictureJudge

if TYPE_CHECKING:
    from shopkeeper.adapters.vision.checking import LocalPictures
    from shopkeeper.adapters.vision.mark_finder import PrintAndPictures
    from shopkeeper.adapters.vision.print_reader import RapidTextReader
    from shopkeeper.adapters.vision.reader import VisionReader
    from shopkeeper.adapters.vision.veil import Finder

log = structlog.get_logger()

NEEDED = ("onnxruntime", "numpy", "PIL", "zxingcpp")
NEEDED_TO_READ = ("rapidocr", "onnxruntime", "numpy")
THREADS = 1
UNSUITABLE_FROM = 0.8
"""From here on the makers of the network call a picture unsuitable with high probability."""


def can_see() -> bool:
    """Whether everything that looking at photos needs is installed."""
    return all(find_spec(name) is not None for name in NEEDED)


def can_read() -> bool:
    """Whether everything that reading text in photos needs is installed."""
    return all(find_spec(name) is not None for name in NEEDED_TO_READ)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureModel:
    """Which network looks at pictures: one in a `folder`, one behind a `url`, or (both empty) the one that comes with Shopkeeper."""

    folder: str = ""
    url: str = ""
    name: str = ""
    key: str = field(default="", repr=False)
    request: str = ""


def open_embedder(model: PictureModel) -> ImageEmbedder:
    """Raises InvalidInput for a folder without a model, EmbedderDown where an endpoint does not answer."""
    if model.folder:
        from shopkeeper.adapters.vision.onnx_folder import OnnxFolder

        return OnnxFolder(Path(model.folder))
    if model.url:
        from shopkeeper.adapters.vision.embedding_endpoint import EmbeddingEndpoint, EndpointOptions

        return EmbeddingEndpoint(EndpointOptions(url=model.url, model=model.name, key=model.key, request=model.request))
    from shopkeeper.adapters.vision.network import EfficientNetLite2

    return EfficientNetLite2()


class LazyReader:
    """PhotoReader that makes the real one on first use. `file` holds the looks of catalog pictures."""

    def __init__(
        self,
        file: Path,
        folders: Mapping[str, Path],
        source: PictureSource,
        *,
        model: PictureModel | None = None,
        threads: int = THREADS,
        unsuitable_from: float = UNSUITABLE_FROM,
    ) -> None:
        self._file = file
        self._folders = folders
        self._source = source
        self._model = model or PictureModel()
        self._threads = threads
        self._unsuitable = unsuitable_from
        self._opening = asyncio.Lock()
        self._reader: VisionReader | None = None
        self._finder: PrintAndPictures | None = None

    async def read(self, data: bytes, *, part: int, text: bool = False, cleared: bool = False) -> SeenPhoto:
        return await (await self._opened()).read(data, part=part, text=text, cleared=cleared)

    async def forget(self, digests: Iterable[str]) -> None:
        if self._reader is not None:
            await self._reader.forget(digests)

    async def look_of(self, data: bytes) -> tuple[str, bytes] | None:
        """The look of a photo, to be kept and learned from. Raises TransientFault when too many photos wait already."""
        from shopkeeper.adapters.vision.workers import Busy

        try:
            return await (await self._opened()).look_of(data)
        except Busy as error:
            raise TransientFault("too many photos wait to be looked at") from error

    async def find_marks(self, copy: bytes, watched: Sequence[ProtectedMark]) -> FoundMarks | None:
        """What a kept photo says in print, and which of the watched pictures lie in it."""
        await self._opened()
        assert self._finder is not None
        return await self._finder.find_marks(copy, watched)

    async def refresh(self) -> None:
        """Look at catalog pictures that are new. Does nothing before the first photo came."""
        if self._reader is not None:
            await self._reader.refresh()

    async def prepare(self) -> None:
        """Look at the catalog's pictures before the first photo comes, unless they were looked at when the pack was made."""
        if any(folder.is_dir() and not (folder / SHIPPED).is_file() for folder in self._folders.values()):
            await (await self._opened()).refresh()

    async def _opened(self) -> VisionReader:
        async with self._opening:
            if self._reader is None:
                self._reader = await asyncio.to_thread(self._open)
            return self._reader

    def _open(self) -> VisionReader:
        from shopkeeper.adapters.vision.look import Looker
        from shopkeeper.adapters.vision.look_store import LookStore
        from shopkeeper.adapters.vision.mark_finder import PrintAndPictures
        from shopkeeper.adapters.vision.picture_index import PictureIndex
        from shopkeeper.adapters.vision.reader import VisionReader
        from shopkeeper.adapters.vision.workers import Workers

        looker = Looker(self._embedder())
        index = PictureIndex(LookStore(self._file), looker, self._folders)
        workers = Workers(self._threads)
        reader = self._print_reader()
        self._finder = PrintAndPictures(reader)
        return VisionReader(
            index,
            looker,
            workers,
            self._source,
            reader,
            judge=self._judge(),
            unsuitable_from=self._unsuitable,
            finders=_finders(reader),
        )

    def _judge(self) -> PictureJudge | None:
        if self._unsuitable > 1 or not can_judge():
            return None
        from shopkeeper.adapters.vision.decency import OpenNsfw

        return OpenNsfw()

    def _embedder(self) -> ImageEmbedder:
        try:
            return open_embedder(self._model)
        except EmbedderDown as problem:
            # Shoppers come now: the bundled network knows the same catalog, if less well, until the next start.
            log.warning("vision.endpoint_down", url=self._model.url, reason=str(problem), instead="bundled")
            return open_embedder(PictureModel())

    def _print_reader(self) -> RapidTextReader | None:
        if not can_read():
            return None
        from shopkeeper.adapters.vision.print_reader import RapidTextReader

        return RapidTextReader()

    def close(self) -> None:
        if self._finder is not None:
            self._finder.close()
        if self._reader is not None:
            self._reader.close()


def picture_checker(file: Path, folders: Mapping[str, Path]) -> LocalPictures | None:
    """Who looks at new catalog pictures; None where nothing is installed to look with. `file` is that of the looks."""
    if not can_see() or not (can_judge() or can_read()):
        return None
    from shopkeeper.adapters.vision.checking import LocalPictures
    from shopkeeper.adapters.vision.decency import OpenNsfw
    from shopkeeper.adapters.vision.look_store import LookStore
    from shopkeeper.adapters.vision.print_reader import RapidTextReader

    judge, reader = OpenNsfw() if can_judge() else None, RapidTextReader() if can_read() else None
    return LocalPictures(LookStore(file), folders, judge=judge, reader=reader)


def _finders(reader: RapidTextReader | None) -> tuple[Finder, ...]:
    """Faces always; number plates where text can be read."""
    from shopkeeper.adapters.vision.faces import FaceFinder
    from shopkeeper.adapters.vision.plates import PlateFinder

    return (FaceFinder(), PlateFinder(reader)) if reader is not None else (FaceFinder(),)
