"""Everything about a picture that finding its product needs, and nothing it could be drawn from again."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from shopkeeper.adapters.vision.colors import COARSE_BINS, FINE_BINS, colors_of
from shopkeeper.adapters.vision.hashes import BITS, Hash, difference_hash
from shopkeeper.adapters.vision.views import Pixels, brightened, framed_thing, halves_of, unframed, views_of
from shopkeeper.ports.image_embedder import ImageEmbedder

Floats = NDArray[np.floating]
TEXTURE_WEIGHT = 0.5
"""Of texture beside what a thing is, in the views a shop's own photos are learned from."""
MIRRORED = (1, 3)
"""Views of a photo to learn from that are looked at in the mirror too."""
VERSION = 3


@dataclass(frozen=True, slots=True)
class Look:
    """`deep` says what it is, `color` and `fine` which colors it has (`fine` counts on `plain` ground only).

    `views` has the same numbers as `deep` for each view: details are found in them. `lines` has one line per view for learning from a
    shop's own photos; it is there for shoppers' photos and those the shop learns from, not for catalog pictures.
    """

    deep: Floats
    color: Floats
    fine: Floats
    plain: bool
    hash: Hash
    views: Floats
    lines: Floats | None = None


class Looker:
    """Makes looks with one network. Thread-safe."""

    def __init__(self, embedder: ImageEmbedder) -> None:
        self._embedder = embedder
        self._project = _projection(embedder.name)
        self.name = f"{embedder.name}+{VERSION}"
        self.asks_elsewhere = embedder.is_elsewhere

    def look(self, picture: Image.Image, *, closely: bool = False, quick: bool = False) -> Look:
        """`picture` as from `intake.open_picture`; `closely` is for catalog pictures, `quick` for second thoughts about a photo."""
        network = self._embedder
        shares = network.catalog_views if closely else network.photo_views[:1] if quick else network.photo_views
        framed = framed_thing(picture)
        middle = self._seen(views_of(framed, network.side, shares))
        if not closely:
            return self._made(picture, framed, middle, middle, self._lines(middle))
        return self._made(picture, framed, middle, self._with(middle, halves_of(framed, network.side)))

    def look_to_learn(self, picture: Image.Image) -> Look:
        """Of a photo whose product is known: as many views as of a catalog picture, and two of them mirrored."""
        network = self._embedder
        framed = framed_thing(picture)
        drawn = views_of(framed, network.side, network.catalog_views)
        middle = self._seen(drawn)
        turned = [np.ascontiguousarray(drawn[at][:, ::-1]) for at in MIRRORED if at < len(drawn)]
        return self._made(picture, framed, middle, middle, self._lines(self._with(middle, turned)))

    def look_again(self, picture: Image.Image, first: Look) -> Look | None:
        """`first` with the views that were left out; None where there are no more."""
        more = [share for share in self._embedder.catalog_views if share not in self._embedder.photo_views]
        if first.lines is None or not more or len(first.lines) > len(self._embedder.photo_views):
            return None
        lines = self._lines(self._seen(views_of(framed_thing(picture), self._embedder.side, more)))
        return replace(first, lines=np.concatenate([first.lines, lines]))

    def _made(self, picture: Image.Image, framed: Image.Image, middle: Floats, views: Floats, lines: Floats | None = None) -> Look:
        color, fine, plain = colors_of(framed)
        deep = self._projected(unit(unit(middle[:, : self._embedder.deep]).mean(axis=0)))
        seen = self._projected(unit(views[:, : self._embedder.deep]))
        return Look(deep=deep, color=color, fine=fine, plain=plain, hash=difference_hash(picture), views=seen, lines=lines)

    def _seen(self, views: Sequence[Pixels]) -> Floats:
        return np.stack([np.frombuffer(self._embedder.embed(view.tobytes()), np.float32) for view in views])

    def _with(self, seen: Floats, more: Sequence[Pixels]) -> Floats:
        """More views than one are asked of nobody who is asked for one only."""
        return np.concatenate([seen, self._seen(more)]) if len(seen) > 1 else seen

    def _projected(self, deep: Floats) -> Floats:
        return deep if self._project is None else deep @ self._project

    def _lines(self, vectors: Floats) -> Floats:
        deep, texture = np.split(vectors, [self._embedder.deep], axis=1)
        # The bundled network counts how much of something there is: square roots keep what is plentiful from drowning the rest.
        told = deep if self._project is None else np.sqrt(np.maximum(deep, 0))
        return np.concatenate([unit(told), TEXTURE_WEIGHT * unit(texture)], axis=1).astype(np.float32)

    def otherwise(self, picture: Image.Image) -> list[Look]:
        """Looks of the picture brightened where it is dark, without a frame around it, and turned by quarters."""
        lit = brightened(picture)
        inner = unframed(lit)
        plain = [inner] if inner is not lit or lit is not picture else []
        turns = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180)
        return [self.look(one, quick=True) for one in (*plain, *(inner.transpose(turn) for turn in turns))]


