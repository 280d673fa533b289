"""Which product a photo looks like: what it is, what colors it has, and what this shop's own photos have taught."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import InitVar, dataclass, field
from typing import cast

import numpy as np
from numpy.typing import NDArray

from shopkeeper.adapters.vision import hashes
from shopkeeper.adapters.vision.learning import Head, learn
from shopkeeper.adapters.vision.look import Floats, Look, in_steps, prior, unit

COLOR = 0.3
FINE, FINE_BESIDE_VIEWS = 1.2, 0.9
MOST_COMPARED = 64
"""So many of the best are compared by fine colors and view by view."""
STUDIO, STUDIO_ON_PAPER = 0.05, -0.1
"""How much nearer to the catalog's mean than to that of photos a picture of the shop's own kind is, in distances of the two; on paper,
where the catalog is on paper too, it may be a little further away."""
PRIOR_PHOTOS = 30
"""So many photos the mean that comes with the network is worth; every photo seen moves it toward this shop's own."""
SAME_COLORS = 0.93
SAME_SAVED = 0.005
MANY = 5
"""So many pictures of most groups teach what they have in common, as a shop's own photos do."""
PHOTO_TO_PHOTO = 0.35
"""By so much a photo is liker to photos than to catalog pictures of the same thing: else goods nobody photographed were never found."""
SHARPNESS = {"photo": 18.0, "studio": 7.0}
"""From likeness to shares: found with `eval visual` on the development photos."""

HALF_TRUSTED = {"photo": 0.37, "studio": 0.85}
TRUST_SLOPE = 12.0
MOST_RIVALS, MOST_HALF = 300, 0.8
"""The likeness at which a picture is as probably of something else, and how fast that changes; found in the same way."""


@dataclass(frozen=True, slots=True)
class Match:
    """Shares of the groups, one per group, summing to one, and the likeness of the best; `copies` = catalog pictures this is one of.

    `trust` is the estimated probability that the photo shows anything of the catalog at all.
    """

    shares: Floats
    likeness: float
    trust: float = 1.0
    copies: tuple[int, ...] = ()


@dataclass
class Matcher:
    """Looks of the catalog, each belonging to a group (the variants of a product that look the same); the last `photos` of them are
    the shop's own photos. Not changed once built, but for the `head` that is learned meanwhile."""

    looks: InitVar[Sequence[Look]]
    groups: NDArray[np.int_]
    model: str
    photos: int = 0
    head: Head | None = None
    common: PhotoMean = field(init=False)

    def __post_init__(self, looks: Sequence[Look]) -> None:
        self.count = int(self.groups.max()) + 1 if len(self.groups) else 0
        self._deep, self._color = np.stack([look.deep for look in looks]), np.stack([look.color for look in looks])
        self._fine = np.stack([(look.fine * 255).astype(np.uint8) for look in looks])
        self._on_paper = sum(look.plain for look in looks) > len(looks) / 2
        self._hashes = np.stack([look.hash for look in looks])
        self._mean_deep, self._mean_color = self._deep.mean(axis=0), self._color.mean(axis=0)
        self._mean_fine = self._fine.mean(axis=0, dtype=np.float32) / 255
        self._pictures = len(looks) - self.photos
        self._taught = self._from_pictures([look.views for look in looks[: self._pictures]])
        self._deep, self._color = unit(self._deep - self._mean_deep), unit(self._color - self._mean_color)
        self._views = Views.of(looks)
        self.common = PhotoMean.start(self.model, self._mean_deep, self._mean_color)
        self._half_trusted = HALF_TRUSTED if prior(self.model) is not None else self._rivals()

    def _from_pictures(self, views: Sequence[Floats]) -> Head | None:
        owners = self.groups[: self._pictures]
        many = self.count > 1 and len(owners) > 0 and float(np.median(np.bincount(owners))) >= MANY
        return learn(views, [int(group) for group in owners]) if many else None

    def _rivals(self) -> dict[str, float]:
        """What to trust half from a network nobody has measured: what a picture shares with the nearest picture of something else."""
        some = np.linspace(0, len(self._deep) - 1, min(len(self._deep), MOST_RIVALS)).astype(int)
        alike = self._deep[some] @ self._deep.T + COLOR * (self._color[some] @ self._color.T)
        alike[self.groups[some][:, None] == self.groups[None]] = -np.inf
        nearest = alike.max(axis=1)
        half = float(np.median(nearest[np.isfinite(nearest)])) if np.isfinite(nearest).any() else HALF_TRUSTED["photo"]
        return {"photo": min(half, MOST_HALF), "studio": HALF_TRUSTED["studio"]}

    def match(self, look: Look, *, learn: bool = True) -> Match:
        """`learn` = False where the picture was turned or lit otherwise: then it says nothing about what this shop's photos look like."""
        kind = "studio" if self._from_a_studio(look) else "photo"
        scores = self._likeness(look, kind, learn=learn)
        likeness = float(scores.max())
        return Match(
            shares=self._shares(look, kind, scores),
            likeness=likeness,
            trust=_trust(likeness, self._half_trusted[kind]),
            copies=self._copies(look),
        )

    def _shares(self, look: Look, kind: str, scores: Floats) -> Floats:
        fair = scores.copy()
        if kind == "photo":
            fair[self._pictures :] -= PHOTO_TO_PHOTO
        shares = softmax(self._best(fair) * SHARPNESS[kind])
        if self._taught is not None:
            shares = self._taught.mixed(look.views, shares, shares)
        head = self.head
        if head is not None and look.lines is not None:
            alone = softmax(self._best(scores[: self._pictures]) * SHARPNESS[kind])
            shares = head.mixed(look.lines, shares, alone)
        return shares

    def _best(self, scores: Floats) -> Floats:
        """Of each group, by the first `scores`."""
        best = np.full(self.count, -np.inf, np.float32)
        np.maximum.at(best, self.groups[: len(scores)], scores)
        return best

    def _copies(self, look: Look) -> tuple[int, ...]:
        """Groups whose picture this is, scaled or saved again; several where products share one picture."""
        near = hashes.near(self._hashes, look.hash)
        if not len(near):
            return ()
        alike = self._fine[near] @ (look.fine / 255)
        best = near[alike >= max(SAME_COLORS, float(alike.max()) - SAME_SAVED)]
        return tuple(dict.fromkeys(int(group) for group in self.groups[best]))

    def _likeness(self, look: Look, kind: str, *, learn: bool) -> Floats:
        if kind == "studio":
            scores = self._deep @ unit(look.deep - self._mean_deep)
            first = scores + COLOR * (self._color @ unit(look.color - self._mean_color))
            return self._closely(look, scores, first)
        seen = self.common
        deep, color = self._deep @ unit(look.deep - seen.deep), COLOR * (self._color @ unit(look.color - seen.color))
        scores = deep + color
        top = _best_of(scores)
        alike = self._views.alike(look.views - seen.deep, top)
        if alike is not None:
            scores[top] = (deep[top] + alike) / 2 + color[top]
        if learn and not look.plain:
            # A picture on paper may be the shop's own kind after all: the mean must not wander there.
            self.common = seen.moved(look)
        return scores

    def _from_a_studio(self, look: Look) -> bool:
        """Whether the picture was taken as the shop takes its own: then its colors can be believed finely."""
        apart = float(np.linalg.norm(self._mean_deep - self.common.deep))
        nearer = float(np.linalg.norm(look.deep - self.common.deep) - np.linalg.norm(look.deep - self._mean_deep))
        return apart > 0 and nearer / apart > (STUDIO_ON_PAPER if look.plain and self._on_paper else STUDIO)

    def _closely(self, look: Look, scores: Floats, first: Floats) -> Floats:
        """The best at first sight compared by fine colors and view by view; all others stay behind them."""
        top = _best_of(first)
        fine = unit(self._fine[top].astype(np.float32) / 255 - self._mean_fine) @ unit(look.fine - self._mean_fine)
        alike = self._views.alike(look.views - self._views.mean, top)
        refined = first - first[top].max() - FINE - 1
        refined[top] = scores[top] + FINE * fine if alike is None else alike + FINE_BESIDE_VIEWS * fine
        return refined


