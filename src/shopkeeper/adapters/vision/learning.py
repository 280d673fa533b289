"""Learning from a shop's own photos: linear discriminants over the views of photos whose product is known, and the photos most alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
SHRINK = 0.2
"""How far the spread of photos around their product's mean is taken to be the same in every direction."""
SOFT = 0.1
"""Discriminant scores of views are not independent: taken at face value they would be far too sure."""
LEAST_PHOTOS = 2
MOST_PHOTOS = 60
"""Of one group: more cost time and tell little."""
FAINTEST = 1e-3
SECOND_OPINION = 0.1
"""Power of the catalog pictures beside the photos, where there are both."""
NEIGHBORS, NEIGHBORLY, NEIGHBOR_SHARE = 3, 20.0, 0.6
"""So many most alike photos of a product speak for it, how steeply, and their part of the say beside the discriminants."""
LEAST_SPREAD = 1e-6
MOST_AXES = 400


@dataclass(frozen=True, slots=True)
class Discriminants:
    """`weights` (numbers, products), `offsets` (products); `space` (numbers, at most products) is where photos of one product lie close."""

    weights: Floats
    offsets: Floats
    middle: Floats
    space: Floats

    def scores(self, lines: Floats) -> Floats:
        return (lines @ self.weights + self.offsets).mean(axis=-2) * SOFT

    def placed(self, lines: Floats) -> Floats:
        """One unit vector for all views of a photo."""
        at = ((lines - self.middle) @ self.space).mean(axis=-2)
        return at / (np.linalg.norm(at, axis=-1, keepdims=True) + 1e-9)


@dataclass(frozen=True, slots=True)
class Head:
    """What the photos of the catalog's `groups` have taught; `examples` (photos, numbers) belong to the groups numbered in `owners`."""

    discriminants: Discriminants
    examples: Floats
    owners: NDArray[np.int_]
    groups: NDArray[np.int_]

    def mixed(self, lines: Floats, shares: Floats, pictures: Floats) -> Floats:
        """Shares by looks (one per group); what they give to groups that photos taught is shared out anew among these.

        `pictures` are the shares by catalog pictures alone.
        """
        told = (1 - NEIGHBOR_SHARE) * _shares(self.discriminants.scores(lines)) + NEIGHBOR_SHARE * self._by_neighbors(lines)
        both = told * (pictures[self.groups] + FAINTEST) ** SECOND_OPINION
        learned = shares.copy()
        learned[self.groups] = both / both.sum() * shares[self.groups].sum()
        return learned

    def _by_neighbors(self, lines: Floats) -> Floats:
        alike = self.examples @ self.discriminants.placed(lines)
        total = np.zeros(len(self.groups), np.float32)
        for _ in range(NEIGHBORS):
            best = np.full(len(self.groups), -np.inf, np.float32)
            np.maximum.at(best, self.owners, alike)
            total += np.maximum(best, -1)
            # Of equals only one is taken: a photo sent twice speaks twice.
            alike = np.where(alike >= best[self.owners], -np.inf, alike)
        return _shares(NEIGHBORLY * total / NEIGHBORS)

    def renumbered(self, places: Mapping[int, int]) -> Head | None:
        """For a catalog whose groups stand elsewhere now; None where fewer than two of those it knows are left."""
        left = np.array([at for at, group in enumerate(self.groups) if int(group) in places], np.int_)
        if len(left) < 2:
            return None
        kept, old = np.isin(self.owners, left), self.discriminants
        return Head(
            Discriminants(old.weights[:, left], old.offsets[left], old.middle, old.space),
            self.examples[kept],
            np.searchsorted(left, self.owners[kept]),
            np.array([places[int(self.groups[at])] for at in left], np.int_),
        )


def learn(photos: Sequence[Floats], groups: Sequence[int]) -> Head | None:
    """A head from the lines (views, numbers) of each photo and the group it shows, latest last; None when there are too few photos."""
    latest = _latest(groups)
    owners = np.asarray([groups[at] for at in latest], np.int_)
    known, numbers = np.unique(owners, return_counts=True)
    known = known[numbers >= LEAST_PHOTOS]
    if len(known) < 2:
        return None
    kept = np.isin(owners, known)
    views = [photos[at] for at, wanted in zip(latest, kept, strict=True) if wanted]
    places = np.searchsorted(known, owners[kept])
    found = _discriminants(views, places)
    examples = np.stack([found.placed(lines) for lines in views])
    return Head(found, examples.astype(np.float32), places, known)


def _latest(groups: Sequence[int]) -> list[int]:
    """Places of the latest `MOST_PHOTOS` of each group, in order."""
    seen: dict[int, int] = {}
    kept: list[int] = []
    for at in reversed(range(len(groups))):
        seen[groups[at]] = seen.get(groups[at], 0) + 1
        if seen[groups[at]] <= MOST_PHOTOS:
            kept.append(at)
    return kept[::-1]


def _discriminants(photos: Sequence[Floats], places: NDArray[np.int_]) -> Discriminants:
    lines = np.concatenate(photos)
    owners = np.repeat(places, [len(one) for one in photos])
    means = np.zeros((int(places.max()) + 1, lines.shape[1]), np.float32)
    np.add.at(means, owners, lines)
    means /= np.bincount(owners)[:, None]
    spread = lines - means[owners]
    scatter = spread.T @ spread / len(lines)
    even = max(float(np.trace(scatter)) / len(scatter), LEAST_SPREAD)
    scatter = (1 - SHRINK) * scatter + SHRINK * even * np.eye(len(scatter), dtype=np.float32)
    weights = np.linalg.solve(scatter, means.T)
    offsets: Floats = -0.5 * (means.T * weights).sum(axis=0)
    middle = means.mean(axis=0)
    return Discriminants(
        weights.astype(np.float32),
        offsets.astype(np.float32),
        middle,
        _space(weights - weights.mean(axis=1, keepdims=True), means - middle),
    )


def _space(around: Floats, apart: Floats) -> Floats:
    """The means' own coordinates where the spread of photos is a ball: `around.T @ x` made orthonormal. Of many means, every so-many-th."""
    some = np.linspace(0, len(apart) - 1, min(len(apart), MOST_AXES)).astype(int)
    around, apart = around[:, some], apart[some]
    sizes, turns = np.linalg.eigh((apart @ around).astype(np.float64))
    clear = sizes > sizes.max() * 1e-6
    return (around @ (turns[:, clear] / np.sqrt(sizes[clear]))).astype(np.float32)


def _shares(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