def unit(vectors: Floats) -> Floats:
    return (vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9)).astype(np.float32)


PRIORS = Path(__file__).parent / "models"


def _projection(name: str) -> Floats | None:
    """What keeps most of a vector in a third of its numbers, common traits taken back a little; known for the bundled network."""
    held = prior(name)
    return None if held is None else held["projection"]


def prior(name: str) -> dict[str, Floats] | None:
    """What unlabelled photos taught about a network: `projection` (1280, 384), mean `deep` and `color` of photos."""
    file = PRIORS / f"{name.split('/', maxsplit=1)[0]}.prior.npz"
    if not file.is_file():
        return None
    with np.load(file) as held:
        return {key: held[key].astype(np.float32) for key in held.files}


def packed(look: Look) -> bytes:
    """A look as it is kept on disk: three kilobytes of a catalog picture, ten of a photo to learn from."""
    bins = (np.concatenate([look.color, look.fine]) * 255).round().astype(np.uint8)
    body = look.deep.astype(np.float16).tobytes() + bins.tobytes() + _table(look.views)
    body += b"" if look.lines is None else _table(look.lines)
    return bytes([VERSION, look.plain]) + look.hash.tobytes() + len(look.deep).to_bytes(2) + zlib.compress(body, 6)


def unpacked(kept: bytes) -> Look | None:
    """The look that `packed` kept; None when another version kept it."""
    if kept[0] != VERSION:
        return None
    start = 2 + BITS // 8
    length = int.from_bytes(kept[start : start + 2])
    body = zlib.decompress(kept[start + 2 :])
    bins = np.frombuffer(body, np.uint8, COARSE_BINS + FINE_BINS, offset=2 * length).astype(np.float32) / 255
    views, end = _from_table(body, 2 * length + len(bins))
    return Look(
        deep=np.frombuffer(body, np.float16, length).astype(np.float32),
        color=bins[:COARSE_BINS],
        fine=bins[COARSE_BINS:],
        plain=bool(kept[1]),
        hash=np.frombuffer(kept, np.uint8, BITS // 8, offset=2),
        views=views,
        lines=_from_table(body, end)[0] if end < len(body) else None,
    )


def in_steps(table: Floats) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Numbers as whole steps from -127 to 127, and the size of a step in each line."""
    sizes: NDArray[np.float32] = np.asarray(np.abs(table).max(axis=-1) / 127 + 1e-12, np.float32)
    return np.round(table / sizes[..., None]).astype(np.int8), sizes


def _table(table: Floats) -> bytes:
    steps, sizes = in_steps(table)
    return table.shape[0].to_bytes(2) + table.shape[1].to_bytes(2) + sizes.tobytes() + steps.tobytes()


def _from_table(body: bytes, start: int) -> tuple[Floats, int]:
    """The table that begins there, and where it ends."""
    lines, numbers = int.from_bytes(body[start : start + 2]), int.from_bytes(body[start + 2 : start + 4])
    sizes = np.frombuffer(body, np.float32, lines, offset=start + 4)
    steps = np.frombuffer(body, np.int8, lines * numbers, offset=start + 4 + 4 * lines).reshape(lines, numbers)
    return (steps * sizes[:, None]).astype(np.float32), start + 4 + 4 * lines + lines * numbers