@dataclass(frozen=True, slots=True)
class Views:
    """Views of all pictures, one after another: those of picture `at` begin at `starts[at]`. Kept as whole steps, a byte a number."""

    steps: NDArray[np.int8]
    starts: tuple[int, ...]
    mean: Floats

    @staticmethod
    def of(looks: Sequence[Look]) -> Views:
        ends = itertools.accumulate(len(look.views) for look in looks)
        whole = np.mean([unit(look.views).mean(axis=0) for look in looks], axis=0)
        return Views(np.concatenate([in_steps(unit(look.views))[0] for look in looks]), (0, *ends), whole.astype(np.float32))

    def alike(self, views: Floats, some: NDArray[np.int_]) -> Floats | None:
        """How like each of `some` pictures is, each view of a photo by the view that shows the same; None where there is but one.

        What such photos have in common has been taken off `views`.
        """
        spans = [range(self.starts[at], self.starts[at + 1]) for at in cast("list[int]", some.tolist())]
        lines = [line for span in spans for line in span]
        if len(lines) == len(spans) or len(views) < 2:
            return None
        shown = unit(unit(self.steps[lines].astype(np.float32)) - self.mean)
        firsts = [0, *itertools.accumulate(len(span) for span in spans[:-1])]
        return np.maximum.reduceat(shown @ unit(views).T, firsts, axis=0).mean(axis=1)


@dataclass(frozen=True, slots=True)
class PhotoMean:
    """What all photos have in common (hands, tables, lamplight) and no catalog picture has: taken off before comparing."""

    deep: Floats
    color: Floats
    seen: int = PRIOR_PHOTOS

    @staticmethod
    def start(model: str, deep: Floats, color: Floats) -> PhotoMean:
        """The mean that comes with the network, or the catalog's own where none does."""
        held = prior(model)
        return PhotoMean(deep=held["deep"], color=held["color"]) if held is not None else PhotoMean(deep=deep, color=color)

    def moved(self, look: Look) -> PhotoMean:
        share = 1.0 / min(self.seen + 1, 2000)
        return PhotoMean(
            deep=self.deep + share * (look.deep - self.deep), color=self.color + share * (look.color - self.color), seen=self.seen + 1
        )


def _best_of(scores: Floats) -> NDArray[np.int_]:
    most = min(MOST_COMPARED, len(scores))
    return np.argpartition(-scores, most - 1)[:most]


def _trust(likeness: float, half: float) -> float:
    return float(1 / (1 + np.exp(-(likeness - half) * TRUST_SLOPE)))


def softmax(values: Floats) -> Floats:
    powers = np.exp(values - values.max())
    return (powers / powers.sum()).astype(np.float32)
