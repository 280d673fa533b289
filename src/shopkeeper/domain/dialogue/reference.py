"""How a message points at a product: by words, by place in a list, by a superlative, by "it", or by a tap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

from shopkeeper.domain.core.ids import LineId, ProductId, Sku
from shopkeeper.domain.dialogue.photo import FileSign, PhotoCandidate, PhotoThing, PrintedGoods, Verdict


class Superlative(StrEnum):
    CHEAPEST = "cheapest"
    DEAREST = "dearest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A product the words may mean; `score` 0..1, comparable only within one mention."""

    product_id: ProductId
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ByWords:
    """Free words such as "blue trail jaket in M": candidates best first, option words split off.

    `options` holds option values the words name (`{"color": "blue", "size": "M"}`), canonical per catalog.
    `exact` says that every content word was found in the best candidate. `superlative`: the cheapest (dearest) such thing.
    """

    type: Literal["words"] = "words"
    text: str
    candidates: tuple[Candidate, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    exact: bool = False
    superlative: Superlative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BySku:
    """A sku, GTIN or part number that names one variant (typed, scanned or tapped)."""

    type: Literal["sku"] = "sku"
    sku: Sku
    product_id: ProductId


@dataclass(frozen=True, slots=True, kw_only=True)
class ByPosition:
    """ "the second one": 1-based place in what was shown last; negative counts from the end."""

    type: Literal["position"] = "position"
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BySuperlative:
    type: Literal["superlative"] = "superlative"
    superlative: Superlative


@dataclass(frozen=True, slots=True, kw_only=True)
class ByOption:
    """ "the brown one", "in L": another variant of what is talked about, told by option values."""

    type: Literal["option"] = "option"
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByOther:
    """ "not the black one": what is talked about, without what these options (or these products) are."""

    type: Literal["other"] = "other"
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    products: tuple[ProductId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ByFocus:
    """ "it", "this one", "that": what was talked about last."""

    type: Literal["focus"] = "focus"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByLine:
    """A cart line, from a tap."""

    type: Literal["line"] = "line"
    line_id: LineId


@dataclass(frozen=True, slots=True, kw_only=True)
class ByPhoto:
    """What a photo of the same message shows: `candidates` that may be meant, best first.

    `options` were said beside it ("this one in blue") and may differ from what it shows.

    `differs`: the words named another product than the photo; both are among the candidates.
    `reads` is what was printed on it (`PrintedFact` by name, and `text`): told back to the shopper, never acted upon.
    `sha256` names the kept copy, `signs` what the file said about itself.
    """

    type: Literal["photo"] = "photo"
    candidates: tuple[PhotoCandidate, ...]
    verdict: Verdict
    part: int
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    differs: bool = False
    reads: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"])
    sha256: str = ""
    signs: tuple[FileSign, ...] = ()
    things: tuple[PhotoThing, ...] = ()
    """Several things that the photo shows, left to right; then it is asked which."""
    listed: tuple[PrintedGoods, ...] = ()
    """Goods that are written on it; they are asked about before anything is done with them."""


Reference: TypeAlias = ByWords | BySku | ByPosition | BySuperlative | ByOption | ByOther | ByFocus | ByLine | ByPhoto
