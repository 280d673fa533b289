"""A network that turns a picture into a vector, so that pictures of the same thing lie close together."""

from __future__ import annotations

from typing import Protocol


class EmbedderDown(Exception):
    """The network cannot be reached now; the message says why. What else can be told about a picture still can."""


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

    @property
    def deep(self) -> int:
        """How many of the numbers, from the first, say what a thing is; the rest are about its texture."""
        ...

    @property
    def is_elsewhere(self) -> bool:
        """Whether the picture leaves this machine to be looked at."""
        ...

    @property
    def photo_views(self) -> tuple[float, ...]:
        """The middle parts of a photo that are worth its time, as shares of width and height: each is embedded by itself."""
        ...

    @property
    def catalog_views(self) -> tuple[float, ...]:
        """The same of a picture that is looked at once and kept."""
        ...

    def embed(self, rgb: bytes) -> bytes:
        """The vector (`dimensions` float32, this machine's byte order) of `side` x `side` x 3 RGB bytes. Thread-safe.

        Raises EmbedderDown where the network is elsewhere and does not answer.
        """
        ...
