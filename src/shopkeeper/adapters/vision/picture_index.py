"""The catalog as pictures: which file shows which variants, looked at once each, ready to be compared with a photo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from shopkeeper.adapters.vision.gallery import as_pictures
from shopkeeper.adapters.vision.intake import Unreadable, open_picture
from shopkeeper.adapters.vision.learning import Head
from shopkeeper.adapters.vision.lessons import Example, lessons
from shopkeeper.adapters.vision.look import Look, Looker, packed, unpacked
from shopkeeper.adapters.vision.look_store import SHIPPED, LookStore
from shopkeeper.adapters.vision.matching import Match, Matcher
from shopkeeper.adapters.vision.places import file_of
from shopkeeper.domain.catalog.gallery import GalleryPhoto
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.dialogue.photo import PhotoCandidate
from shopkeeper.ports.catalog_pictures import CatalogPicture, CatalogPictures

COPY_SCORE = 0.99
MOST_CANDIDATES = 8
LEAST_SCORE = 0.02
MOST_VARIANTS = 8


@dataclass(frozen=True, slots=True)
class Group:
    """The variants of one product that one picture shows."""

    product_id: ProductId
    skus: tuple[Sku, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A catalog picture: its file, the digest of its content, and the variants it shows."""

    product_id: ProductId
    skus: tuple[Sku, ...]
    digest: str
    file: Path


