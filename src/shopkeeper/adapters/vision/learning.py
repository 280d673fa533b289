"""Learning from a shop's own photos: linear discriminants over the views of photos whose product is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
SHRINK = 0.3
SOFT = 0.15
"""Discriminant scores of views are not independent: taken at face value they would be far too sure."""
LEAST_PHOTOS = 2
FAINTEST = 1e-3
TRUST = 0.95
SECOND_OPINION = 0.3
"""Power of the catalog pictures beside the photos, where there are both."""


@dataclass(frozen=True, slots=True)
class Head:
    """`weights` (numbers, products), `offsets` (products) and the catalog group of each of these products."""

    weights: Floats
    offsets: Floats
    groups: NDArray[np.int_]
    coverage: float
    """Share of the catalog's groups it knows."""

    def mixed(self, rows: Floats, shares: Floats) -> Floats:
        """Shares by looks (one per group) mixed with what the photos say, as far as they cover the catalog."""
        logits = (rows @ self.weights + self.offsets).mean(axis=0) * SOFT
        powers = np.exp(logits - logits.max())
        both = powers * (shares[self.groups] + FAINTEST) ** SECOND_OPINION
        learned = np.zeros_like(shares)
        learned[self.groups] = both / both.sum()
        trust = TRUST * self.coverage**0.5
        return trust * learned + (1 - trust) * shares


def learn(photos: Sequence[Floats], groups: Sequence[int], count: int) -> Head | None:
    """A head from the rows of each photo and the group it shows, of `count` groups; None when there are too few photos."""
    owners = np.asarray(groups, np.int_)
    known, numbers = np.unique(owners, return_counts=True)
    known = known[numbers >= LEAST_PHOTOS]
    if len(known) < 2:
        return None
    kept = [(rows, group) for rows, group in zip(photos, groups, strict=True) if group in known]
    lines = np.concatenate([rows for rows, _ in kept])
    places = np.repeat(np.searchsorted(known, [group for _, group in kept]), [len(rows) for rows, _ in kept])
    means = np.zeros((len(known), lines.shape[1]), np.float32)
    np.add.at(means, places, lines)
    means /= np.bincount(places)[:, None]
    spread = lines - means[places]
    scatter = spread.T @ spread / len(lines)
    scatter = (1 - SHRINK) * scatter + SHRINK * np.trace(scatter) / len(scatter) * np.eye(len(scatter), dtype=np.float32)
    weights = cast(Floats, np.linalg.solve(scatter, means.T))  # pyright: ignore[reportUnknownMemberType]
    offsets: Floats = -0.5 * (means.T * weights).sum(axis=0)
    return Head(weights.astype(np.float32), offsets.astype(np.float32), known, len(known) / count)
