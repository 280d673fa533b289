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
from shopkeeper.adapters.vision.views import QUICK, SHARES, brightened, framed_thing, unframed, views_of
from shopkeeper.ports.image_embedder import ImageEmbedder

Floats = NDArray[np.floating]
TEXTURE_WEIGHT = COLOR_WEIGHT = 0.5
"""Of texture and color beside what a thing is, in the rows a shop's own photos are learned from."""
DEEP = 1280
VERSION = 1


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

    def look(self, picture: Image.Image, *, rows: bool = False, quick: bool = False) -> Look:
        """`picture` as from `intake.open_picture`; `quick` takes one view of it instead of five."""
        views = views_of(picture, self._embedder.side, shares=QUICK if quick else SHARES)
        vectors = np.stack([np.frombuffer(self._embedder.embed(view.tobytes()), np.float32) for view in views])
        color, fine, plain = colors_of(framed_thing(picture))
        deep = unit(unit(vectors[:, :DEEP]).mean(axis=0))
        return Look(
            deep=deep if self._project is None else deep @ self._project,
            color=color,
            fine=fine,
            plain=plain,
            hash=difference_hash(picture),
            rows=_rows(vectors, color) if rows else None,
        )

    def otherwise(self, picture: Image.Image) -> list[Look]:
        """Looks of the picture brightened where it is dark, without a frame around it, and turned by quarters."""
        lit = brightened(picture)
        inner = unframed(lit)
        plain = [inner] if inner is not lit or lit is not picture else []
        turns = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180)
        return [self.look(one, quick=True) for one in (*plain, *(inner.transpose(turn) for turn in turns))]


def _rows(vectors: Floats, color: Floats) -> Floats:
    texture = vectors[:, DEEP:]
    parts = [unit(vectors[:, :DEEP])]
    if texture.shape[1]:
        parts.append(TEXTURE_WEIGHT * unit(texture))
    parts.append(np.broadcast_to(COLOR_WEIGHT * color, (len(vectors), len(color))))
    return np.concatenate(parts, axis=1).astype(np.float32)


def unit(vectors: Floats) -> Floats:
    return (vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9)).astype(np.float32)


PRIORS = Path(__file__).parent / "models"


def _projection(name: str) -> Floats | None:
    """What keeps most of a vector in a fifth of its numbers; known for the network that comes with Shopkeeper."""
    held = prior(name)
    return None if held is None else held["projection"]


def prior(name: str) -> dict[str, Floats] | None:
    """What was learned about a network from unlabelled photos: `projection` (1280, 256), mean `deep` and `color` of photos."""
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
