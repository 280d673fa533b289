"""What a photo shows, and how far that can be trusted. It is evidence about products, never an order to do something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from shopkeeper.domain.core.ids import ProductId, Sku


class Verdict(StrEnum):
    """This is it; it is one of two or three; these look alike; nothing here is like it."""

    THIS = "this"
    EITHER = "either"
    ALIKE = "alike"
    UNKNOWN = "unknown"


class Means(StrEnum):
    """How the product was recognized, surest first."""

    CODE = "code"
    CATALOG_PICTURE = "catalog_picture"
    DETAILS = "details"
    LOOKS = "looks"
    TEXT = "text"
    """Words printed on it. What was recognized by these is asked about before anything is done with it."""
    MODEL = "model"
    """What a language model calls it; asked about as well."""


class FileSign(StrEnum):
    """What a file says about how it came to be. A sign, never a proof: it is looked at by people, and nobody is accused over it."""

    EDITED = "edited"
    GENERATED = "generated"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoCandidate:
    """A product the photo may show; `skus` are the variants that look so (none: its looks do not tell them apart).

    `score` is the estimated probability that this is the one, 0 to 1.
    """

    product_id: ProductId
    skus: tuple[Sku, ...] = ()
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoThing:
    """One of several things in a photo. `box`: left, top, right, bottom as shares of the upright picture; None = only a code."""

    candidates: tuple[PhotoCandidate, ...]
    verdict: Verdict
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedGoods:
    """A line of a shopping list: what it names, and how many or how many pieces where it says so."""

    product_id: ProductId
    quantity: int | None = None
    pieces: int | None = None


UNSUITABLE = "perception.image_unsuitable"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """A photo that is neither shown nor kept before a person says so: how likely it is indecent, and a mosaic of it (data address)."""

    score: float
    preview: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoReading:
    """`candidates` come best first, and the first `open` may be meant. `codes` and `lines` were found in the picture: they are data.

    `things` are there when there are several, from left to right. `listed` are goods that its print lists, line by line.
    `signs` is all that is kept of the file's metadata, `covered` counts the faces and number plates that the kept copy no longer
    shows. `notice` is the code of why the picture could not be read; then everything else is empty.
    """

    part: int
    sha256: str
    verdict: Verdict = Verdict.UNKNOWN
    means: Means | None = None
    candidates: tuple[PhotoCandidate, ...] = ()
    open: int = 0
    codes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    signs: tuple[FileSign, ...] = ()
    things: tuple[PhotoThing, ...] = ()
    listed: tuple[PrintedGoods, ...] = ()
    covered: int = 0
    notice: str | None = None
    held: HeldBack | None = None


SIDES = "sides"
"""In a question's context: the choice that the photo shows and the one that was said, each empty where it is more than one."""
SURE = 0.8
LIKELY = 0.7
FAINT = 0.15
ONE_LOOK = 0.8
"""Share of a product's probability that one look of it must have before the variant counts as seen too."""
MOST_EITHER = 3
MOST_ALIKE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """`candidates` best first; the first `open` of them may be meant."""

    verdict: Verdict
    candidates: tuple[PhotoCandidate, ...] = ()
    open: int = 0


def judge(candidates: Sequence[PhotoCandidate]) -> Judgment:
    """What probabilities allow to say: products are judged first, then the looks of the one that is certain."""
    products: dict[ProductId, list[PhotoCandidate]] = {}
    for candidate in sorted(candidates, key=lambda one: -one.score):
        products.setdefault(candidate.product_id, []).append(candidate)
    ranked = sorted(products.values(), key=_total, reverse=True)
    ordered = tuple(candidate for looks in ranked for candidate in looks)
    if not ranked or _total(ranked[0]) < FAINT:
        return Judgment(verdict=Verdict.UNKNOWN, candidates=ordered)
    if _total(ranked[0]) >= SURE:
        one_look = ranked[0][0].score >= ONE_LOOK * _total(ranked[0])
        return Judgment(verdict=Verdict.THIS if one_look else Verdict.EITHER, candidates=ordered, open=1 if one_look else len(ranked[0]))
    for few in range(1, MOST_EITHER + 1):
        if sum(map(_total, ranked[:few])) >= LIKELY:
            return Judgment(verdict=Verdict.EITHER, candidates=ordered, open=sum(map(len, ranked[:few])))
    return Judgment(verdict=Verdict.ALIKE, candidates=ordered, open=min(MOST_ALIKE, len(ordered)))


def _total(looks: Sequence[PhotoCandidate]) -> float:
    return sum(look.score for look in looks)
