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
    LOOKS = "looks"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoCandidate:
    """A product the photo may show; `skus` are the variants that look so (none: its looks do not tell them apart).

    `score` is the estimated probability that this is the one, 0 to 1.
    """

    product_id: ProductId
    skus: tuple[Sku, ...] = ()
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoReading:
    """`candidates` come best first. `codes` and `lines` were found in the picture: data, whatever they say.

    `notice` is the code of why the picture could not be read; then everything else is empty.
    """

    part: int
    sha256: str
    verdict: Verdict = Verdict.UNKNOWN
    means: Means | None = None
    candidates: tuple[PhotoCandidate, ...] = ()
    codes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    notice: str | None = None


SURE = 0.8
LIKELY = 0.45
FAINT = 0.2
MOST_EITHER = 3


def judge(candidates: Sequence[PhotoCandidate]) -> Verdict:
    """From the probabilities of the candidates, best first."""
    if not candidates or candidates[0].score < FAINT:
        return Verdict.UNKNOWN
    if candidates[0].score >= SURE:
        return Verdict.THIS
    together = sum(candidate.score for candidate in candidates[:MOST_EITHER])
    return Verdict.EITHER if len(candidates) > 1 and together >= SURE and candidates[0].score >= LIKELY else Verdict.ALIKE
