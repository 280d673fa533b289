"""What the catalog shows and prints on its goods: pictures and article numbers, for recognizing them in photos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from shopkeeper.domain.catalog.gallery import GalleryPhoto
from shopkeeper.domain.core.ids import ProductId, Sku


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogPicture:
    """`sku` None: the picture of the product as a whole."""

    product_id: ProductId
    sku: Sku | None
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogPictures:
    revision: int
    pictures: tuple[CatalogPicture, ...]
    gtins: Mapping[str, tuple[ProductId, Sku]]
    """By GTIN padded to 14 digits; a number on several variants names none."""


class PictureSource(Protocol):
    async def revision(self) -> int:
        """Of the catalog: moves with every change of it."""
        ...

    async def read(self) -> CatalogPictures: ...
    async def gallery_revision(self) -> int:
        """Of the confirmed photos: moves when one comes or goes."""
        ...

    async def gallery(self) -> tuple[int, Sequence[GalleryPhoto]]:
        """The revision and all photos of it."""
        ...
