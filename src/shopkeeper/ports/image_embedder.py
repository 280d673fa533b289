"""A network that turns a picture into a vector, so that pictures of the same thing lie close together."""

from __future__ import annotations

from typing import Protocol


class ImageEmbedder(Protocol):
    @property
    def name(self) -> str:
        """Model and version; kept with every vector, since vectors of different models cannot be compared."""
        ...

    @property
    def side(self) -> int:
        """Width and height of the square picture it takes, in pixels."""
        ...

    @property
    def dimensions(self) -> int: ...

    def embed(self, rgb: bytes) -> bytes:
        """The vector (`dimensions` float32, this machine's byte order) of `side` x `side` x 3 RGB bytes. Thread-safe."""
        ...
