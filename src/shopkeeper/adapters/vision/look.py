"""Everything about a picture that finding its product needs, and nothing it could be drawn from again."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from shopkeeper.adapters.vision.colors import COARSE_BINS, FINE_BINS, colors_of
from shopkeeper.adapters.vision.hashes import BITS, Hash, difference_hash
from shopkeeper.adapters.vision.views import brightened, framed_thing, unframed, views_of
from shopkeeper.ports.image_embedder import ImageEmbedder

Floats = NDArray[np.floating]
TEXTURE_WEIGHT = 0.5
"""Of texture beside what a thing is, in the rows a shop's own photos are learned from."""
VERSION = 2


@dataclass(frozen=True, slots=True)
class Look:
    """`deep` says what it is, `color` and `fine` which colors it has (`fine` counts on `plain` ground only).

    `rows` holds one line per view for learning from a shop's own photos; it is kept for those photos alone.
    """

    deep: Floats
    color: Floats
    fine: Floats
    plain: bool
    hash: Hash
    rows: Floats | None = None


class Looker:
    """Makes looks with one network. Thread-safe."""

    def __init__(self, embedder: ImageEmbedder) -> None:
        self._embedder = embedder
        self._project = _projection(embedder.name)
        self.name = f"{embedder.name}+{VERSION}"
        self.asks_elsewhere = embedder.is_elsewhere

    def look(self, picture: Image.Image, *, rows: bool = False, closely: bool = False, quick: bool = False) -> Look:
        """`picture` as from `intake.open_picture`; `closely` is for pictures that are kept, `quick` for second thoughts about a photo."""
        network = self._embedder
        shares = network.catalog_views if closely else network.photo_views[:1] if quick else network.photo_views
        framed = framed_thing(picture)
        vectors = np.stack([np.frombuffer(network.embed(view.tobytes()), np.float32) for view in views_of(framed, network.side, shares)])
        color, fine, plain = colors_of(framed)
        deep = unit(unit(vectors[:, : network.deep]).mean(axis=0))
        return Look(
            deep=deep if self._project is None else deep @ self._project,
            color=color,
            fine=fine,
            plain=plain,
            hash=difference_hash(picture),
            rows=_rows(vectors, network.deep) if rows else None,
        )

    def otherwise(self, picture: Image.Image) -> list[Look]:
        """Looks of the picture brightened where it is dark, without a frame around it, and turned by quarters."""
        lit = brightened(picture)
        inner = unframed(lit)
        plain = [inner] if inner is not lit or lit is not picture else []
        turns = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180)
        return [self.look(one, quick=True) for one in (*plain, *(inner.transpose(turn) for turn in turns))]


def _rows(vectors: Floats, deep: int) -> Floats:
    return np.concatenate([unit(vectors[:, :deep]), TEXTURE_WEIGHT * unit(vectors[:, deep:])], axis=1).astype(np.float32)


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
    """A look as it is kept on disk: about a kilobyte."""
    bins = (np.concatenate([look.color, look.fine]) * 255).round().astype(np.uint8)
    head = bytes([VERSION, look.plain]) + look.hash.tobytes() + len(look.deep).to_bytes(2)
    return head + zlib.compress(look.deep.astype(np.float16).tobytes() + bins.tobytes(), 6)


def unpacked(kept: bytes) -> Look | None:
    """The look that `packed` kept; None when another version kept it."""
    if kept[0] != VERSION:
        return None
    start = 2 + BITS // 8
    length = int.from_bytes(kept[start : start + 2])
    body = zlib.decompress(kept[start + 2 :])
    bins = np.frombuffer(body, np.uint8, COARSE_BINS + FINE_BINS, offset=2 * length).astype(np.float32) / 255
    return Look(
        deep=np.frombuffer(body, np.float16, length).astype(np.float32),
        color=bins[:COARSE_BINS],
        fine=bins[COARSE_BINS:],
        plain=bool(kept[1]),
        hash=np.frombuffer(kept, np.uint8, BITS // 8, offset=2),
    )