class PictureIndex:
    """Built from the catalog's pictures that lie in local folders; pictures at foreign addresses are not fetched.

    `folders` maps an address such as `/media/lantern_market` to the folder it serves.
    """

    def __init__(self, store: LookStore, looker: Looker, folders: Mapping[str, Path]) -> None:
        self.store = store
        self._looker = looker
        self._folders = folders
        self._groups: tuple[Group, ...] = ()
        self._shown: tuple[Shown, ...] = ()
        self._of_product: Mapping[ProductId, tuple[int, ...]] = {}
        self._looks: tuple[Look, ...] = ()
        self._learned: tuple[GalleryPhoto, ...] = ()
        self._matcher: Matcher | None = None
        self._examples: tuple[Example, ...] = ()
        self._taught: tuple[Head, tuple[Group, ...]] | None = None
        self.is_behind = False
        """Whether photos came or went since it last studied."""
        self._gtins: Mapping[str, tuple[ProductId, Sku]] = {}
        self.revision = -1
        self.gallery_revision = 0
        self.lessons = 0

    @property
    def size(self) -> int:
        """How many different pictures can be found now."""
        return len(self._groups)

    @property
    def has_studied(self) -> bool:
        """Whether photos have taught it more than what is nearest."""
        return self._matcher is not None and self._matcher.head is not None

    def build(self, catalog: CatalogPictures, progress: Callable[[int, int], None] | None = None) -> None:
        """Take in the catalog; only pictures never looked at before cost time. Findings are exchanged at the end, at once.

        Raises EmbedderDown when a network elsewhere does not answer: what was looked at is kept, and the next build goes on from there.
        """
        self._gtins = catalog.gtins
        for folder in self._folders.values():
            self.store.take_in(folder / SHIPPED)
        shown = self._by_group(catalog.pictures)
        kept = self.store.get((digest for digest, _ in shown), self._looker.name)
        looks: list[Look] = []
        groups: list[Group] = []
        files: list[Shown] = []
        for number, ((digest, group), file) in enumerate(shown.items(), start=1):
            look = unpacked(kept[digest]) if digest in kept else None
            look = look or self._look_at(file, digest)
            if look is not None:
                looks.append(look)
                groups.append(group)
                files.append(Shown(group.product_id, group.skus, digest, file))
            if progress:
                progress(number, len(shown))
        self._looks, self._shown = tuple(looks), tuple(files)
        self._of_product = _places(groups)
        self._match_with(groups, self._learned)
        self.revision = catalog.revision

    def learn(self, photos: Sequence[GalleryPhoto], revision: int) -> None:
        """Take in the shop's confirmed photos, to be compared with from now on. No picture is looked at again for it: looks that another
        model made are left out."""
        self._learned = tuple(photo for photo in photos if photo.model == self._looker.name)
        self._match_with(self._groups[: len(self._looks)], self._learned)
        self.gallery_revision = revision

    def study(self) -> None:
        """Learn what tells goods apart from the confirmed photos taken in. Takes seconds where these photos are new; photos are looked up
        meanwhile as before."""
        if not self.is_behind:
            return
        self.is_behind = False
        matcher, groups, examples = self._matcher, self._groups, self._examples
        if matcher is None:
            return
        head = lessons(examples, f"{self._looker.name} {groups!r}", self.store)
        matcher.head = head
        self._taught = (head, groups) if head is not None else None
        self.lessons += 1

    def _match_with(self, groups: Sequence[Group], photos: Sequence[GalleryPhoto]) -> None:
        """Each photo stands beside the catalog picture of what it shows; a variant without a picture of its own gets a group."""
        known, looks, owners = list(groups), list(self._looks), list(range(len(groups)))
        examples: list[Example] = []
        of_product = {product: list(places) for product, places in _places(groups).items()}
        for photo, look in as_pictures(photos, self._looks, self._looker.name) if looks else ():
            near = of_product.setdefault(photo.product_id, [])
            at = next((at for at in near if _shows(known[at], photo)), None)
            if at is None:
                at = len(known)
                near.append(at)
                known.append(Group(photo.product_id, (photo.sku,) if photo.sku else ()))
            looks.append(look)
            owners.append(at)
            if look.lines is not None:
                examples.append(Example(look.lines, at, f"{photo.conversation_id} {photo.sha256}"))
        matcher = Matcher(looks, np.array(owners, np.int_), self._looker.name, photos=len(looks) - len(groups)) if looks else None
        if matcher is not None:
            matcher.head = self._known_so_far(known)
        self._groups, self._matcher, self._examples = tuple(known), matcher, tuple(examples)
        self.is_behind = bool(examples) or self._taught is not None

    def _known_so_far(self, groups: Sequence[Group]) -> Head | None:
        """What was learned before, until the photos there are now were studied."""
        if self._taught is None:
            return None
        head, before = self._taught
        places = {group: at for at, group in reversed(list(enumerate(groups)))}
        return head.renumbered({old: places[group] for old, group in enumerate(before) if group in places})

    def _by_group(self, pictures: Sequence[CatalogPicture]) -> dict[tuple[str, Group], Path]:
        """Pictures by content: variants of a product with the same picture are one group."""
        owners: dict[tuple[ProductId, str], list[Sku]] = {}
        files: dict[str, Path] = {}
        placed = [(picture, file) for picture in pictures if (file := file_of(picture.address, self._folders)) is not None]
        digests = self.store.digests(file for _, file in placed)
        for picture, file in placed:
            digest = digests.get(file)
            if digest is None:
                continue
            files[digest] = file
            skus = owners.setdefault((picture.product_id, digest), [])
            if picture.sku is not None:
                skus.append(picture.sku)
        return {(digest, Group(product, tuple(skus))): files[digest] for (product, digest), skus in owners.items()}

    def _look_at(self, file: Path, digest: str) -> Look | None:
        try:
            look = self._looker.look(open_picture(file.read_bytes()), closely=True)
        except (Unreadable, OSError):
            return None
        self.store.put(digest, self._looker.name, packed(look))
        return look

    def close(self) -> None:
        self.store.close()

    def by_gtin(self, gtin: str) -> PhotoCandidate | None:
        owner = self._gtins.get(gtin.zfill(14))
        return PhotoCandidate(product_id=owner[0], skus=(owner[1],), score=1.0) if owner else None

    def find(self, look: Look, *, learn: bool = True) -> tuple[tuple[PhotoCandidate, ...], bool]:
        """Products that look like it, best first, and whether these have the very same picture."""
        matcher = self._matcher
        if matcher is None:
            return (), False
        match = matcher.match(look, learn=learn)
        if match.copies:
            score = round(COPY_SCORE / len(match.copies), 3)
            groups = [self._groups[at] for at in match.copies[:MOST_CANDIDATES]]
            return tuple(PhotoCandidate(product_id=group.product_id, skus=group.skus, score=score) for group in groups), True
        return self._candidates(match), False

    def likely(self, look: Look, most: int) -> tuple[Shown, ...]:
        """The catalog pictures most like it, and the other pictures of their products."""
        matcher, shown = self._matcher, self._shown
        if matcher is None:
            return ()
        best = np.argsort(-matcher.match(look, learn=False).shares)[:most]
        products = dict.fromkeys(self._groups[int(at)].product_id for at in best)
        return tuple(shown[at] for product in products for at in self._of_product.get(product, ())[:MOST_VARIANTS])

    def _candidates(self, match: Match) -> tuple[PhotoCandidate, ...]:
        best = np.argsort(-match.shares)[:MOST_CANDIDATES]
        found = (
            PhotoCandidate(product_id=group.product_id, skus=group.skus, score=round(match.trust * share, 3))
            for group, share in ((self._groups[int(at)], float(match.shares[at])) for at in best)
        )
        return tuple(candidate for candidate in found if candidate.score >= LEAST_SCORE)


def _shows(group: Group, photo: GalleryPhoto) -> bool:
    """Of a group of the photo's product."""
    return photo.sku in group.skus if photo.sku and group.skus else True


def _places(groups: Sequence[Group]) -> dict[ProductId, tuple[int, ...]]:
    places: dict[ProductId, list[int]] = {}
    for at, group in enumerate(groups):
        places.setdefault(group.product_id, []).append(at)
    return {product: tuple(found) for product, found in places.items()}
