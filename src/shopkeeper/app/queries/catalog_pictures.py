"""The catalog's pictures and article numbers, read in one go."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.domain.catalog.gallery import GalleryPhoto
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.ports.catalog_pictures import CatalogPicture, CatalogPictures
from shopkeeper.ports.storage import Storage, Transaction


class StoredPictures:
    """PictureSource over the shop's storage."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def revision(self) -> int:
        return await self._storage.read(lambda tx: tx.catalog.revision())

    async def read(self) -> CatalogPictures:
        return await self._storage.scan(catalog_pictures)

    async def gallery_revision(self) -> int:
        return await self._storage.read(lambda tx: tx.gallery.revision())

    async def gallery(self) -> tuple[int, Sequence[GalleryPhoto]]:
        return await self._storage.scan(lambda tx: (tx.gallery.revision(), tuple(tx.gallery.all())))


def catalog_pictures(tx: Transaction) -> CatalogPictures:
    pictures: list[CatalogPicture] = []
    named: dict[str, set[tuple[ProductId, Sku]]] = {}
    for product in tx.catalog.all_products():
        if product.image:
            pictures.append(CatalogPicture(product_id=product.id, sku=None, address=product.image))
        for variant in product.variants:
            if variant.image:
                pictures.append(CatalogPicture(product_id=product.id, sku=variant.sku, address=variant.image))
            for gtin in (variant.gtin, *variant.other_gtins):
                if gtin:
                    named.setdefault(gtin.zfill(14), set()).add((product.id, variant.sku))
    gtins = {gtin: next(iter(owners)) for gtin, owners in named.items() if len(owners) == 1}
    return CatalogPictures(revision=tx.catalog.revision(), pictures=tuple(pictures), gtins=gtins)
