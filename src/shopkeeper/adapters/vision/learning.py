"""Learning from a shop's own photos: linear discriminants over the views of photos whose product is known, and the photos most alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
SHRINKS = (0.3, 0.8)
"""How far the spread of photos around their product's mean is taken to be the same in every direction: the fewer photos, the more."""
PARTS = 3
"""Parts of the shop's photos that take turns in telling which of `SHRINKS` suits it."""
SOFT = 0.15
"""Discriminant scores of views are not independent: taken at face value they would be far too sure."""
LEAST_PHOTOS = 2
FAINTEST = 1e-3
TRUST = 0.95
SECOND_OPINION = 0.3
"""Power of the catalog pictures beside the photos, where there are both."""
NEIGHBORS, NEIGHBORLY, NEIGHBOR_SHARE = 2, 25.0, 0.5
"""So many most alike photos of a product speak for it, how steeply, and their part of the say beside the discriminants."""


@dataclass(frozen=True, slots=True)
class Discriminants:
    """`weights` (numbers, products), `offsets` (products); `space` (numbers, at most products) is where photos of one product lie close."""

    weights: Floats
    offsets: Floats
    middle: Floats
    space: Floats

    def scores(self, rows: Floats) -> Floats:
        return (rows @ self.weights + self.offsets).mean(axis=-2) * SOFT

    def placed(self, rows: Floats) -> Floats:
        """One unit vector for all views of a photo."""
        at = ((rows - self.middle) @ self.space).mean(axis=-2)
        return at / (np.linalg.norm(at, axis=-1, keepdims=True) + 1e-9)


@dataclass(frozen=True, slots=True)
class Head:
    """What the photos of the catalog's `groups` have taught; `examples` (photos, numbers) belong to the groups numbered in `owners`."""

    discriminants: Discriminants
    examples: Floats
    owners: NDArray[np.int_]
    groups: NDArray[np.int_]
    coverage: float
    """Share of the catalog's groups it knows."""

    def mixed(self, rows: Floats, shares: Floats) -> Floats:
        """Shares by looks (one per group) mixed with what the photos say, as far as they cover the catalog."""
        told = (1 - NEIGHBOR_SHARE) * _shares(self.discriminants.scores(rows)) + NEIGHBOR_SHARE * self._by_neighbors(rows)
        both = told * (shares[self.groups] + FAINTEST) ** SECOND_OPINION
        learned = np.zeros_like(shares)
        learned[self.groups] = both / both.sum()
        trust = TRUST * self.coverage**0.5
        return trust * learned + (1 - trust) * shares

    def _by_neighbors(self, rows: Floats) -> Floats:
        alike = self.examples @ self.discriminants.placed(rows)
        total = np.zeros(len(self.groups), np.float32)
        for _ in range(NEIGHBORS):
            best = np.full(len(self.groups), -np.inf, np.float32)
            np.maximum.at(best, self.owners, alike)
            total += np.maximum(best, -1)
            # Of equals only one is taken: a photo sent twice speaks twice.
            alike = np.where(alike >= best[self.owners], -np.inf, alike)
        return _shares(NEIGHBORLY * total / NEIGHBORS)


def learn(photos: Sequence[Floats], groups: Sequence[int], count: int) -> Head | None:
    """A head from the rows of each photo and the group it shows, of `count` groups; None when there are too few photos."""
    owners = np.asarray(groups, np.int_)
    known, numbers = np.unique(owners, return_counts=True)
    known = known[numbers >= LEAST_PHOTOS]
    if len(known) < 2:
        return None
    kept = [at for at, group in enumerate(groups) if group in known]
    places = np.searchsorted(known, owners[kept])
    views = [photos[at] for at in kept]
    found = _discriminants(views, places, _shrink(views, places))
    examples = np.stack([found.placed(rows) for rows in views])
    return Head(found, examples.astype(np.float32), places, known, len(known) / count)


def _shrink(photos: Sequence[Floats], places: NDArray[np.int_]) -> float:
    """What tells photos best that were not learned from. Photos that came one after another, often of one thing, stay together."""
    ranks = np.zeros(len(places), np.int_)
    for place, number in enumerate(np.bincount(places)):
        ranks[places == place] = np.arange(number) * PARTS // max(1, number)
    if np.bincount(places).min() < PARTS:
        return SHRINKS[-1] if len(places) < 2 * PARTS * len(np.unique(places)) else SHRINKS[0]
    one_view = [rows[:1] for rows in photos]
    right = dict.fromkeys(SHRINKS, 0)
    for part in range(PARTS):
        inside, outside = np.flatnonzero(ranks != part), np.flatnonzero(ranks == part)
        for shrink in SHRINKS:
            found = _discriminants([one_view[at] for at in inside], places[inside], shrink)
            right[shrink] += sum(int(found.scores(one_view[at]).argmax()) == places[at] for at in outside)
    return max(SHRINKS, key=lambda shrink: right[shrink])


def _discriminants(photos: Sequence[Floats], places: NDArray[np.int_], shrink: float) -> Discriminants:
    lines = np.concatenate(photos)
    owners = np.repeat(places, [len(rows) for rows in photos])
    means = np.zeros((int(places.max()) + 1, lines.shape[1]), np.float32)
    np.add.at(means, owners, lines)
    means /= np.bincount(owners)[:, None]
    spread = lines - means[owners]
    scatter = spread.T @ spread / len(lines)
    scatter = (1 - shrink) * scatter + shrink * np.trace(scatter) / len(scatter) * np.eye(len(scatter), dtype=np.float32)
    weights = cast(Floats, np.linalg.solve(scatter, means.T))  # pyright: ignore[reportUnknownMemberType]
    offsets: Floats = -0.5 * (means.T * weights).sum(axis=0)
    middle = means.mean(axis=0)
    around, apart = weights - weights.mean(axis=1, keepdims=True), means - middle
    # The means' own coordinates where their spread is a ball: `around.T @ x` made orthonormal.
    sizes, turns = np.linalg.eigh((apart @ around).astype(np.float64))
    clear = sizes > sizes.max() * 1e-6
    space = around @ (turns[:, clear] / np.sqrt(sizes[clear]))
    return Discriminants(weights.astype(np.float32), offsets.astype(np.float32), middle, space.astype(np.float32))


def _shares(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
