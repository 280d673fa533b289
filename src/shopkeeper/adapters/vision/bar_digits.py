"""Which thirteen digits explain measured bars best, the check digit being right, and how much worse the next best explanation is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from shopkeeper.adapters.vision.bar_model import PARITIES, Floats

DIGITS = np.arange(10)
_ODD_STATES, _ALL_LEFT = 10, 20


class Reading(NamedTuple):
    """`cost` of the best digits, `next_cost` of the best that differ from them anywhere."""

    text: str
    cost: float
    next_cost: float


def cheapest(costs: Sequence[Floats]) -> Floats:
    """The least cost of each profile over all words, check digit or not: whether there are bars of this kind at all."""
    so_far = costs[0]
    for at in range(1, 6):
        so_far = (so_far[:, :, None] + costs[at].reshape(-1, _ALL_LEFT, _ALL_LEFT)).min(axis=1)
    so_far = (so_far[:, :, None] + costs[6].reshape(-1, _ALL_LEFT, 10)).min(axis=1)
    for at in range(7, 12):
        so_far = (so_far[:, :, None] + costs[at].reshape(-1, 10, 10)).min(axis=1)
    return (so_far + costs[12]).min(axis=1)


def read_digits(costs: Sequence[Floats]) -> Reading:
    """From the costs of one profile per piece (words)."""
    least = np.stack([_through(first, costs) for first in range(10)])
    by_first = least[:, 0].min(axis=1)
    first = int(by_first.argmin())
    digits = least[first].argmin(axis=1)
    others = least[first].copy()
    others[np.arange(12), digits] = np.inf
    rest = min(float(others.min()), float(np.delete(by_first, first).min()))
    return Reading(f"{first}{''.join(map(str, digits))}", float(by_first[first]), rest)


def _through(first: int, costs: Sequence[Floats]) -> Floats:
    """The least cost (12 places, 10 digits) of all readings with that digit there, for one first digit. Sums are kept modulo ten."""
    states = [DIGITS + (_ODD_STATES if side == "G" else 0) for side in PARITIES[first]]
    steps = [costs[at].reshape(_ALL_LEFT, _ALL_LEFT)[np.ix_(states[at - 1], states[at])] for at in range(1, 6)]
    steps += [costs[6].reshape(_ALL_LEFT, 10)[states[5]], *(costs[at].reshape(10, 10) for at in range(7, 12))]
    ahead = np.full((12, 10, 10), np.inf)
    ahead[0, DIGITS, (first + 3 * DIGITS) % 10] = costs[0][states[0]]
    for at in range(1, 12):
        best = (ahead[at - 1][:, None, :] + steps[at - 1][:, :, None]).min(axis=0)
        ahead[at] = np.take_along_axis(best, (DIGITS[None] - _weight(at) * DIGITS[:, None]) % 10, axis=1)
    behind = np.full((12, 10, 10), np.inf)
    behind[11, :, 0] = costs[12]
    for at in range(10, -1, -1):
        after = np.take_along_axis(behind[at + 1], (DIGITS[None] + _weight(at + 1) * DIGITS[:, None]) % 10, axis=1)
        behind[at] = (steps[at][:, :, None] + after[None]).min(axis=1)
    return (ahead + behind).min(axis=2)


def _weight(place: int) -> int:
    """Of the digit at `place` (0 = the second of the thirteen) in the check sum."""
    return 3 if place % 2 == 0 else 1
